/* portfolio.c - what a pass over a portfolio costs, one thread and two, against reading the bytes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints: ms on one thread, on two, of reading the bytes; medians. A million people answer eight scales of five
 * five-point items, 4% missing, in 20,000 sides of 40 to 60; from the columns in memory to all figures. */
#include "config.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/portfolio/portfolio.h"
#include "tests/bench/clock.h"
#include "tests/unit/draw.h"

enum { TIMES = 15, PEOPLE = 1000000, SIDES = 20000, SCALES = 8, ITEMS = 5, COLUMNS = SCALES * ITEMS };

static const uint8_t *const *
answers(struct arena *a)
{
	const uint8_t **columns = arena_make_n(a, COLUMNS, const uint8_t *);

	for (int c = 0; c < COLUMNS; c++) {
		uint8_t *x = arena_make_n(a, PEOPLE, uint8_t);

		for (size_t p = 0; p < PEOPLE; p++)
			x[p] = draw(25) == 0 ? 0 : (uint8_t)(1 + draw(5));
		columns[c] = x;
	}
	return columns;
}

static const size_t *
sides(struct arena *a)
{
	size_t *first = arena_make_n(a, SIDES + 1, size_t), people = PEOPLE / SIDES;

	for (size_t g = 1; g < SIDES; g++)
		first[g] = g * people + draw(11) - 5;
	first[SIDES] = PEOPLE;
	return first;
}

static const struct scale *
scales(struct arena *a)
{
	static const bool reversed[ITEMS] = { false, false, false, false, true };
	struct scale *list = arena_make_n(a, SCALES, struct scale);
	size_t *column = arena_make_n(a, COLUMNS, size_t);

	for (size_t c = 0; c < COLUMNS; c++)
		column[c] = c;
	for (size_t s = 0; s < SCALES; s++)
		list[s] = (struct scale){ { ITEMS, 5, 3 }, column + s * ITEMS, reversed };
	return list;
}

static double
pass(const struct columns *c, unsigned threads)
{
	double begin = clock_seconds();
	struct arena *a = arena_new();
	struct portfolio p = portfolio_pass(a, c, threads);
	double end = clock_seconds();

	CHECK(p.alphas[0].refused == REFUSED_NOT && p.gaps[SCALES - 1][SIDES / 2 - 1].refused == REFUSED_NOT);
	arena_free(a);
	return (end - begin) * 1000;
}

/* The sum of all codes as words of eight. */
static double
reading(const struct columns *c)
{
	double begin = clock_seconds();
	uint64_t sum = 0;

	for (size_t i = 0; i < c->n_columns; i++) {
		const uint64_t *words = (const uint64_t *)(const void *)c->column[i];

		for (size_t k = 0; k < PEOPLE / sizeof *words; k++)
			sum += words[k];
	}
	CHECK(sum > 0);
	return (clock_seconds() - begin) * 1000;
}

int
main(void)
{
	struct arena *a = arena_new();
	struct columns c = { answers(a), COLUMNS, PEOPLE, SIDES, sides(a), scales(a), SCALES };
	double one[TIMES], two[TIMES], floor[TIMES];

	for (int i = 0; i < TIMES; i++) {
		one[i] = pass(&c, 1);
		two[i] = pass(&c, 2);
		floor[i] = reading(&c);
	}
	printf("%.1f %.1f %.1f\n", clock_median(one, TIMES), clock_median(two, TIMES), clock_median(floor, TIMES));
	arena_free(a);
	return 0;
}
