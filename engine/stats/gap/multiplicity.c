/* multiplicity.c - p-values of a family of tests, adjusted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/multiplicity.h"

#include <math.h>

#include "base/arena.h"
#include "engine/stats/order.h"

/* The places of the tests that count, smallest p first; the refused keep their NAN. */
static uint32_t *
family(struct arena *scratch, const double p[], size_t n, double adjusted_r[], size_t *members_r)
{
	uint32_t *tests = arena_make_n(scratch, n, uint32_t), *order = arena_make_n(scratch, n, uint32_t);
	double *counting = arena_make_n(scratch, n, double);
	size_t members = 0;

	for (size_t i = 0; i < n; i++) {
		adjusted_r[i] = p[i];
		if (isnan(p[i]))
			continue;
		counting[members] = p[i];
		tests[members++] = (uint32_t)i;
	}
	order_of(counting, members, order);
	for (size_t i = 0; i < members; i++)
		order[i] = tests[order[i]];
	*members_r = members;
	return order;
}

void
multiplicity_holm(const double p[], size_t n, double adjusted_r[])
{
	struct arena *scratch = arena_new();
	size_t members;
	uint32_t *tests = family(scratch, p, n, adjusted_r, &members);
	double largest = 0;

	for (size_t i = 0; i < members; i++) {
		largest = fmin(1, fmax(largest, (double)(members - i) * adjusted_r[tests[i]]));
		adjusted_r[tests[i]] = largest;
	}
	arena_free(scratch);
}

void
multiplicity_benjamini_hochberg(const double p[], size_t n, double adjusted_r[])
{
	struct arena *scratch = arena_new();
	size_t members;
	uint32_t *tests = family(scratch, p, n, adjusted_r, &members);
	double smallest = 1;

	for (size_t i = members; i-- > 0;) {
		smallest = fmin(smallest, (double)members / (double)(i + 1) * adjusted_r[tests[i]]);
		adjusted_r[tests[i]] = smallest;
	}
	arena_free(scratch);
}
