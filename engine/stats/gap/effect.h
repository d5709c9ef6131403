/* effect.h - how large a difference is: Hedges' g, Cliff's delta, and who is above whom */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_EFFECT_H
#define ENGINE_STATS_EFFECT_H

#include "engine/stats/refusal.h"
#include "engine/stats/scores.h"
#include "engine/stats/gap/welch.h"

/* d = (mean a - mean b) / pooled SD; g = J d, J = Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2)), m = n_a + n_b - 2
 * (Hedges 1981). ci95: the noncentralities at which the t seen is the 97.5% and 2.5% point, times
 * J sqrt(1/n_a + 1/n_b) (Steiger & Fouladi 1997).
 * REFUSED_EMPTY, REFUSED_TOO_FEW: a side has nobody, or one person. REFUSED_NO_SPREAD: both variances are
 * 0. */
struct hedges {
	enum refusal refused;
	double g, d;
	struct interval ci95;
};

struct hedges effect_hedges(const struct summary *a, const struct summary *b);
/* J for m = df > 1. */
double effect_correction(double df);

/* g of party `which` minus the mean of the other PARTIES (welch_against_others), in pooled SDs within the
 * parties: J (mean_which - sum mean_j / (n - 1)) / s, s^2 = sum (n_i - 1) s_i^2 / df, df = sum (n_i - 1), J as
 * above for m = df. Two parties: that of effect_hedges. NAN: where effect_hedges would refuse; n < 2. */
double effect_against_others(const struct summary parties[], size_t n, size_t which);

/* Over all pairs of one person of each side: above = P(a > b), tied = P(a = b), below = P(a < b);
 * superiority = above + tied / 2 (Vargha & Delaney 2000); delta = above - below (Cliff 1993).
 * ci95: Cliff's asymmetric interval (delta - delta^3 -+ t s sqrt((1 - delta^2)^2 + t^2 s^2)) / (1 - delta^2 +
 * t^2 s^2) with the unbiased variance s^2 (`variance`, never below (1 - delta^2) / (n_a n_b - 1)) and t on
 * n_a + n_b - 2 df; |delta| = 1: from (n - t^2) / (n + t^2), n the smaller side, to 1 (Feng & Cliff 2004).
 * REFUSED_EMPTY: a side has nobody. REFUSED_TOO_FEW: a side has one person; the shares and delta are given,
 * no interval. a and b share a unit (CHECK). */
struct cliff {
	enum refusal refused;
	double above, tied, below, superiority, delta, variance;
	struct interval ci95;
};

struct cliff effect_cliff(const struct scores *a, const struct scores *b);

#endif
