/* subset.c - the exact distribution of the sum of a random subset */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/subset.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"
#include "engine/stats/gap/subset_lattice.h"
#include "engine/stats/whole.h"

#define COUNTED_MAX (INT64_C(1) << 23)

/* The problem with offset and common factor removed, and the smaller part drawn: the complement of a subset
 * has the opposite D. Values ascend from 0. */
static struct subset
reduce(struct arena *arena, const int64_t x[], size_t n, size_t m, int64_t sum)
{
	struct subset s = { .x = arena_memdup(arena, x, n * sizeof *x), .n = (int64_t)n, .m = (int64_t)m };
	int64_t least, factor = 0;

	qsort(s.x, n, sizeof *x, whole_order);
	least = s.x[0];
	for (size_t i = 0; i < n; i++)
		factor = whole_gcd(factor, s.x[i] -= least);
	for (size_t i = 0; i < n; i++)
		s.total += s.x[i] /= factor == 0 ? 1 : factor;
	sum = (sum - least * s.m) / (factor == 0 ? 1 : factor);
	if (2 * s.m > s.n) {
		s.m = s.n - s.m;
		sum = s.total - sum;
	}
	for (int64_t i = 0; i < s.m; i++) {
		s.lowest += s.x[i];
		s.highest += s.x[s.n - 1 - i];
	}
	CHECK(s.lowest <= sum && sum <= s.highest);
	s.observed = llabs(s.n * sum - s.m * s.total);
	return s;
}

/* Values ascend, so row c of `ways` is filled up to the sum of the c largest seen so far. Rows too short to
 * become m with the people left are skipped. */
static struct subset_tail
counted(struct arena *arena, const struct subset *s)
{
	int64_t width = s->highest + 1;
	double *ways = arena_make_n(arena, (size_t)((s->m + 1) * width), double), total = 0;
	struct subset_tail tail = { 0, 0, SUBSET_COUNTED };

	ways[0] = 1;
	for (int64_t i = 0; i < s->n; i++) {
		int64_t most = whole_min(i + 1, s->m), left = s->n - 1 - i;

		for (int64_t c = most; c > 0 && c + left >= s->m; c--) {
			const double *restrict from = ways + (c - 1) * width;
			double *restrict to = ways + c * width + s->x[i];
			int64_t filled = whole_min((c - 1) * s->x[i], s->highest - s->x[i]);

			for (int64_t sum = 0; sum <= filled; sum++)
				to[sum] += from[sum];
		}
	}
	for (int64_t sum = s->lowest; sum <= s->highest; sum++) {
		int64_t d = llabs(s->n * sum - s->m * s->total);
		double subsets = ways[s->m * width + sum];

		total += subsets;
		tail.beyond += d > s->observed ? subsets : 0;
		tail.equal += d == s->observed ? subsets : 0;
	}
	tail.beyond /= total;
	tail.equal /= total;
	return tail;
}

/* Var D = n m (n - m) / (n - 1) * (n sum x^2 - T^2) / n, from the moments of a draw without replacement. */
static struct subset_tail
normal(const struct subset *s)
{
	double n = (double)s->n, m = (double)s->m, mean = (double)s->total / n, squares = 0, variance;

	for (int64_t i = 0; i < s->n; i++)
		squares += ((double)s->x[i] - mean) * ((double)s->x[i] - mean);
	variance = n * m * (n - m) / (n - 1) * squares;
	return (struct subset_tail){ 2 * normal_p(-(double)s->observed / sqrt(variance)), 0, SUBSET_NORMAL };
}

static struct subset_tail
tail_of(struct arena *scratch, const struct subset *s)
{
	if (s->total == 0)
		return (struct subset_tail){ 0, 1, SUBSET_COUNTED };
	if (s->n * s->m <= COUNTED_MAX / (s->highest + 1))
		return counted(scratch, s);
	if (subset_lattice_fits(s))
		return subset_lattice_tail(scratch, s);
	return normal(s);
}

struct subset_tail
subset_sum_tail(const int64_t x[], size_t n, size_t m, int64_t sum)
{
	struct arena *scratch = arena_new();
	struct subset_tail tail;
	struct subset s;

	CHECK(m > 0 && m < n);
	s = reduce(scratch, x, n, m, sum);
	tail = tail_of(scratch, &s);
	arena_free(scratch);
	return tail;
}
