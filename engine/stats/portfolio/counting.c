/* counting.c - from answers to tallies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/counting.h"

#include "base/check.h"
#include "engine/stats/portfolio/lanes.h"

struct counting
counting_new(struct arena *a, const struct columns *columns, const struct scale *scale)
{
	return (struct counting){
		.columns = columns,
		.scale = scale,
		.unit = shape_unit(&scale->shape),
		.lanes = lanes_fit(&scale->shape) ? lanes_new(a, columns, scale) : NULL,
	};
}

/* Person p's answers, turned where the item is; returns how many there are. */
static size_t
answers(const struct counting *c, size_t p, int64_t x_r[], int64_t *total_r)
{
	const struct scale *s = c->scale;
	size_t answered = 0;

	*total_r = 0;
	for (size_t i = 0; i < s->shape.items; i++) {
		unsigned code = c->columns->column[s->column[i]][p];

		CHECK(code <= s->shape.points);
		if (s->reversed[i] && code > 0)
			code = s->shape.points + 1 - code;
		x_r[i] = code;
		*total_r += code;
		answered += code > 0;
	}
	return answered;
}

static void
add_complete(const struct shape *s, const int64_t x[], struct tally *t)
{
	int64_t *sums = tally_sums(t), *products = tally_products(s, t);

	t->complete++;
	for (size_t j = 0; j < s->items; j++) {
		sums[j] += x[j];
		for (size_t i = 0; i <= j; i++)
			products[shape_pair(i, j)] += x[i] * x[j];
	}
}

static void
add_person(const struct counting *c, size_t p, struct tally *t)
{
	const struct shape *s = &c->scale->shape;
	int *counts = tally_counts(s, t);
	int64_t x[SHAPE_ITEMS_MAX], total;
	size_t answered = answers(c, p, x, &total);

	t->people++;
	for (size_t i = 0; i < s->items; i++)
		if (x[i] > 0)
			counts[i * s->points + (size_t)x[i] - 1]++;
	if (answered >= s->min_valid)
		moments_add(&t->scores, scores_from(total, (int64_t)answered, c->unit));
	if (answered == s->items)
		add_complete(s, x, t);
}

void
counting_add_plainly(const struct counting *c, size_t from, size_t to, struct tally *t)
{
	for (size_t p = from; p < to; p++)
		add_person(c, p, t);
}

void
counting_add(const struct counting *c, size_t from, size_t to, struct tally *t)
{
	if (c->lanes != NULL)
		lanes_add(c->lanes, from, to, t);
	else
		counting_add_plainly(c, from, to, t);
}
