/* benchmark_test.c - which releases count, what changed, who needs a look, and what one alliance learns of others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "engine/measure/benchmark/frozen.h"
#include "engine/measure/benchmark/norm.h"
#include "engine/stats/drivers/drivers.h"
#include "engine/stats/gap/welch.h"
#include "engine/stats/groups/trend.h"
#include "forms/form.h"
#include "tests/stats/near.h"
#include "tests/unit/draw.h"
#include "tests/unit/pooled.h"

static struct arena *arena;
static const struct benchmark_choice all = { .type = NULL };

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	seed = 11;
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
small(void)
{
	return pooled_small(arena, "small", 1, "", "x1 x2 x3");
}

static struct benchmark *
made(struct pool *p, const struct benchmark_choice *choice)
{
	return benchmark_make(arena, p, choice, TODAY);
}

/* A wave of 8 people a side about this level. */
static struct wave_answers
wave(const struct form *form, double level)
{
	struct wave_answers w = pooled_wave(arena, form, (const size_t[]){ 8, 8 }, 2);

	pooled_draw(&w, level);
	return w;
}

static void
add_waves(struct pool *p, size_t alliance, size_t form, const double *levels, size_t n, int step)
{
	for (size_t i = 0; i < n; i++) {
		struct wave_answers w = wave(p->forms[form], levels[i]);

		pooled_add(p, alliance, form, &w, (int)(n - 1 - i) * step + 10);
	}
}

/* Forms */

static void
assert_relation(const struct form *from, const struct form *to, const char *id, enum relation relation,
	enum difference_class worst)
{
	const struct form *versions[] = { from, to };
	struct related *rows = comparable_rows(arena, from, to, versions, 2);

	for (size_t r = 0; r < comparable_count(to); r++)
		if (str_eq(comparable_id(to, r), id)) {
			assert_int_equal(rows[r].relation, relation);
			if (relation == RELATION_SAME)
				assert_int_equal(rows[r].worst, worst);
			return;
		}
	assert_true(false);
}

static void
rows_are_the_same_when_their_items_are(void **state)
{
	const struct form *first = small(), *worded = pooled_small(arena, "small", 2, "was='x1@1' change='wording'", "x1 x2 x3"),
		*other = pooled_small(arena, "small", 2, "was='x1@1' change='meaning'", "x1 x2 x3"),
		*fewer = pooled_small(arena, "small", 2, "", "x1 x2"), *pulse = pooled_small(arena, "pulse", 1, "", "x1");

	(void)state;
	assert_relation(first, first, "x", RELATION_SAME, DIFFERENCE_NONE);
	assert_relation(first, worded, "x", RELATION_SAME, DIFFERENCE_WORDING);
	assert_relation(first, worded, "y", RELATION_SAME, DIFFERENCE_NONE);
	assert_relation(first, worded, "all", RELATION_SAME, DIFFERENCE_WORDING);
	assert_relation(first, other, "x", RELATION_OTHER_MEANING, DIFFERENCE_MEANING);
	assert_relation(first, other, "y", RELATION_SAME, DIFFERENCE_NONE);
	assert_relation(first, other, "all", RELATION_OTHER_MEANING, DIFFERENCE_MEANING);
	assert_relation(first, fewer, "x", RELATION_OTHER_ITEMS, DIFFERENCE_MEANING);
	assert_relation(pulse, first, "x", RELATION_OTHER_ITEMS, DIFFERENCE_MEANING);
	assert_relation(pulse, first, "y", RELATION_SAME, DIFFERENCE_NONE);
	assert_relation(pulse, first, "all", RELATION_OTHER_ITEMS, DIFFERENCE_MEANING);
}

/* A meaning that changed in version 2 stays changed for version 3, which says nothing of it. */
static void
versions_are_compared_step_by_step(void **state)
{
	const struct form *versions[] = { small(), pooled_small(arena, "small", 2, "was='x1@1' change='meaning'", "x1 x2 x3"),
		pooled_small(arena, "small", 3, "was='x1@2' change='none'", "x1 x2 x3") };
	struct related *from_first = comparable_rows(arena, versions[0], versions[2], versions, 3),
		*from_second = comparable_rows(arena, versions[1], versions[2], versions, 3);

	(void)state;
	assert_int_equal(from_first[0].relation, RELATION_OTHER_MEANING);
	assert_int_equal(from_second[0].relation, RELATION_SAME);
	assert_int_equal(from_first[1].relation, RELATION_SAME);
}

