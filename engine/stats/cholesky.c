/* cholesky.c - positive definite matrices: factor, solve, invert */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/cholesky.h"

#include <math.h>

#define LEAST_PIVOT 1e-11

static double
product(const double x[], const double y[], size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += x[i] * y[i];
	return sum;
}

bool
cholesky_factor(double a[], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		double *row = a + i * n, pivot;

		for (size_t j = 0; j < i; j++)
			row[j] = (row[j] - product(row, a + j * n, j)) / a[j * n + j];
		pivot = row[i] - product(row, row, i);
		if (!(pivot > LEAST_PIVOT * row[i]))
			return false;
		row[i] = sqrt(pivot);
	}
	return true;
}

void
cholesky_solve(const double l[], size_t n, double b[])
{
	for (size_t i = 0; i < n; i++)
		b[i] = (b[i] - product(l + i * n, b, i)) / l[i * n + i];
	for (size_t i = n; i-- > 0;) {
		b[i] /= l[i * n + i];
		for (size_t j = 0; j < i; j++)
			b[j] -= l[i * n + j] * b[i];
	}
}

void
cholesky_invert(const double l[], size_t n, double inverse_r[])
{
	for (size_t i = 0; i < n; i++) {
		double *row = inverse_r + i * n;

		for (size_t j = 0; j < n; j++)
			row[j] = i == j;
		cholesky_solve(l, n, row);
	}
}

double
cholesky_log_determinant(const double l[], size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += log(l[i * n + i]);
	return 2 * sum;
}
