/* stats_icc_test.c - intraclass correlations against R */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "engine/stats/agreement/icc.h"
#include "engine/stats/covariance.h"
#include "engine/stats/reliability/alpha.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/people.h"
#include "tests/stats/portfolio.h"
#include "tests/stats/table.h"

/* The interval of F itself, from what ICC(1) made of it; then what ICC(1) is at another group size. */
static double
at_size(double icc, double own_size, double size)
{
	double f = (1 + (own_size - 1) * icc) / (1 - icc);

	return (f - 1) / (f + size - 1);
}

static void
check_size(const struct table *t, size_t row, const struct icc_oneway *r, const char *size)
{
	double k = table_number(t, row, size);

	assert_near(at_size(r->single.value, r->size, k), table_number(t, row, arena_printf(arena, "%s_icc1", size)), 1e-12);
	assert_near(at_size(r->single.ci95.lo, r->size, k), table_number(t, row, arena_printf(arena, "%s_lo", size)), 1e-11);
	assert_near(at_size(r->single.ci95.hi, r->size, k), table_number(t, row, arena_printf(arena, "%s_hi", size)), 1e-11);
}

static void
oneway_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "icc_oneway");

	(void)state;
	assert_int_equal(t->rows, 4);
	for (size_t i = 0; i < t->rows; i++) {
		struct groups g = groups_load(arena, table_text(t, i, "dataset"));
		struct icc_oneway r = icc_oneway_of(g.group, g.n);

		assert_int_equal(r.refused, REFUSED_NOT);
		assert_int_equal(r.groups, table_number(t, i, "groups"));
		assert_int_equal(r.people, table_number(t, i, "people"));
		assert_near(r.between, table_number(t, i, "between"), 1e-12);
		assert_near(r.within, table_number(t, i, "within"), 1e-12);
		assert_near(r.f, table_number(t, i, "f"), 1e-12);
		assert_near(r.df1, table_number(t, i, "df1"), 0);
		assert_near(r.df2, table_number(t, i, "df2"), 0);
		assert_near(r.p / table_number(t, i, "p"), 1, 1e-9);
		assert_near(r.size, table_number(t, i, "n0"), 1e-12);
		check_size(t, i, &r, "n0");
		check_size(t, i, &r, "arith");
		check_size(t, i, &r, "harm");
		assert_near(at_size(r.single.value, r.size, table_number(t, i, "arith")),
		    table_number(t, i, "multilevel1"), 1e-12);
		assert_near(r.mean.value, table_number(t, i, "icc2"), 1e-12);
		assert_near(r.mean.value, table_number(t, i, "multilevel2"), 1e-12);
		assert_near(r.mean.ci95.lo, table_number(t, i, "icc2_lo"), 1e-11);
		assert_near(r.mean.ci95.hi, table_number(t, i, "icc2_hi"), 1e-11);
	}
}

static const struct icc_form *
form_named(const struct icc_raters *r, const char *name)
{
	if (strncmp(name, "oneway", 6) == 0)
		return &r->oneway;
	return strncmp(name, "agreement", 9) == 0 ? &r->agreement : &r->consistency;
}

static void
six_forms_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "icc_forms");
	struct ratings data = people_load(arena, table_load(arena, "shrout_fleiss"), "J", 4, 10);
	struct covariance c = covariance_listwise(arena, &data);
	struct icc_raters r = icc_raters_of(&c);

	(void)state;
	assert_int_equal(r.refused, REFUSED_NOT);
	assert_int_equal(r.targets, 6);
	assert_int_equal(r.raters, 4);
	assert_int_equal(t->rows, 14);
	for (size_t i = 0; i < t->rows; i++) {
		const char *name = table_text(t, i, "form");
		const struct icc_form *form = form_named(&r, name);
		const struct icc *icc = strstr(name, "_mean") != NULL ? &form->mean : &form->single;

		assert_near(icc->value, table_number(t, i, "value"), 1e-12);
		assert_near(form->f, table_number(t, i, "f"), 1e-12);
		assert_near(form->df1, table_number(t, i, "df1"), 0);
		if (!isnan(table_number(t, i, "lo"))) {
			assert_near(icc->ci95.lo, table_number(t, i, "lo"), 1e-11);
			assert_near(icc->ci95.hi, table_number(t, i, "hi"), 1e-11);
		}
		if (!isnan(table_number(t, i, "p"))) {
			assert_near(form->df2, table_number(t, i, "df2"), 0);
			assert_near(form->p, table_number(t, i, "p"), 1e-12);
		}
	}
}

