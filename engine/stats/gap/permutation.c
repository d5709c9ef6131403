/* permutation.c - the exact permutation test of a difference of means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/permutation.h"

#include <math.h>

#include "base/arena.h"
#include "engine/stats/gap/subset.h"

/* mean(a) - mean(b) = (n S - m T) / (m (n - m)) for a's sum S, m people of n and everybody's sum T: comparing
 * |n S - m T| compares the differences, in whole numbers. */
struct permutation
permutation_test(const struct scores *a, const struct scores *b)
{
	struct permutation result = { scores_refuse_pair(a, b), NAN, NAN, SUBSET_COUNTED };
	struct arena *scratch;
	struct subset_tail tail;
	int64_t sum = 0;

	if (result.refused != REFUSED_NOT)
		return result;
	scratch = arena_new();
	for (size_t i = 0; i < a->n; i++)
		sum += a->x[i];
	tail = subset_sum_tail(scores_pool(scratch, a, b), a->n + b->n, a->n, sum);
	arena_free(scratch);
	result.p = fmin(1, tail.beyond + tail.equal);
	result.mid_p = tail.beyond + tail.equal / 2;
	result.method = tail.method;
	return result;
}
