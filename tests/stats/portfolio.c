/* portfolio.c - many groups, from tables or drawn with a truth that is known */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/stats/portfolio.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "tests/stats/table.h"
#include "tests/unit/normal.h"

static double
scale_mean(const struct table *t, size_t row)
{
	const char *const items[] = { "s1_1", "s1_2", "s1_3", "s1_4", "s1_5" };
	double sum = 0, answered = 0;

	for (size_t i = 0; i < 5; i++) {
		double x = table_number(t, row, items[i]);

		if (isnan(x))
			continue;
		sum += x;
		answered++;
	}
	return sum / answered;
}

struct groups
portfolio_sides(struct arena *arena)
{
	enum { SIDES = 120 };
	struct table *t = table_load(arena, "portfolio60");
	struct groups g = { arena_make_n(arena, SIDES, struct group), NULL,
		arena_make_n(arena, SIDES, size_t), SIDES };
	double *x = arena_make_n(arena, t->rows, double);

	for (size_t i = 0; i < SIDES; i++) {
		size_t n = 0;

		g.alliance[i] = i / 2;
		for (size_t row = 0; row < t->rows; row++)
			if ((size_t)table_number(t, row, "alliance") == i / 2 + 1 &&
				(size_t)table_number(t, row, "sideB") == i % 2)
				x[n++] = scale_mean(t, row);
		g.group[i] = group_of(x, n);
	}
	return g;
}

struct groups
groups_load(struct arena *arena, const char *dataset)
{
	struct table *t = table_load(arena, "groups");
	struct groups g = { arena_make_n(arena, t->rows, struct group), NULL, NULL, 0 };

	if (strcmp(dataset, "portfolio60_s1") == 0)
		return portfolio_sides(arena);
	for (size_t i = 0; i < t->rows; i++)
		if (strcmp(table_text(t, i, "dataset"), dataset) == 0)
			g.group[g.n++] = (struct group){ (size_t)table_number(t, i, "n"),
				table_number(t, i, "mean"), table_number(t, i, "within") };
	return g;
}

struct groups
groups_draw(struct arena *arena, uint64_t from, size_t count, size_t least, size_t most, double tau,
	double sigma)
{
	struct groups g = { arena_make_n(arena, count, struct group), arena_make_n(arena, count, double),
		NULL, count };
	double *x = arena_make_n(arena, most, double);

	seed = from;
	for (size_t i = 0; i < count; i++) {
		size_t n = least + draw(most - least + 1);

		g.truth[i] = 3 + tau * draw_normal();
		for (size_t k = 0; k < n; k++)
			x[k] = g.truth[i] + sigma * draw_normal();
		g.group[i] = group_of(x, n);
	}
	return g;
}

void
groups_reverse(struct groups *g)
{
	for (size_t i = 0; i < g->n / 2; i++) {
		struct group swap = g->group[i];

		g->group[i] = g->group[g->n - 1 - i];
		g->group[g->n - 1 - i] = swap;
	}
}
