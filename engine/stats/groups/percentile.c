/* percentile.c - where a score stands among others: percentile ranks, and quarters in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/percentile.h"

#include <gsl/gsl_sort.h>
#include <math.h>

#include "base/arena.h"

/* Places of the n scores that are there, ascending. */
static size_t *
ascending(struct arena *scratch, const double score[], size_t n, size_t *members_r)
{
	size_t *place = arena_make_n(scratch, n, size_t), *order = arena_make_n(scratch, n, size_t);
	double *there = arena_make_n(scratch, n, double);

	*members_r = 0;
	for (size_t i = 0; i < n; i++)
		if (!isnan(score[i])) {
			there[*members_r] = score[i];
			place[(*members_r)++] = i;
		}
	gsl_sort_index(order, there, 1, *members_r);
	for (size_t i = 0; i < *members_r; i++)
		order[i] = place[order[i]];
	return order;
}

void
percentile_ranks(const double score[], size_t n, double percentile_r[])
{
	struct arena *scratch = arena_new();
	size_t members, *order = ascending(scratch, score, n, &members);
	double *sorted = arena_make_n(scratch, members, double), close = 0;

	for (size_t i = 0; i < members; i++) {
		sorted[i] = score[order[i]];
		close = fmax(close, 1e-12 * fabs(sorted[i]));
	}
	for (size_t i = 0; i < n; i++)
		percentile_r[i] = NAN;
	for (size_t first = 0, after = 0; first < members; first = after) {
		while (after < members && sorted[after] - sorted[first] <= close)
			after++;
		for (size_t i = first; i < after; i++)
			percentile_r[order[i]] = 50 * (double)(first + after) / (double)members;
	}
	arena_free(scratch);
}

enum quarter
percentile_quarter(double percentile)
{
	if (isnan(percentile))
		return QUARTER_UNKNOWN;
	if (percentile <= 25)
		return QUARTER_LOWEST;
	return percentile >= 75 ? QUARTER_HIGHEST : QUARTER_MIDDLE;
}

const char *
quarter_name(enum quarter quarter)
{
	switch (quarter) {
	case QUARTER_LOWEST: return "lowest quarter";
	case QUARTER_MIDDLE: return "middle half";
	case QUARTER_HIGHEST: return "highest quarter";
	case QUARTER_UNKNOWN: break;
	}
	return "unknown";
}
