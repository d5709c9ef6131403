/* benchmark_emit.c - a benchmark for other programs: every figure, JSON and CSV */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buf.h"
#include "base/csv.h"
#include "base/json.h"
#include "base/utc.h"
#include "engine/measure/benchmark/benchmark.h"
#include "reports/report.h"

static const char *const roles[] = { [ROLE_DRIVER] = "driver", [ROLE_OUTCOME] = "outcome", [ROLE_SIGNAL] = "signal" };
static const char *const classes[] = { [DIFFERENCE_NONE] = "none", [DIFFERENCE_WORDING] = "wording",
	[DIFFERENCE_MEANING] = "meaning", [DIFFERENCE_CRITICAL] = "critical" };

/* Why there is no figure, or null. */
static void
refused(struct json *j, const char *key, enum refusal r)
{
	json_string(j, key, r == REFUSED_NOT ? NULL : refusal_reason(r));
}

static void
interval(struct json *j, const char *key, struct interval x)
{
	json_array(j, key);
	json_double(j, NULL, x.lo);
	json_double(j, NULL, x.hi);
	json_array_end(j);
}

static void
slope(struct json *j, const char *key, const struct benchmark_slope *x)
{
	json_object(j, key);
	refused(j, "refused", x->refused);
	json_int(j, "waves", (int64_t)x->waves);
	json_double(j, "points_a_year", x->value);
	interval(j, "ci95", x->ci95);
	json_double(j, "p_rise", x->p_rise);
	json_object_end(j);
}

static void
choice(struct json *j, const struct benchmark *b)
{
	json_object(j, "choice");
	json_string(j, "type", b->choice.type);
	json_string(j, "stage", b->choice.stage);
	json_string(j, "since", b->choice.since == 0 ? NULL : utc_date(j->out->arena, b->choice.since));
	json_string(j, "form", b->choice.form_id);
	json_string(j, "for", b->choice.own);
	json_object_end(j);
}

static void
excluded(struct json *j, const struct benchmark *b)
{
	json_array(j, "excluded");
	for (size_t i = 0; i < b->n_excluded; i++) {
		const struct benchmark_exclusion *x = &b->excluded[i];

		json_object(j, NULL);
		json_string(j, "reason", benchmark_exclusion_name(x->reason));
		json_string(j, "form", x->form_id);
		json_int(j, "version", x->form_version);
		json_string(j, "of", x->of);
		json_int(j, "releases", (int64_t)x->releases);
		json_object_end(j);
	}
	json_array_end(j);
}

static void
head(struct json *j, const struct benchmark *b)
{
	json_string(j, "report", "benchmark");
	json_string(j, "refused", b->refused == BENCHMARK_GOOD ? NULL : benchmark_refusal_reason(b->refused));
	json_string(j, "made", utc_date(j->out->arena, b->made));
	json_string(j, "engine_version", b->engine_version);
	json_object(j, "form");
	json_string(j, "id", b->form == NULL ? NULL : b->form->id);
	json_int(j, "version", b->form == NULL ? 0 : b->form->version);
	json_object_end(j);
	choice(j, b);
	json_int(j, "pool_alliances", (int64_t)b->pool_alliances);
	json_int(j, "pool_releases", (int64_t)b->pool_releases);
	json_string(j, "norm", b->norm.name);
	excluded(j, b);
}

static void
instrument(struct json *j, const struct benchmark_instrument *x)
{
	json_object(j, "instrument");
	json_int(j, "items", (int64_t)x->items);
	json_int(j, "people", (int64_t)x->people);
	refused(j, "alpha_refused", x->alpha_refused);
	json_double(j, "alpha", x->alpha);
	interval(j, "alpha95", x->alpha95);
	refused(j, "omega_refused", x->omega_refused);
	json_double(j, "omega", x->omega);
	interval(j, "omega95", x->omega95);
	refused(j, "factor_refused", x->factor_refused);
	json_double(j, "chi_square", x->chi_square);
	json_double(j, "df", x->df);
	json_double(j, "p", x->p);
	json_double(j, "rmsea", x->rmsea);
	json_double(j, "cfi", x->cfi);
	json_double(j, "srmr", x->srmr);
	json_object_end(j);
}

