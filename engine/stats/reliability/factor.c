/* factor.c - does one thing explain how the items go together? The one-factor model */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/reliability/factor.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "engine/stats/cholesky.h"
#include "engine/stats/covariance.h"
#include "engine/stats/distribution.h"

#define TOLERANCE 1e-10
#define ITERATIONS 500
#define POWER_STEPS 20
#define HALVINGS 30
#define LEAST_SIGNAL 1e-6

/* The model under way, in standard deviations: parameters are loadings, then error variances; inverse is
 * Sigma^-1, r the observed correlations and log_r the logarithm of their determinant. */
struct fit {
	size_t k;
	const double *r;
	double log_r;
	double *parameter, *inverse, *gradient, *information;
	double discrepancy;
};

static void
implied(const double parameter[], size_t k, double sigma_r[])
{
	const double *loading = parameter, *error = parameter + k;

	for (size_t i = 0; i < k; i++) {
		for (size_t j = 0; j < k; j++)
			sigma_r[i * k + j] = loading[i] * loading[j];
		sigma_r[i * k + i] += error[i];
	}
}

/* The discrepancy at a parameter, with Sigma^-1; INFINITY where Sigma is not positive definite. */
static double
discrepancy_at(const struct fit *f, const double parameter[], double sigma[], double inverse_r[])
{
	size_t k = f->k;
	double sum = 0;

	implied(parameter, k, sigma);
	if (!cholesky_factor(sigma, k))
		return INFINITY;
	cholesky_invert(sigma, k, inverse_r);
	for (size_t i = 0; i < k * k; i++)
		sum += f->r[i] * inverse_r[i];
	return cholesky_log_determinant(sigma, k) - f->log_r + sum - (double)k;
}

static double
row_times(const double matrix[], size_t k, size_t row, const double x[])
{
	double sum = 0;

	for (size_t j = 0; j < k; j++)
		sum += matrix[row * k + j] * x[j];
	return sum;
}

/* dF = tr(W dSigma), W = Sigma^-1 - Sigma^-1 R Sigma^-1. Returns the largest derivative. */
static double
differentiate(struct fit *f, double through[], double w[])
{
	size_t k = f->k;
	double largest = 0;

	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++)
			through[i * k + j] = row_times(f->r, k, j, f->inverse + i * k);
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++)
			w[i * k + j] = f->inverse[i * k + j] - row_times(through, k, i, f->inverse + j * k);
	for (size_t i = 0; i < k; i++) {
		f->gradient[i] = 2 * row_times(w, k, i, f->parameter);
		f->gradient[k + i] = w[i * k + i];
		largest = fmax(largest, fmax(fabs(f->gradient[i]), fabs(f->gradient[k + i])));
	}
	return largest;
}

/* Expected second derivatives of F: tr(Sigma^-1 dSigma Sigma^-1 dSigma). Returns how much signal the factor
 * gives, l' Sigma^-1 l. */
static double
inform(struct fit *f)
{
	size_t k = f->k, width = 2 * k;
	const double *l = f->parameter, *inverse = f->inverse;
	double *e = f->information, *through = f->gradient + width, common = 0;

	for (size_t i = 0; i < k; i++) {
		through[i] = row_times(inverse, k, i, l);
		common += through[i] * l[i];
	}
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			double x = inverse[i * k + j];

			e[i * width + j] = 2 * (x * common + through[i] * through[j]);
			e[(k + i) * width + j] = 2 * x * through[i];
			e[i * width + k + j] = 2 * x * through[j];
			e[(k + i) * width + k + j] = x * x;
		}
	return common;
}

/* The first principal component, pulled in from 1 so that no error variance starts at 0. */
static void
begin(struct fit *f)
{
	size_t k = f->k;
	double *x = f->parameter, *y = f->parameter + k, length = 0;

	for (size_t i = 0; i < k; i++)
		x[i] = i == 0 ? 1 : f->r[i] < 0 ? -1 : 1;
	for (int step = 0; step < POWER_STEPS; step++) {
		length = 0;
		for (size_t i = 0; i < k; i++)
			y[i] = row_times(f->r, k, i, x);
		for (size_t i = 0; i < k; i++)
			length += y[i] * y[i] / (double)k;
		for (size_t i = 0; i < k; i++)
			x[i] = y[i] / sqrt(length);
	}
	length = sqrt(sqrt(length) / (double)k);
	for (size_t i = 0; i < k; i++) {
		x[i] = fmax(-.9, fmin(.9, .9 * length * x[i]));
		y[i] = 1 - x[i] * x[i];
	}
}

/* One step of Fisher scoring, halved while it leads out of the definite matrices or uphill. */
static bool
step(struct fit *f, double trial[], double sigma[], double inverse[])
{
	size_t width = 2 * f->k;
	double slack = 1e-14 * (double)f->k, size = 1;

	cholesky_solve(f->information, width, f->gradient);
	for (int i = 0; i < HALVINGS; i++, size /= 2) {
		double discrepancy;

		for (size_t j = 0; j < width; j++)
			trial[j] = f->parameter[j] - size * f->gradient[j];
		discrepancy = discrepancy_at(f, trial, sigma, inverse);
		if (discrepancy > f->discrepancy + slack)
			continue;
		memcpy(f->parameter, trial, width * sizeof *trial);
		memcpy(f->inverse, inverse, f->k * f->k * sizeof *inverse);
		f->discrepancy = discrepancy;
		return true;
	}
	return false;
}

/* Whether all error variances are what a variance can be. */
static bool
proper(const struct fit *f)
{
	for (size_t i = f->k; i < 2 * f->k; i++)
		if (f->parameter[i] <= 0)
			return false;
	return true;
}

