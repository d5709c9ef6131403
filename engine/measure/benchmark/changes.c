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
#include "engine/stats/portfolio/tails.h"

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

/* Tests of one kind on one row, an alliance each, whose tails are computed together. NAN: no test. */
struct tests {
	double *t, *df, *p;
};

static struct tests
tests_new(struct arena *a, size_t n)
{
	struct tests x = { arena_make_n(a, n, double), arena_make_n(a, n, double), arena_make_n(a, n, double) };

	for (size_t i = 0; i < n; i++) {
		x.t[i] = NAN;
		x.df[i] = 1;
	}
	return x;
}

static void
tests_set(struct tests *x, size_t i, const struct estimate *e)
{
	if (e->refused != REFUSED_NOT)
		return;
	x->t[i] = e->t;
	x->df[i] = e->df;
}

/* P(true value > 0), t read as a belief with a flat prior; a value without spread is what it is. */
static double
p_above(enum refusal refused, double value, double t, double p)
{
	if (refused == REFUSED_NO_SPREAD)
		return value >= 0;
	return t > 0 ? 1 - p / 2 : p / 2;
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
	return welch_contrast_bare(groups, c, 2 * now->n);
}

/* A value alone, where the release shows no spread. */
static struct estimate
without_spread(double value)
{
	return (struct estimate){ .refused = REFUSED_TOO_FEW, .value = value };
}

static void
fill_change(struct benchmarking *b, size_t i, size_t row, struct benchmark_cell *cell, struct tests *tests)
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
	cell->change95 = welch_interval(&e, .95);
	tests_set(tests, i, &e);
}

/* Sums of squares and products within the parties, each about its own means. */
struct within {
	double xx, xy, yy;
	size_t n, parties, waves;
};

static void
within_add(struct within *s, const double *times, const double *values, size_t n)
{
	double x = 0, y = 0;

	for (size_t i = 0; i < n; i++) {
		x += times[i] / (double)n;
		y += values[i] / (double)n;
	}
	for (size_t i = 0; i < n; i++) {
		s->xx += (times[i] - x) * (times[i] - x);
		s->xy += (times[i] - x) * (values[i] - y);
		s->yy += (values[i] - y) * (values[i] - y);
	}
	s->n += n;
	s->parties++;
}

/* Of the waves that have the parties of the newest one. */
static struct within
within_alliance(const struct benchmarking *b, struct arena *scratch, const struct pool_alliance *a, size_t row)
{
	double *times = arena_make_n(scratch, a->n_waves, double),
		*values = arena_make_n(scratch, a->n_waves * FORM_MAX_PARTIES, double);
	int newest = newest_wave(b, a, row, a->n_waves);
	struct within s = { .n = 0 };
	size_t parties = 0;

	for (size_t w = 0; newest >= 0 && w <= (size_t)newest; w++) {
		struct taking_part t = taking_part(b, &a->waves[w], row);

		if (t.n == 0 || !same_parties(&a->waves[w], &a->waves[newest]))
			continue;
		parties = t.n;
		times[s.waves] = years_between(a->waves[0].closed, a->waves[w].closed);
		for (size_t p = 0; p < t.n; p++)
			values[p * a->n_waves + s.waves] = t.of[p]->mean;
		s.waves++;
	}
	for (size_t p = 0; p < parties; p++)
		within_add(&s, times, values + p * a->n_waves, s.waves);
	return s;
}

static struct estimate
slope_within(const struct within *s)
{
	struct estimate e = { .refused = REFUSED_TOO_FEW, .value = NAN };
	double rest;

	if (s->waves < WAVES_FOR_SLOPE || s->n <= s->parties + 1 || !(s->xx > 0))
		return e;
	e.value = s->xy / s->xx;
	rest = s->yy - s->xy * e.value;
	e.refused = rest > 1e-12 * s->yy ? REFUSED_NOT : REFUSED_NO_SPREAD;
	e.df = (double)(s->n - s->parties - 1);
	e.se = sqrt(fmax(0, rest) / e.df / s->xx);
	e.t = e.value / e.se;
	return e;
}

