/* dif.h - do items mean the same to two groups of people? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_DIF_H
#define ENGINE_STATS_RESPONSE_DIF_H

#include <stdbool.h>

#include "engine/stats/ratings.h"
#include "engine/stats/refusal.h"
#include "engine/stats/response/categories.h"

struct arena;

enum { DIF_MEMBERS_LEAST = 200 };

/* Differential item functioning: people of two groups with the same theta answer the item differently.
 * likelihood_ratio = 2 (log L with the item's curves free in both groups - log L with the same curves), on
 * degrees = categories degrees of freedom (Thissen, Steinberg & Wainer 1993); p from chi-squared, adjusted
 * by Benjamini & Hochberg over the items of the test.
 * shift: mean of E(answer | theta, group 1) - E(answer | theta, group 0) over the thetas of group 1, in
 * merged categories; positive: group 1 answers higher than its trait says. distance: root of the mean
 * square of the same, so that crossing curves do not cancel; its square is NCDIF (Raju, van der Linden &
 * Fleer 1995). found: adjusted p < .05 and distance > sqrt(.006) (categories - 1), 7.7% of the item's
 * range, the customary cut-off for NCDIF (.006 for two categories, .054 for four, .096 for five). With
 * thousands of people the test alone finds differences that nobody could feel. */
struct dif_item {
	enum refusal refused;	/* of this item's own comparison; then p and the rest are NAN */
	struct categories categories;
	double likelihood_ratio, p, adjusted_p;
	unsigned degrees;
	double shift, distance;
	bool found;
	bool anchor;		/* held equal while other items were tested */
};

/* mean and sd of theta in group 1, where group 0 has 0 and 1: judged by the anchors alone. */
struct dif {
	enum refusal refused;
	size_t refused_item;	/* as in struct graded */
	size_t members[2];	/* people of each group */
	size_t items, anchors;
	double mean, sd;
	struct dif_item *item;
};

/* Anchors: at first each item is tested with all others held equal. Items found cease to be anchors, their
 * curves are free in both groups from then on, and all items are tested again until no more are found; an
 * item that lost its place may be cleared by a later round, but is no anchor again. So the rounds end.
 * group[p] is 0 or 1 (CHECK). Missing answers as in graded_fit. Categories are merged until both groups
 * have CATEGORIES_LEAST people in each.
 * REFUSED_TOO_FEW: fewer than 200 people in a group, or 3 items. REFUSED_EMPTY, REFUSED_NO_SPREAD: nobody
 * of a group answered refused_item, or it has one category left. REFUSED_UNLINKED: no anchor is left, so
 * that items and groups cannot be told apart. REFUSED_SINGULAR, REFUSED_IMPROPER, REFUSED_NOT_CONVERGED:
 * from the fit with all anchors equal. Refused: all numbers are NAN and nothing is found. */
struct dif dif_test(struct arena *, const struct ratings *, const uint8_t *group);

#endif
