/* marginal.c - the likelihood of many people's answers when the trait is summed out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/marginal.h"

#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/response/posterior.h"

static void
check_codes(const struct patterns *p, const struct column *column)
{
	for (size_t i = 0; i < p->n * p->columns; i++)
		CHECK(p->codes[i] <= column[i % p->columns].categories);
}

struct marginal *
marginal_new(struct arena *arena, const struct patterns *patterns, struct column *column)
{
	struct marginal *m = arena_make(arena, struct marginal);

	*m = (struct marginal){ .grid = grid_new(arena), .patterns = *patterns, .column = column };
	for (size_t i = 0; i < patterns->columns; i++) {
		column[i].first = m->parameters;
		m->parameters += column[i].parameters;
		if (column[i].categories >= m->stride)
			m->stride = column[i].categories + 1;
	}
	check_codes(patterns, column);
	m->parameter = arena_make_n(arena, m->parameters, double);
	m->gradient = arena_make_n(arena, m->parameters, double);
	m->curves = grid_rows(arena, patterns->columns * m->stride);
	m->expected = grid_rows(arena, patterns->columns * m->stride);
	return m;
}

bool
marginal_proper(const struct marginal *m)
{
	for (size_t i = 0; i < m->patterns.columns; i++)
		if (!column_proper(&m->column[i], m->parameter + m->column[i].first))
			return false;
	return true;
}

FOR_EACH_PROCESSOR static double
expect(const struct marginal *m, double *row)
{
	size_t columns = m->patterns.columns;
	double sum = 0;

	for (size_t p = 0; p < m->patterns.n; p++) {
		const uint8_t *codes = m->patterns.codes + p * columns;
		double count = m->patterns.count[p];

		sum += count * posterior(m->grid.weight, m->curves, m->stride, codes, columns, row);
		lanes_scale(row, count);
		for (size_t i = 0; i < columns; i++)
			lanes_add(marginal_row(m, m->expected, i, codes[i]), row);
	}
	return sum;
}

void
marginal_evaluate(struct marginal *m)
{
	struct arena *scratch = arena_new();
	size_t rows = m->patterns.columns * m->stride;

	memset(m->expected, 0, rows * GRID_LANES * sizeof *m->expected);
	for (size_t i = 0; i < m->patterns.columns; i++)
		column_curves(&m->column[i], m->parameter + m->column[i].first, &m->grid,
		    marginal_row(m, m->curves, i, 0));
	m->log_likelihood = expect(m, grid_rows(scratch, 1));
	for (size_t i = 0; i < m->patterns.columns; i++)
		column_sums(&m->column[i], m->parameter + m->column[i].first, &m->grid,
		    marginal_row(m, m->expected, i, 0), m->gradient + m->column[i].first, NULL);
	arena_free(scratch);
}
