/* multiplicity.c - p-values of a family of tests, adjusted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/multiplicity.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

struct test {
	double p;
	size_t place;
};

static int
by_p(const void *a, const void *b)
{
	const struct test *s = a, *t = b;

	return (s->p > t->p) - (s->p < t->p);
}

/* The tests that count, smallest p first; the refused keep their NAN. */
static struct test *
family(struct arena *scratch, const double p[], size_t n, double adjusted_r[], size_t *members_r)
{
	struct test *tests = arena_make_n(scratch, n, struct test);

	*members_r = 0;
	for (size_t i = 0; i < n; i++) {
		if (!isnan(p[i]))
			tests[(*members_r)++] = (struct test){ p[i], i };
		adjusted_r[i] = p[i];
	}
	qsort(tests, *members_r, sizeof *tests, by_p);
	return tests;
}

void
multiplicity_holm(const double p[], size_t n, double adjusted_r[])
{
	struct arena *scratch = arena_new();
	size_t members;
	struct test *tests = family(scratch, p, n, adjusted_r, &members);
	double largest = 0;

	for (size_t i = 0; i < members; i++) {
		largest = fmin(1, fmax(largest, (double)(members - i) * tests[i].p));
		adjusted_r[tests[i].place] = largest;
	}
	arena_free(scratch);
}

void
multiplicity_benjamini_hochberg(const double p[], size_t n, double adjusted_r[])
{
	struct arena *scratch = arena_new();
	size_t members;
	struct test *tests = family(scratch, p, n, adjusted_r, &members);
	double smallest = 1;

	for (size_t i = members; i-- > 0;) {
		smallest = fmin(smallest, (double)members / (double)(i + 1) * tests[i].p);
		adjusted_r[tests[i].place] = smallest;
	}
	arena_free(scratch);
}
