/* stats_welch_test.c - scores, summaries and Welch's estimates */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include "base/arena.h"
#include "engine/stats/gap/welch.h"
#include "tests/stats/near.h"
#include "tests/stats/sides.h"
#include "tests/stats/table.h"

#define SUMMARY(...) \
	summary_of((int64_t[]){ __VA_ARGS__ }, sizeof (int64_t[]){ __VA_ARGS__ } / sizeof (int64_t))

static struct summary
summary_of(const int64_t x[], size_t n)
{
	return scores_summary(&(struct scores){ x, n, 1 });
}

static void
units_are_common_denominators(void **state)
{
	(void)state;
	assert_int_equal(scores_unit(NULL, 0), 60);
	assert_int_equal(scores_unit((int64_t[]){ 1, 2, 3, 4, 5, 6, 0 }, 7), 60);
	assert_int_equal(scores_unit((int64_t[]){ 7, 5 }, 2), 420);
	assert_int_equal(scores_unit((int64_t[]){ 7, 8, 9, 11, 12 }, 5), SCORES_UNIT_MAX);
	assert_int_equal(scores_unit((int64_t[]){ 13, 17, 19, 23 }, 4), SCORES_UNIT_MAX);
	assert_int_equal(scores_from(13, 4, 60), 195);
	assert_int_equal(scores_from(-13, 4, 60), -195);
	assert_int_equal(scores_from(40, 13, SCORES_UNIT_MAX), 85292);
	assert_int_equal(scores_from(-40, 13, SCORES_UNIT_MAX), -85292);
}

static void
moments_merge_exactly_in_any_order(void **state)
{
	struct moments up = { 0 }, odd = { 0 }, even = { 0 };
	struct summary s;

	(void)state;
	for (int64_t i = 0; i < 1000; i++) {
		moments_add(&up, i * i % 301);
		moments_add(i % 2 ? &odd : &even, (999 - i) * (999 - i) % 301);
	}
	moments_merge(&odd, &even);
	assert_memory_equal(&up, &odd, sizeof up);
	s = moments_summary(&up, 60);
	assert_int_equal(s.n, 1000);
	assert_near(s.mean, (double)up.sum / 60000, 1e-15);
}

static void
summaries_of_few(void **state)
{
	struct summary none = summary_of(NULL, 0), one = SUMMARY(4), alike = SUMMARY(4, 4, 4);

	(void)state;
	assert_true(isnan(none.mean) && isnan(none.variance));
	assert_true(one.mean == 4 && isnan(one.variance));
	assert_true(alike.mean == 4 && alike.variance == 0);
}

static void
differences_agree_with_r(void **state)
{
	struct arena *a = arena_new();
	struct table *expected = table_load(a, "twosample_ally"), *data = table_load(a, "ally_10v10");

	(void)state;
	assert_int_equal(expected->rows, 14);
	for (size_t i = 0; i < expected->rows; i++) {
		struct sides s = sides_load(a, data, table_text(expected, i, "item"));
		struct summary p = scores_summary(&s.a), q = scores_summary(&s.b);
		struct estimate e = welch_difference(&p, &q);

		assert_int_equal(p.n, table_number(expected, i, "n_a"));
		assert_near(p.mean, table_number(expected, i, "mean_a"), 1e-13);
		assert_near(q.variance, table_number(expected, i, "var_b"), 1e-13);
		assert_int_equal(e.refused, REFUSED_NOT);
		assert_near(e.value, table_number(expected, i, "diff"), 1e-13);
		assert_near(e.t, table_number(expected, i, "welch_t"), 1e-13);
		assert_near(e.df, table_number(expected, i, "welch_df"), 1e-13);
		assert_near(e.p, table_number(expected, i, "welch_p"), 1e-11);
		assert_near(e.ci95.lo, table_number(expected, i, "welch_lo"), 1e-11);
		assert_near(e.ci95.hi, table_number(expected, i, "welch_hi"), 1e-11);
	}
	arena_free(a);
}

/* mpmath 1.2.1 at 30 digits: the quantile of t is the root of its incomplete beta function. (SciPy 1.10.1
 * gives quantiles of t that are off by up to 1e-8.) */
