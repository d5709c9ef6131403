/* distribution.c - normal, t and chi-squared, safe against GSL's traps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdbool.h>

#include "base/check.h"
#include "engine/stats/beta.h"

#define LOG_MAX 700.

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
	return t_q(-t, df);
}

/* T^2 is F with 1 and df degrees of freedom. */
double
t_q(double t, double df)
{
	double beyond = t_two_sided(t, df) / 2;

	return t > 0 ? beyond : 1 - beyond;
}

/* Where to begin: the normal quantile corrected for df (Fisher & Cornish 1960), good to some digits from
 * df = 3. */
static double
t_near(double z, double df)
{
	double square = z * z;

	return z * (1 + (square + 1) / (4 * df) + ((5 * square + 16) * square + 3) / (96 * df * df));
}

/* T^2 / df is B / (1 - B) for B from a beta distribution with 1/2 and df / 2; its smaller tail is
 * matched. */
double
t_inv(double p, double df)
{
	double tail = fmin(p, 1 - p), size, near;

	CHECK(p > 0 && p < 1 && df > 0);
	if (tail == .5)
		return 0;
	near = t_near(-normal_inv(tail), df);
	near = log(near * near / df);
	if (tail < .25)
		size = -beta_logit(2 * tail, df / 2, .5, -near);
	else
		size = beta_logit(1 - 2 * tail, .5, df / 2, near);
	return copysign(sqrt(df) * exp(size / 2), p - .5);
}

double
t_two_sided(double t, double df)
{
	return f_q(t * t, 1, df);
}

double
chi_squared_p(double x, double df)
{
	begin(x >= 0 && df > 0 && df <= CHI_SQUARED_DF_MAX);
	return end(gsl_cdf_chisq_P(x, df));
}

double
chi_squared_q(double x, double df)
{
	begin(x >= 0 && df > 0 && df <= CHI_SQUARED_DF_MAX);
	return end(gsl_cdf_chisq_Q(x, df));
}

/* Wilson & Hilferty 1931; where that falls below 0, from the first term of the series of P. */
static double
log_chi_squared_near(double p, double df)
{
	double ninth = 2 / (9 * df), root = 1 - ninth + normal_inv(p) * sqrt(ninth);

	if (root > .1)
		return log(df) + 3 * log(root);
	return M_LN2 + 2 / df * (log(p) + lgamma(df / 2 + 1));
}

/* By how much log tail exceeds what is wanted, on the side of the smaller tail, and so that it grows with
 * x. */
static double
log_excess(double x, double df, double p)
{
	return p <= .5 ? log(chi_squared_p(x, df) / p) : log((1 - p) / chi_squared_q(x, df));
}

/* Newton's method in log x, where log tail is concave, inside a bracket: a tail may have underflowed where
 * a step leads. */
double
chi_squared_inv(double p, double df)
{
	double u, lo = -LOG_MAX, hi = LOG_MAX;

	CHECK(p > 0 && p < 1 && df > 0);
	u = log_chi_squared_near(p, df);
	for (int i = 0; i < 200 && hi - lo > 1e-15; i++) {
		double x, off, next;

		u = u > lo && u < hi ? u : (lo + hi) / 2;
		x = exp(u);
		off = log_excess(x, df, p);
		next = u - off * (p <= .5 ? chi_squared_p(x, df) : chi_squared_q(x, df)) / (x * gsl_ran_chisq_pdf(x, df));
		if (fabs(off) < 1e-11)
			return exp(next);
		if (off > 0)
			hi = u;
		else
			lo = u;
		u = next;
	}
	return exp(lo);
}
