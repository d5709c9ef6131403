/* health.h - the parts of the alliance health report, in reading order */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_HEALTH_H
#define REPORTS_HEALTH_H

#include "reports/view.h"

/* The first page: what, so what, who acts by when. */
void health_summary(struct view *);
/* A heading with its sentence and its chart each; what cannot be shown at all is named in one section. */
void health_findings(struct view *);
/* Items one by one, where a side has ten answers or more. */
void health_items(struct view *);
/* Every rule, setting and source behind the figures. */
void health_method(struct view *);

/* What is promised about small groups, as a sentence. */
const char *health_promise(const struct view *);

#endif
