/* portfolio.c - one pass from everybody's answers to the figures of a portfolio */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/portfolio.h"

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/covariance.h"
#include "engine/stats/portfolio/counting.h"
#include "engine/stats/portfolio/crew.h"
#include "engine/stats/portfolio/pages.h"

/* A part is small enough that its answers and tallies stay in a core's cache between the steps. */
enum { PART_ALLIANCES = 32 };

/* part_pools[part * scales + s]: summed after all threads are done. */
struct job {
	const struct columns *columns;	/* NULL: the tallies are there */
	const struct counting *counting;
	struct portfolio *portfolio;
	struct tally **part_pools;
};

static void
work_on_groups(const struct job *job, size_t s, size_t from, size_t to, struct tally *pool)
{
	const struct portfolio *p = job->portfolio;
	const struct shape *shape = &p->tallies.shapes[s];
	struct moments scores[2 * PART_ALLIANCES];
	int64_t unit = shape_unit(shape);

	for (size_t g = from; g < to; g++) {
		struct tally *t = tallies_at(&p->tallies, s, g);

		if (job->columns != NULL)
			counting_add(&job->counting[s], job->columns->first[g], job->columns->first[g + 1], t);
		tally_pool(shape, pool, t);
		p->sides[s][g] = side_of(shape, unit, t);
		scores[g - from] = t->scores;
	}
	gaps_of(scores, (to - from) / 2, unit, p->gaps[s] + from / 2);
}

static void
work_on_part(void *job_, size_t part)
{
	const struct job *job = job_;
	const struct tallies *t = &job->portfolio->tallies;
	size_t from = part * 2 * PART_ALLIANCES, to = from + 2 * PART_ALLIANCES;

	if (to > t->groups)
		to = t->groups;
	for (size_t s = 0; s < t->n_scales; s++)
		work_on_groups(job, s, from, to, job->part_pools[part * t->n_scales + s]);
}

static void
work_on_scale(void *job_, size_t s)
{
	const struct job *job = job_;

	gaps_compare(job->portfolio->gaps[s], job->portfolio->tallies.groups / 2);
}

static void
make_room(struct arena *a, struct portfolio *p)
{
	size_t n = p->tallies.n_scales, groups = p->tallies.groups;
	struct side **sides = arena_make_n(a, n, struct side *);
	struct gap **gaps = arena_make_n(a, n, struct gap *);
	struct gap *all_gaps = pages_make_n(a, n * groups / 2, struct gap);
	struct side *all_sides = pages_make_n(a, n * groups, struct side);

	for (size_t s = 0; s < n; s++) {
		sides[s] = all_sides + s * groups;
		gaps[s] = all_gaps + s * (groups / 2);
	}
	p->sides = sides;
	p->gaps = gaps;
}

static struct tally **
empty_pools(struct arena *a, const struct tallies *t, size_t n)
{
	struct tally **pools = arena_make_n(a, n * t->n_scales, struct tally *);

	for (size_t i = 0; i < n * t->n_scales; i++)
		pools[i] = arena_alloc(a, tally_size(&t->shapes[i % t->n_scales]));
	return pools;
}

static void
pool_parts(struct arena *a, struct portfolio *p, struct tally *const *part_pools, size_t parts)
{
	size_t n = p->tallies.n_scales;
	struct tally **pools = empty_pools(a, &p->tallies, 1);
	struct alpha *alphas = arena_make_n(a, n, struct alpha);

	for (size_t s = 0; s < n; s++) {
		struct covariance c;

		for (size_t part = 0; part < parts; part++)
			tally_pool(&p->tallies.shapes[s], pools[s], part_pools[part * n + s]);
		c = tally_covariance(a, &p->tallies.shapes[s], pools[s]);
		alphas[s] = alpha_of(&c);
	}
	p->pools = pools;
	p->alphas = alphas;
}

static void
work(struct arena *a, struct job *job, unsigned threads)
{
	struct portfolio *p = job->portfolio;
	size_t parts = (p->tallies.groups + 2 * PART_ALLIANCES - 1) / (2 * PART_ALLIANCES);
	struct arena *scratch = arena_new();

	make_room(a, p);
	job->part_pools = empty_pools(scratch, &p->tallies, parts);
	crew_work(work_on_part, job, parts, threads);
	crew_work(work_on_scale, job, p->tallies.n_scales, threads);
	pool_parts(a, p, job->part_pools, parts);
	arena_free(scratch);
}

struct portfolio
portfolio_pass(struct arena *a, const struct columns *c, unsigned threads)
{
	struct shape *shapes = arena_make_n(a, c->n_scales, struct shape);
	struct counting *counting = arena_make_n(a, c->n_scales, struct counting);
	struct portfolio p;

	columns_check(c);
	for (size_t s = 0; s < c->n_scales; s++) {
		shapes[s] = c->scales[s].shape;
		counting[s] = counting_new(a, c, &c->scales[s]);
	}
	p.tallies = tallies_new(a, shapes, c->n_scales, c->groups);
	work(a, &(struct job){ c, counting, &p, NULL }, threads);
	return p;
}

struct portfolio
portfolio_from(struct arena *a, const struct tallies *t, unsigned threads)
{
	struct portfolio p = { .tallies = *t };

	CHECK(t->groups % 2 == 0);
	work(a, &(struct job){ NULL, NULL, &p, NULL }, threads);
	return p;
}
