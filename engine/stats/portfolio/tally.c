/* tally.c - everything that is added up about the answers of one group to one scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/tally.h"

#include "engine/stats/covariance.h"
#include "engine/stats/whole.h"

size_t
tally_size(const struct shape *s)
{
	size_t counts = (shape_counts(s) * sizeof(int) + sizeof(int64_t) - 1) / sizeof(int64_t);

	return sizeof(struct tally) + (s->items + shape_pairs(s) + counts) * sizeof(int64_t);
}

void
tally_pool(const struct shape *s, struct tally *pool, const struct tally *part)
{
	pool->people += part->people;
	pool->complete += part->complete;
	for (size_t i = 0; i < s->items + shape_pairs(s); i++)
		pool->parts[i] += part->parts[i];
}

bool
tally_merge(const struct shape *s, struct tally *t, const struct tally *part)
{
	int *counts = tally_counts(s, t);
	const int *more = tally_counts_of(s, part);

	if (part->people > shape_people_max(s) - t->people)
		return false;
	tally_pool(s, t, part);
	moments_merge(&t->scores, &part->scores);
	for (size_t i = 0; i < shape_counts(s); i++)
		counts[i] += more[i];
	return true;
}

/* Values of n people between low and high: their sum, and the sum of their squares by Cauchy's inequality. */
static bool
sums_possible(int64_t n, int64_t sum, int64_t squares, int64_t low, int64_t high)
{
	return n * low <= sum && sum <= n * high && (whole128)n * squares >= (whole128)sum * sum &&
	    (whole128)squares <= (whole128)sum * high;
}

static bool
item_possible(const struct shape *s, const struct tally *t, size_t i)
{
	const int *counts = tally_counts_of(s, t) + i * s->points;
	const int64_t *products = t->parts + s->items;
	int64_t answered = 0, total = 0;

	for (size_t p = 0; p < s->points; p++) {
		if (counts[p] < 0)
			return false;
		answered += counts[p];
		total += counts[p] * ((int64_t)p + 1);
	}
	for (size_t j = 0; j < i; j++)
		if (products[shape_pair(j, i)] < t->complete ||
		    products[shape_pair(j, i)] > t->complete * s->points * s->points)
			return false;
	return answered >= t->complete && answered <= t->people &&
	    sums_possible(t->complete, t->parts[i], products[shape_pair(i, i)], 1, s->points) &&
	    total - t->parts[i] >= answered - t->complete &&
	    total - t->parts[i] <= (answered - t->complete) * s->points;
}

bool
tally_possible(const struct shape *s, const struct tally *t)
{
	int64_t unit = shape_unit(s);

	if (t->people < 0 || t->people > shape_people_max(s) || t->scores.n < 0 || t->scores.n > t->people ||
	    t->complete < 0 || t->complete > t->scores.n ||
	    !sums_possible(t->scores.n, t->scores.sum, t->scores.squares, unit, unit * s->points))
		return false;
	for (size_t i = 0; i < s->items; i++)
		if (!item_possible(s, t, i))
			return false;
	return true;
}

struct covariance
tally_covariance(struct arena *a, const struct shape *s, const struct tally *t)
{
	return covariance_from_sums(a, t->complete, s->items, t->parts, t->parts + s->items);
}
