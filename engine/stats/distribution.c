/* distribution.c - the distribution functions everything else uses, safe against GSL's traps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_roots.h>
#include <math.h>
#include <stdbool.h>

#include "base/check.h"

static int gsl_failed;

static void
record(const char *reason, const char *file, int line, int number)
{
	(void)reason;
	(void)file;
	(void)line;
	gsl_failed = number;
}

static void
begin(bool arguments_fit)
{
	CHECK(arguments_fit);
	gsl_failed = GSL_SUCCESS;
	gsl_set_error_handler(record);
}

/* Underflow in a far tail is a correct 0. */
static double
end(double result)
{
	CHECK(gsl_failed == GSL_SUCCESS || gsl_failed == GSL_EUNDRFLW);
	CHECK(isfinite(result));
	return result;
}

double
normal_p(double z)
{
	begin(!isnan(z));
	return end(gsl_cdf_ugaussian_P(z));
}

double
normal_inv(double p)
{
	begin(p > 0 && p < 1);
	return end(gsl_cdf_ugaussian_Pinv(p));
}

double
t_p(double t, double df)
{
	begin(!isnan(t) && df > 0);
	return end(gsl_cdf_tdist_P(t, df));
}

double
t_q(double t, double df)
{
	begin(!isnan(t) && df > 0);
	return end(gsl_cdf_tdist_Q(t, df));
}

double
t_inv(double p, double df)
{
	begin(p > 0 && p < 1 && df > 0);
	return end(gsl_cdf_tdist_Pinv(p, df));
}

double
t_two_sided(double t, double df)
{
	return fmin(1, 2 * t_q(fabs(t), df));
}

/* log of the density of u = log s, apart from a constant that makes the peak at u = 0 a zero. */
static double
log_density(double u, double df)
{
	return df * (u - expm1(2 * u) / 2);
}

/* Sums over nodes u = step * i going one way until the density has died out. */
static void
noncentral_t_side(double t, double df, double delta, double step, double *mass, double *below)
{
	for (int i = step > 0 ? 0 : 1;; i++) {
		double u = i * step, weight = exp(log_density(u, df));

		if (weight < 1e-18)
			return;
		*mass += weight;
		*below += weight * erfc((delta - t * exp(u)) / M_SQRT2) / 2;
	}
}

/* Dividing by the sum of the weights replaces the density's constant, at the same exponential accuracy. The
 * step resolves both factors of the integrand: the density is about 1/sqrt(2 df) wide, Phi rises over about
 * 1/delta; the 20 serves the density's double exponential end when df is small. */
double
noncentral_t_p(double t, double df, double delta)
{
	double step = 0.6 / sqrt(2 * df + t * t + delta * delta + 20), mass = 0, below = 0;

	CHECK(df >= 1 && isfinite(t) && isfinite(delta));
	noncentral_t_side(t, df, delta, step, &mass, &below);
	noncentral_t_side(t, df, delta, -step, &mass, &below);
	return below / mass;
}

struct noncentral {
	double t, df, p;
};

static double
noncentral_excess(double delta, void *wanted)
{
	const struct noncentral *w = wanted;

	return noncentral_t_p(w->t, w->df, delta) - w->p;
}

/* P(T <= t) falls from 1 to 0 as delta grows, so a bracket around t is found by walking outwards. */
static double
noncentral_bound(struct noncentral *w, double direction)
{
	double reach = 2 + fabs(w->t) / 2;

	while (noncentral_excess(w->t + direction * reach, w) * direction > 0)
		reach *= 2;
	return w->t + direction * reach;
}

double
noncentral_t_delta(double t, double df, double p)
{
	struct noncentral wanted = { t, df, p };
	gsl_function excess = { noncentral_excess, &wanted };
	gsl_root_fsolver *brent;
	double lo, hi;

	begin(p > 0 && p < 1);
	lo = noncentral_bound(&wanted, -1);
	hi = noncentral_bound(&wanted, 1);
	CHECK((brent = gsl_root_fsolver_alloc(gsl_root_fsolver_brent)) != NULL);
	gsl_root_fsolver_set(brent, &excess, lo, hi);
	for (int i = 0; i < 100 && hi - lo > 1e-12 * (1 + fabs(lo)); i++) {
		gsl_root_fsolver_iterate(brent);
		lo = gsl_root_fsolver_x_lower(brent);
		hi = gsl_root_fsolver_x_upper(brent);
	}
	lo = gsl_root_fsolver_root(brent);
	gsl_root_fsolver_free(brent);
	return end(lo);
}