static void
releases_of_other_forms_are_counted(void **state)
{
	const struct form *forms[] = { small(), pooled_small(arena, "small", 2, "was='x1@1' change='meaning'", "x1 x2 x3"),
		pooled_small(arena, "pulse", 1, "", "x1") };
	struct benchmark_choice choice = { .form_id = "small" };
	struct pool *p = pooled_new(arena, forms, 3);
	struct benchmark *b;
	size_t items = 0, meaning = 0;

	(void)state;
	for (size_t i = 0; i < 6; i++) {
		add_waves(p, i, 0, (double[]){ 3 }, 1, 0);
		add_waves(p, i, 2, (double[]){ 3.2 }, 1, 0);
		add_waves(p, i, 1, (double[]){ 3.4 }, 1, 0);
	}
	p->alliances[0].waves[0].old = true;
	assert_string_equal(pool_form_id(p, &all), "pulse");	/* the first of two that all alliances used */
	pooled_prepare(p, &choice);
	b = made(p, &choice);
	assert_int_equal(b->form->version, 2);
	assert_string_equal(benchmark_exclusion_name(b->excluded[0].reason), "old");
	assert_int_equal(b->excluded[0].releases, 1);
	for (size_t i = 1; i < b->n_excluded; i++) {
		items += b->excluded[i].reason == EXCLUDED_ITEMS && str_eq(b->excluded[i].form_id, "pulse") ? b->excluded[i].releases : 0;
		meaning += b->excluded[i].reason == EXCLUDED_MEANING && b->excluded[i].form_version == 1 ? b->excluded[i].releases : 0;
	}
	assert_int_equal(items, 2 * 6);		/* x, and the index that holds it */
	assert_int_equal(meaning, 2 * 5);
	/* y goes on over all three, x begins with the newest. */
	assert_true(isnan(b->alliances[3].waves[0].raw[0]) && !isnan(b->alliances[3].waves[0].raw[1]));
	assert_int_equal(b->alliances[3].waves[2].marks[0], DIFFERENCE_MEANING);
	assert_int_equal(benchmark_cell(b, "al003", "x")->change_refused, REFUSED_UNLINKED);
	assert_int_equal(benchmark_cell(b, "al003", "y")->change_refused, REFUSED_NOT);
	assert_int_equal(benchmark_cell(b, "al003", "y")->slope.waves, 3);
	assert_null(benchmark_cell(b, "nobody", "y"));
}

static void
conditions_choose_alliances(void **state)
{
	const struct form *forms[] = { small(), pooled_small(arena, "another", 1, "", "x1") };
	struct benchmark_choice choices[] = { { .type = "reseller" }, { .stage = "start" }, { .since = TODAY - 20 * DAY },
		{ .form_id = "another" }, { .form_id = "missing" } };
	const int expected[] = { 4, 0, 3, 8, 0 };	/* of another form y and out are the same: all take part */

	(void)state;
	for (size_t c = 0; c < 5; c++) {
		struct pool *p = pooled_new(arena, forms, 2);
		struct benchmark *b;

		for (size_t i = 0; i < 8; i++) {
			struct wave_answers w = wave(forms[i >= 6], 3);

			pooled_add(p, i, i >= 6, &w, i < 3 ? 10 : 40);
		}
		pooled_prepare(p, &choices[c]);
		b = made(p, &choices[c]);
		assert_int_equal(b->n_alliances, expected[c]);
		assert_int_equal(b->refused, expected[c] == 0 ? BENCHMARK_EMPTY : BENCHMARK_GOOD);
	}
	assert_string_equal(benchmark_refusal_reason(BENCHMARK_GOOD), "");
}

/* Changes */

static struct summary
summary_of(const struct contribution_figure *f)
{
	return (struct summary){ f->n, f->mean, f->within / (f->n - 1) };
}

