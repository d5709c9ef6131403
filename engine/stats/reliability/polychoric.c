/* polychoric.c - how what lies behind graded answers goes together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/reliability/polychoric.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/bivariate.h"
#include "engine/stats/distribution.h"

#define TOLERANCE 1e-10
#define ITERATIONS 100
#define LARGEST .9999
#define LEAST_BEND 1e-4
#define LEAST_CHANCE 1e-15

/* A table without empty rows and columns and the lines that cut the plane into its cells: rows - 1 at x,
 * columns - 1 at y. chance, slope and bend, (rows + 1) x (columns + 1), are the distribution function at the
 * corners of the cells and its first and second derivative by the correlation; inner is room for what
 * chance has between the edges. */
struct cut {
	size_t rows, columns;
	double people;
	uint32_t *counts;
	double *x, *y, *inner;
	double *chance, *slope, *bend;
};

/* The log-likelihood at a correlation, per person, and its derivatives. */
struct likelihood {
	double value, slope, bend;
};

void
polychoric_thresholds(const uint32_t counts[], size_t points, double thresholds_r[])
{
	uint64_t people = 0, below = 0;

	for (size_t i = 0; i < points; i++)
		people += counts[i];
	CHECK(people > 0);
	for (size_t i = 0; i + 1 < points; i++) {
		below += counts[i];
		if (below == 0 || below == people)
			thresholds_r[i] = below == 0 ? -INFINITY : INFINITY;
		else
			thresholds_r[i] = normal_inv((double)below / (double)people);
	}
}

static void
add_margins(const uint32_t counts[], size_t rows, size_t columns, uint32_t row_r[], uint32_t column_r[])
{
	memset(row_r, 0, rows * sizeof *row_r);
	memset(column_r, 0, columns * sizeof *column_r);
	for (size_t i = 0; i < rows; i++)
		for (size_t j = 0; j < columns; j++) {
			row_r[i] += counts[i * columns + j];
			column_r[j] += counts[i * columns + j];
		}
}

/* Moves what is not 0 to the front. */
static size_t
squeeze(uint32_t margin[], size_t n)
{
	size_t used = 0;

	for (size_t i = 0; i < n; i++)
		if (margin[i] > 0)
			margin[used++] = margin[i];
	return used;
}

static struct cut
cut_new(struct arena *arena, size_t rows, size_t columns)
{
	size_t corners = (rows + 1) * (columns + 1);

	return (struct cut){ rows, columns, 0, arena_make_n(arena, rows * columns, uint32_t),
		arena_make_n(arena, rows, double), arena_make_n(arena, columns, double),
		arena_make_n(arena, corners, double), arena_make_n(arena, corners, double),
		arena_make_n(arena, corners, double), arena_make_n(arena, corners, double) };
}

/* On the outer corners the distribution function is 0 or a margin's, and does not depend on the correlation. */
static void
outer_corners(struct cut *c, const uint32_t row[], const uint32_t column[])
{
	size_t width = c->columns + 1, corners = (c->rows + 1) * width;
	double below = 0;

	memset(c->chance, 0, corners * sizeof *c->chance);
	memset(c->slope, 0, corners * sizeof *c->slope);
	memset(c->bend, 0, corners * sizeof *c->bend);
	for (size_t i = 0; i < c->rows; i++) {
		below += row[i];
		c->chance[(i + 1) * width + c->columns] = below / c->people;
	}
	below = 0;
	for (size_t j = 0; j < c->columns; j++) {
		below += column[j];
		c->chance[c->rows * width + j + 1] = below / c->people;
	}
}

/* The cut has room for all rows and columns; it is made as small as those that are used. */
static void
cut_fill(struct cut *c, const uint32_t counts[], size_t rows, size_t columns, uint32_t row[], uint32_t column[])
{
	size_t cell = 0;

	add_margins(counts, rows, columns, row, column);
	c->people = 0;
	for (size_t i = 0; i < rows; i++) {
		c->people += row[i];
		for (size_t j = 0; j < columns; j++)
			if (row[i] > 0 && column[j] > 0)
				c->counts[cell++] = counts[i * columns + j];
	}
	c->rows = squeeze(row, rows);
	c->columns = squeeze(column, columns);
	if (c->people == 0)
		return;
	polychoric_thresholds(row, c->rows, c->x);
	polychoric_thresholds(column, c->columns, c->y);
	outer_corners(c, row, column);
}

