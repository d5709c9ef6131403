/* tails.h - the two-sided tails of Student's t, many at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_TAILS_H
#define ENGINE_STATS_PORTFOLIO_TAILS_H

#include <stddef.h>

/* p_r[i] = P(|T| >= |t[i]|) for T with 0 < df[i] <= 10^10 degrees of freedom, which need not be whole; NAN
 * where t is. The incomplete beta function I_x(df / 2, 1 / 2), x = df / (df + t^2): up to t^2 = 10 one minus
 * the power series of what is inside the tails (all terms positive; Abramowitz & Stegun 26.5.4), farther out
 * the continued fraction (26.5.8), four at a time. A result does not depend on the others. While p > 1e-290
 * its relative error is below 2e-12 up to 10^4 degrees of freedom and below 1e-10 up to 10^6 (GSL's t
 * distribution is off by up to 1e-6 above 30). |t| < 10^150. */
void tails_two_sided(const double t[], const double df[], size_t n, double p_r[]);

#endif
