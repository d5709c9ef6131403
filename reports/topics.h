/* topics.h - what a workshop should begin with: strengths to keep, dimensions to talk about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_TOPICS_H
#define REPORTS_TOPICS_H

#include "reports/view.h"

enum { TOPICS_MAX = 3 };

/* In the order in which they call for a talk. */
enum cause {
	CAUSE_CLEAR_GAP,
	CAUSE_BELOW_FLOOR,	/* probably below the floor, whatever the sides think of each other */
	CAUSE_PROBABLE_GAP,
	CAUSE_SPLIT,		/* people of one side disagree with each other */
	CAUSE_MISSES_TARGET,	/* P(score >= target) at most .2 */
	CAUSE_LOWEST,		/* nothing is certain: the lowest joint scores */
	CAUSE_STRENGTH
};

struct topic {
	const struct dimension *dimension;
	enum cause cause;
	size_t party;			/* gap: the side that scores higher; split: the side that is split */
	double points;			/* size of the gap, or the joint score; NaN when not shown */
};

/* Verdicts over the drivers that could be compared; a dimension of several comparisons counts with its
 * strongest. */
struct verdicts {
	size_t n, clear, probable, aligned, cannot_tell;
	const char **clear_titles;
};

/* Up to TOPICS_MAX drivers each; a dimension appears in one of the lists only. A strength has a joint
 * score that does not probably miss its target, and none of the first four causes. */
size_t topics_to_discuss(const struct view *, struct topic topics_r[TOPICS_MAX]);
size_t topics_strengths(const struct view *, struct topic topics_r[TOPICS_MAX]);
struct verdicts topics_verdicts(const struct view *);

#endif
