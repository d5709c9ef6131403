/* circle.h - whose view a figure is: the person's own, that of all others, each side's, one rater group's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_PROFILE_CIRCLE_H
#define REPORTS_PROFILE_CIRCLE_H

#include "reports/charts.h"

/* The four that charts tell apart; single groups have columns of words only. */
extern const char *const circle_self, *const circle_others, *const circle_inside, *const circle_partner;

const struct look *circle_look(const char *id);
/* Mark and translated name; the legend over a chart of two of them. */
void circle_named(struct view *, const char *id);
void circle_legend(struct view *, const char *const ids[2]);
void circle_th(struct view *, const char *id);
/* Is some score of it shown? */
bool circle_seen(const struct view *, const char *id);
/* Single groups of which some score is shown, in the order of group.h; n_r of them. */
const char **circle_groups(const struct view *, size_t *n_r);

/* Is dimension i of the form one that was measured? */
bool circle_measured(const struct view *, size_t dimension);
/* What all others together say. */
const struct cell *circle_cell(const struct view *, enum measure, const char *of);
const struct cell *circle_score(const struct view *, const char *of, const char *circle);
/* 0-100; NaN when not shown. */
double circle_percent(const struct view *, const char *of, const char *circle);
/* "72", "≈ 72" when coded; and its interval, as far as it lies on 0-100. */
const char *circle_figure(const struct view *, const struct cell *score);
const char *circle_interval(const struct view *, const char *of, const struct cell *score);
/* A number cell with the score, or the reason why it is not there. */
void circle_figure_cell(struct view *, const char *of, const char *circle);

/* What is called a strength, on 0-100; NaN when no competency was judged. */
double circle_strength(const struct view *);
/* Points of 100 by which people usually rate themselves higher; NaN likewise. */
double circle_leniency(const struct view *);

/* A picture of two circles on 0-100, the first above, with intervals where they have one. */
void circle_picture(struct view *, const char *of, const char *const ids[2]);
/* Head of that picture's column. */
extern const struct axis circle_axis;

#endif
