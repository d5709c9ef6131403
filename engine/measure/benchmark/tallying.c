/* tallying.c - one scale's answers into the tallies of the parties */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/benchmark/tallying.h"

#include "engine/stats/portfolio/counting.h"
#include "engine/stats/portfolio/tallies.h"

void
tallying_add(struct tallies *t, size_t scale, const struct answered *a)
{
	size_t column[SHAPE_ITEMS_MAX];
	struct scale counted = { t->shapes[scale], column, a->reversed };
	struct columns columns = { .column = a->codes, .n_columns = counted.shape.items, .people = a->people,
		.scales = &counted, .n_scales = 1 };
	struct counting counting = { .columns = &columns, .scale = &counted, .unit = shape_unit(&counted.shape) };

	for (size_t i = 0; i < counted.shape.items; i++)
		column[i] = i;
	for (size_t p = 0; p < a->people; p++)
		if (a->shown[a->party[p]])
			counting_add_plainly(&counting, p, p + 1, tallies_at(t, scale, a->party[p]));
}
