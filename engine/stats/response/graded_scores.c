/* graded_scores.c - graded.h: where people are on the trait */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/response/column.h"
#include "engine/stats/response/graded.h"
#include "engine/stats/response/posterior.h"

/* Curves by the codes as answered: a merged category's row stands once for each of its codes. */
static double *
curves_of_codes(struct arena *scratch, const struct graded *g, const struct grid *grid, size_t stride)
{
	double *curves = grid_rows(scratch, g->items * stride);
	double *rows = grid_rows(scratch, CATEGORIES_POINTS_MAX + 1);

	for (size_t i = 0; i < g->items; i++) {
		const struct categories *k = &g->item[i].categories;
		struct column column = { .kind = COLUMN_ITEM, .categories = k->n, .parameters = k->n };

		column_curves(&column, g->item[i].parameter, grid, rows);
		for (size_t code = 0; code < stride; code++)
			lanes_add(curves + (i * stride + code) * GRID_LANES, rows + k->of[code] * GRID_LANES);
	}
	return curves;
}

/* A person's codes, one after the other; false if there are none. */
static bool
gather(const struct ratings *r, size_t person, uint8_t *codes_r)
{
	unsigned any = 0;

	for (size_t i = 0; i < r->items; i++) {
		codes_r[i] = r->column[i][person];
		CHECK(codes_r[i] <= r->points);
		any |= codes_r[i];
	}
	return any != 0;
}

FOR_EACH_PROCESSOR static void
score(const struct ratings *r, const struct grid *grid, const double *curves, uint8_t *codes, double *rows,
    double *theta_r, double *se_r)
{
	const lanes *node = (const lanes *)grid->node;
	lanes *square = (lanes *)(rows + GRID_LANES);

	for (size_t q = 0; q < LANES_IN_ROW; q++)
		square[q] = node[q] * node[q];
	for (size_t p = 0; p < r->people; p++) {
		theta_r[p] = se_r[p] = NAN;
		if (!gather(r, p, codes))
			continue;
		posterior(grid->weight, curves, r->points + 1, codes, r->items, rows);
		theta_r[p] = lanes_dot(rows, grid->node);
		se_r[p] = sqrt(lanes_dot(rows, rows + GRID_LANES) - theta_r[p] * theta_r[p]);
	}
}

void
graded_scores(const struct graded *g, const struct ratings *r, double *theta_r, double *se_r)
{
	struct arena *scratch = arena_new();
	struct grid grid = grid_new(scratch);
	uint8_t *codes = arena_make_n(scratch, r->items, uint8_t);
	const double *curves;

	CHECK(g->refused == REFUSED_NOT && g->items == r->items && r->points <= CATEGORIES_POINTS_MAX);
	curves = curves_of_codes(scratch, g, &grid, r->points + 1);
	score(r, &grid, curves, codes, grid_rows(scratch, 2), theta_r, se_r);
	arena_free(scratch);
}

double
graded_reliability(const double *theta, const double *se, size_t people)
{
	double n = 0, mean = 0, squares = 0, errors = 0;

	for (size_t p = 0; p < people; p++)
		if (!isnan(theta[p])) {
			double off = theta[p] - mean;

			n++;
			mean += off / n;
			squares += off * (theta[p] - mean);
			errors += se[p] * se[p];
		}
	return n < 2 ? NAN : squares / (n - 1) / (squares / (n - 1) + errors / n);
}
