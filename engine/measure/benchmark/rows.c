/* rows.c - how alliances differ on one row, and where each of them stands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "engine/measure/benchmark/benchmarking.h"
#include "engine/stats/distribution.h"
#include "engine/stats/groups/funnel.h"
#include "engine/stats/groups/nested.h"
#include "engine/stats/groups/shrink.h"
#include "engine/stats/groups/standing.h"

/* The parties of the alliances on the row. */
struct field {
	struct group *parties;
	size_t *alliance;
	size_t n;
	struct group *joint;		/* by alliance, as the funnel counts people */
};

static struct field
gather(struct benchmarking *b, struct arena *scratch, size_t row)
{
	struct field f = { .parties = arena_make_n(scratch, b->n_alliances * FORM_MAX_PARTIES, struct group),
		.alliance = arena_make_n(scratch, b->n_alliances * FORM_MAX_PARTIES, size_t),
		.joint = arena_make_n(scratch, b->n_alliances, struct group) };

	for (size_t i = 0; i < b->n_alliances; i++) {
		const struct pool_alliance *a = b->sources[i];
		struct benchmark_cell *cell = &b->cells[i * b->n_rows + row];
		int newest = newest_wave(b, a, row, a->n_waves);
		struct taking_part t = { .n = 0 };
		double inverse = 0;

		*cell = (struct benchmark_cell){ .refused = REFUSED_EMPTY, .raw = NAN };
		if (newest < 0)
			continue;
		t = taking_part(b, &a->waves[newest], row);
		for (size_t p = 0; p < t.n; p++) {
			f.parties[f.n] = (struct group){ t.of[p]->n, t.of[p]->mean, t.of[p]->within };
			f.alliance[f.n++] = i;
			cell->n += (int)t.of[p]->n;
			cell->split |= t.of[p]->agreement == AGREEMENT_SPLIT;
			inverse += 1 / (double)t.of[p]->n;
		}
		cell->refused = REFUSED_NOT;
		cell->parties = (int)t.n;
		cell->raw = taking_part_mean(&t);
		f.joint[i] = (struct group){ (size_t)((double)(t.n * t.n) / inverse + .5), cell->raw, 0 };
	}
	return f;
}

static void
fill_model(const struct nested *fit, struct benchmark_row *row)
{
	static const double shares[BENCHMARK_QUANTILES] = { .05, .1, .25, .5, .75, .9, .95 };
	double sd;

	row->refused = fit->refused;
	row->alliances = fit->alliances;
	row->parties = fit->parties;
	row->people = fit->people;
	row->mu = fit->mu;
	row->se_mu = fit->se_mu;
	row->tau2_alliance = fit->tau2_alliance;
	row->tau2_party = fit->tau2_party;
	row->sigma2 = fit->sigma2;
	row->icc_alliance = fit->icc_alliance;
	row->icc_party = fit->icc_party;
	sd = sqrt(fit->tau2_alliance + fit->tau2_party * (double)fit->alliances / (double)fit->parties);
	for (size_t q = 0; q < BENCHMARK_QUANTILES; q++)
		row->quantiles[q] = fit->mu + normal_inv(shares[q]) * sd;
}

static void
fill_shrunken(const struct shrunken *s, double mu, struct benchmark_cell *cell)
{
	cell->shrunken_refused = s->refused;
	cell->lambda = s->lambda;
	cell->shrunken = s->mean;
	cell->band80 = s->band80;
	cell->p_below = s->refused == REFUSED_NOT ? shrink_p_below(s, mu) : NAN;
	cell->norm_percentile = NAN;
}

static void
fill_standing(const struct standing *s, struct benchmark_cell *cell)
{
	cell->standing_refused = s->refused;
	cell->quarter = s->quarter;
	cell->percentile = s->percentile;
	cell->p_lowest = s->p_lowest;
	cell->percentile80 = s->band80;
}

static void
fill_funnel(struct benchmarking *b, size_t row, struct field *f)
{
	struct benchmark_row *out = &b->rows[row];
	struct funnel funnel;

	for (size_t i = 0; i < b->n_alliances; i++)
		if (f->joint[i].n > 0)
			f->joint[i].within = out->sigma2 * (double)(f->joint[i].n - 1);
	funnel = funnel_of(f->joint, b->n_alliances, out->mu);
	out->funnel_refused = out->refused != REFUSED_NOT ? out->refused : funnel.refused;
	out->funnel_centre = funnel.centre;
	out->funnel_sigma2 = funnel.sigma2;
	out->funnel_between = funnel.between;
	for (size_t i = 0; i < b->n_alliances; i++) {
		struct benchmark_cell *cell = &b->cells[i * b->n_rows + row];
		struct interval usual = funnel_limits(&funnel, f->joint[i].n, .95),
			all = funnel_limits(&funnel, f->joint[i].n, .998);

		cell->funnel_z = funnel_z(&funnel, &f->joint[i]);
		cell->funnel_side = (cell->raw > usual.hi) + (cell->raw > all.hi) - (cell->raw < usual.lo) - (cell->raw < all.lo);
	}
}

void
benchmark_fill_row(struct benchmarking *b, size_t row)
{
	struct arena *scratch = arena_new();
	struct field f = gather(b, scratch, row);
	struct nested_data data = { f.parties, f.alliance, f.n, b->n_alliances };
	struct nested fit = nested_fit(&data);
	struct shrunken *joint = arena_make_n(scratch, b->n_alliances, struct shrunken),
		*parties = arena_make_n(scratch, f.n, struct shrunken);
	struct standing *standing = arena_make_n(scratch, b->n_alliances, struct standing);

	fill_model(&fit, &b->rows[row]);
	nested_shrink(&fit, &data, joint, parties);
	standing_of(joint, b->n_alliances, standing);
	for (size_t i = 0; i < b->n_alliances; i++) {
		fill_shrunken(&joint[i], fit.mu, &b->cells[i * b->n_rows + row]);
		fill_standing(&standing[i], &b->cells[i * b->n_rows + row]);
	}
	fill_funnel(b, row, &f);
	arena_free(scratch);
}