static void
changes_are_welch_over_the_parties(void **state)
{
	const struct form *form = small();
	struct pool *p = pooled_new(arena, &form, 1);
	const struct contribution_party *then, *now;
	struct summary groups[4];
	struct estimate change, gap;
	struct benchmark *b;
	const struct benchmark_cell *cell;

	(void)state;
	for (size_t i = 0; i < 6; i++)
		add_waves(p, i, 0, (double[]){ 3, 3.4 }, 2, 180);
	pooled_prepare(p, &all);
	b = made(p, &all);
	then = p->alliances[2].waves[0].figures.parties;
	now = p->alliances[2].waves[1].figures.parties;
	for (size_t side = 0; side < 2; side++) {
		groups[side] = summary_of(&now[side].figures[0]);
		groups[2 + side] = summary_of(&then[side].figures[0]);
	}
	change = welch_contrast(groups, (const double[]){ .5, .5, -.5, -.5 }, 4);
	gap = welch_difference(&groups[0], &groups[1]);
	cell = benchmark_cell(b, "al002", "x");
	assert_near(cell->change, change.value, 1e-12);
	assert_near(cell->change95.lo, change.ci95.lo, 1e-12);
	assert_near(cell->change95.hi, change.ci95.hi, 1e-12);
	assert_near(cell->p_rise, welch_p_at_least(&change, 0), 1e-11);
	assert_near(cell->gap, gap.value, 1e-12);
	assert_near(cell->gap_p, gap.p, 1e-11);
	assert_true(cell->gap_adjusted >= cell->gap_p);
	assert_near(cell->raw - cell->change, b->alliances[2].waves[0].raw[0], 1e-12);
	assert_int_equal(cell->slope.refused, REFUSED_TOO_FEW);
}

/* With complete waves least squares within the parties is what the mixed model gives when parties differ. */
static void
slopes_are_those_of_the_mixed_model(void **state)
{
	const struct form *form = small();
	struct pool *p = pooled_new(arena, &form, 1);
	struct observation seen[8];
	struct benchmark *b;
	const struct benchmark_cell *cell;
	struct trend t;

	(void)state;
	for (size_t i = 0; i < 6; i++)
		for (size_t w = 0; w < 4; w++) {
			struct wave_answers answers = wave(form, 3 + .1 * (double)w);

			/* The sides differ much. */
			for (size_t r = 0; r < 8; r++)
				for (size_t k = 0; k < 3; k++)
					answers.responses[r].answers->codes[k] = (int16_t)(4 + (r + w + i) % 2);
			pooled_add(p, i, 0, &answers, 400 - 100 * (int)w);
		}
	pooled_prepare(p, &all);
	b = made(p, &all);
	for (size_t w = 0; w < 4; w++)
		for (size_t side = 0; side < 2; side++)
			seen[2 * w + side] = (struct observation){ side, (double)w * 100 / 365.25,
				p->alliances[1].waves[w].figures.parties[side].figures[0].mean };
	t = trend_fit(seen, 8);
	cell = benchmark_cell(b, "al001", "x");
	assert_int_equal(cell->slope.refused, REFUSED_NOT);
	assert_int_equal(cell->slope.waves, 4);
	assert_true(t.tau2 > 0);
	assert_near(cell->slope.value, t.slope.value, 1e-8);
	assert_near(cell->slope.ci95.lo, t.slope.ci95.lo, 1e-6);
	assert_near(cell->slope.p_rise, welch_p_at_least(&t.slope, 0), 1e-6);
	assert_int_equal(b->rows[0].trend.refused, REFUSED_NOT);
	assert_int_equal(b->rows[0].trend.waves, 24);
}

/* Where the release shows no spread, neither interval nor probability is told. */
static void
a_hidden_spread_stays_hidden(void **state)
{
	const struct form *form = pooled_small(arena, "one", 1, "", "x1");
	struct pool *p = pooled_new(arena, &form, 1);
	struct benchmark *b;

	(void)state;
	for (size_t i = 0; i < 6; i++)
		add_waves(p, i, 0, (double[]){ 3, 3.4 }, 2, 180);
	pooled_prepare(p, &all);
	b = made(p, &all);
	for (size_t i = 0; i < 6; i++) {
		const struct benchmark_cell *cell = &b->alliances[i].cells[0];

		assert_int_equal(cell->change_refused, REFUSED_TOO_FEW);
		assert_true(!isnan(cell->change));
		assert_true(isnan(cell->p_rise) && isnan(cell->change95.lo) && isnan(cell->gap_p) && isnan(cell->gap_adjusted));
	}
}

