/* people.c - answers to the items of a scale from a table, or at random */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/stats/people.h"

#include <math.h>

#include "base/arena.h"
#include "tests/stats/draw.h"
#include "tests/stats/table.h"

/* Columns to be filled, and the ratings that show them. */
static struct ratings
people_new(struct arena *arena, size_t people, size_t items, unsigned points, uint8_t ***column_r)
{
	uint8_t **column = arena_make_n(arena, items + 1, uint8_t *);

	for (size_t i = 0; i < items; i++)
		column[i] = arena_make_n(arena, people + 1, uint8_t);
	*column_r = column;
	return (struct ratings){ (const uint8_t *const *)column, people, items, points };
}

struct ratings
people_load(struct arena *arena, const struct table *t, const char *stem, size_t items, unsigned points)
{
	uint8_t **column;
	struct ratings r = people_new(arena, t->rows, items, points, &column);

	for (size_t i = 0; i < items; i++)
		for (size_t p = 0; p < t->rows; p++) {
			double x = table_number(t, p, arena_printf(arena, "%s%zu", stem, i + 1));

			column[i][p] = isnan(x) ? 0 : (uint8_t)x;
		}
	return r;
}

struct ratings
people_random(struct arena *arena, uint64_t seed, size_t people, size_t items, unsigned points, double missing)
{
	uint8_t **column;
	struct ratings r = people_new(arena, people, items, points, &column);

	for (size_t p = 0; p < people; p++) {
		double level = draw_uniform(&seed);

		for (size_t i = 0; i < items; i++) {
			double x = (level + draw_uniform(&seed)) / 2;

			column[i][p] = (uint8_t)(1 + x * points);
			if (draw_uniform(&seed) < missing)
				column[i][p] = 0;
		}
	}
	return r;
}

struct ratings
people_shuffle(struct arena *arena, const struct ratings *from, size_t people_step, size_t items_step)
{
	uint8_t **column;
	struct ratings r = people_new(arena, from->people, from->items, from->points, &column);

	for (size_t i = 0; i < r.items; i++)
		for (size_t p = 0; p < r.people; p++)
			column[i][p] = from->column[i * items_step % r.items][p * people_step % r.people];
	return r;
}

struct ratings
people_reverse(struct arena *arena, const struct ratings *from)
{
	uint8_t **column;
	struct ratings r = people_new(arena, from->people, from->items, from->points, &column);

	for (size_t i = 0; i < r.items; i++)
		for (size_t p = 0; p < r.people; p++)
			if (from->column[i][p] != 0)
				column[i][p] = (uint8_t)(from->points + 1 - from->column[i][p]);
	return r;
}
