/* charts.h - every chart of a report: a table whose rows carry their picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_CHARTS_H
#define REPORTS_CHARTS_H

#include "reports/svg.h"
#include "reports/view.h"

/* Each writes one table into v->html, with the notes that belong under it. They expect that view_any()
 * holds for their measure; a figure that is not shown is replaced by its reason. */

/* The index on 0-100: joint, each side with its interval, target and floor. One picture without a table:
 * health.c says it in words. */
void chart_index(struct view *, const struct index *);
/* Both sides, joint, and the chance of reaching the target, for the dimensions of one role and the index. */
void chart_scores(struct view *, enum role);
/* Difference between the sides with interval and verdict; three and more: each against the mean of the
 * others. */
void chart_gaps(struct view *);
/* How far people of one side agree with each other. */
void chart_agreement(struct view *);
/* Mirrored items: a side's view of itself minus the other's view of it. */
void chart_perception(struct view *);
/* -100..100 for one item. */
void chart_nps(struct view *);
/* How many people reported each early-warning fact. */
void chart_signals(struct view *);
/* Answered of invited. */
void chart_response(struct view *);

/* Whose figures a column holds, with a mark before the name unless look is NULL. */
struct voice {
	const char *id, *name;
	const struct look *look;
};

/* Every statement of every dimension with the mean of each voice; those without any are left out. */
void chart_items(struct view *, const struct voice *, size_t n);
void chart_voice_th(struct view *, const struct voice *);

/* Shared by them. A mark as it stands before a name in running text. */
void chart_mark(struct view *, const struct look *);
/* The mark of a party as it stands before its name in running text. */
void chart_party_mark(struct view *, size_t party);
/* All marks with their names, for a phone that has no room for the head of a table. */
void chart_phone_legend(struct view *);
/* The mark and the name, in a heading cell. */
void chart_party_th(struct view *, size_t party);
/* <th scope="col"> with a class that tells its width. */
void chart_th(struct view *, const char *css_class, const char *text);
/* A number cell; label repeats the column's heading where a phone has no room for the head of the table. */
void chart_number(struct view *, const char *label, const char *text);
/* Is the gap between two views certain enough to be named, clear or probable? */
bool chart_gap_told(const struct cell *gap);
/* The verdict about a gap in words, with its p. */
void chart_verdict(struct view *, const struct cell *gap);
/* The head of the picture's column: the axis with five numbers. */
void chart_axis_cell(struct view *, const struct axis *);

/* One value with its interval (NaN: none). A hollow mark stands for what cannot be told. */
struct dot {
	double low, value, high;
	struct look look;
	bool hollow;
};

/* The picture of one row: the dot on an axis that has zero in the middle. */
void chart_dot(struct view *, const struct axis *, double height, const char *title, const char *desc,
	const struct dot *);
/* How far from zero the value or its interval goes. */
double chart_reach(const struct cell *);
/* Such an axis, as wide as this value needs, in steps of 20, at most 100. */
struct axis chart_axis_around_zero(double reach);

enum { CHART_WIDTH = 230, CHART_EDGE = 14 };

#endif
