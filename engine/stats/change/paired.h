/* paired.h - the change of people who answered twice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PAIRED_H
#define ENGINE_STATS_PAIRED_H

#include <stdbool.h>

#include "engine/stats/refusal.h"
#include "engine/stats/scores.h"
#include "engine/stats/gap/effect.h"
#include "engine/stats/gap/welch.h"

/* Throughout: person i has before->x[i] and after->x[i], so both have the same n and unit (CHECK); change
 * = after minus before, in points. People without one of the two are left out by the caller (waves.h). */

/* change: the one-sample t interval and test of the people's changes (Student 1908), refused as in welch.h:
 * REFUSED_EMPTY nobody, REFUSED_TOO_FEW one person, REFUSED_NO_SPREAD all changed by the same.
 * r: Pearson's correlation of before and after; NAN below two people or when one wave has no spread. */
struct paired {
	struct estimate change;
	double r;
};

struct paired paired_change(const struct scores *before, const struct scores *after);

/* Effect of the change: d = mean change / SD of the changes, g = J d with J for n - 1 df (Hedges 1981;
 * Gibbons, Hedeker & Davis 1993); ci95 by the noncentral t: noncentralities times J / sqrt(n).
 * REFUSED_EMPTY: nobody. REFUSED_TOO_FEW: below three people, where J is 0. REFUSED_NO_SPREAD: all changed
 * by the same. */
struct hedges paired_effect(const struct scores *before, const struct scores *after);

/* p two-sided for "as likely up as down", exact while `exact` (flips.h); mid_p counts what is exactly as
 * extreme by half (Lancaster 1961). statistic: what is compared, see below. */
struct paired_test {
	enum refusal refused;
	double statistic, p, mid_p;
	bool exact;
};

/* The sign-flip test of the mean change (Fisher 1935): all 2^n ways to give the changes signs. statistic =
 * mean change. REFUSED_EMPTY: nobody. REFUSED_NO_SPREAD: nobody changed. One person, or the same change
 * for all, is allowed: the test needs no spread. */
struct paired_test paired_sign_flip(const struct scores *before, const struct scores *after);

/* The signed-rank test: changes ranked by size, ties in the middle, all signs of these ranks; statistic =
 * sum of the ranks of people who went up. PRATT (1959) ranks unchanged people too and then leaves their
 * ranks out: the choice for ratings, where many do not change. WILCOXON (1945) leaves the people out
 * before ranking. Exact up to SIGNED_RANK_EXACT_MAX people; more: as paired_signed_rank_normal.
 * REFUSED_EMPTY: nobody. REFUSED_NO_SPREAD: nobody changed. */
#define SIGNED_RANK_EXACT_MAX 200
enum signed_rank_zeros { SIGNED_RANK_PRATT, SIGNED_RANK_WILCOXON };

struct paired_test paired_signed_rank(const struct scores *before, const struct scores *after,
	enum signed_rank_zeros);
/* Normal with variance sum rank^2 / 4 and continuity correction of 1/2, whatever n; mid_p = p. */
struct paired_test paired_signed_rank_normal(const struct scores *before, const struct scores *after,
	enum signed_rank_zeros);

#endif
