/* answers.c - answers of many people: from counts of patterns, or drawn from a graded response model */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/stats/answers.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "tests/stats/draw.h"
#include "tests/stats/table.h"

static struct ratings
blank(struct arena *arena, size_t people, size_t items, unsigned points)
{
	const uint8_t **column = arena_make_n(arena, items, const uint8_t *);

	for (size_t i = 0; i < items; i++)
		column[i] = arena_make_n(arena, people, uint8_t);
	return (struct ratings){ column, people, items, points };
}

uint8_t *
answers_column(const struct ratings *r, size_t item)
{
	return (uint8_t *)(uintptr_t)r->column[item];
}

struct ratings
answers_copy(struct arena *arena, const struct ratings *r)
{
	const struct ratings none = { r->column, 0, r->items, r->points };

	return answers_join(arena, r, &none);
}

struct ratings
answers_join(struct arena *arena, const struct ratings *a, const struct ratings *b)
{
	struct ratings r = blank(arena, a->people + b->people, a->items, a->points);

	for (size_t i = 0; i < r.items; i++) {
		memcpy(answers_column(&r, i), a->column[i], a->people);
		if (b->people > 0)
			memcpy(answers_column(&r, i) + a->people, b->column[i], b->people);
	}
	return r;
}

struct ratings
answers_of_patterns(struct arena *arena, const struct table *t, unsigned points)
{
	struct ratings r;
	size_t people = 0;

	for (size_t row = 0; row < t->rows; row++)
		people += (size_t)table_number(t, row, "count");
	r = blank(arena, people, t->columns - 1, points);
	for (size_t i = 0; i < r.items; i++) {
		uint8_t *next = answers_column(&r, i);

		for (size_t row = 0; row < t->rows; row++) {
			size_t n = (size_t)table_number(t, row, "count");

			memset(next, (int)table_number(t, row, t->names[i]), n);
			next += n;
		}
	}
	return r;
}

/* Box & Muller 1958 */
static double
normal(uint64_t *seed)
{
	double size = sqrt(-2 * log(1 - draw_uniform(seed)));

	return size * cos(2 * M_PI * draw_uniform(seed));
}

static uint8_t
answer(const struct answers_model *m, size_t item, double theta, double u)
{
	unsigned code = 1;

	for (unsigned k = 0; k < m->points - 1; k++)
		code += u < 1 / (1 + exp(-m->slope[item] * (theta - m->threshold[item * (m->points - 1) + k])));
	return (uint8_t)code;
}

struct ratings
answers_draw(struct arena *arena, const struct answers_model *m, size_t people, double mean, double sd,
    double missing, uint64_t seed)
{
	struct ratings r = blank(arena, people, m->items, m->points);

	for (size_t p = 0; p < people; p++) {
		double theta = mean + sd * normal(&seed);

		for (size_t i = 0; i < m->items; i++) {
			uint8_t code = answer(m, i, theta, draw_uniform(&seed));

			answers_column(&r, i)[p] = draw_uniform(&seed) < missing ? 0 : code;
		}
	}
	return r;
}

struct answers_model
answers_battery(struct arena *arena, size_t items, unsigned points)
{
	double *slope = arena_make_n(arena, items, double);
	double *threshold = arena_make_n(arena, items * (points - 1), double);

	for (size_t i = 0; i < items; i++) {
		double middle = items > 1 ? -1 + 2 * (double)(i * 7 % items) / (double)(items - 1) : 0;

		slope[i] = items > 1 ? .8 + 1.4 * (double)i / (double)(items - 1) : 1.5;
		for (unsigned k = 0; k < points - 1; k++)
			threshold[i * (points - 1) + k] = middle + (2 * k + 2. - points) * 2 / points;
	}
	return (struct answers_model){ items, points, slope, threshold };
}
