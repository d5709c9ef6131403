/* alpha.h - do the items of a scale measure one thing well enough? Cronbach's alpha and each item's share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_ALPHA_H
#define ENGINE_STATS_ALPHA_H

#include <stddef.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"

struct covariance;

/* alpha         k / (k - 1) (1 - sum of variances / variance of the sum), k items (Cronbach 1951); below 0
 *               when items run against each other.
 * standardised  k r / (1 + (k - 1) r), r = mean_r the mean correlation of two items; both NAN when an item
 *               has no variance.
 * ci95          1 - (1 - alpha) F, F the 97.5% and 2.5% points on n - 1 and (n - 1) (k - 1) df, n people
 *               (Feldt 1965: normal, equally correlated items).
 * sem           standard error of a person's scale mean, in points: sd of the means sqrt(1 - alpha).
 *
 * The product's choice is a listwise covariance; of a pairwise one the interval is only nominal, because n
 * then counts people who left answers out.
 * REFUSED_TOO_FEW: also fewer than two items. REFUSED_NO_SPREAD: the sum of the items does not vary. What
 * the covariance refuses is passed on. */
struct alpha {
	enum refusal refused;
	size_t people, items;
	double alpha, standardised, mean_r, sem;
	struct interval ci95;
};

struct alpha alpha_of(const struct covariance *);

/* if_dropped  alpha of the other items; NAN with fewer than three items, or when the others do not vary.
 * rest_r      correlation of the item with the sum of the others; NAN when one of them does not vary. */
struct alpha_item {
	double if_dropped, rest_r;
};

/* items_r has as many as the covariance has items; all NAN when alpha_of refuses for people or items. */
void alpha_items(const struct covariance *, struct alpha_item items_r[]);

#endif
