/* gap.c - what the statistics of one report cost: prints CPU milliseconds for 10 + 10 people x 14 dimensions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/agreement/agreement.h"
#include "engine/stats/agreement/rwg.h"
#include "engine/stats/gap/effect.h"
#include "engine/stats/gap/equivalence.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/gap/permutation.h"
#include "engine/stats/gap/ranks.h"
#include "engine/stats/gap/verdict.h"
#include "engine/stats/gap/welch.h"
#include "tests/bench/clock.h"
#include "tests/stats/people.h"

enum { TIMES = 200, PEOPLE = 10, DIMENSIONS = 14, ITEMS = 5, POINTS = 5 };

/* One side's answers to one dimension: everybody's score, and how many chose what. */
struct side {
	int64_t x[PEOPLE];
	int counts[ITEMS * POINTS];
	struct scores scores;
};

/* Five-item means where one answer in twenty is missing, so that means of five, four and three meet. */
static void
answer(struct arena *a, uint64_t seed, struct side *side)
{
	struct ratings r = people_random(a, seed, PEOPLE, ITEMS, POINTS, .05);

	side->scores = (struct scores){ side->x, 0, 60 };
	for (size_t p = 0; p < PEOPLE; p++) {
		int64_t sum = 0, answered = 0;

		for (size_t i = 0; i < ITEMS; i++) {
			unsigned code = r.column[i][p];

			sum += code;
			answered += code != 0;
			if (code != 0)
				side->counts[i * POINTS + code - 1]++;
		}
		if (answered > 0)
			side->x[side->scores.n++] = scores_from(sum, answered, 60);
	}
}

/* Everything a report may say about one dimension of two sides; the p that joins the family. A figure out of
 * range would say that the work was not done. */
static double
compare(const struct side *a, const struct side *b)
{
	struct summary s = scores_summary(&a->scores), t = scores_summary(&b->scores);
	struct estimate gap = welch_difference(&s, &t), own = welch_mean(&s), other = welch_mean(&t);
	struct hedges g = effect_hedges(&s, &t);
	struct cliff cliff = effect_cliff(&a->scores, &b->scores);
	struct agreement of_a = agreement_of(a->counts, ITEMS, POINTS);
	struct agreement of_b = agreement_of(b->counts, ITEMS, POINTS);
	double p = permutation_test(&a->scores, &b->scores).mid_p;

	CHECK(gap.ci95.lo < gap.value && own.ci95.lo < own.ci95.hi && other.p >= 0);
	CHECK(g.ci95.lo < g.g && g.g < g.ci95.hi && cliff.ci95.lo >= -1 && p > 0 && p <= 1);
	CHECK(ranks_test(&a->scores, &b->scores).exact && equivalence_test(&gap, .5).p <= 1);
	CHECK(of_a.rwg <= 1 && of_b.ad >= 0);
	return p;
}

/* What agreement has to exceed is the same for all dimensions, but worked out for each side. */
static double
report(struct side sides[][2])
{
	double begin = clock_cpu_ms(), p[DIMENSIONS];

	for (size_t d = 0; d < DIMENSIONS; d++)
		p[d] = compare(&sides[d][0], &sides[d][1]);
	for (size_t party = 0; party < 2; party++)
		CHECK(rwg_critical(PEOPLE, POINTS, ITEMS) < 1);
	multiplicity_holm(p, DIMENSIONS, p);
	for (size_t d = 0; d < DIMENSIONS; d++)
		CHECK(p[d] > 0 && p[d] <= 1);
	return clock_cpu_ms() - begin;
}

int
main(void)
{
	struct arena *a = arena_new();
	static struct side sides[DIMENSIONS][2];
	double ms[TIMES];

	for (size_t d = 0; d < DIMENSIONS; d++)
		for (size_t party = 0; party < 2; party++)
			answer(a, 100 * d + party + 1, &sides[d][party]);
	for (int i = 0; i < TIMES; i++)
		ms[i] = report(sides);
	printf("%.3f\n", clock_median(ms, TIMES));
	arena_free(a);
	return 0;
}
