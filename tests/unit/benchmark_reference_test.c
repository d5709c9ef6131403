/* benchmark_reference_test.c - whole benchmarks of data whose figures other programs computed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "engine/stats/covariance.h"
#include "engine/stats/reliability/alpha.h"
#include "forms/form.h"
#include "tests/stats/health.h"
#include "tests/stats/near.h"
#include "tests/stats/portfolio.h"
#include "tests/stats/table.h"
#include "tests/unit/pooled.h"

enum { ALLIANCES = 60, SIDES = 2, FIRST = 4 };	/* the place of dimension "first" */
static struct arena *arena;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const struct form *
form_of_portfolio(void)
{
	const char *srcdir = getenv("srcdir");
	const char *path = arena_printf(arena, "%s/tests/data/portfolio60.xml", srcdir == NULL ? "." : srcdir);
	size_t n;
	char *xml = str_read_file(arena, path, 1 << 20, &n);

	assert_non_null(xml);
	return pooled_form(arena, xml, n);
}

/* The answers of one alliance, as its people gave them. */
static struct wave_answers
wave_of(const struct form *form, const struct table *t, size_t alliance)
{
	size_t people[SIDES] = { 0, 0 }, next[SIDES] = { 0, 0 };
	struct wave_answers w;

	for (size_t r = 0; r < t->rows; r++)
		if ((size_t)table_number(t, r, "alliance") == alliance)
			people[(size_t)table_number(t, r, "sideB")]++;
	w = pooled_wave(arena, form, people, SIDES);
	for (size_t r = 0; r < t->rows; r++) {
		size_t side = (size_t)table_number(t, r, "sideB");

		if ((size_t)table_number(t, r, "alliance") != alliance)
			continue;
		for (size_t i = 0; i < form->n_items; i++)
			if (!isnan(table_number(t, r, form->items[i].id)))
				pooled_answer(&w, side, next[side], form->items[i].id,
					(int)table_number(t, r, form->items[i].id));
		next[side]++;
	}
	return w;
}

static const struct contribution_figure *
figure(const struct contribution *c, size_t party, size_t row)
{
	for (size_t i = 0; i < c->parties[party].n_figures; i++)
		if (c->parties[party].figures[i].row == row)
			return &c->parties[party].figures[i];
	return NULL;
}

/* What a release keeps back, of few people, or where the first scale counted in two ways would tell about one person: the
 * reference has it, so the test adds it. */
static void
show_small(struct pool_wave *w, size_t party, struct group first, struct group health, size_t index)
{
	struct contribution_figure *list = arena_make_n(arena, 2, struct contribution_figure);
	struct contribution_party *parties = (struct contribution_party *)w->figures.parties;

	list[0] = (struct contribution_figure){ FIRST, AGREEMENT_UNKNOWN, true, (uint32_t)first.n, first.mean, first.within };
	list[1] = (struct contribution_figure){ (uint16_t)index, AGREEMENT_UNKNOWN, true, (uint32_t)health.n, health.mean,
		health.within };
	parties[party].figures = list;
	parties[party].n_figures = 2;
}

static struct group
health_group(const struct table *t, size_t alliance, size_t side)
{
	char key[8];
	struct scores s;
	double *x;

	snprintf(key, sizeof(key), "%zu", alliance);
	s = health_of_side(arena, t, key, side == 0 ? "0" : "1");
	x = arena_make_n(arena, s.n, double);
	for (size_t i = 0; i < s.n; i++)
		x[i] = 100 * ((double)s.x[i] / (double)s.unit - 1) / 4;
	return group_of(x, s.n);
}

static bool
all_have_all_scales(const struct contribution *c, size_t side, size_t n)
{
	for (size_t scale = 0; scale < FIRST; scale++)
		if (figure(c, side, scale) == NULL || figure(c, side, scale)->n != n)
			return false;
	return true;
}

