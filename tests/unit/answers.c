/* answers.c - portfolios made at random, and their tallies counted in the plainest way */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/answers.h"

#include <math.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/scores.h"
#include "tests/unit/draw.h"

static size_t *
random_groups(struct arena *a, size_t groups, size_t most)
{
	size_t *first = arena_make_n(a, groups + 1, size_t);

	for (size_t g = 0; g < groups; g++)
		first[g + 1] = first[g] + draw(most + 1);
	return first;
}

static const uint8_t *
random_column(struct arena *a, size_t people, unsigned points, size_t missing)
{
	uint8_t *x = arena_make_n(a, people, uint8_t);

	for (size_t p = 0; p < people; p++)
		x[p] = missing > 0 && draw(missing) == 0 ? 0 : (uint8_t)(1 + draw(points));
	return x;
}

struct columns
answers_random(struct arena *a, uint64_t from_seed, const struct shape shapes[], size_t n_scales, size_t groups,
    size_t most, size_t missing)
{
	struct scale *scales = arena_make_n(a, n_scales, struct scale);
	const uint8_t **columns = arena_make_n(a, n_scales * SHAPE_ITEMS_MAX, const uint8_t *);
	struct columns c = { columns, 0, 0, groups, NULL, scales, n_scales };

	seed = from_seed;
	c.first = random_groups(a, groups, most);
	c.people = c.first[groups];
	for (size_t s = 0; s < n_scales; s++) {
		size_t *column = arena_make_n(a, shapes[s].items, size_t);
		bool *reversed = arena_make_n(a, shapes[s].items, bool);

		for (size_t i = 0; i < shapes[s].items; i++) {
			column[i] = c.n_columns;
			reversed[i] = draw(3) == 0;
			columns[c.n_columns++] = random_column(a, c.people, shapes[s].points, missing);
		}
		scales[s] = (struct scale){ shapes[s], column, reversed };
	}
	return c;
}

/* 0 = missing. */
static int64_t
answer(const struct columns *c, const struct scale *s, size_t item, size_t person)
{
	int64_t code = c->column[s->column[item]][person];

	return code > 0 && s->reversed[item] ? s->shape.points + 1 - code : code;
}

static size_t
answered(const struct columns *c, const struct scale *s, size_t person)
{
	size_t n = 0;

	for (size_t i = 0; i < s->shape.items; i++)
		n += answer(c, s, i, person) > 0 ? 1 : 0;
	return n;
}

static void
count_scores(const struct columns *c, const struct scale *s, size_t person, struct tally *t)
{
	int64_t denominators[SHAPE_ITEMS_MAX], total = 0, n = (int64_t)answered(c, s, person), score;

	for (size_t k = 0; k < s->shape.items; k++) {
		denominators[k] = k + 1 >= s->shape.min_valid ? (int64_t)k + 1 : 0;
		total += answer(c, s, k, person);
	}
	if (n < s->shape.min_valid)
		return;
	score = scores_from(total, n, scores_unit(denominators, s->shape.items));
	t->scores.n++;
	t->scores.sum += score;
	t->scores.squares += score * score;
}

static void
count_person(const struct columns *c, const struct scale *s, size_t person, struct tally *t)
{
	size_t items = s->shape.items, pair = 0;

	t->people++;
	count_scores(c, s, person, t);
	for (size_t i = 0; i < items; i++) {
		int64_t x = answer(c, s, i, person);

		if (x > 0)
			((int *)(t->parts + items + items * (items + 1) / 2))[(int64_t)i * s->shape.points + x - 1]++;
	}
	if (answered(c, s, person) < items)
		return;
	t->complete++;
	for (size_t j = 0; j < items; j++) {
		t->parts[j] += answer(c, s, j, person);
		for (size_t i = 0; i <= j; i++)
			t->parts[items + pair++] += answer(c, s, i, person) * answer(c, s, j, person);
	}
}

struct tallies
answers_tallies(struct arena *a, const struct columns *c)
{
	struct shape *shapes = arena_make_n(a, c->n_scales, struct shape);
	struct tallies t;

	for (size_t s = 0; s < c->n_scales; s++)
		shapes[s] = c->scales[s].shape;
	t = tallies_new(a, shapes, c->n_scales, c->groups);
	for (size_t s = 0; s < c->n_scales; s++)
		for (size_t g = 0; g < c->groups; g++)
			for (size_t p = c->first[g]; p < c->first[g + 1]; p++)
				count_person(c, &c->scales[s], p, tallies_at(&t, s, g));
	return t;
}
