/* population.c - the normal distribution of the trait in a group, against the standard normal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/population.h"

#include <math.h>

bool
population_proper(const double *parameter)
{
	return isfinite(parameter[0]) && isfinite(parameter[1]) && parameter[1] < 0;
}

double
population_mean(const double *parameter)
{
	return parameter[0] / (-2 * parameter[1]);
}

double
population_sd(const double *parameter)
{
	return sqrt(1 / (-2 * parameter[1]));
}

/* The density at the nodes, summing to one. Taken off at its peak, so that nothing overflows. */
static void
density(const double *parameter, const struct grid *grid, double density_r[GRID_NODES])
{
	double mean = fmax(-GRID_REACH, fmin(GRID_REACH, population_mean(parameter))), sum = 0;

	for (size_t q = 0; q < GRID_NODES; q++) {
		double x = grid->node[q];

		density_r[q] = exp((x - mean) * (parameter[0] + parameter[1] * (x + mean)));
		sum += density_r[q];
	}
	for (size_t q = 0; q < GRID_NODES; q++)
		density_r[q] /= sum;
}

void
population_fill(const double *parameter, const struct grid *grid, double *row_r)
{
	double p[GRID_NODES];

	density(parameter, grid, p);
	for (size_t q = 0; q < GRID_NODES; q++)
		row_r[q] = p[q] / grid->weight[q];
	for (size_t q = GRID_NODES; q < GRID_LANES; q++)
		row_r[q] = 1;
}

void
population_derivative(const double *parameter, const struct grid *grid, struct derivative *derivative_r)
{
	double p[GRID_NODES], moment[5] = { 0 };

	density(parameter, grid, p);
	for (size_t q = 0; q < GRID_NODES; q++) {
		double power = p[q];

		for (int k = 1; k <= 4; k++)
			moment[k] += power *= grid->node[q];
	}
	derivative_r->place[1] = 1;
	for (size_t q = 0; q < GRID_NODES; q++) {
		double x = grid->node[q];

		derivative_r->score[0][q] = x - moment[1];
		derivative_r->score[1][q] = x * x - moment[2];
		derivative_r->curvature[0][q] = moment[1] * moment[1] - moment[2];
		derivative_r->curvature[1][q] = moment[1] * moment[2] - moment[3];
		derivative_r->curvature[3][q] = moment[2] * moment[2] - moment[4];
	}
}
