/* instrument.c - how well the instrument measures, over everybody in the pool */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "engine/measure/benchmark/benchmarking.h"
#include "engine/stats/covariance.h"
#include "engine/stats/reliability/alpha.h"
#include "engine/stats/reliability/factor.h"
#include "engine/stats/reliability/omega.h"

static const struct pool_scale *
scale_of(const struct benchmarking *b, size_t row)
{
	for (size_t s = 0; s < b->pool->n_scales; s++)
		if (b->pool->scales[s].row == b->places[row] && b->pool->scales[s].sum != NULL)
			return &b->pool->scales[s];
	return NULL;
}

static void
fill_factor(struct arena *a, const struct covariance *c, struct benchmark_instrument *x)
{
	struct factor f = factor_of(a, c);

	x->factor_refused = f.refused;
	x->chi_square = f.chi_square;
	x->df = f.df;
	x->p = f.p;
	x->rmsea = f.rmsea;
	x->cfi = f.cfi;
	x->srmr = f.srmr;
}

void
benchmark_fill_instrument(struct benchmarking *b, size_t row)
{
	const struct pool_scale *scale = scale_of(b, row);
	struct benchmark_instrument *x = &b->rows[row].instrument;
	struct arena *scratch;
	struct covariance c;
	struct alpha alpha;
	struct omega omega;

	*x = (struct benchmark_instrument){ 0, 0, 0, REFUSED_EMPTY, REFUSED_EMPTY, REFUSED_EMPTY, NAN, NAN, { NAN, NAN },
		{ NAN, NAN }, NAN, NAN, NAN, NAN, NAN, NAN };
	if (scale == NULL)
		return;
	scratch = arena_new();
	c = tally_covariance(scratch, &scale->shape, scale->sum);
	alpha = alpha_of(&c);
	omega = omega_of(&c);
	x->items = scale->shape.items;
	x->people = (size_t)scale->sum->complete;
	x->alliances = scale->alliances;
	x->alpha_refused = alpha.refused;
	x->alpha = alpha.alpha;
	x->alpha95 = alpha.ci95;
	x->omega_refused = omega.refused;
	x->omega = omega.omega;
	x->omega95 = omega.ci95;
	fill_factor(scratch, &c, x);
	arena_free(scratch);
}
