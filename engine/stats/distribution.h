/* distribution.h - normal, t and chi-squared, safe against GSL's traps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_DISTRIBUTION_H
#define ENGINE_STATS_DISTRIBUTION_H

/* Arguments outside the stated domain, or a result that is not a number, are our mistake (CHECK). P is the
 * lower tail, Q the upper, inv the inverse of P. df > 0 need not be whole; 0 < p < 1. Normal and
 * chi-squared are GSL's, its aborting error handler replaced: relative error < 1e-15, and < 1e-11 for df <=
 * 10^4 (1e-12 up to 10^3; beyond 10^4 up to 1e-6). */
double normal_p(double z);
double normal_inv(double p);

/* t from the incomplete beta function (beta.h), relative error < 1e-12: in far tails GSL is off by up to
 * 4e-10, and its quantiles by more, or NAN below one df. t_two_sided: P(|T| >= |t|). */
double t_p(double t, double df);
double t_q(double t, double df);
double t_two_sided(double t, double df);
double t_inv(double p, double df);

/* x >= 0, df <= CHI_SQUARED_DF_MAX: above, GSL gives up. The quantile is our own, for GSL's is NAN for one in
 * seven of ordinary arguments above 1,000 df; where it is below e^-700 it is that. */
#define CHI_SQUARED_DF_MAX 1e6
double chi_squared_p(double x, double df);
double chi_squared_q(double x, double df);
double chi_squared_inv(double p, double df);

#endif