/* Who needs a look */

static const struct benchmark_attention *
reason(const struct benchmark *b, const char *alliance, enum benchmark_reason r)
{
	for (size_t i = 0; i < b->n_attention; i++)
		if (b->attention[i].reason == r && str_eq(b->alliances[b->attention[i].alliance].key, alliance))
			return &b->attention[i];
	return NULL;
}

static void
attention_has_reasons(void **state)
{
	const struct form *form = small();
	struct pool *p = pooled_new(arena, &form, 1);
	struct benchmark *b;

	(void)state;
	add_waves(p, 0, 0, (double[]){ 4.2, 2.4 }, 2, 180);
	for (size_t i = 1; i < 6; i++)
		add_waves(p, i, 0, (double[]){ 3.4, 3.4 }, 2, 180);
	add_waves(p, 6, 0, (double[]){ 3.4 }, 1, 0);
	((struct contribution_party *)p->alliances[2].waves[1].figures.parties)[1].invited = 30;
	((struct contribution_party *)p->alliances[3].waves[1].figures.parties)[0].n_figures = 0;
	((struct contribution_figure *)p->alliances[4].waves[1].figures.parties[1].figures)[1].agreement = AGREEMENT_SPLIT;
	p->alliances[5].waves[1].figures.signals = 2;
	p->alliances[6].waves[0].closed = TODAY - 400 * (int64_t)DAY;
	pooled_prepare(p, &all);
	b = made(p, &all);
	assert_non_null(reason(b, "al000", REASON_DROP));
	assert_string_equal(reason(b, "al000", REASON_DROP)->of, "all");
	assert_true(reason(b, "al000", REASON_DROP)->p >= .9 && reason(b, "al000", REASON_DROP)->value < 0);
	assert_near(reason(b, "al002", REASON_SILENT)->value, 8. / 30, 1e-12);
	assert_string_equal(reason(b, "al002", REASON_SILENT)->party, "b");
	assert_true(isnan(reason(b, "al003", REASON_SILENT)->value));
	assert_string_equal(reason(b, "al003", REASON_SILENT)->party, "a");
	assert_near(reason(b, "al004", REASON_SPLIT)->value, 1, 0);
	assert_true(benchmark_cell(b, "al004", "y")->split && !benchmark_cell(b, "al004", "x")->split);
	assert_near(reason(b, "al005", REASON_SIGNALS)->value, 2, 0);
	assert_true(reason(b, "al006", REASON_OVERDUE)->value > 13);
	assert_null(reason(b, "al001", REASON_OVERDUE));
	assert_null(reason(b, "al001", REASON_SILENT));
	assert_null(reason(b, "al006", REASON_DROP));
	for (size_t r = 0; r < N_REASONS; r++)
		assert_true(strlen(benchmark_reason_name(r)) > 3);
	/* An alliance's reasons stand together. */
	for (size_t i = 2; i < b->n_attention; i++)
		for (size_t k = 0; k + 1 < i; k++)
			assert_false(b->attention[k].alliance == b->attention[i].alliance
				&& b->attention[i - 1].alliance != b->attention[i].alliance);
}

/* Drivers */

