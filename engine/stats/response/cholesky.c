/* cholesky.c - symmetric linear equations, and whether there is one answer to them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/cholesky.h"

#include <math.h>

#define SINGULAR 1e-12

static double
less_products(const double *row, const double *other, size_t n, double start)
{
	for (size_t k = 0; k < n; k++)
		start -= row[k] * other[k];
	return start;
}

bool
cholesky_factor(double *matrix, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		double *row = matrix + i * n, rest;

		for (size_t j = 0; j < i; j++)
			row[j] = less_products(row, matrix + j * n, j, row[j]) / matrix[j * n + j];
		rest = less_products(row, row, i, row[i]);
		if (!(rest > SINGULAR * fabs(row[i])))
			return false;
		row[i] = sqrt(rest);
	}
	return true;
}

void
cholesky_solve(const double *factor, size_t n, double *x)
{
	for (size_t i = 0; i < n; i++)
		x[i] = less_products(factor + i * n, x, i, x[i]) / factor[i * n + i];
	for (size_t i = n; i-- > 0;) {
		x[i] /= factor[i * n + i];
		for (size_t k = 0; k < i; k++)
			x[k] -= factor[i * n + k] * x[i];
	}
}

void
cholesky_invert(const double *factor, size_t n, double *inverse_r)
{
	for (size_t i = 0; i < n; i++) {
		double *row = inverse_r + i * n;

		for (size_t k = 0; k < n; k++)
			row[k] = i == k;
		cholesky_solve(factor, n, row);
	}
}