static void
row(struct json *j, const struct benchmark_row *r)
{
	static const char *const quantiles[BENCHMARK_QUANTILES] = { "q05", "q10", "q25", "q50", "q75", "q90", "q95" };

	json_object(j, NULL);
	json_string(j, "of", r->of);
	json_bool(j, "index", r->is_index);
	json_string(j, "role", roles[r->role]);
	json_double(j, "min", r->min);
	json_double(j, "max", r->max);
	refused(j, "refused", r->refused);
	json_int(j, "alliances", (int64_t)r->alliances);
	json_int(j, "parties", (int64_t)r->parties);
	json_int(j, "people", (int64_t)r->people);
	json_double(j, "mean", r->mu);
	json_double(j, "se", r->se_mu);
	json_double(j, "tau2_alliance", r->tau2_alliance);
	json_double(j, "tau2_party", r->tau2_party);
	json_double(j, "sigma2", r->sigma2);
	json_double(j, "icc_alliance", r->icc_alliance);
	json_double(j, "icc_party", r->icc_party);
	for (size_t q = 0; q < BENCHMARK_QUANTILES; q++)
		json_double(j, quantiles[q], r->quantiles[q]);
	refused(j, "funnel_refused", r->funnel_refused);
	json_double(j, "funnel_centre", r->funnel_centre);
	json_double(j, "funnel_sigma2", r->funnel_sigma2);
	json_double(j, "funnel_between", r->funnel_between);
	slope(j, "trend", &r->trend);
	instrument(j, &r->instrument);
	json_object_end(j);
}

static void
standing(struct json *j, const struct benchmark_cell *x)
{
	refused(j, "shrunken_refused", x->shrunken_refused);
	json_double(j, "lambda", x->lambda);
	json_double(j, "shrunken", x->shrunken);
	interval(j, "band80", x->band80);
	json_double(j, "p_below", x->p_below);
	refused(j, "standing_refused", x->standing_refused);
	json_string(j, "quarter", quarter_name(x->quarter));
	json_double(j, "percentile", x->percentile);
	interval(j, "percentile80", x->percentile80);
	json_double(j, "p_lowest", x->p_lowest);
	json_double(j, "norm_percentile", x->norm_percentile);
	json_double(j, "funnel_z", x->funnel_z);
	json_int(j, "funnel_side", x->funnel_side);
}

static void
cell(struct json *j, const struct benchmark_row *r, const struct benchmark_cell *x)
{
	json_object(j, NULL);
	json_string(j, "of", r->of);
	refused(j, "refused", x->refused);
	if (x->refused == REFUSED_NOT) {
		json_int(j, "n", x->n);
		json_int(j, "parties", x->parties);
		json_double(j, "raw", x->raw);
		standing(j, x);
		refused(j, "change_refused", x->change_refused);
		json_string(j, "change_mark", classes[x->mark]);
		json_double(j, "change", x->change);
		interval(j, "change95", x->change95);
		json_double(j, "p_rise", x->p_rise);
		slope(j, "slope", &x->slope);
		refused(j, "gap_refused", x->gap_refused);
		json_double(j, "gap", x->gap);
		json_double(j, "gap_p", x->gap_p);
		json_double(j, "gap_adjusted", x->gap_adjusted);
		json_bool(j, "split", x->split);
	}
	json_object_end(j);
}

static void
wave(struct json *j, const struct benchmark *b, const struct benchmark_wave *w)
{
	json_object(j, NULL);
	json_string(j, "key", w->key);
	json_string(j, "name", w->name);
	json_string(j, "closed", utc_date(j->out->arena, w->closed));
	json_array(j, "scores");
	for (size_t r = 0; r < b->n_rows; r++)
		json_double(j, NULL, w->raw[r]);
	json_array_end(j);
	json_array(j, "marks");
	for (size_t r = 0; r < b->n_rows; r++)
		json_string(j, NULL, classes[w->marks[r]]);
	json_array_end(j);
	json_object_end(j);
}

static void
alliance(struct json *j, const struct benchmark *b, const struct benchmark_alliance *a)
{
	json_object(j, NULL);
	json_string(j, "key", a->key);
	json_string(j, "name", a->name);
	json_string(j, "type", a->type);
	json_string(j, "stage", a->stage);
	json_int(j, "invited", a->invited);
	json_int(j, "answered", a->answered);
	json_array(j, "waves");
	for (size_t w = 0; w < a->n_waves; w++)
		wave(j, b, &a->waves[w]);
	json_array_end(j);
	json_array(j, "cells");
	for (size_t r = 0; r < b->n_rows; r++)
		cell(j, &b->rows[r], &a->cells[r]);
	json_array_end(j);
	json_object_end(j);
}

static void
attention(struct json *j, const struct benchmark *b)
{
	json_array(j, "attention");
	for (size_t i = 0; i < b->n_attention; i++) {
		const struct benchmark_attention *x = &b->attention[i];

		json_object(j, NULL);
		json_string(j, "alliance", b->alliances[x->alliance].key);
		json_string(j, "reason", benchmark_reason_name(x->reason));
		json_string(j, "of", x->of);
		json_string(j, "party", x->party);
		json_double(j, "value", x->value);
		json_double(j, "p", x->p);
		json_object_end(j);
	}
	json_array_end(j);
}

