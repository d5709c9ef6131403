/* polychoric.h - how what lies behind graded answers goes together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_POLYCHORIC_H
#define ENGINE_STATS_POLYCHORIC_H

#include <stddef.h>
#include <stdint.h>

#include "engine/stats/convergence.h"
#include "engine/stats/covariance.h"
#include "engine/stats/ratings.h"
#include "engine/stats/refusal.h"

struct arena;

/* An answer of k points is taken for a standard normal opinion cut at k - 1 thresholds: Phi^-1 of the share
 * of people at or below each point. -INFINITY below the lowest point anybody chose, INFINITY from the highest
 * on. counts[i]: people on point i of `points`, at least one in all (CHECK). */
void polychoric_thresholds(const uint32_t counts[], size_t points, double thresholds_r[]);

/* The correlation of two such opinions that makes a table of answers likeliest, the thresholds being those of
 * the margins (two-step maximum likelihood: Olsson 1979). counts[i * columns + j] people chose point i of one
 * item and j of the other; points nobody chose do not matter.
 * By Newton's method with the analytic first and second derivative, between bounds that close in.
 *
 * se          from the observed second derivative, the thresholds taken as known.
 * chi_square  2 sum n log(n / expected), on df = r c - r - c for r x c used points: how well two normal
 *             opinions explain the table; it is that of the two steps, slightly above that of joint
 *             estimation.
 * REFUSED_EMPTY: nobody. REFUSED_NO_SPREAD: everybody gave the same answer to one of the items.
 * REFUSED_SINGULAR: the likelihood grows up to a correlation of 1 or -1 (beyond .9999), as when the table has
 * one diagonal only or a two-by-two table has an empty cell. REFUSED_NOT_CONVERGED. */
struct polychoric {
	enum refusal refused;
	struct convergence convergence;
	size_t people;
	double correlation, se, chi_square, df;
};

struct polychoric polychoric_of(const uint32_t counts[], size_t rows, size_t columns);

/* All pairs of items, of the people who answered every item. `correlation` can be given to factor_of; each
 * pair is estimated by itself, so it need not be positive definite. thresholds: items x (points - 1);
 * convergence that of the pair that stopped with the largest gradient.
 * Refused with its reason when any pair is. */
struct polychoric_matrix {
	struct covariance correlation;
	struct convergence convergence;
	double *thresholds;
};

struct polychoric_matrix polychoric_matrix_of(struct arena *, const struct ratings *);

#endif
