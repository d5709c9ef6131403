/* sides.c - two sides' scores from a table, from a list, or at random */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/stats/sides.h"

#include "base/arena.h"
#include "tests/stats/draw.h"
#include "tests/stats/table.h"

static struct scores
side_load(struct arena *arena, const struct table *t, const char *column, char side)
{
	int64_t *x = arena_make_n(arena, t->rows, int64_t);
	struct scores s = { x, 0, 1 };

	for (size_t i = 0; i < t->rows; i++)
		if (table_text(t, i, "side")[0] == side)
			x[s.n++] = (int64_t)table_number(t, i, column);
	return s;
}

struct sides
sides_load(struct arena *arena, const struct table *t, const char *column)
{
	return (struct sides){ side_load(arena, t, column, 'A'), side_load(arena, t, column, 'B') };
}

static struct scores
side_random(struct arena *arena, uint64_t *seed, size_t n, int64_t top, int64_t step)
{
	int64_t *x = arena_make_n(arena, n, int64_t);

	for (size_t i = 0; i < n; i++)
		x[i] = (int64_t)(draw(seed) % (uint64_t)(top + 1)) * step;
	return (struct scores){ x, n, 60 };
}

struct sides
sides_random(struct arena *arena, uint64_t seed, size_t n_a, size_t n_b, int64_t top, int64_t step)
{
	struct scores a = side_random(arena, &seed, n_a, top, step);

	return (struct sides){ a, side_random(arena, &seed, n_b, top, step) };
}

struct sides
sides_swap(const struct sides *s)
{
	return (struct sides){ s->b, s->a };
}

static struct scores
side_reverse(struct arena *arena, const struct scores *s)
{
	int64_t *x = arena_make_n(arena, s->n, int64_t);

	for (size_t i = 0; i < s->n; i++)
		x[i] = s->x[s->n - 1 - i];
	return (struct scores){ x, s->n, s->unit };
}

struct sides
sides_reverse(struct arena *arena, const struct sides *s)
{
	return (struct sides){ side_reverse(arena, &s->a), side_reverse(arena, &s->b) };
}