static void
outcome(struct json *j, const struct benchmark_drivers *x)
{
	json_object(j, NULL);
	json_string(j, "outcome", x->outcome);
	refused(j, "refused", x->refused);
	json_string(j, "culprit", x->culprit);
	json_int(j, "alliances", (int64_t)x->alliances);
	json_int(j, "people", (int64_t)x->people);
	json_double(j, "r2", x->r2);
	json_double(j, "adjusted_r2", x->adjusted_r2);
	refused(j, "resample_refused", x->resample_refused);
	json_int(j, "seed", x->seed);
	json_int(j, "replicates", (int64_t)x->replicates);
	json_int(j, "used", (int64_t)x->used);
	json_array(j, "drivers");
	for (size_t i = 0; i < x->n; i++) {
		json_object(j, NULL);
		json_string(j, "of", x->drivers[i].of);
		json_double(j, "share", x->drivers[i].share);
		interval(j, "share95", x->drivers[i].share95);
		json_double(j, "beta", x->drivers[i].beta);
		json_double(j, "r", x->drivers[i].r);
		json_object_end(j);
	}
	json_array_end(j);
	json_object_end(j);
}

static void
competencies(struct json *j, const struct benchmark *b)
{
	json_array(j, "competencies");
	for (size_t i = 0; i < b->n_competencies; i++) {
		const struct benchmark_competency *x = &b->competencies[i];

		json_object(j, NULL);
		json_string(j, "of", x->of);
		refused(j, "refused", x->refused);
		json_int(j, "managers", (int64_t)x->managers);
		json_double(j, "mean", x->mean);
		interval(j, "ci95", x->ci95);
		json_object_end(j);
	}
	json_array_end(j);
}

void
report_benchmark_json(const struct benchmark *b, struct buf *out)
{
	struct json j;

	json_begin(&j, out);
	json_object(&j, NULL);
	head(&j, b);
	json_array(&j, "rows");
	for (size_t r = 0; r < b->n_rows; r++)
		row(&j, &b->rows[r]);
	json_array_end(&j);
	json_array(&j, "alliances");
	for (size_t i = 0; i < b->n_alliances; i++)
		alliance(&j, b, &b->alliances[i]);
	json_array_end(&j);
	attention(&j, b);
	json_array(&j, "drivers");
	for (size_t i = 0; i < b->n_drivers; i++)
		outcome(&j, &b->drivers[i]);
	json_array_end(&j);
	competencies(&j, b);
	json_object_end(&j);
	json_end(&j);
}

static void
texts_out(struct buf *out, const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			csv_sep(out);
		csv_cell(out, texts[i]);
	}
}

static void
cell_out(struct buf *out, const struct benchmark_alliance *a, const struct benchmark_row *r, const struct benchmark_cell *x)
{
	const char *texts[] = { a->key, a->name, a->type, a->stage, a->waves[a->n_waves - 1].key,
		utc_date(out->arena, a->waves[a->n_waves - 1].closed), r->of, quarter_name(x->quarter), classes[x->mark] };
	const double numbers[] = { x->n, x->raw, x->shrunken, x->band80.lo, x->band80.hi, x->percentile, x->percentile80.lo,
		x->percentile80.hi, x->p_lowest, x->norm_percentile, x->funnel_z, x->funnel_side, x->change, x->change95.lo,
		x->change95.hi, x->p_rise, x->slope.value, x->slope.p_rise, x->gap, x->gap_p, x->gap_adjusted, x->split };

	texts_out(out, texts, sizeof(texts) / sizeof(*texts));
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		csv_sep(out);
		csv_number(out, numbers[i]);
	}
	csv_end_row(out);
}

void
report_benchmark_csv(const struct benchmark *b, struct buf *out)
{
	static const char *const names[] = { "alliance", "name", "type", "stage", "wave", "closed", "of", "quarter", "mark", "n",
		"raw", "shrunken", "band80_low", "band80_high", "percentile", "percentile80_low", "percentile80_high", "p_lowest",
		"norm_percentile", "funnel_z", "funnel_side", "change", "change95_low", "change95_high", "p_rise",
		"points_a_year", "points_a_year_p_rise", "gap", "gap_p", "gap_adjusted", "split" };

	texts_out(out, names, sizeof(names) / sizeof(*names));
	csv_end_row(out);
	for (size_t i = 0; i < b->n_alliances; i++)
		for (size_t r = 0; r < b->n_rows; r++)
			if (b->alliances[i].cells[r].refused == REFUSED_NOT)
				cell_out(out, &b->alliances[i], &b->rows[r], &b->alliances[i].cells[r]);
}