static void
drivers_are_those_of_the_people(void **state)
{
	const struct form *form = small();
	struct pool *p = pooled_portfolio(arena, form, 24, 8, 2.5, 4, &all);
	struct benchmark *b = made(p, &all), *again = made(p, &all);
	struct cross crosses[24];
	struct drivers d;

	(void)state;
	for (size_t i = 0; i < 24; i++)
		crosses[i] = p->alliances[i].crosses[0].cross;
	d = drivers_of(crosses, 24, true);
	assert_int_equal(b->n_drivers, 1);
	assert_string_equal(b->drivers[0].outcome, "out");
	assert_int_equal(b->drivers[0].refused, REFUSED_NOT);
	assert_int_equal(b->drivers[0].n, 2);
	assert_near(b->drivers[0].r2, d.fit.r2, 1e-12);
	for (size_t i = 0; i < 2; i++) {
		assert_string_equal(b->drivers[0].drivers[i].of, i == 0 ? "x" : "y");
		assert_near(b->drivers[0].drivers[i].share, d.shapley[i], 1e-12);
		assert_true(b->drivers[0].drivers[i].share95.lo <= b->drivers[0].drivers[i].share95.hi);
		assert_near(b->drivers[0].drivers[i].share95.lo, again->drivers[0].drivers[i].share95.lo, 0);
	}
	assert_int_equal(b->drivers[0].replicates, 1000);
	assert_int_equal(b->alliances[0].cells[0].standing_refused, REFUSED_NOT);
	assert_true(!isnan(b->alliances[0].cells[0].percentile));
}

/* Managers */

static struct benchmark *
with_managers(size_t n_profiles, size_t n_managers)
{
	const struct form *form = small();
	struct form *manager = arena_memdup(arena, form, sizeof(*form));
	struct pool *p;

	manager->subject = SUBJECT_MANAGER;
	manager->id = "manager";
	p = pooled_new(arena, (const struct form *const[]){ form, manager }, 2);
	for (size_t i = 0; i < 6; i++)
		add_waves(p, i, 0, (double[]){ 3 }, 1, 0);
	for (size_t i = n_profiles; i-- > 0;) {
		struct contribution_figure *f = arena_make(arena, struct contribution_figure);
		struct contribution_party *party = arena_make(arena, struct contribution_party);

		*f = (struct contribution_figure){ 0, AGREEMENT_UNKNOWN, false, 6, 2 + (double)i / 4, 0 };
		*party = (struct contribution_party){ "others", 0, 0, 1, f };
		*pool_add_profile(p) = (struct pool_profile){ (int64_t)(i % n_managers), (int64_t)i, 1,
			{ 1, party, 0 } };
	}
	pooled_prepare(p, &all);
	return made(p, &all);
}

static void
managers_are_never_single(void **state)
{
	struct benchmark *four = with_managers(4, 10), *five = with_managers(5, 10);

	(void)state;
	assert_int_equal(four->competencies[0].refused, REFUSED_TOO_FEW);
	assert_true(isnan(four->competencies[0].mean));
	assert_int_equal(five->competencies[0].managers, 5);
	assert_near(five->competencies[0].mean, 2.5, 1e-12);
	assert_int_equal(five->competencies[1].refused, REFUSED_TOO_FEW);
	assert_string_equal(five->manager_form->id, "manager");
}

/* The sixth to ninth profile change nothing, so no difference of two maps is the profile of one. */
static void
managers_enter_by_fives(void **state)
{
	(void)state;
	for (size_t n = 5; n < 10; n++) {
		assert_int_equal(with_managers(n, 10)->competencies[0].managers, 5);
		assert_near(with_managers(n, 10)->competencies[0].mean, 2.5, 1e-12);
	}
	assert_int_equal(with_managers(10, 10)->competencies[0].managers, 10);
	assert_near(with_managers(10, 10)->competencies[0].mean, 2 + 4.5 / 4, 1e-12);
	/* of six managers the first four were assessed again: the newest profiles count */
	assert_int_equal(with_managers(10, 6)->competencies[0].managers, 6);
	assert_near(with_managers(10, 6)->competencies[0].mean, 2 + (4 + 5 + 6 + 7 + 8 + 9) / 6.0 / 4, 1e-12);
}

/* What one alliance learns of others */

static struct pool *
pool_of(size_t n, size_t people_of_last)
{
	const struct form *form = small();
	struct pool *p = pooled_new(arena, &form, 1);

	for (size_t i = 0; i < n; i++) {
		size_t people = i == n - 1 ? people_of_last : 8;
		struct wave_answers w = pooled_wave(arena, form, (const size_t[]){ people, people }, 2);

		pooled_draw(&w, 2.5 + .2 * (double)i);
		pooled_add(p, i, 0, &w, 10);
	}
	return p;
}

