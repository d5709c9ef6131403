/* profiling.h - one assessment while it is being measured; private to engine/measure/profile */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_PROFILING_H
#define MEASURE_PROFILING_H

#include "engine/measure/measuring.h"
#include "engine/measure/profile/profile.h"
#include "engine/measure/profile/raters.h"

/* A circle is one rater group, or several taken together. The first ones are these, then each group. */
enum { CIRCLE_OTHERS, CIRCLE_SELF, CIRCLE_INSIDE, CIRCLE_PARTNER, CIRCLE_GROUPS };

struct circle {
	const char *id;
	bool *has;			/* by party: its raters are in it */
	bool known;			/* everybody in it is identified */
	bool view;			/* seen over what both sides are asked */
	size_t show_from;		/* raters, unless known */
	size_t party;			/* of a single group */
};

/* What is known of one competency in one circle. */
struct standing {
	enum shown shown;
	bool capped;			/* mean is coded */
	size_t n_items;			/* behaviours that anybody in the circle is asked about */
	double mean;			/* as displayed */
	struct scores scores;
	struct summary summary;		/* as it is */
	const struct scorer *scorer;	/* over the behaviours that the circle is seen over */
};

struct competency {
	const struct dimension *dimension;
	struct dimension_scores whole, common;	/* over all behaviours; over those both sides are asked about */
	struct standing *standings;		/* by circle */
};

struct profiling {
	struct measuring m;		/* its wave is the pooled one; it has no rows */
	const struct profile_wave *asked;
	struct pooled_raters pools;
	size_t n_circles, n_competencies;
	struct circle *circles;
	struct competency *competencies;
};

/* Raters from whom on more is told. */
enum { RATERS_MEAN = RATERS_ALONE, RATERS_HOLM = 10, RATERS_ITEM = 10, RATERS_RELIABILITY = 10, RATERS_PATTERN = 20 };

/* circles.c */
void circles_fill(struct profiling *);
bool circle_has(const struct profiling *, const struct circle *, size_t response);
/* May a figure about the circle's n raters be shown, enough being `from` of them? The audit is asked when
 * they are not known, and told when they are. */
enum shown circle_release(struct profiling *, const struct circle *, size_t n, size_t from, struct disclosure_figure);
/* The answers of the circle to one slot. */
struct disclosure_figure circle_slot(const struct profiling *, const struct circle *, size_t slot);
/* The circle's answers to one item, in the order of the responses, turned if the item is reversed. */
struct scores circle_answers(const struct profiling *, const struct circle *, size_t item);

/* A new cell without figures; the pointer is good until the next one is added. */
struct cell *profile_add(struct profiling *, enum measure, const char *of, const char *group, const char *detail,
	enum shown);

double profile_percent(const struct scorer *, double score);
/* Of the circle's mean as displayed. */
double competency_percent(const struct competency *, size_t circle);
/* 95%, of the circle's mean; refused where it may not be shown. */
struct estimate competency_estimate(const struct competency *, size_t circle);
/* Points by which people usually rate themselves higher than others do. */
double competency_leniency(const struct competency *);

/* Each adds its cells, the more important ones first. */
void profile_responses(struct profiling *);
void profile_scores(struct profiling *);
void profile_self(struct profiling *);		/* SELF_GAP, QUADRANT, MATCH */
void profile_reliability(struct profiling *);
void profile_views(struct profiling *);		/* GAP */
void profile_fit(struct profiling *);
void profile_levels(struct profiling *);
void profile_behaviours(struct profiling *);	/* RANK, ITEM */
void profile_change(struct profiling *);
struct comment *profile_comments(struct profiling *, size_t *n_r);

#endif
