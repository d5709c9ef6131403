/* cholesky.h - symmetric linear equations, and whether there is one answer to them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_CHOLESKY_H
#define ENGINE_STATS_RESPONSE_CHOLESKY_H

#include <stdbool.h>
#include <stddef.h>

/* Replaces the lower triangle of the n x n matrix by L with L L' = matrix. Only the lower triangle is read.
 * false: not positive definite, to within 1e-12 of the diagonal; the matrix is spoilt. */
bool cholesky_factor(double *matrix, size_t n);
/* x := (L L')^-1 x. */
void cholesky_solve(const double *factor, size_t n, double *x);
/* inverse_r := (L L')^-1, all n x n of it. */
void cholesky_invert(const double *factor, size_t n, double *inverse_r);

#endif
