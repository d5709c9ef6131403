/* scores.h - people's scores as whole numbers, and their exact sums */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_SCORES_H
#define ENGINE_STATS_SCORES_H

#include <stddef.h>
#include <stdint.h>

#include "engine/stats/refusal.h"

struct arena;

/* The scores of one group on one dimension: person i has x[i] / unit points. A person's mean of answered
 * items is a fraction; over a common denominator it is a whole number, so sums are exact and independent of
 * order, and two statistics tie exactly when they are equal (floating sums lose up to 58% of the ties).
 * People without a score are left out by whoever fills x: n counts the people who have one. */
struct scores {
	const int64_t *x;
	size_t n;
	int64_t unit;
};

/* The common unit of n fractions: lcm(60, the positive denominators). 60 makes means of 1..6 answers exact.
 * A denominator is a count of answered items, or the sum of their whole weights; 0 = no score, ignored.
 * At most SCORES_UNIT_MAX = lcm(1..12): beyond it that is returned, and scores_from rounds to the nearest. */
#define SCORES_UNIT_MAX 27720
int64_t scores_unit(const int64_t denominators[], size_t n);

/* numerator / denominator in whole units, halves rounded away from zero. Exact when denominator divides
 * numerator * unit. CHECKs denominator > 0. */
int64_t scores_from(int64_t numerator, int64_t denominator, int64_t unit);

/* Sums of whole numbers: start at zero, add people in any order, merge parts. CHECKs against overflow
 * (|x| <= 10^5 leaves room for 10^8 people). */
struct moments {
	int64_t n, sum, squares;
};

void moments_add(struct moments *, int64_t x);
void moments_merge(struct moments *, const struct moments *part);

/* mean: points, NAN if n = 0. variance: points squared, unbiased, sum (x - mean)^2 / (n - 1), NAN if n < 2;
 * it is exactly 0 if and only if all are alike. */
struct summary {
	size_t n;
	double mean, variance;
};

struct summary moments_summary(const struct moments *, int64_t unit);
struct summary scores_summary(const struct scores *);

/* How many people have exactly x. */
size_t scores_count(const struct scores *, int64_t x);

/* What every test of two groups by reallocation refuses: REFUSED_EMPTY, a side has nobody; REFUSED_NO_SPREAD,
 * all people of both sides have the same score. CHECKs equal units. */
enum refusal scores_refuse_pair(const struct scores *a, const struct scores *b);

/* a's people, then b's. */
int64_t *scores_pool(struct arena *, const struct scores *a, const struct scores *b);

#endif
