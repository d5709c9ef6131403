/* welch.h - means of independent groups and what can be said about them and their differences */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_WELCH_H
#define ENGINE_STATS_WELCH_H

#include <stddef.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"
#include "engine/stats/scores.h"

/* value = sum c_i mean_i in points; se its standard error; df Satterthwaite's; t = value / se and the
 * two-sided p for "value is 0"; intervals value -+ t_inv(df) se.
 * REFUSED_EMPTY: a group has nobody; everything is NAN. REFUSED_TOO_FEW: a group has one person, so no
 * variance; value is still given. REFUSED_NO_SPREAD: all variances are 0; no test and no interval of width
 * zero, value is given (say "equal" or "different"), se = 0. Some variances 0 but not all: allowed, such
 * groups add no df. */
struct estimate {
	enum refusal refused;
	double value, se, df, t, p;
	struct interval ci95, ci90;
};

/* For independent groups: se^2 = sum v_i, v_i = c_i^2 s_i^2 / n_i; df = se^4 / sum (v_i^2 / (n_i - 1)).
 * Welch 1947; Satterthwaite 1946. Measured coverage of the 95% interval with 5 + 5 people .946-.966, with 3 +
 * 3 .970-.985, where bootstrap intervals cover .77-.91. */
struct estimate welch_contrast(const struct summary groups[], const double c[], size_t n);

/* The same without p and intervals, which are NAN: for many at a time (portfolio/tails.h, welch_interval). */
struct estimate welch_contrast_bare(const struct summary groups[], const double c[], size_t n);
/* value -+ t_inv se at the level, such as .95; NAN when refused. */
struct interval welch_interval(const struct estimate *, double level);

/* What follows from any value with its standard error > 0 and degrees of freedom > 0. */
struct estimate welch_estimate(double value, double se, double df);

/* One group: the one-sample t interval of its mean (c = 1). */
struct estimate welch_mean(const struct summary *);
/* a - b (c = 1, -1). */
struct estimate welch_difference(const struct summary *a, const struct summary *b);
/* The joint score of n parties: the mean of the PARTIES, not of the heads (c = 1/n each). */
struct estimate welch_joint(const struct summary parties[], size_t n);
/* Party `which` minus the mean of the other parties (c = 1, -1/(n-1), ...); n >= 2. */
struct estimate welch_against_others(const struct summary parties[], size_t n, size_t which);

/* P(true value >= bound) = P(T_df <= (value - bound) / se): the t distribution read as a belief with a flat
 * prior. REFUSED_NO_SPREAD: 1 or 0, the limit for se -> 0. Any other refusal: NAN. */
double welch_p_at_least(const struct estimate *, double bound);

#endif
