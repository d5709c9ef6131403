/* column.c - one column of a marginal model: the curves of an item, or the distribution of a group */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/column.h"

#include <string.h>

#include "engine/stats/response/item_curve.h"
#include "engine/stats/response/population.h"

bool
column_proper(const struct column *c, const double *parameter)
{
	if (c->kind == COLUMN_ITEM)
		return item_curve_proper(parameter, c->categories);
	return population_proper(parameter);
}

void
column_curves(const struct column *c, const double *parameter, const struct grid *grid, double *rows_r)
{
	for (size_t q = 0; q < GRID_LANES; q++)
		rows_r[q] = 1;
	if (c->kind == COLUMN_ITEM)
		item_curve_fill(parameter, c->categories, grid, rows_r + GRID_LANES);
	else
		population_fill(parameter, grid, rows_r + GRID_LANES);
}

void
column_derivative(const struct column *c, const double *parameter, const struct grid *grid, unsigned code,
    struct derivative *derivative_r)
{
	*derivative_r = (struct derivative){ 0 };
	if (c->kind == COLUMN_ITEM)
		item_curve_derivative(parameter, c->categories, grid, code, derivative_r);
	else
		population_derivative(parameter, grid, derivative_r);
}

static double
dot(const double *x, const double *y)
{
	double sum = 0;

	for (size_t q = 0; q < GRID_NODES; q++)
		sum += x[q] * y[q];
	return sum;
}

static void
add_symmetric(double *matrix, size_t n, size_t i, size_t j, double x)
{
	matrix[i * n + j] += x;
	if (i != j)
		matrix[j * n + i] += x;
}

static void
add_curvature(const struct derivative *d, const double *expected, size_t n, double *hessian)
{
	const double (*curvature)[GRID_LANES] = d->curvature;

	for (size_t k = 0; k < 3; k++)
		for (size_t l = k; l < 3; l++)
			add_symmetric(hessian, n, d->place[k], d->place[l], dot(expected, *curvature++));
}

void
column_sums(const struct column *c, const double *parameter, const struct grid *grid, const double *expected,
    double *gradient_r, double *hessian_r)
{
	struct derivative d;

	memset(gradient_r, 0, c->parameters * sizeof *gradient_r);
	if (hessian_r != NULL)
		memset(hessian_r, 0, c->parameters * c->parameters * sizeof *hessian_r);
	for (unsigned code = 1; code <= c->categories; code++) {
		const double *row = expected + code * GRID_LANES;

		column_derivative(c, parameter, grid, code, &d);
		for (size_t k = 0; k < 3; k++)
			gradient_r[d.place[k]] += dot(row, d.score[k]);
		if (hessian_r != NULL)
			add_curvature(&d, row, c->parameters, hessian_r);
	}
}