/* The inner corners; the derivative by the correlation is the density. */
static void
cut_at(struct cut *c, double r)
{
	size_t across = c->columns - 1, width = c->columns + 1;
	double left = (1 - r) * (1 + r);

	bivariate_corners(c->x, c->rows - 1, c->y, across, r, c->inner);
	for (size_t i = 0; i + 1 < c->rows; i++)
		for (size_t j = 0; j < across; j++) {
			size_t at = (i + 1) * width + j + 1;
			double x = c->x[i], y = c->y[j];

			c->chance[at] = c->inner[i * across + j];
			c->slope[at] = bivariate_density(x, y, r);
			c->bend[at] = c->slope[at] * (r + (x - r * y) * (y - r * x) / left) / left;
		}
}

static double
cell(const double corner[], size_t at, size_t width)
{
	return corner[at + width + 1] - corner[at + width] - (corner[at + 1] - corner[at]);
}

static struct likelihood
likelihood_at(struct cut *c, double r)
{
	struct likelihood sum = { 0, 0, 0 };
	size_t width = c->columns + 1;

	cut_at(c, r);
	for (size_t i = 0; i < c->rows; i++)
		for (size_t j = 0; j < c->columns; j++) {
			double share = c->counts[i * c->columns + j] / c->people, chance, slope, bend;

			if (share == 0)
				continue;
			chance = fmax(LEAST_CHANCE, cell(c->chance, i * width + j, width));
			slope = cell(c->slope, i * width + j, width) / chance;
			bend = cell(c->bend, i * width + j, width) / chance;
			sum.value += share * log(chance / share);
			sum.slope += share * slope;
			sum.bend += share * (bend - slope * slope);
		}
	return sum;
}

/* The correlation of the points themselves, numbered as they come. */
static double
points_correlation(const struct cut *c)
{
	double x = 0, y = 0, xx = 0, yy = 0, xy = 0;

	for (size_t i = 0; i < c->rows; i++)
		for (size_t j = 0; j < c->columns; j++) {
			double share = c->counts[i * c->columns + j] / c->people, u = (double)i, v = (double)j;

			x += share * u;
			y += share * v;
			xx += share * u * u;
			yy += share * v * v;
			xy += share * u * v;
		}
	return (xy - x * y) / sqrt((xx - x * x) * (yy - y * y));
}

/* Newton's method; the maximum stays between lo and hi, and a step that would leave them goes half way. Where
 * the likelihood only grows towards 1 or -1 it flattens out before it gets there, without a bend. */
static enum refusal
maximise(struct cut *c, struct polychoric *result)
{
	double lo = -1, hi = 1, r = fmax(-.9, fmin(.9, points_correlation(c)));
	struct convergence *how = &result->convergence;

	for (how->iterations = 0;; how->iterations++) {
		struct likelihood l = likelihood_at(c, r);
		double next = r - l.slope / l.bend;

		how->gradient = fabs(l.slope);
		result->correlation = r;
		result->se = 1 / sqrt(-l.bend * c->people);
		result->chi_square = -2 * c->people * l.value;
		if (fabs(r) > LARGEST)
			return REFUSED_SINGULAR;
		if (how->gradient <= TOLERANCE)
			return l.bend < -LEAST_BEND ? REFUSED_NOT : REFUSED_SINGULAR;
		if (how->iterations == ITERATIONS)
			return REFUSED_NOT_CONVERGED;
		*(l.slope > 0 ? &lo : &hi) = r;
		r = l.bend < 0 && next > lo && next < hi ? next : (lo + hi) / 2;
	}
}

static struct polychoric
correlate(struct cut *c)
{
	struct polychoric result = { REFUSED_NOT, { 0, NAN, TOLERANCE }, (size_t)c->people, NAN, NAN, NAN, NAN };
	struct convergence how;

	if (c->people == 0)
		result.refused = REFUSED_EMPTY;
	else if (c->rows < 2 || c->columns < 2)
		result.refused = REFUSED_NO_SPREAD;
	else
		result.refused = maximise(c, &result);
	how = result.convergence;
	if (result.refused != REFUSED_NOT)
		return (struct polychoric){ result.refused, how, result.people, NAN, NAN, NAN, NAN };
	result.df = (double)(c->rows * c->columns) - (double)(c->rows + c->columns);
	return result;
}

