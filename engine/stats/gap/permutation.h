/* permutation.h - the exact permutation test of a difference of means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PERMUTATION_H
#define ENGINE_STATS_PERMUTATION_H

#include "engine/stats/refusal.h"
#include "engine/stats/scores.h"
#include "engine/stats/gap/subset.h"

/* Two-sided, for mean(a) - mean(b), conditional on the scores seen (Pitman 1937):
 * p = P(|difference| >= |observed|) over all ways to draw a's people from everybody,
 * mid_p = P(>) + P(=) / 2 (Lancaster 1961). No enumeration, no random numbers: see subset.h, also
 * for the accuracy with many people, where 0 stands for anything below 1e-11.
 * Type I error of mid-p with 5-point answers .026-.047, where the plain exact test has .000-.033. */
struct permutation {
	enum refusal refused;
	double p, mid_p;
	enum subset_method method;
};

/* a and b must have the same unit (CHECK). REFUSED_EMPTY: a side has nobody. REFUSED_NO_SPREAD: everybody on
 * both sides has the same score. One person on a side, or no spread WITHIN the sides, is allowed: the test
 * needs neither. Three or more parties: see contrast.h. */
struct permutation permutation_test(const struct scores *a, const struct scores *b);

#endif
