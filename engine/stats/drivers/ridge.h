/* ridge.h - coefficients that stay calm when predictors overlap */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RIDGE_H
#define ENGINE_STATS_RIDGE_H

#include <stddef.h>

#include "engine/stats/convergence.h"
#include "engine/stats/refusal.h"
#include "engine/stats/drivers/regression.h"

/* Minimises sum (y - X b)^2 + lambda sum b^2 over predictors divided by their standard deviation (divisor n),
 * constant free (Hoerl & Kennard 1970): beta = (R + lambda / n)^-1 r. Scaled like R's MASS::lm.ridge.
 * beta: standardised; coefficient, intercept: in points. df = sum d / (d + lambda / n), d the eigenvalues of
 * R. gcv = residual sum of squares / (n - df)^2 in points squared: the constant is not counted, as there.
 * A singular R is no obstacle with lambda > 0: predictors that say the same get equal coefficients. */
struct ridge {
	enum refusal refused;
	size_t predictors;
	double lambda, df, gcv, intercept;
	double beta[PREDICTORS_MAX], coefficient[PREDICTORS_MAX];
	struct convergence convergence;
};

/* The refusals of axes; REFUSED_SINGULAR: lambda = 0 and R is, see regression_fit. lambda >= 0 (CHECK). */
struct ridge ridge_at(const struct axes *, double lambda);

/* The lambda at which gcv is smallest (generalised cross-validation: Golub, Heath & Wahba 1979): it needs no
 * random folds, so the same data give the same answer. The derivative of log gcv in log lambda is looked at
 * between lambda / n = 1e-9 and 1e6 in steps of a factor 2, every root polished by bisection, the lowest
 * gcv taken. If gcv only rises from the lower end, lambda is 0, or for a singular R that end; if it
 * only falls (the predictors tell nothing about the outcome), lambda is the upper end and all coefficients
 * are next to 0. gradient: |d log gcv / d log lambda|, 0 at an end. */
struct ridge ridge_choose(const struct axes *);

#endif