struct polychoric
polychoric_of(const uint32_t counts[], size_t rows, size_t columns)
{
	struct arena *scratch = arena_new();
	struct cut c = cut_new(scratch, rows, columns);
	struct polychoric result;

	cut_fill(&c, counts, rows, columns, arena_make_n(scratch, rows, uint32_t),
	    arena_make_n(scratch, columns, uint32_t));
	result = correlate(&c);
	arena_free(scratch);
	return result;
}

/* What the pairs of a matrix share. */
struct pairs {
	struct ratings complete;
	struct cut cut;
	uint32_t *counts, *row, *column;
};

static struct polychoric
correlate_pair(struct pairs *all, size_t i, size_t j)
{
	const struct ratings *r = &all->complete;
	const uint8_t *x = r->column[i], *y = r->column[j];

	memset(all->counts, 0, (size_t)r->points * r->points * sizeof *all->counts);
	for (size_t p = 0; p < r->people; p++) {
		CHECK(x[p] <= r->points && y[p] <= r->points);
		all->counts[(x[p] - 1u) * r->points + y[p] - 1u]++;
	}
	cut_fill(&all->cut, all->counts, r->points, r->points, all->row, all->column);
	return correlate(&all->cut);
}

static void
item_thresholds(const struct pairs *all, size_t i, double thresholds_r[])
{
	const struct ratings *r = &all->complete;

	memset(all->row, 0, r->points * sizeof *all->row);
	for (size_t p = 0; p < r->people; p++)
		all->row[r->column[i][p] - 1]++;
	polychoric_thresholds(all->row, r->points, thresholds_r);
}

static struct pairs
pairs_new(struct arena *arena, const struct ratings *r)
{
	CHECK(r->points > 0);
	return (struct pairs){ ratings_complete(arena, r), cut_new(arena, r->points, r->points),
		arena_make_n(arena, (size_t)r->points * r->points, uint32_t),
		arena_make_n(arena, r->points, uint32_t), arena_make_n(arena, r->points, uint32_t) };
}

static void
correlate_all(struct pairs *all, struct polychoric_matrix *m)
{
	size_t k = m->correlation.items;

	for (size_t i = 0; i < k && m->correlation.refused == REFUSED_NOT; i++) {
		m->correlation.matrix[i * k + i] = 1;
		for (size_t j = 0; j < i && m->correlation.refused == REFUSED_NOT; j++) {
			struct polychoric pair = correlate_pair(all, i, j);

			m->correlation.refused = pair.refused;
			m->correlation.matrix[i * k + j] = m->correlation.matrix[j * k + i] = pair.correlation;
			if (!(pair.convergence.gradient <= m->convergence.gradient))
				m->convergence = pair.convergence;
		}
	}
}

static void
forget(struct polychoric_matrix *m, size_t thresholds)
{
	for (size_t i = 0; i < m->correlation.items * m->correlation.items; i++)
		m->correlation.matrix[i] = NAN;
	for (size_t i = 0; i < m->correlation.items * thresholds; i++)
		m->thresholds[i] = NAN;
}

struct polychoric_matrix
polychoric_matrix_of(struct arena *arena, const struct ratings *r)
{
	struct arena *scratch = arena_new();
	struct pairs all = pairs_new(scratch, r);
	struct polychoric_matrix m = { { REFUSED_NOT, all.complete.people, r->items,
		arena_make_n(arena, r->items, double), arena_make_n(arena, r->items * r->items, double) },
		{ 0, 0, TOLERANCE }, arena_make_n(arena, r->items * (r->points - 1), double) };

	if (all.complete.people < 2)
		m.correlation.refused = all.complete.people == 0 ? REFUSED_EMPTY : REFUSED_TOO_FEW;
	else
		correlate_all(&all, &m);
	if (m.correlation.refused != REFUSED_NOT)
		forget(&m, r->points - 1);
	for (size_t i = 0; i < r->items && m.correlation.refused == REFUSED_NOT; i++)
		item_thresholds(&all, i, m.thresholds + i * (r->points - 1));
	arena_free(scratch);
	return m;
}
