/* side.c - what a tally says about one side of an alliance on one scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/side.h"

#include <math.h>
#include <stdlib.h>

#include "engine/stats/agreement/rwg.h"
#include "engine/stats/portfolio/processor.h"

/* In whole numbers until the divisions: the order of the answers never matters. */
INLINE void
add_item(struct spread *sum, const int counts[], int64_t points)
{
	int64_t n = 0, total = 0, squares = 0, away = 0;

#pragma GCC unroll 8
	for (int64_t p = 0; p < points; p++) {
		int64_t people = counts[p], x = p + 1;

		n += people;
		total += people * x;
		squares += people * x * x;
	}
	if (n < 2)
		return;
#pragma GCC unroll 8
	for (int64_t p = 0; p < points; p++)
		away += counts[p] * llabs(n * (p + 1) - total);
	sum->items++;
	sum->ad += (double)away / ((double)n * (double)n);
	sum->variance += ((double)squares - (double)total / (double)n * (double)total) / (double)(n - 1);
}

/* With the customary number of points known, the loops over them are no loops. */
static void
add_items(struct spread *sum, const int counts[], size_t items, unsigned points)
{
	for (size_t i = 0; i < items; i++)
		if (points == 5)
			add_item(sum, counts + i * 5, 5);
		else
			add_item(sum, counts + i * points, points);
}

static struct spread
spread_of(const struct shape *s, const struct tally *t)
{
	struct spread sum = { REFUSED_EMPTY, 0, 0, 0, NAN };
	double items;

	add_items(&sum, tally_counts_of(s, t), s->items, s->points);
	items = (double)sum.items;
	sum.ad /= items;
	sum.variance /= items;
	if (sum.items > 0) {
		sum.refused = REFUSED_NOT;
		sum.rwg = rwg_of(sum.variance, s->points, sum.items);
	}
	return sum;
}

struct side
side_of(const struct shape *s, int64_t unit, const struct tally *t)
{
	return (struct side){ moments_summary(&t->scores, unit), spread_of(s, t) };
}
