/* changes.c - what moved between waves, and the gap between two parties */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/str.h"
#include "engine/measure/benchmark/benchmarking.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/gap/welch.h"
#include "engine/stats/groups/trend.h"

enum { WAVES_FOR_SLOPE = 3 };

static struct summary
summary_of(const struct contribution_figure *f)
{
	return (struct summary){ f->n, f->mean, f->n < 2 ? NAN : f->within / (double)(f->n - 1) };
}

/* May what depends on the spread of these parties be told? */
static bool
spread_shown(const struct taking_part *t)
{
	for (size_t p = 0; p < t->n; p++)
		if (!t->of[p]->spread)
			return false;
	return true;
}

static bool
same_parties(const struct pool_wave *v, const struct pool_wave *w)
{
	if (v->figures.n_parties != w->figures.n_parties)
		return false;
	for (size_t p = 0; p < v->figures.n_parties; p++)
		if (!str_eq(v->figures.parties[p].id, w->figures.parties[p].id))
			return false;
	return true;
}

/* Mean of the parties now minus then. */
static struct estimate
change_of(const struct taking_part *now, const struct taking_part *then)
{
	struct summary groups[2 * FORM_MAX_PARTIES];
	double c[2 * FORM_MAX_PARTIES];

	for (size_t p = 0; p < now->n; p++) {
		groups[p] = summary_of(now->of[p]);
		groups[now->n + p] = summary_of(then->of[p]);
		c[p] = 1 / (double)now->n;
		c[now->n + p] = -c[p];
	}
	return welch_contrast(groups, c, 2 * now->n);
}

/* A value alone, where the release shows no spread. */
static struct estimate
without_spread(double value)
{
	return (struct estimate){ .refused = REFUSED_TOO_FEW, .value = value, .se = NAN, .df = NAN, .t = NAN, .p = NAN,
		.ci95 = { NAN, NAN }, .ci90 = { NAN, NAN } };
}

static void
fill_change(struct benchmarking *b, size_t i, size_t row, struct benchmark_cell *cell)
{
	const struct pool_alliance *a = b->sources[i];
	int now = newest_wave(b, a, row, a->n_waves), then = now < 0 ? -1 : newest_wave(b, a, row, (size_t)now);
	struct taking_part t, u;
	struct estimate e;

	cell->change_refused = REFUSED_UNLINKED;
	cell->change = cell->p_rise = cell->change95.lo = cell->change95.hi = NAN;
	if (then < 0 || !same_parties(&a->waves[now], &a->waves[then]))
		return;
	t = taking_part(b, &a->waves[now], row);
	u = taking_part(b, &a->waves[then], row);
	e = spread_shown(&t) && spread_shown(&u) ? change_of(&t, &u)
	    : without_spread(taking_part_mean(&t) - taking_part_mean(&u));
	cell->change_refused = e.refused;
	cell->mark = mark_between(b, &a->waves[then], &a->waves[now], row);
	cell->change = e.value;
	cell->change95 = e.ci95;
	cell->p_rise = welch_p_at_least(&e, 0);
}

static struct benchmark_slope
slope_of(const struct observation *seen, size_t n)
{
	struct trend t = trend_fit(seen, n);

	return (struct benchmark_slope){ .refused = t.refused, .waves = n, .value = t.slope.value,
		.p_rise = t.refused == REFUSED_NOT ? welch_p_at_least(&t.slope, 0) : NAN, .ci95 = t.slope.ci95 };
}

/* One observation for each party and wave, or each wave of an alliance. Returns how many waves there are. */
static size_t
observe(const struct benchmarking *b, const struct pool_alliance *a, size_t row, struct observation *parties_r,
	size_t *n_r)
{
	size_t waves = 0;

	*n_r = 0;
	for (size_t w = 0; w < a->n_waves; w++) {
		struct taking_part t = taking_part(b, &a->waves[w], row);
		double time = years_between(a->waves[0].closed, a->waves[w].closed);

		for (size_t p = 0; p < t.n; p++)
			parties_r[(*n_r)++] = (struct observation){ p, time, t.of[p]->mean };
		waves += t.n > 0;
	}
	return waves;
}

static void
fill_slope(struct benchmarking *b, struct arena *scratch, size_t i, size_t row, struct benchmark_cell *cell)
{
	const struct pool_alliance *a = b->sources[i];
	struct observation *seen = arena_make_n(scratch, a->n_waves * FORM_MAX_PARTIES, struct observation);
	size_t n, waves = observe(b, a, row, seen, &n);

	cell->slope = (struct benchmark_slope){ REFUSED_TOO_FEW, waves, NAN, NAN, { NAN, NAN } };
	if (waves < WAVES_FOR_SLOPE)
		return;
	cell->slope = slope_of(seen, n);
	cell->slope.waves = waves;
}

static void
fill_trend(struct benchmarking *b, struct arena *scratch, size_t row)
{
	struct observation *seen;
	int64_t from = INT64_MAX;
	size_t n = 0;

	for (size_t i = 0; i < b->n_alliances; i++) {
		n += b->sources[i]->n_waves;
		from = b->sources[i]->waves[0].closed < from ? b->sources[i]->waves[0].closed : from;
	}
	seen = arena_make_n(scratch, n, struct observation);
	n = 0;
	for (size_t i = 0; i < b->n_alliances; i++)
		for (size_t w = 0; w < b->sources[i]->n_waves; w++) {
			struct taking_part t = taking_part(b, &b->sources[i]->waves[w], row);

			if (t.n > 0)
				seen[n++] = (struct observation){ i, years_between(from, b->sources[i]->waves[w].closed),
					taking_part_mean(&t) };
		}
	b->rows[row].trend = slope_of(seen, n);
}

static void
fill_gap(struct benchmarking *b, size_t i, size_t row, struct benchmark_cell *cell)
{
	const struct pool_alliance *a = b->sources[i];
	int newest = newest_wave(b, a, row, a->n_waves);
	struct taking_part t = { .n = 0 };
	struct summary x, y;
	struct estimate e;

	cell->gap_refused = REFUSED_EMPTY;
	cell->gap = cell->gap_p = cell->gap_adjusted = NAN;
	if (newest >= 0)
		t = taking_part(b, &a->waves[newest], row);
	if (t.n != 2)
		return;
	x = summary_of(t.of[0]);
	y = summary_of(t.of[1]);
	e = spread_shown(&t) ? welch_difference(&x, &y) : without_spread(x.mean - y.mean);
	cell->gap_refused = e.refused;
	cell->gap = e.value;
	cell->gap_p = e.p;
}

static void
adjust_gaps(struct benchmarking *b, struct arena *scratch, size_t row)
{
	double *p = arena_make_n(scratch, b->n_alliances, double);

	for (size_t i = 0; i < b->n_alliances; i++)
		p[i] = b->cells[i * b->n_rows + row].gap_p;
	multiplicity_benjamini_hochberg(p, b->n_alliances, p);
	for (size_t i = 0; i < b->n_alliances; i++)
		b->cells[i * b->n_rows + row].gap_adjusted = p[i];
}

void
benchmark_fill_changes(struct benchmarking *b, size_t row)
{
	struct arena *scratch = arena_new();

	for (size_t i = 0; i < b->n_alliances; i++) {
		struct benchmark_cell *cell = &b->cells[i * b->n_rows + row];

		fill_change(b, i, row, cell);
		fill_slope(b, scratch, i, row, cell);
		fill_gap(b, i, row, cell);
	}
	adjust_gaps(b, scratch, row);
	fill_trend(b, scratch, row);
	arena_free(scratch);
}
