/* distribution.c - normal, t and chi-squared, safe against GSL's traps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdbool.h>

#include "base/check.h"
#include "engine/stats/beta.h"

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

double
t_inv(double p, double df)
{
	begin(p > 0 && p < 1 && df > 0);
	return end(gsl_cdf_tdist_Pinv(p, df));
}

double
t_two_sided(double t, double df)
{
	return f_q(t * t, 1, df);
}

double
chi_squared_p(double x, double df)
{
	begin(x >= 0 && df > 0);
	return end(gsl_cdf_chisq_P(x, df));
}

double
chi_squared_q(double x, double df)
{
	begin(x >= 0 && df > 0);
	return end(gsl_cdf_chisq_Q(x, df));
}

double
chi_squared_inv(double p, double df)
{
	begin(p > 0 && p < 1 && df > 0);
	return end(gsl_cdf_chisq_Pinv(p, df));
}
