/* cholesky.h - positive definite matrices: factor, solve, invert */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_CHOLESKY_H
#define ENGINE_STATS_CHOLESKY_H

#include <stdbool.h>
#include <stddef.h>

/* n x n matrices row by row, of which only the lower triangle is read. For the small ones of this room (up to
 * some hundred rows) plain loops are faster than GSL's, and a matrix that is not positive definite is an
 * answer here, not an error. */

/* Puts L with L L' = a into a's lower triangle. False when a is not positive definite: a pivot that is not
 * above 1e-11 of its diagonal entry, which is what rounding leaves of a row that follows from others. */
bool cholesky_factor(double a[], size_t n);

/* The rest take L. b becomes a^-1 b; inverse_r all of a^-1. */
void cholesky_solve(const double l[], size_t n, double b[]);
void cholesky_invert(const double l[], size_t n, double inverse_r[]);
double cholesky_log_determinant(const double l[], size_t n);

#endif
