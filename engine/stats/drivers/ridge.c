/* ridge.c - coefficients that stay calm when predictors overlap */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/drivers/ridge.h"

#include <math.h>

#include "base/check.h"

static const double least = 1e-9, most = 1e6;

/* With k = lambda / n, of the outcome's variance sum along^2 (d + 2k) / (d + k)^2 is explained; rounding must
 * not make that more than all. */
static double
left_over(const struct axes *x, double k)
{
	double left = 1;

	for (size_t i = 0; i < x->predictors; i++)
		if (x->values[i] + k > 0)
			left -= x->along[i] * x->along[i] * (x->values[i] + 2 * k) / pow(x->values[i] + k, 2);
	return fmax(0, left);
}

static double
freedom(const struct axes *x, double k)
{
	double df = 0;

	for (size_t i = 0; i < x->predictors; i++)
		if (x->values[i] + k > 0)
			df += x->values[i] / (x->values[i] + k);
	return df;
}

/* d log gcv / d log k; upwards where the fit is perfect but for rounding: gcv falls no further. */
static double
slope(const struct axes *x, double k)
{
	double left = 0, df = 0, before = left_over(x, k);

	if (before < 1e-14)
		return 1;

	for (size_t i = 0; i < x->predictors; i++) {
		double d = x->values[i] + k;

		left += x->along[i] * x->along[i] * 2 * k / (d * d * d);
		df += x->values[i] / (d * d);
	}
	return k * (left / before - 2 * df / ((double)x->people - freedom(x, k)));
}

struct ridge
ridge_at(const struct axes *x, double lambda)
{
	struct ridge f = { .refused = x->refused, .predictors = x->predictors, .lambda = lambda };
	double k, n = (double)x->people;

	CHECK(lambda >= 0);
	if (f.refused == REFUSED_NOT && lambda == 0)
		f.refused = regression_fit(x).refused;
	if (f.refused != REFUSED_NOT) {
		f.lambda = f.df = f.gcv = f.intercept = NAN;
		for (size_t i = 0; i < PREDICTORS_MAX; i++)
			f.beta[i] = f.coefficient[i] = NAN;
		return f;
	}
	k = lambda / n;
	for (size_t i = 0; i < x->predictors; i++)
		for (size_t a = 0; a < x->predictors; a++)
			f.beta[i] += x->axis[a][i] * x->along[a] / (x->values[a] + k);
	f.df = freedom(x, k);
	f.gcv = n * pow(x->spread[x->predictors], 2) * left_over(x, k) / pow(n - f.df, 2);
	f.intercept = regression_in_points(x, f.beta, f.coefficient);
	return f;
}

/* The slope is negative at lo and not at hi. Halving in log k, until the bracket is at rounding. */
static struct ridge
polish(const struct axes *x, double lo, double hi)
{
	struct ridge f;
	unsigned i;

	for (i = 0; i < 100 && hi / lo - 1 > 1e-15; i++) {
		double middle = sqrt(lo * hi);

		if (slope(x, middle) < 0)
			lo = middle;
		else
			hi = middle;
	}
	f = ridge_at(x, hi * (double)x->people);
	f.convergence = (struct convergence){ i, fabs(slope(x, hi)), 1e-9 };
	return f;
}

static void
keep_better(struct ridge *best, const struct ridge *f)
{
	if (best->refused != REFUSED_NOT || f->gcv < best->gcv)
		*best = *f;
}

/* What gcv falls towards at the ends of the range. */
static struct ridge
at_end(const struct axes *x, double k)
{
	double lambda = k == least && x->values[0] >= 1e-9 ? 0 : k * (double)x->people;
	struct ridge f = ridge_at(x, lambda);

	f.convergence = (struct convergence){ 0, 0, 1e-9 };
	return f;
}

struct ridge
ridge_choose(const struct axes *x)
{
	struct ridge best = { .refused = REFUSED_NOT_CONVERGED }, f;
	double lo = least, before;

	if (x->refused != REFUSED_NOT)
		return ridge_at(x, 0);
	before = slope(x, lo);
	if (before >= 0) {
		f = at_end(x, least);
		keep_better(&best, &f);
	}
	for (double hi = 2 * lo; hi <= most; hi *= 2) {
		double after = slope(x, hi);

		if (before < 0 && after >= 0) {
			f = polish(x, lo, hi);
			keep_better(&best, &f);
		}
		lo = hi;
		before = after;
	}
	if (before < 0) {
		f = at_end(x, lo);
		keep_better(&best, &f);
	}
	return best;
}
