/* noncentral_t.h - the noncentral t distribution, and the noncentrality for a given probability */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_NONCENTRAL_T_H
#define ENGINE_STATS_NONCENTRAL_T_H

/* P(T <= t) for T = (Z + delta) / sqrt(V / df), Z standard normal, V chi-squared on df >= 1 (CHECK).
 * Integral of Phi(t s - delta) over the density of s = sqrt(V / df), by the trapezoidal rule in log s,
 * which converges exponentially for this integrand. Absolute error < 1e-13 for |t|, |delta| <= 40. */
double noncentral_t_p(double t, double df, double delta);

/* The delta for which P(T <= t) = p, 0 < p < 1 (CHECK): the bounds of an interval for a noncentrality.
 * Newton's method on the probit scale, where P is almost straight in delta, inside a bracket. Absolute
 * error < 1e-10 for .001 < p < .999. */
double noncentral_t_delta(double t, double df, double p);

#endif
