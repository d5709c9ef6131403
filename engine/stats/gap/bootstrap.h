/* bootstrap.h - the exact bootstrap distribution of a mean and of a difference of means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_BOOTSTRAP_H
#define ENGINE_STATS_BOOTSTRAP_H

#include <stddef.h>
#include <stdint.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"
#include "engine/stats/scores.h"

struct arena;

/* What resampling n of a group's n people with replacement gives (Efron 1979) when it is done infinitely
 * often: sums of n independent draws, so a convolution of whole numbers; no random numbers.
 *
 * The statistic takes the values (first + i step) / scale points, i = 0 .. n - 1, with probability mass[i];
 * some of them may be 0. observed is its value in the sample, sd the standard deviation of the distribution
 * (sqrt of sum (x - mean)^2 / n^2, groups added). acceleration is that of BCa intervals: sum u^3 / (6 (sum
 * u^2)^1.5) over the people's influences u = (x - mean) / n, of the opposite sign in the group subtracted.
 *
 * For looking at a distribution. As intervals of small groups use welch.h: with 5 + 5 people percentile
 * intervals cover .866-.914 and BCa .865-.911 where .95 is meant, with 3 + 3 .765-.887.
 *
 * REFUSED_EMPTY: a group has nobody. REFUSED_NO_SPREAD: everybody alike within the groups; `observed` and
 * sd (0) are given. REFUSED_TOO_MANY, `observed` given: a group's people times the spread of their scores in
 * steps that occur is above BOOTSTRAP_VALUES_MAX, or a difference has more values than
 * BOOTSTRAP_DIFFERENCES_MAX. Work grows with the square of the former: milliseconds for tens of people, a
 * second at the limit. */
#define BOOTSTRAP_VALUES_MAX ((size_t)1 << 15)
#define BOOTSTRAP_DIFFERENCES_MAX ((size_t)1 << 24)
struct bootstrap {
	enum refusal refused;
	int64_t first, step, scale;
	size_t n;
	const double *mass;
	double observed, sd, acceleration;
};

struct bootstrap bootstrap_mean(struct arena *, const struct scores *);
/* mean a - mean b. Equal units (CHECK). */
struct bootstrap bootstrap_difference(struct arena *, const struct scores *a, const struct scores *b);

/* P(statistic < observed) and P(statistic = observed). NAN if refused. */
double bootstrap_below(const struct bootstrap *);
double bootstrap_equal(const struct bootstrap *);

/* The least value that is not exceeded with probability p at least, 0 < p < 1 (CHECK). NAN if refused. */
double bootstrap_quantile(const struct bootstrap *, double p);

/* The quantiles at (1 -+ level) / 2; and, bias-corrected and accelerated (Efron 1987), at Phi(z0 + (z0 +
 * z) / (1 - acceleration (z0 + z))), z0 = Phi^-1(below + equal / 2). */
struct interval bootstrap_percentile(const struct bootstrap *, double level);
struct interval bootstrap_bca(const struct bootstrap *, double level);

#endif