static void
one_sample_interval_agrees_with_mpmath(void **state)
{
	struct summary s = SUMMARY(3, 4, 4, 5, 2);
	struct estimate e = welch_mean(&s);

	(void)state;
	assert_near(e.df, 4, 1e-14);
	assert_near(e.se, 0.509901951359278, 1e-14);
	assert_near(e.ci95.lo, 2.1842852230177274, 1e-13);
	assert_near(e.ci90.hi, 4.6870328363469658, 1e-13);
}

static void
contrasts_contain_each_other(void **state)
{
	struct summary p[] = { SUMMARY(3, 4, 4, 5, 2), SUMMARY(1, 2, 2, 5), SUMMARY(4, 4, 3) };
	struct estimate two = welch_joint(p, 2), gap = welch_difference(&p[0], &p[1]), back;
	struct estimate rest = welch_against_others(p, 3, 1);

	(void)state;
	assert_near(two.value, (3.6 + 2.5) / 2, 1e-15);
	assert_near(two.se, gap.se / 2, 1e-15);
	assert_near(two.df, gap.df, 1e-13);
	back = welch_difference(&p[1], &p[0]);
	assert_near(back.ci95.lo, -gap.ci95.hi, 1e-15);
	assert_near(back.p, gap.p, 1e-15);
	assert_near(rest.value, 2.5 - (3.6 + 11. / 3) / 2, 1e-15);
	assert_near(rest.se * rest.se, 3. / 4 + (1.3 / 5 + 1. / 9) / 4, 1e-14);
	assert_near(welch_against_others(p, 2, 0).ci95.lo, gap.ci95.lo, 1e-15);
}

static void
refusals(void **state)
{
	struct summary none = summary_of(NULL, 0), one = SUMMARY(4);
	struct summary alike = SUMMARY(4, 4, 4), some = SUMMARY(1, 3, 2);
	struct estimate e;

	(void)state;
	e = welch_difference(&none, &one);
	assert_int_equal(e.refused, REFUSED_EMPTY);
	assert_true(isnan(e.value) && isnan(e.p) && isnan(welch_p_at_least(&e, 3)));
	e = welch_difference(&one, &some);
	assert_int_equal(e.refused, REFUSED_TOO_FEW);
	assert_true(e.value == 2 && isnan(e.ci95.lo) && isnan(welch_p_at_least(&e, 3)));
	e = welch_difference(&alike, &alike);
	assert_int_equal(e.refused, REFUSED_NO_SPREAD);
	assert_true(e.value == 0 && e.se == 0 && isnan(e.p) && isnan(e.ci90.hi));
	e = welch_difference(&alike, &some);
	assert_int_equal(e.refused, REFUSED_NOT);
	assert_near(e.df, 2, 1e-15);
	assert_near(e.se, sqrt(1. / 3), 1e-15);
}

static void
probability_of_reaching_a_bound(void **state)
{
	struct summary s = SUMMARY(3, 4, 4, 5, 2), alike = SUMMARY(4, 4, 4);
	struct estimate e = welch_mean(&s), flat = welch_mean(&alike);

	(void)state;
	assert_near(welch_p_at_least(&e, e.value), .5, 1e-15);
	assert_near(welch_p_at_least(&e, e.ci95.lo), .975, 1e-13);
	assert_near(welch_p_at_least(&e, e.ci90.hi), .05, 1e-13);
	assert_true(welch_p_at_least(&flat, 4) == 1 && welch_p_at_least(&flat, 4.1) == 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(units_are_common_denominators),
		cmocka_unit_test(moments_merge_exactly_in_any_order),
		cmocka_unit_test(summaries_of_few),
		cmocka_unit_test(differences_agree_with_r),
		cmocka_unit_test(one_sample_interval_agrees_with_mpmath),
		cmocka_unit_test(contrasts_contain_each_other),
		cmocka_unit_test(refusals),
		cmocka_unit_test(probability_of_reaching_a_bound),
	};

	return cmocka_run_group_tests_name("stats_welch", tests, NULL, NULL);
}
