/* bivariate.h - two standard normal variables that are correlated */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_BIVARIATE_H
#define ENGINE_STATS_BIVARIATE_H

#include <stddef.h>

/* (X, Y) standard normal with correlation -1 <= r <= 1 (CHECK); bounds may be infinite, never NAN (CHECK).
 * Probabilities have an absolute error < 2e-15 (measured 2e-16); below about 1e-9 with r < 0 that leaves
 * few digits. Densities have a relative error < 1e-14.
 *
 * Plackett's (1954) integral of the density over the correlation, from 0 to r by asin r, with
 * Gauss-Legendre rules of 6, 12 or 20 nodes (Drezner & Wesolowsky 1990); from |r| = .925 on, from r to 1
 * with the series of Drezner and Wesolowsky carried further by Genz (2004). */

/* P(X <= h, Y <= k). */
double bivariate_p(double h, double k, double r);

/* p_r[i * columns + j] = P(X <= h[i], Y <= k[j]): the corners of a table, which share what depends on r
 * alone. 16 corners of a five-by-five table take 1-4 us. */
void bivariate_corners(const double h[], size_t rows, const double k[], size_t columns, double r,
	double p_r[]);

/* P(from_x < X <= to_x, from_y < Y <= to_y), from <= to (CHECK); never negative. Computed from the corners
 * nearest the lower left after mirroring, so that tails do not drown in 1 - 1. */
double bivariate_rectangle(double from_x, double to_x, double from_y, double to_y, double r);

/* The density at (h, k), which is also the derivative of bivariate_p by r (Plackett 1954). |r| < 1
 * (CHECK). */
double bivariate_density(double h, double k, double r);

#endif
