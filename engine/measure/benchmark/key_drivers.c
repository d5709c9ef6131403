/* key_drivers.c - what the outcomes go with, over the pool */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "engine/measure/benchmark/benchmarking.h"
#include "engine/stats/drivers/drivers.h"

/* The seed is part of the benchmark, so that it can be made again. The more alliances, the surer each replicate. */
enum { SEED = 1, REPLICATES_MOST = 1000, REPLICATES_LEAST = 100, DRAWS = 200000 };

struct explained {
	size_t outcome, n;		/* rows */
	size_t drivers[PREDICTORS_MAX];
};

static struct explained
explained_by(const struct benchmarking *b, size_t outcome)
{
	struct explained q = { .outcome = outcome };

	for (size_t r = 0; r < b->n_rows && q.n < PREDICTORS_MAX; r++)
		if (!b->rows[r].is_index && b->rows[r].role == ROLE_DRIVER)
			q.drivers[q.n++] = r;
	return q;
}

/* Is it about these rows, one for one? */
static bool
answers(const struct benchmarking *b, const struct explained *q, size_t form, const struct contribution_cross *x)
{
	const struct related *rows = b->pool->related[form], *outcome = &rows[b->places[q->outcome]];

	if (x->n_drivers != q->n || outcome->relation != RELATION_SAME || outcome->row != x->outcome)
		return false;
	for (size_t i = 0; i < q->n; i++) {
		const struct related *r = &rows[b->places[q->drivers[i]]];

		if (r->relation != RELATION_SAME || r->row != x->drivers[i])
			return false;
	}
	return true;
}

static struct cross *
gather(struct benchmarking *b, struct arena *scratch, const struct explained *q, size_t *n_r)
{
	struct cross *crosses = arena_make_n(scratch, b->n_alliances, struct cross);

	*n_r = 0;
	for (size_t i = 0; i < b->n_alliances; i++) {
		const struct pool_alliance *a = b->sources[i];

		for (size_t x = 0; x < a->n_crosses; x++)
			if (answers(b, q, a->crosses_form, &a->crosses[x]))
				crosses[(*n_r)++] = a->crosses[x].cross;
	}
	return crosses;
}

static size_t
replicates_for(size_t alliances)
{
	size_t n = DRAWS / alliances;

	return n > REPLICATES_MOST ? REPLICATES_MOST : n < REPLICATES_LEAST ? REPLICATES_LEAST : n;
}

static void
fill_shares(const struct benchmarking *b, const struct explained *q, const struct drivers *d,
	const struct drivers_bootstrap *boot, struct benchmark_drivers *out)
{
	struct benchmark_driver *list = arena_make_n(b->arena, q->n, struct benchmark_driver);

	for (size_t i = 0; i < q->n; i++)
		list[i] = (struct benchmark_driver){ b->rows[q->drivers[i]].of, d->shapley[i], d->fit.beta[i], d->fit.r[i],
			boot->share95[i] };
	if (d->refused == REFUSED_SINGULAR && d->fit.culprit < q->n)
		out->culprit = b->rows[q->drivers[d->fit.culprit]].of;
	out->refused = d->refused;
	out->people = d->fit.people;
	out->r2 = d->fit.r2;
	out->adjusted_r2 = d->fit.adjusted_r2;
	out->resample_refused = boot->refused;
	out->seed = boot->seed;
	out->replicates = boot->replicates;
	out->used = boot->used;
	out->n = q->n;
	out->drivers = list;
}

static void
fill_outcome(struct benchmarking *b, size_t outcome, struct benchmark_drivers *out)
{
	struct arena *scratch = arena_new();
	struct explained q = explained_by(b, outcome);
	size_t n;
	struct cross *crosses = gather(b, scratch, &q, &n);

	*out = (struct benchmark_drivers){ .outcome = b->rows[outcome].of, .refused = REFUSED_EMPTY,
		.resample_refused = REFUSED_EMPTY, .alliances = n, .r2 = NAN, .adjusted_r2 = NAN };
	if (n > 0) {
		struct drivers d = drivers_of(crosses, n, true);
		struct drivers_bootstrap boot = drivers_resample(crosses, n, true, SEED, replicates_for(n));

		fill_shares(b, &q, &d, &boot, out);
	}
	arena_free(scratch);
}

void
benchmark_fill_drivers(struct benchmarking *b)
{
	struct benchmark_drivers *drivers = arena_make_n(b->arena, b->n_rows, struct benchmark_drivers);

	for (size_t r = 0; r < b->n_rows; r++)
		if (b->rows[r].role == ROLE_OUTCOME)
			fill_outcome(b, r, &drivers[b->out->n_drivers++]);
	b->out->drivers = drivers;
}
