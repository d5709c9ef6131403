/* health.c - the health scores of portfolio60.csv */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/stats/health.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "tests/stats/table.h"

/* A person's health in exact units: scale means in 60ths, weights 4 3 2 1 renormalised, 0-100 at the end. */
static int64_t
health(struct arena *arena, const struct table *t, size_t row, int64_t unit)
{
	int64_t sum = 0, weights = 0;

	for (int scale = 1; scale <= 4; scale++) {
		int64_t total = 0, answered = 0;

		for (int item = 1; item <= 5; item++) {
			double x = table_number(t, row, arena_printf(arena, "s%d_%d", scale, item));

			total += isnan(x) ? 0 : (int64_t)x;
			answered += !isnan(x);
		}
		if (answered < 3)
			continue;
		sum += (5 - scale) * scores_from(total, answered, 60);
		weights += 5 - scale;
	}
	return weights == 0 ? -1 : scores_from(sum, weights * 60, unit);
}

struct scores
health_of_side(struct arena *arena, const struct table *t, const char *alliance, const char *side)
{
	int64_t *x = arena_make_n(arena, t->rows, int64_t);
	struct scores s = { x, 0, 60 * 2520 };

	for (size_t row = 0; row < t->rows; row++)
		if (strcmp(table_text(t, row, "alliance"), alliance) == 0 &&
		    strcmp(table_text(t, row, "sideB"), side) == 0 && (x[s.n] = health(arena, t, row, s.unit)) >= 0)
			s.n++;
	return s;
}