static struct pool *
portfolio(const struct form *form, size_t *shown_r)
{
	struct table *t = table_load(arena, "portfolio60");
	struct groups s1 = portfolio_sides(arena);
	struct pool *p = pooled_new(arena, &form, 1);
	struct benchmark_choice all = { .type = NULL };

	*shown_r = 0;
	for (size_t i = 0; i < ALLIANCES; i++) {
		struct wave_answers w = wave_of(form, t, i + 1);
		struct pool_wave *wave = pooled_add(p, i, 0, &w, 30);

		for (size_t side = 0; side < SIDES; side++) {
			struct group health = health_group(t, i + 1, side), *of = &s1.group[2 * i + side];
			const struct contribution_figure *f = figure(&wave->figures, side, FIRST),
				*h = figure(&wave->figures, side, form->n_dimensions);

			/* A missing scale weighs in the person there, in the party here. */
			if (f == NULL || h == NULL || !all_have_all_scales(&wave->figures, side, of->n)) {
				show_small(wave, side, *of, health, form->n_dimensions);
				continue;
			}
			assert_int_equal(f->n, of->n);
			assert_near(f->mean, of->mean, 1e-12);
			assert_near(f->within, of->within, 1e-11);
			assert_near(h->mean, health.mean, 1e-12);
			assert_near(h->within, health.within, 1e-9);
			++*shown_r;
		}
	}
	pooled_prepare(p, &all);
	return p;
}

static void
assert_model(const struct benchmark *b)
{
	struct table *t = table_load(arena, "nested");
	const struct benchmark_row *row = benchmark_row(b, "first");

	assert_int_equal(row->refused, REFUSED_NOT);
	assert_string_equal(table_text(t, 0, "set"), "all");
	assert_near(row->tau2_alliance, table_number(t, 0, "tau2_alliance"), 1e-7);
	assert_near(row->tau2_party, table_number(t, 0, "tau2_party"), 1e-7);
	assert_near(row->sigma2, table_number(t, 0, "sigma2"), 1e-7);
	assert_near(row->mu, table_number(t, 0, "mu"), 1e-7);
	assert_near(row->se_mu, table_number(t, 0, "se_mu"), 1e-7);
}

static void
assert_shrunken(const struct benchmark *b)
{
	struct table *t = table_load(arena, "nested_beliefs");
	size_t seen = 0;

	for (size_t r = 0; r < t->rows; r++) {
		const struct benchmark_cell *cell;
		double half;

		if (strcmp(table_text(t, r, "set"), "all") != 0 || strcmp(table_text(t, r, "party"), "joint") != 0)
			continue;
		cell = benchmark_cell(b, arena_printf(arena, "al%03d", (int)table_number(t, r, "alliance") - 1), "first");
		half = 1.2815515655446004 * table_number(t, r, "sd");
		assert_near(cell->shrunken, table_number(t, r, "mean"), 1e-7);
		assert_near(cell->band80.lo, table_number(t, r, "mean") - half, 1e-7);
		assert_near(cell->band80.hi, table_number(t, r, "mean") + half, 1e-7);
		seen++;
	}
	assert_int_equal(seen, 12);
}

static void
assert_gaps(const struct benchmark *b)
{
	struct table *t = table_load(arena, "gap_portfolio60");

	for (size_t i = 0; i < ALLIANCES; i++) {
		const struct benchmark_cell *cell = benchmark_cell(b, arena_printf(arena, "al%03zu", i), "health");

		assert_near(cell->raw, table_number(t, i, "health"), 1e-9);
		assert_near(cell->gap, table_number(t, i, "gap"), 1e-9);
		assert_near(cell->gap_p, table_number(t, i, "p"), 1e-9);
		assert_near(cell->gap_adjusted, table_number(t, i, "bh"), 1e-9);
	}
}

/* The percentile of a shrunken mean is its mid-P rank among these. */
static void
assert_percentiles(const struct benchmark *b)
{
	size_t row = (size_t)(benchmark_row(b, "first") - b->rows);

	for (size_t i = 0; i < ALLIANCES; i++) {
		const struct benchmark_cell *cell = &b->alliances[i].cells[row];
		double below = 0, equal = 0;

		for (size_t k = 0; k < ALLIANCES; k++) {
			const struct benchmark_cell *other = &b->alliances[k].cells[row];

			below += other->shrunken < cell->shrunken;
			equal += fabs(other->shrunken - cell->shrunken) <= 0;
		}
		assert_near(cell->percentile, 100 * (below + equal / 2) / ALLIANCES, 1e-9);
		assert_true(cell->percentile80.lo <= cell->percentile80.hi && cell->p_lowest >= 0 && cell->p_lowest <= 1);
	}
}

