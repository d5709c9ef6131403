/* side.c - what a tally says about one side of an alliance on one scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/side.h"

#include <math.h>
#include <stdlib.h>

#include "engine/stats/agreement/rwg.h"

/* In whole numbers until the two divisions: the order of the answers never matters. */
static void
add_item(struct spread *sum, const int counts[], size_t points)
{
	int64_t n = 0, total = 0, squares = 0, away = 0;

	for (size_t p = 0; p < points; p++) {
		int64_t people = counts[p], x = (int64_t)p + 1;

		n += people;
		total += people * x;
		squares += people * x * x;
	}
	if (n < 2)
		return;
	for (size_t p = 0; p < points; p++)
		away += counts[p] * llabs(n * ((int64_t)p + 1) - total);
	sum->items++;
	sum->ad += (double)away / ((double)n * (double)n);
	sum->variance += ((double)squares - (double)total / (double)n * (double)total) / (double)(n - 1);
}

static struct spread
spread_of(const struct shape *s, const struct tally *t)
{
	struct spread sum = { REFUSED_EMPTY, 0, 0, 0, NAN };
	const int *counts = tally_counts_of(s, t);
	double items;

	for (size_t i = 0; i < s->items; i++)
		add_item(&sum, counts + i * s->points, s->points);
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
