/* maximisation.c - marginal.h: each column's parameters, given the expected counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "engine/stats/cholesky.h"
#include "engine/stats/response/marginal.h"

enum { STEPS = 3, HALVINGS = 30 };

/* Of sum expected log curve, the smallest change that is not rounding. */
#define NOTHING 1e-13

static double
expected_log(const struct column *c, const double *parameter, const struct grid *grid, const double *expected)
{
	double curves[(COLUMN_PARAMETERS_MAX + 1) * GRID_LANES], sum = 0;

	column_curves(c, parameter, grid, curves);
	for (size_t k = GRID_LANES; k < (c->categories + 1) * GRID_LANES; k++)
		if (expected[k] > 0)
			sum += expected[k] * log(fmax(curves[k], 1e-300));
	return sum;
}

/* The curves' logarithms are concave, so minus their second derivatives have a Cholesky factor. */
static bool
newton_step(const struct column *c, const double *parameter, const struct grid *grid, const double *expected,
    double *step_r)
{
	double hessian[COLUMN_PARAMETERS_MAX * COLUMN_PARAMETERS_MAX];

	column_sums(c, parameter, grid, expected, step_r, hessian);
	for (size_t k = 0; k < c->parameters * c->parameters; k++)
		hessian[k] = -hessian[k];
	if (!cholesky_factor(hessian, c->parameters))
		return false;
	cholesky_solve(hessian, c->parameters, step_r);
	return true;
}

/* Half the step until it goes up. */
static bool
climb(const struct column *c, double *parameter, const struct grid *grid, const double *expected,
    double *height)
{
	double step[COLUMN_PARAMETERS_MAX], moved[COLUMN_PARAMETERS_MAX], size = 1;

	if (!newton_step(c, parameter, grid, expected, step))
		return false;
	for (int i = 0; i < HALVINGS; i++, size /= 2) {
		double there;

		for (size_t k = 0; k < c->parameters; k++)
			moved[k] = parameter[k] + size * step[k];
		if (!column_proper(c, moved))
			continue;
		there = expected_log(c, moved, grid, expected);
		if (there > *height + NOTHING * fabs(*height)) {
			memcpy(parameter, moved, c->parameters * sizeof *moved);
			*height = there;
			return true;
		}
	}
	return false;
}

void
marginal_maximise(struct marginal *m)
{
	for (size_t i = 0; i < m->patterns.columns; i++) {
		const struct column *c = &m->column[i];
		const double *expected = marginal_row(m, m->expected, i, 0);
		double *parameter = m->parameter + c->first;
		double height = expected_log(c, parameter, &m->grid, expected);

		for (int k = 0; k < STEPS; k++)
			if (!climb(c, parameter, &m->grid, expected, &height))
				break;
	}
}
