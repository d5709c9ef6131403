/* ranks.h - Mann and Whitney's test, conditional on ties */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RANKS_H
#define ENGINE_STATS_RANKS_H

#include <stdbool.h>

#include "engine/stats/refusal.h"
#include "engine/stats/scores.h"

/* u = number of pairs with a > b, ties counting half (Mann & Whitney 1947); p two-sided. */
struct ranks {
	enum refusal refused;
	double u, p;
	bool exact;
};

/* Up to RANKS_EXACT_MAX people together: exact p = P(|U - E U| >= |u - E U|) over all allocations of the
 * mid-ranks seen, by subset.h on doubled mid-ranks. More: normal with tie correction of the variance and
 * continuity correction of 1/2. a and b share a unit (CHECK).
 * REFUSED_EMPTY: a side has nobody. REFUSED_NO_SPREAD: all values alike. */
#define RANKS_EXACT_MAX 60
struct ranks ranks_test(const struct scores *a, const struct scores *b);

/* The two ways by themselves, whatever the number of people. */
struct ranks ranks_exact(const struct scores *a, const struct scores *b);
struct ranks ranks_normal(const struct scores *a, const struct scores *b);

#endif
