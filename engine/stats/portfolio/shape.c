/* shape.c - what a scale's answers look like, and how many numbers their sums take */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/shape.h"

#include "engine/stats/scores.h"
#include "engine/stats/whole.h"

bool
shape_possible(const struct shape *s)
{
	return s->items >= 1 && s->items <= SHAPE_ITEMS_MAX && s->points >= 2 && s->points <= SHAPE_POINTS_MAX &&
	    s->min_valid >= 1 && s->min_valid <= s->items;
}

bool
shape_same(const struct shape *s, const struct shape *t)
{
	return s->items == t->items && s->points == t->points && s->min_valid == t->min_valid;
}

int64_t
shape_unit(const struct shape *s)
{
	int64_t answered[SHAPE_ITEMS_MAX];
	size_t n = 0;

	for (size_t i = s->min_valid; i <= s->items; i++)
		answered[n++] = (int64_t)i;
	return scores_unit(answered, n);
}

int64_t
shape_people_max(const struct shape *s)
{
	int64_t highest = (int64_t)s->points * shape_unit(s);

	return whole_min((int64_t)1 << 28, INT64_MAX / (highest * highest));
}
