/* marginal.h - the likelihood of many people's answers when the trait is summed out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_MARGINAL_H
#define ENGINE_STATS_RESPONSE_MARGINAL_H

#include "engine/stats/convergence.h"
#include "engine/stats/refusal.h"
#include "engine/stats/response/column.h"
#include "engine/stats/response/grid.h"
#include "engine/stats/response/patterns.h"

struct arena;

/* log L = sum over patterns of count log sum over nodes of weight times the product of the curves (Bock &
 * Aitkin 1981). What marginal_evaluate computes belongs to the present `parameter`. */
struct marginal {
	struct grid grid;
	struct patterns patterns;
	const struct column *column;	/* patterns.columns of them */
	size_t parameters, stride;	/* stride: rows a column in curves and expected */
	double *parameter;
	double *curves;			/* row of code c of column i: (i * stride + c) * GRID_LANES */
	double *expected;		/* rows alike: how many people with that code are at each node */
	double *gradient, log_likelihood;
};

/* The row of a column's code among curves or expected. */
static inline double *
marginal_row(const struct marginal *m, double *rows, size_t column, size_t code)
{
	return rows + (column * m->stride + code) * GRID_LANES;
}

/* Numbers the parameters (column[i].first) and makes room; the parameters themselves are the caller's to
 * start. Every code of a pattern is at most its column's `categories` (CHECK). */
struct marginal *marginal_new(struct arena *, const struct patterns *, struct column *);

bool marginal_proper(const struct marginal *);
/* The expectation step: log_likelihood, expected counts, gradient. */
void marginal_evaluate(struct marginal *);
/* The maximisation step: every column's parameters moved up its expected log-likelihood by Newton steps,
 * given `expected`. */
void marginal_maximise(struct marginal *);

/* Minus the second derivatives of log L, exact (Louis 1982): what the complete data would tell, minus what
 * not knowing the trait costs,
 *	- sum E[h] - sum (E[s s'] - E[s] E[s]'),
 * s and h first and second derivatives of a person's complete-data log-likelihood, E over the person's
 * posterior. information_r: parameters x parameters; only the lower triangle is filled. At least two
 * columns. */
void marginal_information(const struct marginal *, double *information_r);

/* From the parameters it was given up to the maximum: EM steps, then Newton steps with the exact
 * information, kept as long as it serves and damped where it is not positive definite (Levenberg 1944), and
 * EM again wherever these do not go up. convergence: gradient is max |d log L
 * / d parameter| / people, tolerance 1e-11, so that the gradient of the whole is below 1e-6 up to 100,000
 * people. covariance_r, parameters x parameters or NULL: inverse of the information at the maximum. A slope
 * beyond 10 ends the ascent: the grid cannot tell it from a step, and mostly it has no bound.
 * REFUSED_SINGULAR: such a slope and another beyond 5, items that say the same; or the information at the
 * maximum is not positive definite. REFUSED_IMPROPER: one such slope alone, an item without error.
 * REFUSED_NOT_CONVERGED: not there after 1,000 steps. */
enum refusal marginal_ascend(struct marginal *, double *covariance_r, struct convergence *convergence_r);

#endif
