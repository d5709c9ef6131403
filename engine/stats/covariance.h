/* covariance.h - how items vary together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_COVARIANCE_H
#define ENGINE_STATS_COVARIANCE_H

#include <stddef.h>
#include <stdint.h>

#include "engine/stats/ratings.h"
#include "engine/stats/refusal.h"

struct arena;

/* mean[i] in points; matrix[i * items + j] the unbiased covariance (divided by people - 1) in points squared,
 * symmetric. Computed from exact whole sums: no figure depends on the order of the people.
 * REFUSED_EMPTY: nobody is left, or there are no items. REFUSED_TOO_FEW: one person; the means are given.
 * Items without spread are allowed: their row is 0. */
struct covariance {
	enum refusal refused;
	size_t people, items;
	double *mean, *matrix;
};

/* Of the people who answered every item (listwise): a matrix that can occur, never with a negative eigenvalue
 * beyond rounding. */
struct covariance covariance_listwise(struct arena *, const struct ratings *);

/* Each entry of the people who answered both items, each mean of those who answered the item (pairwise):
 * uses every answer, but the matrix need not be one that can occur. people counts those who answered
 * anything. REFUSED_TOO_FEW: also when fewer than two people answered some pair of items. */
struct covariance covariance_pairwise(struct arena *, const struct ratings *);

/* From sums: of `people`, who answered all items, the sum of item i is sums[i] and that of the products of
 * items i <= j is products[j * (j + 1) / 2 + i]. The same figures, to the last bit, as covariance_listwise. */
struct covariance covariance_from_sums(struct arena *, int64_t people, size_t items, const int64_t sums[],
    const int64_t products[]);

/* One with every item's standard deviation made 1 and its mean 0. REFUSED_NO_SPREAD: an item has no
 * variance; other refusals are passed on. */
struct covariance covariance_standardised(struct arena *, const struct covariance *);

/* Sum of all entries: the variance of the sum of the items. */
double covariance_total(const struct covariance *);
/* Sum of the diagonal. */
double covariance_trace(const struct covariance *);

#endif
