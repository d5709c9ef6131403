/* distribution.h - the distribution functions everything else uses, safe against GSL's traps */
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

/* P(|T| >= |t|). */
double t_two_sided(double t, double df);

/* Noncentral t: P(T <= t) for T = (Z + delta) / sqrt(V / df), Z standard normal, V chi-squared on df >= 1.
 * Integral of Phi(t s - delta) over the density of s = sqrt(V / df), by the trapezoidal rule in log s, which
 * converges exponentially for this integrand. Absolute error < 1e-13 for |t|, |delta| <= 40. */
double noncentral_t_p(double t, double df, double delta);

/* The delta for which P(T <= t) = p: the bounds of an interval for a noncentrality. Absolute error <
 * 1e-10. */
double noncentral_t_delta(double t, double df, double p);

#endif