/* The mean of all raters, their levels left aside, is Cronbach's alpha, interval included. */
static void
consistency_is_alpha(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 30; seed++) {
		struct ratings data = people_random(arena, seed, 5 + seed, 2 + seed % 6, 7, .01);
		struct covariance c = covariance_listwise(arena, &data);
		struct icc_raters r = icc_raters_of(&c);
		struct alpha a = alpha_of(&c);

		assert_int_equal(r.refused, a.refused);
		if (r.refused != REFUSED_NOT)
			continue;
		assert_near(r.consistency.mean.value, a.alpha, 1e-11);
		assert_near(r.consistency.mean.ci95.lo, a.ci95.lo, 1e-10);
		assert_near(r.consistency.mean.ci95.hi, a.ci95.hi, 1e-10);
	}
}

/* The one-way forms of rated targets are those of targets taken as groups. */
static void
oneway_forms_are_those_of_groups(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 30; seed++) {
		size_t targets = 3 + seed, raters = 2 + seed % 5;
		struct ratings data = people_random(arena, seed, targets, raters, 5, 0);
		struct covariance c = covariance_listwise(arena, &data);
		struct icc_raters r = icc_raters_of(&c);
		struct group *g = arena_make_n(arena, targets, struct group);
		struct icc_oneway one;

		for (size_t p = 0; p < targets; p++) {
			double *x = arena_make_n(arena, raters, double);

			for (size_t k = 0; k < raters; k++)
				x[k] = data.column[k][p];
			g[p] = group_of(x, raters);
		}
		one = icc_oneway_of(g, targets);
		assert_int_equal(one.refused, r.refused);
		assert_near(one.size, (double)raters, 1e-12);
		assert_near(r.oneway.single.value, one.single.value, 1e-11);
		assert_near(r.oneway.single.ci95.lo, one.single.ci95.lo, 1e-10);
		assert_near(r.oneway.mean.value, one.mean.value, 1e-9);
		assert_near(r.oneway.df2, one.df2, 0);
	}
}

static void
order_and_direction_do_not_matter(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 20; seed++) {
		struct ratings data = people_random(arena, seed, 23, 5, 6, 0);
		struct ratings shuffled = people_shuffle(arena, &data, 7, 3), back = people_reverse(arena, &data);
		struct covariance c = covariance_listwise(arena, &data), s = covariance_listwise(arena, &shuffled);
		struct covariance b = covariance_listwise(arena, &back);
		struct icc_raters r = icc_raters_of(&c), t = icc_raters_of(&s), u = icc_raters_of(&b);

		assert_near(t.agreement.single.value, r.agreement.single.value, 1e-13);
		assert_near(t.agreement.mean.ci95.lo, r.agreement.mean.ci95.lo, 1e-11);
		assert_near(u.agreement.single.value, r.agreement.single.value, 1e-13);
		assert_near(u.oneway.single.ci95.hi, r.oneway.single.ci95.hi, 1e-11);
		assert_true(r.agreement.single.ci95.lo <= r.agreement.single.value);
		assert_true(r.agreement.single.value <= r.agreement.single.ci95.hi && r.agreement.single.ci95.hi <= 1);
	}
}

/* A second rater who is always one point stricter is consistent but does not agree. */
static void
raters_without_error(void **state)
{
	const uint8_t x[] = { 2, 3, 5, 4 }, y[] = { 1, 2, 4, 3 }, *strict[] = { x, y }, *same[] = { x, x };
	struct covariance c = covariance_listwise(arena, &(struct ratings){ strict, 4, 2, 5 });
	struct icc_raters r = icc_raters_of(&c);

	(void)state;
	assert_int_equal(r.refused, REFUSED_NOT);
	assert_near(r.consistency.single.value, 1, 0);
	assert_near(r.consistency.p, 0, 0);
	assert_true(isinf(r.consistency.f) && isnan(r.consistency.single.ci95.lo));
	assert_near(r.agreement.single.value, 5. / 3 / (5. / 3 + .5), 1e-14);
	assert_true(isnan(r.agreement.single.ci95.lo) && isnan(r.agreement.mean.ci95.hi));
	c = covariance_listwise(arena, &(struct ratings){ same, 4, 2, 5 });
	r = icc_raters_of(&c);
	assert_near(r.oneway.single.value, 1, 0);
	assert_near(r.agreement.mean.value, 1, 0);
}

