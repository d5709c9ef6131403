/* resample.c - how sure the shares of drivers are: alliances drawn again and again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gsl/gsl_rng.h>
#include <math.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/quantile.h"
#include "engine/stats/drivers/drivers.h"
#include "engine/stats/drivers/importance.h"

enum { ALLIANCES_LEAST = 10, REPLICATES_LEAST = 100 };

static void
release(void *generator)
{
	gsl_rng_free(generator);
}

static gsl_rng *
generator_new(struct arena *arena, uint32_t seed)
{
	gsl_rng *generator = gsl_rng_alloc(gsl_rng_taus2);

	CHECK(generator != NULL);
	arena_defer(arena, release, generator);
	gsl_rng_set(generator, seed);
	return generator;
}

/* Alliances without anybody are not drawn. */
static size_t
occupied(const struct cross alliances[], size_t n, size_t place_r[])
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		if (alliances[i].n > 0)
			place_r[found++] = i;
	return found;
}

/* One replicate's shares; false when they cannot be computed. */
static bool
replicate(const struct cross alliances[], const size_t pick[], size_t n, bool within, double share_r[])
{
	double correlation[CROSS_MAX * CROSS_MAX];
	struct cross pool = cross_pool(alliances, pick, n, within);

	return cross_correlation(&pool, correlation) == REFUSED_NOT &&
		importance_shapley(correlation, pool.variables - 1, share_r) == REFUSED_NOT;
}

static void
intervals(double *shares, size_t predictors, size_t replicates, struct drivers_bootstrap *b)
{
	for (size_t j = 0; j < predictors; j++) {
		double *share = shares + j * replicates;

		quantile_sort(share, b->used);
		b->share95[j].lo = quantile_type7(share, b->used, .025);
		b->share95[j].hi = quantile_type7(share, b->used, .975);
	}
}

static void
draw(struct arena *scratch, const struct cross alliances[], const size_t place[], size_t n, bool within,
	struct drivers_bootstrap *b)
{
	size_t predictors = alliances[0].variables - 1, *pick = arena_make_n(scratch, n, size_t);
	double *shares = arena_make_n(scratch, predictors * b->replicates, double), share[PREDICTORS_MAX];
	gsl_rng *generator = generator_new(scratch, b->seed);

	for (size_t k = 0; k < b->replicates; k++) {
		for (size_t i = 0; i < n; i++)
			pick[i] = place[gsl_rng_uniform_int(generator, n)];
		if (!replicate(alliances, pick, n, within, share))
			continue;
		for (size_t j = 0; j < predictors; j++)
			shares[j * b->replicates + b->used] = share[j];
		b->used++;
	}
	if ((double)b->used < .95 * (double)b->replicates)
		b->refused = REFUSED_SINGULAR;
	else
		intervals(shares, predictors, b->replicates, b);
}

struct drivers_bootstrap
drivers_resample(const struct cross alliances[], size_t n_alliances, bool within, uint32_t seed,
	size_t replicates)
{
	struct drivers_bootstrap b = { .seed = seed, .replicates = replicates };
	struct arena *scratch = arena_new();
	size_t *place = arena_make_n(scratch, n_alliances, size_t);
	size_t n = occupied(alliances, n_alliances, place);

	for (size_t j = 0; j < PREDICTORS_MAX; j++)
		b.share95[j] = (struct interval){ NAN, NAN };
	if (n == 0)
		b.refused = REFUSED_EMPTY;
	else if (n < ALLIANCES_LEAST || replicates < REPLICATES_LEAST)
		b.refused = REFUSED_TOO_FEW;
	else
		draw(scratch, alliances, place, n, within, &b);
	arena_free(scratch);
	return b;
}
