/* gaps.h - the two sides of every alliance against each other, and every alliance among all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_GAPS_H
#define ENGINE_STATS_PORTFOLIO_GAPS_H

#include <stddef.h>
#include <stdint.h>

#include "engine/stats/refusal.h"
#include "engine/stats/scores.h"

/* One alliance on one scale, sides a and b. value = mean a - mean b in points, se, df, t and two-sided p as
 * welch_difference (gap/welch.h), with its refusals, by tails_two_sided; intervals are left to the alliance's
 * own report. adjusted: p after Benjamini & Hochberg (1995) over all alliances of the scale that have one.
 * joint = (mean a + mean b) / 2, NAN when a side has nobody; percentile: its mid-P rank among all alliances
 * that have one, ties exact while people^2 points unit < 2^53. */
struct gap {
	enum refusal refused;
	double value, se, df, t, p, adjusted;
	double joint, percentile;
};

/* Alliance i has the sides 2i and 2i + 1; everything but `adjusted` and `percentile`. */
void gaps_of(const struct moments sides[], size_t alliances, int64_t unit, struct gap gaps_r[]);
/* These two, once all alliances of the scale are there. */
void gaps_compare(struct gap gaps[], size_t alliances);

#endif
