/* mokken.h - do items order people alike, whatever the shape of their curves? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_MOKKEN_H
#define ENGINE_STATS_RESPONSE_MOKKEN_H

#include "engine/stats/ratings.h"
#include "engine/stats/refusal.h"

struct arena;

/* Scalability (Mokken 1971; Molenaar 1991 for more than two points), a screen before any model is fitted:
 *	H_ij = cov(x_i, x_j) / the largest covariance that the two items' distributions allow,
 * H_i and H the same ratio with both sums taken over the pairs of item i, and over all pairs. 1: no answer
 * contradicts the order of the item steps; 0: items have nothing in common; below 0: they contradict.
 * Customary reading of H: below .3 no scale, .3-.4 weak, .4-.5 medium, above strong; a negative H_ij or an
 * H_i below .3 marks an item to look at.
 * se: delta method on the pattern frequencies (Kuijpers, Van der Ark & Croon 2013), by the influence of
 * each person on the ratio. Where two item steps are exactly as popular the ratio has a corner and the mean
 * of both sides is taken. An approximation for some hundred people and more. */
struct mokken_figure {
	double h, se;
};

struct mokken {
	enum refusal refused;
	size_t people, items;		/* people who answered every item (listwise) */
	struct mokken_figure scale;
	struct mokken_figure *item;
	struct mokken_figure *pair;	/* items x items, symmetric; NAN on the diagonal */
};

/* REFUSED_EMPTY: nobody answered every item. REFUSED_TOO_FEW: fewer than 2 items or people.
 * REFUSED_NO_SPREAD: the people who count gave an item one answer only. No figure depends on the order of
 * the people. */
struct mokken mokken_scale(struct arena *, const struct ratings *);

#endif