/* Leaves the factored information at the last parameter. */
static enum refusal
climb(struct arena *scratch, struct fit *f, struct convergence *c)
{
	size_t k = f->k, width = 2 * k;
	double *trial = arena_make_n(scratch, width, double), *sigma = arena_make_n(scratch, k * k, double);
	double *inverse = arena_make_n(scratch, k * k, double);

	c->tolerance = TOLERANCE;
	for (c->iterations = 0;; c->iterations++) {
		c->gradient = differentiate(f, sigma, inverse);
		if (inform(f) < LEAST_SIGNAL || !cholesky_factor(f->information, width))
			return REFUSED_SINGULAR;
		if (c->gradient <= TOLERANCE)
			return proper(f) ? REFUSED_NOT : REFUSED_IMPROPER;
		if (c->iterations == ITERATIONS || !step(f, trial, sigma, inverse))
			return proper(f) ? REFUSED_NOT_CONVERGED : REFUSED_IMPROPER;
	}
}

static enum refusal
refuse(const struct covariance *c)
{
	if (c->refused != REFUSED_NOT)
		return c->refused;
	return c->items < 3 ? REFUSED_TOO_FEW : REFUSED_NOT;
}

static enum refusal
fit_correlations(struct arena *scratch, struct fit *f, struct convergence *c)
{
	size_t k = f->k;
	double *factored = arena_memdup(scratch, f->r, k * k * sizeof *f->r);
	double *sigma = arena_make_n(scratch, k * k, double);

	if (!cholesky_factor(factored, k))
		return REFUSED_SINGULAR;
	f->log_r = cholesky_log_determinant(factored, k);
	f->parameter = arena_make_n(scratch, 2 * k, double);
	f->inverse = arena_make_n(scratch, k * k, double);
	f->gradient = arena_make_n(scratch, 3 * k, double);
	f->information = arena_make_n(scratch, 4 * k * k, double);
	begin(f);
	f->discrepancy = discrepancy_at(f, f->parameter, sigma, f->inverse);
	return climb(scratch, f, c);
}

static double
misfit(const struct fit *f, double sigma[])
{
	size_t k = f->k;
	double sum = 0;

	implied(f->parameter, k, sigma);
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j <= i; j++)
			sum += (f->r[i * k + j] - sigma[i * k + j]) * (f->r[i * k + j] - sigma[i * k + j]);
	return sqrt(2 * sum / (double)(k * (k + 1)));
}

static void
judge(struct factor *result, const struct fit *f)
{
	double n = (double)result->people - 1, k = (double)f->k, baseline, excess;

	result->df = k * (k - 3) / 2;
	result->chi_square = n * fmax(0, f->discrepancy);
	excess = fmax(0, result->chi_square - result->df);
	baseline = fmax(excess, -n * f->log_r - k * (k - 1) / 2);
	result->cfi = baseline > 0 ? 1 - excess / baseline : 1;
	if (result->df == 0)
		return;
	result->p = chi_squared_q(result->chi_square, result->df);
	result->rmsea = sqrt(excess / (result->df * n));
}

static double
sign_of(const struct fit *f)
{
	double sum = 0;

	for (size_t i = 0; i < f->k; i++)
		sum += f->parameter[i];
	return sum < 0 ? -1 : 1;
}

/* Back from standard deviations into the items' units; the covariance is 2 / (n - 1) information^-1. */
static void
rescale(struct factor *result, const struct fit *f, const struct covariance *c)
{
	size_t k = f->k, width = 2 * k;
	double *scale = f->gradient, sign = sign_of(f), n = (double)result->people - 1;

	for (size_t i = 0; i < k; i++) {
		scale[k + i] = c->matrix[i * k + i];
		scale[i] = sign * sqrt(scale[k + i]);
		result->loading[i] = scale[i] * f->parameter[i];
		result->error[i] = scale[k + i] * f->parameter[k + i];
	}
	cholesky_invert(f->information, width, result->covariance);
	for (size_t i = 0; i < width; i++)
		for (size_t j = 0; j < width; j++)
			result->covariance[i * width + j] *= 2 / n * scale[i] * scale[j];
}

static void
forget(struct factor *result)
{
	for (size_t i = 0; i < result->items; i++)
		result->loading[i] = result->error[i] = NAN;
	for (size_t i = 0; i < 4 * result->items * result->items; i++)
		result->covariance[i] = NAN;
}

struct factor
factor_of(struct arena *arena, const struct covariance *c)
{
	struct factor result = { .refused = refuse(c), .people = c->people, .items = c->items, .df = NAN,
		.chi_square = NAN, .p = NAN, .rmsea = NAN, .cfi = NAN, .srmr = NAN };
	struct covariance correlation;
	struct fit f = { .k = c->items };

	result.convergence = (struct convergence){ 0, NAN, TOLERANCE };
	result.loading = arena_make_n(arena, f.k, double);
	result.error = arena_make_n(arena, f.k, double);
	result.covariance = arena_make_n(arena, 4 * f.k * f.k, double);
	if (result.refused == REFUSED_NOT) {
		correlation = covariance_standardised(arena, c);
		f.r = correlation.matrix;
		result.refused = correlation.refused;
	}
	if (result.refused == REFUSED_NOT)
		result.refused = fit_correlations(arena, &f, &result.convergence);
	if (result.refused != REFUSED_NOT) {
		forget(&result);
		return result;
	}
	judge(&result, &f);
	result.srmr = misfit(&f, f.inverse);
	rescale(&result, &f, c);
	return result;
}
