/* shape.h - what a scale's answers look like, and how many numbers their sums take */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_SHAPE_H
#define ENGINE_STATS_PORTFOLIO_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `items` items of `points` equidistant points, 1..points; a person who answered at least min_valid of them
 * has a score: the mean of the answered items, in whole units of 1/unit point (see scores.h: exact up to 12
 * items, beyond it rounded to the nearest unit). Accumulators of unlike shapes cannot be added. */
struct shape {
	size_t items;
	unsigned points, min_valid;
};

#define SHAPE_ITEMS_MAX 100
#define SHAPE_POINTS_MAX 101

/* 1..SHAPE_ITEMS_MAX items, 2..SHAPE_POINTS_MAX points (0-100 sliders included), 1 <= min_valid <= items. */
bool shape_possible(const struct shape *);
bool shape_same(const struct shape *, const struct shape *);

/* scores_unit of min_valid..items answered: 60 for five items. */
int64_t shape_unit(const struct shape *);

/* The most people whose sums fit: people (points unit)^2 < 2^63, and at most 2^28 so that the deviations from
 * a mean, people^2 points, do. At 5 points and 5 items that is 2^28, at 101 points and 100 items 1.1
 * million. */
int64_t shape_people_max(const struct shape *);

/* Places of a symmetric matrix kept once: of i <= j < n, and how many there are. */
static inline size_t
shape_pair(size_t i, size_t j)
{
	return j * (j + 1) / 2 + i;
}

static inline size_t
shape_pairs(const struct shape *s)
{
	return s->items * (s->items + 1) / 2;
}

static inline size_t
shape_counts(const struct shape *s)
{
	return s->items * s->points;
}

#endif
