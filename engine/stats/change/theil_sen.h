/* theil_sen.h - a straight trend that single outliers cannot turn */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_THEIL_SEN_H
#define ENGINE_STATS_THEIL_SEN_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"

/* Wave i at time x[i] has value y[i], in any order. slope: the median of (y_j - y_i) / (x_j - x_i) over
 * the pairs with different times (Theil 1950; Sen 1968), in points per unit of time; intercept: the median
 * of y - slope x. s: pairs that rise together minus pairs that do not (Kendall 1938). p: two-sided for "no
 * trend", P(|S| >= |s|) over all orders of y.
 *
 * No two times and no two values alike and n <= THEIL_SEN_EXACT_MAX: exact, by counting inversions; ci95
 * runs from the r-th smallest to the r-th largest slope, the largest r with 2 P(inversions < r) <= .05, so
 * it covers 95% at least. Else normal with the variance of S under ties (Kendall 1970), continuity
 * correction of 1 for p, r = floor((pairs - z sd) / 2). With four waves no order is rarer than 1 in 12:
 * ci95 is NAN, as whenever r < 1.
 *
 * REFUSED_EMPTY: n = 0. REFUSED_TOO_FEW: below four waves. REFUSED_NO_SPREAD: all times alike; all values
 * alike: slope 0 and intercept are given, no test. CHECKs that all numbers are finite. Work n^2 log n. */
#define THEIL_SEN_EXACT_MAX 100
struct theil_sen {
	enum refusal refused;
	double slope, intercept, s, p;
	struct interval ci95;
	bool exact;
};

struct theil_sen theil_sen_trend(const double x[], const double y[], size_t n);

#endif