/* The interval of one rating reaches below -1 / 2, where three of them would agree infinitely badly. */
static void
no_lower_end(void **state)
{
	const uint8_t x[] = { 1, 2, 1 }, y[] = { 1, 1, 2 }, *columns[] = { x, y, y };
	struct covariance c = covariance_listwise(arena, &(struct ratings){ columns, 3, 3, 2 });
	struct icc_raters r = icc_raters_of(&c);

	(void)state;
	assert_near(r.agreement.single.value, 0, 1e-15);
	assert_true(r.agreement.single.ci95.lo < -.5);
	assert_true(isinf(r.agreement.mean.ci95.lo) && r.agreement.mean.ci95.lo < 0);
	c = covariance_listwise(arena, &(struct ratings){ (const uint8_t *[]){ x, (uint8_t[]){ 2, 1, 2 } }, 2, 2, 2 });
	assert_true(isinf(icc_raters_of(&c).agreement.mean.value) && icc_raters_of(&c).agreement.mean.value < 0);
	assert_near(r.agreement.mean.ci95.hi, 3 * r.agreement.single.ci95.hi / (1 + 2 * r.agreement.single.ci95.hi), 1e-15);
}

/* One target is rated apart, by two raters in opposite ways: Satterthwaite's df are 0. */
static void
no_interval(void **state)
{
	const uint8_t x[] = { 2, 2, 2 }, y[] = { 2, 1, 2 }, z[] = { 2, 3, 2 }, *columns[] = { x, y, z };
	struct covariance c = covariance_listwise(arena, &(struct ratings){ columns, 3, 3, 5 });
	struct icc_raters r = icc_raters_of(&c);

	(void)state;
	assert_near(r.agreement.single.value, -.5, 1e-12);
	assert_true(isnan(r.agreement.single.ci95.lo) && isnan(r.agreement.mean.ci95.lo));
	assert_true(!isnan(r.consistency.single.ci95.lo));
}

static void
raters_refused(void **state)
{
	const uint8_t x[] = { 2, 2, 2 }, y[] = { 4, 4, 4 }, *flat[] = { x, y };
	struct covariance c = covariance_listwise(arena, &(struct ratings){ flat, 3, 2, 5 });

	(void)state;
	assert_int_equal(icc_raters_of(&c).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(icc_raters_of(&c).agreement.single.value) && isnan(icc_raters_of(&c).oneway.p));
	c = covariance_listwise(arena, &(struct ratings){ flat, 3, 1, 5 });
	assert_int_equal(icc_raters_of(&c).refused, REFUSED_TOO_FEW);
	c = covariance_listwise(arena, &(struct ratings){ flat, 1, 2, 5 });
	assert_int_equal(icc_raters_of(&c).refused, REFUSED_TOO_FEW);
	c = covariance_listwise(arena, &(struct ratings){ flat, 0, 2, 5 });
	assert_int_equal(icc_raters_of(&c).refused, REFUSED_EMPTY);
}

static void
groups_refused(void **state)
{
	const struct group empty = { 0, NAN, NAN }, alone = { 1, 3, 0 }, alike = { 4, 3, 0 }, other = { 3, 2, 0 };
	const struct group spread = { 3, 4, 2 };
	struct icc_oneway r;

	(void)state;
	assert_int_equal(icc_oneway_of(NULL, 0).refused, REFUSED_EMPTY);
	assert_int_equal(icc_oneway_of((struct group[]){ empty, empty }, 2).refused, REFUSED_EMPTY);
	assert_int_equal(icc_oneway_of((struct group[]){ empty, spread }, 2).refused, REFUSED_TOO_FEW);
	assert_int_equal(icc_oneway_of((struct group[]){ alone, alone }, 2).refused, REFUSED_TOO_FEW);
	r = icc_oneway_of((struct group[]){ alike, alike, alone }, 3);
	assert_int_equal(r.refused, REFUSED_NO_SPREAD);
	assert_true(isnan(r.single.value) && isnan(r.mean.ci95.lo) && isnan(r.p));
	assert_int_equal(r.people, 9);
	r = icc_oneway_of((struct group[]){ alike, empty, other }, 3);
	assert_int_equal(r.refused, REFUSED_NOT);
	assert_int_equal(r.groups, 2);
	assert_near(r.single.value, 1, 0);
	assert_near(r.p, 0, 0);
	assert_true(isinf(r.f) && isnan(r.single.ci95.lo));
	r = icc_oneway_of((struct group[]){ spread, spread }, 2);
	assert_near(r.single.value, -.5, 1e-15);
	assert_near(r.p, 1, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(oneway_agrees_with_r),
		cmocka_unit_test(six_forms_agree_with_r),
		cmocka_unit_test(consistency_is_alpha),
		cmocka_unit_test(oneway_forms_are_those_of_groups),
		cmocka_unit_test(order_and_direction_do_not_matter),
		cmocka_unit_test(raters_without_error),
		cmocka_unit_test(no_lower_end),
		cmocka_unit_test(no_interval),
		cmocka_unit_test(raters_refused),
		cmocka_unit_test(groups_refused),
	};

	return cmocka_run_group_tests_name("stats_icc", tests, begin, end);
}
