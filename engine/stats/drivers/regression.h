/* regression.h - how predictors together explain an outcome: least squares, seen along principal axes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_REGRESSION_H
#define ENGINE_STATS_REGRESSION_H

#include <stddef.h>

#include "engine/stats/refusal.h"
#include "engine/stats/drivers/cross.h"

enum { PREDICTORS_MAX = CROSS_MAX - 1 };

/* The correlations R of the predictors as P diag(values) P', values ascending and at least 0, axis[k] the
 * k-th column of P; along[k] = axis k times r, the correlations with the outcome; spread[i] the standard
 * deviation of variable i with divisor n, the outcome last. REFUSED_TOO_FEW: fewer than p + 2 people, p
 * predictors. REFUSED_EMPTY, REFUSED_NO_SPREAD: as cross_correlation. A step on the way: when refused, the
 * numbers are not set. */
struct axes {
	enum refusal refused;
	size_t people, predictors;
	double values[PREDICTORS_MAX], axis[PREDICTORS_MAX][PREDICTORS_MAX], along[PREDICTORS_MAX];
	double r[PREDICTORS_MAX], mean[CROSS_MAX], spread[CROSS_MAX];
};

/* The last variable is the outcome; at least one predictor (CHECK). */
struct axes axes_of(const struct cross *);

/* Of predictor i: r[i] its correlation with the outcome, beta[i] the standardised coefficient, coefficient[i]
 * the same in points of the outcome per point, vif[i] = 1 / (1 - R2 of i on the others), unique[i] = beta^2 /
 * vif, by which R2 falls without it; r^2 is what it has alone, beta r is Pratt's (1987) share.
 * r2, and adjusted_r2 = 1 - (1 - r2)(n - 1) / (n - p - 1). condition = largest / smallest eigenvalue of R.
 * REFUSED_SINGULAR: the smallest eigenvalue is below 1e-9; culprit is the predictor that weighs most on its
 * axis, one of those that say the same. Otherwise culprit = predictors. The refusals of axes. */
struct regression {
	enum refusal refused;
	size_t people, predictors, culprit;
	double r2, adjusted_r2, condition, intercept;
	double r[PREDICTORS_MAX], beta[PREDICTORS_MAX], coefficient[PREDICTORS_MAX], vif[PREDICTORS_MAX];
	double unique[PREDICTORS_MAX];
};

struct regression regression_fit(const struct axes *);

/* Standardised coefficients in points: coefficient_r[i] = beta[i] spread(outcome) / spread(i); returns the
 * constant. */
double regression_in_points(const struct axes *, const double beta[], double coefficient_r[]);

#endif
