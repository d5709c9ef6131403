/* section.h - the parts of the competency profile report, in reading order */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_PROFILE_SECTION_H
#define REPORTS_PROFILE_SECTION_H

#include "reports/view.h"

/* The first page: what, so what, what to try. */
void section_summary(struct view *);
/* Self and the others, competency by competency; then group by group. */
void section_scores(struct view *);
void section_quadrants(struct view *);
/* The own organisation's view and the partner's. */
void section_views(struct view *);
/* The level reached in each competency, and the next one. */
void section_levels(struct view *);
/* Highest and lowest behaviours. */
void section_behaviours(struct view *);
/* Weighted for every kind of alliance. */
void section_fit(struct view *);
void section_change(struct view *);
/* Behaviour by behaviour, where enough people rated. */
void section_items(struct view *);
void section_response(struct view *);
/* Every rule, setting and source behind the figures. */
void section_method(struct view *);

#endif
