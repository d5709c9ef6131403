/* subset.h - the exact distribution of the sum of a random subset */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_SUBSET_H
#define ENGINE_STATS_SUBSET_H

#include <stddef.h>
#include <stdint.h>

/* How it was computed. All three look at the same distribution; only the last is an approximation. */
enum subset_method {
	SUBSET_COUNTED,		/* subsets counted by (size, sum); exact, the counts are whole while below 2^53 */
	SUBSET_INVERTED,	/* characteristic function inverted on a lattice; absolute error < 1e-11 */
	SUBSET_NORMAL		/* normal with the permutation variance */
};

/* Draw m of the n values at random without replacement; S is their sum, T the sum of all, D = n S - m T >= or
 * <= 0. beyond = P(|D| > |observed|), equal = P(|D| = |observed|), observed = n s - m T for the sum s
 * seen. */
struct subset_tail {
	double beyond, equal;
	enum subset_method method;
};

/* CHECKs 0 < m < n and that `sum` can be reached. Values may have any common offset and factor: both are
 * removed first, so the cost follows the spread in steps that really occur. n values, all alike: beyond 0,
 * equal 1.
 *
 * SUBSET_COUNTED when n * m * span <= 2^23 (24 people with means of 3, 4 or 5 five-point answers: half a
 * million steps): ways[c][s] = number of subsets of c people with sum s, one pass per person (Streitberg &
 * Roehmel 1986; Pagano & Tritchler 1983).
 *
 * Otherwise SUBSET_INVERTED: P(S = s) is the coefficient of y^m z^s in prod (q + p y z^x) / Binomial(n,
 * p)(m), p = m/n, read off by evaluating on the unit circles of y and z (Pagano & Tritchler 1983, with the
 * binomial tilt for scale, so nothing under- or overflows). Hoeffding's bounds (1963) say how few points on
 * each circle leave less than 1e-16 of aliased mass; points whose product has fallen below e^-45 are left
 * early. 2,800 people with 60ths of six-point means take well under a second and 2 MB.
 *
 * SUBSET_NORMAL only when that grid would need more than 2^27 points or 2^21 points in z: tens of thousands
 * of people, or hundreds whose scores have a unit in the thousands. */
struct subset_tail subset_sum_tail(const int64_t x[], size_t n, size_t m, int64_t sum);

#endif