static enum benchmark_refusal
refusal_of(size_t n, size_t people_of_last, const char *own)
{
	struct benchmark_choice choice = { .own = own };
	struct pool *p = pool_of(n, people_of_last);

	pooled_prepare(p, &choice);
	return made(p, &choice)->refused;
}

static void
five_others_and_no_giant(void **state)
{
	(void)state;
	assert_int_equal(refusal_of(5, 8, "al000"), BENCHMARK_TOO_FEW_OTHERS);
	assert_int_equal(refusal_of(6, 8, "al000"), BENCHMARK_GOOD);
	assert_int_equal(refusal_of(6, 32, "al000"), BENCHMARK_GOOD);		/* exactly half of the others */
	assert_int_equal(refusal_of(6, 33, "al000"), BENCHMARK_DOMINATED);
	assert_int_equal(refusal_of(6, 33, "al005"), BENCHMARK_GOOD);		/* the giant itself */
	assert_int_equal(refusal_of(6, 8, "al009"), BENCHMARK_OWN_MISSING);
}

/* Does the number stand anywhere in the bytes? */
static bool
holds(const struct buf *b, double x)
{
	for (size_t i = 0; i + sizeof(x) <= b->n; i++)
		if (memcmp(b->bytes + i, &x, sizeof(x)) == 0)
			return true;
	return false;
}

static struct buf *
bytes_of(const struct benchmark *b)
{
	struct buf *out = buf_new(arena);

	frozen_write(b, out);
	return out;
}

/* Everything that the benchmark for one alliance holds, byte by byte: nothing of another. */
static void
nothing_of_another_alliance_is_in_it(void **state)
{
	struct benchmark_choice choice = { .own = "al000" };
	struct pool *p = pool_of(7, 8);
	struct benchmark *own, *office;
	struct buf *told, *known;

	(void)state;
	pooled_prepare(p, &choice);
	own = made(p, &choice);
	office = made(p, &all);
	told = bytes_of(own);
	known = bytes_of(office);
	assert_int_equal(own->n_alliances, 1);
	assert_int_equal(own->pool_alliances, 7);
	for (size_t i = 1; i < 7; i++) {
		assert_null(memmem(told->bytes, told->n, office->alliances[i].key, 5));
		for (size_t r = 0; r < office->n_rows; r++) {
			const struct benchmark_cell *cell = &office->alliances[i].cells[r];

			assert_true(holds(known, cell->raw) && holds(known, cell->shrunken));
			assert_false(holds(told, cell->raw) || holds(told, cell->shrunken));
		}
	}
	for (size_t i = 0; i < own->n_attention; i++)
		assert_int_equal(own->attention[i].alliance, 0);
}

/* The attack: whoever is told takes the own part out. Two portfolios in which the figures of the others are dealt out to
 * other names tell the same, so nothing that is left can be put down to one of them. */
static void
subtracting_ones_own_leaves_no_single_other(void **state)
{
	struct benchmark_choice choice = { .own = "al000" };
	struct pool *p = pool_of(7, 8), *q;
	struct pool_wave moved[7];
	struct buf *first, *second;

	(void)state;
	for (size_t i = 0; i < 7; i++)
		moved[i] = p->alliances[i].waves[0];
	q = pool_of(7, 8);
	for (size_t i = 1; i < 7; i++)
		q->alliances[i].waves[0] = moved[1 + i % 6];
	q->alliances[0].waves[0] = moved[0];
	pooled_prepare(p, &choice);
	pooled_prepare(q, &choice);
	first = bytes_of(made(p, &choice));
	second = bytes_of(made(q, &choice));
	assert_int_equal(first->n, second->n);
	for (size_t r = 0; r < made(p, &choice)->n_rows; r++) {
		const struct benchmark_row *x = &made(p, &choice)->rows[r], *y = &made(q, &choice)->rows[r];

		assert_near(x->mu, y->mu, 1e-9);
		assert_near(x->tau2_alliance, y->tau2_alliance, 1e-9);
		assert_near(x->quantiles[0], y->quantiles[0], 1e-9);
		assert_near(x->tau2_party, y->tau2_party, 1e-9);
		assert_near(x->sigma2, y->sigma2, 1e-9);
	}
}

