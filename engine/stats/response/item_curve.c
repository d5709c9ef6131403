/* item_curve.c - the category curves of Samejima's graded response model */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/item_curve.h"

#include <math.h>

bool
item_curve_proper(const double *parameter, unsigned categories)
{
	if (!isfinite(parameter[0]))
		return false;
	for (unsigned k = 1; k < categories; k++)
		if (!isfinite(parameter[k]) || (k > 1 && !(parameter[k] < parameter[k - 1])))
			return false;
	return true;
}

/* s_c: 1 for c = 0, 0 for the last category. */
static double
above(const double *parameter, unsigned categories, unsigned c, double theta)
{
	if (c == 0)
		return 1;
	return c == categories ? 0 : 1 / (1 + exp(-(parameter[0] * theta + parameter[c])));
}

/* 1 - s_c, accurate where s_c is near 1. */
static double
not_above(const double *parameter, unsigned categories, unsigned c, double theta)
{
	if (c == 0)
		return 0;
	return c == categories ? 1 : 1 / (1 + exp(parameter[0] * theta + parameter[c]));
}

static bool
between(unsigned categories, unsigned category)
{
	return category > 1 && category < categories;
}

static double
gap(const double *parameter, unsigned categories, unsigned c)
{
	return between(categories, c) ? -expm1(parameter[c] - parameter[c - 1]) : 1;
}

/* With e = exp(-|u|), the nearer of s and 1 - s to 1 is 1 / (1 + e), the other e / (1 + e): one exponential
 * a node and threshold. */
static void
multiply_by_threshold(double slope, double intercept, const struct grid *grid, double *below, double *beyond)
{
	for (size_t q = 0; q < GRID_NODES; q++) {
		double u = slope * grid->node[q] + intercept, e = exp(-fabs(u)), large = 1 / (1 + e);

		below[q] *= u < 0 ? large : e * large;
		beyond[q] *= u < 0 ? e * large : large;
	}
}

void
item_curve_fill(const double *parameter, unsigned categories, const struct grid *grid, double *rows_r)
{
	for (unsigned c = 1; c <= categories; c++)
		for (size_t q = 0; q < GRID_LANES; q++)
			rows_r[(c - 1) * GRID_LANES + q] = gap(parameter, categories, c);
	for (unsigned k = 1; k < categories; k++) {
		double *row = rows_r + k * GRID_LANES;

		multiply_by_threshold(parameter[0], parameter[k], grid, row - GRID_LANES, row);
	}
}

void
item_curve_derivative(const double *parameter, unsigned categories, const struct grid *grid,
    unsigned category, struct derivative *derivative_r)
{
	struct derivative *d = derivative_r;
	bool has_lower = category > 1, has_upper = category < categories;
	double k = 0;

	if (has_lower && has_upper)
		k = 1 / expm1(parameter[category - 1] - parameter[category]);
	d->place[1] = has_lower ? category - 1 : 0;
	d->place[2] = has_upper ? category : 0;
	for (size_t q = 0; q < GRID_NODES; q++) {
		double theta = grid->node[q];
		double s = above(parameter, categories, category - 1, theta);
		double t = above(parameter, categories, category, theta);
		double r = not_above(parameter, categories, category - 1, theta);
		double vs = s * r, vt = t * (1 - t);

		d->score[0][q] = theta * (r - t);
		d->score[1][q] = has_lower ? r + k : 0;
		d->score[2][q] = has_upper ? -t - k : 0;
		d->curvature[0][q] = -theta * theta * (vs + vt);
		d->curvature[1][q] = -theta * vs;
		d->curvature[2][q] = -theta * vt;
		d->curvature[3][q] = -vs - k * (1 + k);
		d->curvature[4][q] = k * (1 + k);
		d->curvature[5][q] = -vt - k * (1 + k);
	}
}

double
item_curve_at(const double *parameter, unsigned categories, double theta, double *p_r, double *slope_r)
{
	double information = 0;

	for (unsigned c = 1; c <= categories; c++) {
		double reached = above(parameter, categories, c - 1, theta);
		double passed = above(parameter, categories, c, theta);
		double lean = not_above(parameter, categories, c - 1, theta) - passed;
		double not_passed = not_above(parameter, categories, c, theta);

		p_r[c - 1] = reached * not_passed * gap(parameter, categories, c);
		slope_r[c - 1] = parameter[0] * p_r[c - 1] * lean;
		information += p_r[c - 1] * lean * lean;
	}
	return parameter[0] * parameter[0] * information;
}

double
item_curve_mean(const double *parameter, unsigned categories, double theta)
{
	double mean = 1;

	for (unsigned c = 1; c < categories; c++)
		mean += above(parameter, categories, c, theta);
	return mean;
}