static void
portfolio60_through_a_form(void **state)
{
	struct benchmark_choice all = { .type = NULL };
	size_t shown;
	struct benchmark *b = benchmark_make(arena, portfolio(form_of_portfolio(), &shown), &all, TODAY);

	(void)state;
	assert_int_equal(b->refused, BENCHMARK_GOOD);
	assert_int_equal(b->n_alliances, ALLIANCES);
	assert_true(shown > 90 && shown < 120);
	assert_model(b);
	assert_shrunken(b);
	assert_gaps(b);
	assert_percentiles(b);
}

/* The answers to the second scale of everybody whose side is shown, straight from the people. */
static struct alpha
alpha_of_people(const struct pool *p, const struct wave_answers *waves)
{
	enum { ITEMS = 5, SECOND = 1, PEOPLE_MAX = 1100 };
	const struct form *form = waves[0].form;
	const uint8_t **columns = arena_make_n(arena, ITEMS, const uint8_t *);
	struct ratings kept = { columns, 0, ITEMS, 5 };
	struct covariance c;

	for (size_t k = 0; k < ITEMS; k++)
		columns[k] = arena_make_n(arena, PEOPLE_MAX, uint8_t);
	for (size_t i = 0; i < ALLIANCES; i++)
		for (size_t r = 0; r < waves[i].n_responses; r++) {
			if (figure(&p->alliances[i].waves[0].figures, waves[i].responses[r].party, SECOND) == NULL)
				continue;
			for (size_t k = 0; k < ITEMS; k++) {
				const struct item *item = &form->items[form->dimensions[SECOND].items[k]];
				int code = waves[i].responses[r].answers->codes[item->slot];

				((uint8_t *)columns[k])[kept.people] = code_is_value(code) ? (uint8_t)code : 0;
			}
			kept.people++;
		}
	c = covariance_listwise(arena, &kept);
	return alpha_of(&c);
}

static void
reliability_is_that_of_the_people(void **state)
{
	const struct form *form = form_of_portfolio();
	struct table *t = table_load(arena, "portfolio60");
	struct pool *p = pooled_new(arena, &form, 1);
	struct benchmark_choice all = { .type = NULL };
	struct wave_answers *waves = arena_make_n(arena, ALLIANCES, struct wave_answers);
	const struct benchmark_instrument *x;
	struct alpha alpha;

	(void)state;
	for (size_t i = 0; i < ALLIANCES; i++) {
		waves[i] = wave_of(form, t, i + 1);
		pooled_add(p, i, 0, &waves[i], 30);
	}
	pooled_prepare(p, &all);
	for (size_t i = 0; i < ALLIANCES; i++)
		pooled_sums(p, i, 0, &waves[i]);
	alpha = alpha_of_people(p, waves);
	x = &benchmark_make(arena, p, &all, TODAY)->rows[1].instrument;
	assert_int_equal(x->people, alpha.people);
	assert_near(x->alpha, alpha.alpha, 1e-12);
	assert_near(x->alpha95.lo, alpha.ci95.lo, 1e-12);
	assert_near(x->alpha95.hi, alpha.ci95.hi, 1e-12);
	assert_int_equal(x->omega_refused, REFUSED_NOT);
	assert_int_equal(x->factor_refused, REFUSED_NOT);
	assert_true(fabs(x->omega - x->alpha) < .05 && x->cfi > .9 && x->rmsea < .1);
}

/* Groups as parties of alliances: 48 pairs and one of three. Paired by chance, alliances do not differ (the variance
 * between them is estimated as 0), and what is left is the random intercept of the 99 groups that R fits. */
