/* columns.c - the answers of a portfolio's people, and the scales they are to be counted on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/columns.h"

#include "base/check.h"

static void
check_scale(const struct columns *c, const struct scale *s, size_t most)
{
	CHECK(shape_possible(&s->shape));
	CHECK(most <= (size_t)shape_people_max(&s->shape));
	for (size_t i = 0; i < s->shape.items; i++)
		CHECK(s->column[i] < c->n_columns);
}

void
columns_check(const struct columns *c)
{
	size_t most = 0;

	CHECK(c->groups % 2 == 0 && c->first[0] == 0 && c->first[c->groups] == c->people);
	for (size_t g = 0; g < c->groups; g++) {
		CHECK(c->first[g] <= c->first[g + 1]);
		if (c->first[g + 1] - c->first[g] > most)
			most = c->first[g + 1] - c->first[g];
	}
	for (size_t s = 0; s < c->n_scales; s++)
		check_scale(c, &c->scales[s], most);
}
