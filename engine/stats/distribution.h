/* distribution.h - normal, t and chi-squared, safe against GSL's traps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_DISTRIBUTION_H
#define ENGINE_STATS_DISTRIBUTION_H

/* GSL behind checked arguments, its aborting error handler replaced: arguments outside the stated domain, or
 * a result that is not a number, are our mistake (CHECK). P is the lower tail, Q the upper, inv the inverse
 * of P. df > 0 need not be whole; 0 < p < 1. */
double normal_p(double z);
double normal_inv(double p);
double t_p(double t, double df);
double t_q(double t, double df);
double t_inv(double p, double df);

/* P(|T| >= |t|). Like t_q it comes from the incomplete beta function (beta.h), for the far tails of GSL have a
 * relative error up to 4e-10. */
double t_two_sided(double t, double df);

/* Chi-squared. */
double chi_squared_p(double x, double df);
double chi_squared_q(double x, double df);
double chi_squared_inv(double p, double df);

#endif