static struct pool *
pairs(const struct form *form, const char *dataset, const size_t *order)
{
	struct groups g = groups_load(arena, dataset);
	struct pool *p = pooled_new(arena, &form, 1);
	struct benchmark_choice all = { .type = NULL };

	assert_int_equal(g.n, 99);
	for (size_t i = 0; i < 49; i++) {
		struct pool_alliance *a = pool_add_alliance(p, (int64_t)i, arena_printf(arena, "p%02zu", i), "pair", "", "");
		struct pool_wave *w = pool_add_wave(p, a);
		size_t n = i == 48 ? 3 : 2;
		struct contribution_party *parties = arena_make_n(arena, n, struct contribution_party);

		*w = (struct pool_wave){ .key = "w", .name = "w", .closed = TODAY };
		for (size_t k = 0; k < n; k++) {
			const struct group *of = &g.group[order[2 * i + k]];
			struct contribution_figure *f = arena_make(arena, struct contribution_figure);

			*f = (struct contribution_figure){ 0, AGREEMENT_UNKNOWN, true, (uint32_t)of->n, of->mean, of->within };
			parties[k] = (struct contribution_party){ k == 0 ? "a" : k == 1 ? "b" : "c", 0, 0, 1, f };
		}
		w->figures = (struct contribution){ n, parties, 0 };
	}
	pooled_prepare(p, &all);
	return p;
}

static void
bh1996_as_pairs(void **state)
{
	static const char *const sets[] = { "bh1996_COHES", "bh1996_LEAD" };
	struct table *t = table_load(arena, "reml"), *shrunken = table_load(arena, "reml_shrunken");
	struct benchmark_choice all = { .type = NULL };
	const struct form *form = form_of_portfolio();
	size_t order[99], checked = 0;

	(void)state;
	/* High beside low. */
	for (size_t s = 0; s < 2; s++) {
		struct groups g = groups_load(arena, sets[s]);
		struct benchmark *b;
		const struct benchmark_row *row;
		size_t sorted[99];

		for (size_t i = 0; i < 99; i++) {
			size_t k = i;

			for (; k > 0 && g.group[sorted[k - 1]].mean > g.group[i].mean; k--)
				sorted[k] = sorted[k - 1];
			sorted[k] = i;
		}
		for (size_t i = 0; i < 99; i++)
			order[i] = i % 2 == 0 ? sorted[i / 2] : sorted[98 - i / 2];
		b = benchmark_make(arena, pairs(form, sets[s], order), &all, TODAY);
		row = benchmark_row(b, "s1");
		assert_int_equal(row->refused, REFUSED_NOT);
		assert_int_equal(row->parties, 99);
		assert_int_equal(row->people, 7382);
		assert_true(row->tau2_alliance >= 0 && row->tau2_alliance <= 0);
		for (size_t r = 0; r < t->rows; r++) {
			if (!str_eq(table_text(t, r, "dataset"), sets[s]))
				continue;
			assert_near(row->tau2_party, table_number(t, r, "tau2"), 1e-7);
			assert_near(row->sigma2, table_number(t, r, "sigma2"), 1e-7);
			assert_near(row->mu, table_number(t, r, "mu"), 1e-7);
			assert_near(row->se_mu, table_number(t, r, "se_mu"), 1e-7);
			assert_near(row->icc_party, table_number(t, r, "icc1"), 1e-7);
			checked++;
		}
		/* A joint mean is that of its parties' beliefs, which R has for the first ten groups. */
		for (size_t r = 0; r < shrunken->rows; r++) {
			size_t group = str_eq(table_text(shrunken, r, "dataset"), sets[s])
			    ? (size_t)table_number(shrunken, r, "group") - 1 : 99;
			double other, lambda;

			for (size_t i = 0; i < 96 && group < 99; i++) {
				const struct group *partner = &g.group[order[i ^ 1]];

				if (order[i] != group)
					continue;
				lambda = (double)partner->n * row->tau2_party / ((double)partner->n * row->tau2_party + row->sigma2);
				other = lambda * partner->mean + (1 - lambda) * row->mu;
				assert_near(b->alliances[i / 2].cells[0].shrunken, (table_number(shrunken, r, "eb") + other) / 2, 1e-7);
				checked++;
			}
		}
	}
	assert_true(checked >= 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(portfolio60_through_a_form, setup, teardown),
		cmocka_unit_test_setup_teardown(reliability_is_that_of_the_people, setup, teardown),
		cmocka_unit_test_setup_teardown(bh1996_as_pairs, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
