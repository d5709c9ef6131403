/* narrow.c - a benchmark for one alliance: of the others only what enough of them say together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "engine/measure/benchmark/benchmarking.h"

/* At least five others take part in the row, none with more than half of their people. */
static bool
row_protects(const struct benchmarking *b, size_t row)
{
	size_t others = 0, most = 0, all = 0;

	for (size_t i = 0; i < b->n_alliances; i++) {
		const struct benchmark_cell *cell = &b->cells[i * b->n_rows + row];
		size_t people = i == b->own || cell->refused != REFUSED_NOT ? 0 : (size_t)cell->n;

		others += people > 0;
		most = people > most ? people : most;
		all += people;
	}
	return others >= BENCHMARK_OTHERS && 2 * most <= all;
}

/* What is left of a row and the own cell: what the own alliance knows anyway. */
static void
withhold(struct benchmark_row *row, struct benchmark_cell *own)
{
	row->refused = row->funnel_refused = row->trend.refused = REFUSED_TOO_FEW;
	row->alliances = row->parties = row->people = row->trend.waves = 0;
	row->mu = row->se_mu = row->tau2_alliance = row->tau2_party = row->sigma2 = NAN;
	row->icc_alliance = row->icc_party = NAN;
	row->funnel_centre = row->funnel_sigma2 = row->funnel_between = NAN;
	row->trend.value = row->trend.p_rise = row->trend.ci95.lo = row->trend.ci95.hi = NAN;
	for (size_t q = 0; q < BENCHMARK_QUANTILES; q++)
		row->quantiles[q] = NAN;
	own->shrunken_refused = own->standing_refused = REFUSED_TOO_FEW;
	own->lambda = own->shrunken = own->band80.lo = own->band80.hi = own->p_below = NAN;
	own->percentile = own->p_lowest = own->percentile80.lo = own->percentile80.hi = NAN;
	own->quarter = QUARTER_UNKNOWN;
	own->funnel_z = own->gap_adjusted = NAN;
	own->funnel_side = 0;
}

static void
withhold_instrument(struct benchmark_instrument *x)
{
	x->alpha_refused = x->omega_refused = x->factor_refused = REFUSED_TOO_FEW;
	x->people = x->alliances = 0;
	x->alpha = x->omega = x->alpha95.lo = x->alpha95.hi = x->omega95.lo = x->omega95.hi = NAN;
	x->chi_square = x->df = x->p = x->rmsea = x->cfi = x->srmr = NAN;
}

static void
narrow_drivers(struct benchmarking *b)
{
	struct benchmark_drivers *list = arena_make_n(b->arena, b->out->n_drivers, struct benchmark_drivers);

	for (size_t i = 0; i < b->out->n_drivers; i++) {
		list[i] = b->out->drivers[i];
		if (list[i].alliances <= BENCHMARK_OTHERS)
			list[i] = (struct benchmark_drivers){ .outcome = list[i].outcome, .refused = REFUSED_TOO_FEW,
				.resample_refused = REFUSED_TOO_FEW, .r2 = NAN, .adjusted_r2 = NAN };
	}
	b->out->drivers = list;
}

static void
narrow_attention(struct benchmarking *b)
{
	struct benchmark_attention *list = arena_make_n(b->arena, b->out->n_attention, struct benchmark_attention);
	size_t n = 0;

	for (size_t i = 0; i < b->out->n_attention; i++)
		if (b->out->attention[i].alliance == b->own) {
			list[n] = b->out->attention[i];
			list[n++].alliance = 0;
		}
	b->out->attention = list;
	b->out->n_attention = n;
}

void
benchmark_narrow(struct benchmarking *b)
{
	for (size_t r = 0; r < b->n_rows; r++) {
		if (!row_protects(b, r))
			withhold(&b->rows[r], &b->cells[b->own * b->n_rows + r]);
		if (b->rows[r].instrument.alliances <= BENCHMARK_OTHERS || b->rows[r].refused == REFUSED_TOO_FEW)
			withhold_instrument(&b->rows[r].instrument);
	}
	narrow_drivers(b);
	narrow_attention(b);
	b->out->alliances = &b->alliances[b->own];
	b->out->n_alliances = 1;
	/* Whose profiles they are cannot be told apart from the own manager's. */
	b->out->n_competencies = 0;
	b->out->manager_form = NULL;
}