/* A row that fewer than five others share is not told, though the benchmark is. */
static void
a_row_of_few_is_withheld(void **state)
{
	struct benchmark_choice choice = { .own = "al000" };
	struct pool *p = pool_of(7, 8);
	struct benchmark *b;
	const struct benchmark_cell *cell;

	(void)state;
	for (size_t i = 1; i < 4; i++) {
		struct contribution_party *party = (struct contribution_party *)p->alliances[i].waves[0].figures.parties;

		party->figures++;
		party->n_figures--;
	}
	pooled_prepare(p, &choice);
	b = made(p, &choice);
	cell = benchmark_cell(b, "al000", "x");
	assert_int_equal(b->refused, BENCHMARK_GOOD);
	assert_int_equal(benchmark_row(b, "x")->refused, REFUSED_TOO_FEW);
	assert_true(isnan(benchmark_row(b, "x")->mu) && isnan(benchmark_row(b, "x")->quantiles[3]));
	assert_true(isnan(cell->shrunken) && isnan(cell->percentile) && isnan(cell->funnel_z) && isnan(cell->gap_adjusted));
	assert_true(!isnan(cell->raw));
	assert_int_equal(benchmark_row(b, "y")->refused, REFUSED_NOT);
	assert_true(!isnan(benchmark_cell(b, "al000", "y")->shrunken));
}

/* Norm groups */

static struct norm
norm_from(size_t n, size_t people_of_last)
{
	struct pool *p = pool_of(n, people_of_last);

	pooled_prepare(p, &all);
	return norm_of(arena, made(p, &all), "test");
}

static void
a_norm_group_protects_its_members(void **state)
{
	(void)state;
	assert_int_equal(norm_from(5, 8).n_rows, 0);
	assert_int_equal(norm_from(6, 8).n_rows, 4);
	assert_int_equal(norm_from(7, 40).n_rows, 4);
	assert_int_equal(norm_from(6, 40).n_rows, 0);
	assert_true(norm_name_is_valid("it-2026"));
	assert_false(norm_name_is_valid("") || norm_name_is_valid("-x") || norm_name_is_valid("Bad") || norm_name_is_valid("a b"));
}

static void
alliances_are_placed_within_a_norm(void **state)
{
	struct norm n = norm_from(8, 8);
	struct pool *p = pool_of(9, 8);
	struct benchmark *b;
	const struct benchmark_cell *cell;
	double sd = sqrt(n.rows[0].tau2_alliance + n.rows[0].tau2_party / 2);

	(void)state;
	pooled_prepare(p, &all);
	b = made(p, &all);
	assert_true(isnan(benchmark_cell(b, "al003", "x")->norm_percentile));
	assert_int_equal(norm_apply(&n, b), 4);
	cell = benchmark_cell(b, "al003", "x");
	assert_near(cell->norm_percentile, 50 * erfc(-(cell->shrunken - n.rows[0].mu) / sd / sqrt(2)), 1e-9);
	assert_string_equal(b->norm.name, "test");
	((struct norm_row *)n.rows)[0].items = "x1 x2";
	((struct norm_row *)n.rows)[1].max = 7;
	assert_int_equal(norm_apply(&n, b), 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rows_are_the_same_when_their_items_are), TEST(versions_are_compared_step_by_step),
		TEST(releases_of_other_forms_are_counted), TEST(conditions_choose_alliances),
		TEST(changes_are_welch_over_the_parties), TEST(slopes_are_those_of_the_mixed_model),
		TEST(a_hidden_spread_stays_hidden), TEST(attention_has_reasons), TEST(drivers_are_those_of_the_people),
		TEST(managers_are_never_single), TEST(managers_enter_by_fives),
		TEST(five_others_and_no_giant), TEST(nothing_of_another_alliance_is_in_it),
		TEST(subtracting_ones_own_leaves_no_single_other), TEST(a_row_of_few_is_withheld),
		TEST(a_norm_group_protects_its_members), TEST(alliances_are_placed_within_a_norm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
