/* ranks.c - Mann and Whitney's test, conditional on ties */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/ranks.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "engine/stats/distribution.h"
#include "engine/stats/gap/subset.h"
#include "engine/stats/whole.h"

/* Everybody's doubled mid-ranks in ascending order, their sum over side a, and sum (t^3 - t) over groups of t
 * ties. */
struct ranking {
	int64_t *doubled, sum_a;
	double ties;
};

/* People from..to of the sorted pool are tied: twice their mid-rank is (from + 1) + (to + 1). */
static struct ranking
ranking_of(struct arena *scratch, const struct scores *a, const struct scores *b)
{
	size_t n = a->n + b->n;
	int64_t *pool = scores_pool(scratch, a, b);
	struct ranking r = { .doubled = arena_make_n(scratch, n, int64_t) };

	qsort(pool, n, sizeof *pool, whole_order);
	for (size_t from = 0, to; from < n; from = to + 1) {
		double t;

		for (to = from; to + 1 < n && pool[to + 1] == pool[from]; to++)
			;
		for (size_t i = from; i <= to; i++)
			r.doubled[i] = (int64_t)(from + to + 2);
		r.sum_a += (int64_t)scores_count(a, pool[from]) * r.doubled[from];
		t = (double)(to - from + 1);
		r.ties += t * t * t - t;
	}
	return r;
}

static double
u_of(const struct ranking *r, size_t n_a)
{
	return (double)r->sum_a / 2 - (double)n_a * ((double)n_a + 1) / 2;
}

struct ranks
ranks_exact(const struct scores *a, const struct scores *b)
{
	struct ranks result = { scores_refuse_pair(a, b), NAN, NAN, true };
	struct arena *scratch;
	struct subset_tail tail;
	struct ranking r;

	if (result.refused != REFUSED_NOT)
		return result;
	scratch = arena_new();
	r = ranking_of(scratch, a, b);
	tail = subset_sum_tail(r.doubled, a->n + b->n, a->n, r.sum_a);
	arena_free(scratch);
	result.u = u_of(&r, a->n);
	result.p = fmin(1, tail.beyond + tail.equal);
	return result;
}

struct ranks
ranks_normal(const struct scores *a, const struct scores *b)
{
	struct ranks result = { scores_refuse_pair(a, b), NAN, NAN, false };
	double pairs = (double)a->n * (double)b->n, n = (double)(a->n + b->n), variance, away;
	struct arena *scratch;
	struct ranking r;

	if (result.refused != REFUSED_NOT)
		return result;
	scratch = arena_new();
	r = ranking_of(scratch, a, b);
	arena_free(scratch);
	result.u = u_of(&r, a->n);
	variance = pairs / 12 * (n + 1 - r.ties / (n * (n - 1)));
	away = fmax(0, fabs(result.u - pairs / 2) - .5);
	result.p = fmin(1, 2 * normal_p(-away / sqrt(variance)));
	return result;
}

struct ranks
ranks_test(const struct scores *a, const struct scores *b)
{
	return a->n + b->n <= RANKS_EXACT_MAX ? ranks_exact(a, b) : ranks_normal(a, b);
}