static void
fill_slope(struct benchmarking *b, struct arena *scratch, size_t i, size_t row, struct benchmark_cell *cell,
	struct tests *tests)
{
	struct within s = within_alliance(b, scratch, b->sources[i], row);
	struct estimate e = slope_within(&s);

	cell->slope = (struct benchmark_slope){ e.refused, s.waves, e.value, NAN, welch_interval(&e, .95) };
	tests_set(tests, i, &e);
}

static void
fill_trend(struct benchmarking *b, struct arena *scratch, size_t row)
{
	struct observation *seen;
	struct trend t;
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
			struct taking_part in = taking_part(b, &b->sources[i]->waves[w], row);

			if (in.n > 0)
				seen[n++] = (struct observation){ i, years_between(from, b->sources[i]->waves[w].closed),
					taking_part_mean(&in) };
		}
	t = trend_fit(seen, n);
	b->rows[row].trend = (struct benchmark_slope){ .refused = t.refused, .waves = n, .value = t.slope.value,
		.p_rise = t.refused == REFUSED_NOT ? welch_p_at_least(&t.slope, 0) : NAN, .ci95 = t.slope.ci95 };
}

static void
fill_gap(struct benchmarking *b, size_t i, size_t row, struct benchmark_cell *cell, struct tests *tests)
{
	const struct pool_alliance *a = b->sources[i];
	int newest = newest_wave(b, a, row, a->n_waves);
	struct taking_part t = { .n = 0 };
	struct summary sides[2];
	struct estimate e;

	cell->gap_refused = REFUSED_EMPTY;
	cell->gap = NAN;
	if (newest >= 0)
		t = taking_part(b, &a->waves[newest], row);
	if (t.n != 2)
		return;
	sides[0] = summary_of(t.of[0]);
	sides[1] = summary_of(t.of[1]);
	e = spread_shown(&t) ? welch_contrast_bare(sides, (const double[]){ 1, -1 }, 2)
	    : without_spread(sides[0].mean - sides[1].mean);
	cell->gap_refused = e.refused;
	cell->gap = e.value;
	tests_set(tests, i, &e);
}

static void
fill_tails(struct benchmarking *b, size_t row, struct tests *changes, struct tests *slopes, struct tests *gaps)
{
	tails_two_sided(changes->t, changes->df, b->n_alliances, changes->p);
	tails_two_sided(slopes->t, slopes->df, b->n_alliances, slopes->p);
	tails_two_sided(gaps->t, gaps->df, b->n_alliances, gaps->p);
	for (size_t i = 0; i < b->n_alliances; i++) {
		struct benchmark_cell *cell = &b->cells[i * b->n_rows + row];

		cell->p_rise = p_above(cell->change_refused, cell->change, changes->t[i], changes->p[i]);
		cell->slope.p_rise = p_above(cell->slope.refused, cell->slope.value, slopes->t[i], slopes->p[i]);
		cell->gap_p = gaps->p[i];
	}
	multiplicity_benjamini_hochberg(gaps->p, b->n_alliances, gaps->p);
	for (size_t i = 0; i < b->n_alliances; i++)
		b->cells[i * b->n_rows + row].gap_adjusted = gaps->p[i];
}

void
benchmark_fill_changes(struct benchmarking *b, size_t row)
{
	struct arena *scratch = arena_new(), *of_one = arena_new();
	struct tests changes = tests_new(scratch, b->n_alliances), slopes = tests_new(scratch, b->n_alliances),
		gaps = tests_new(scratch, b->n_alliances);

	for (size_t i = 0; i < b->n_alliances; i++) {
		struct benchmark_cell *cell = &b->cells[i * b->n_rows + row];

		fill_change(b, i, row, cell, &changes);
		fill_slope(b, of_one, i, row, cell, &slopes);
		fill_gap(b, i, row, cell, &gaps);
		arena_reset(of_one);
	}
	fill_tails(b, row, &changes, &slopes, &gaps);
	fill_trend(b, scratch, row);
	arena_free(of_one);
	arena_free(scratch);
}
