/* stats_effect_test.c - effect sizes and adjusted p-values against other tools */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include "engine/stats/gap/effect.h"
#include "engine/stats/gap/multiplicity.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/sides.h"
#include "tests/stats/table.h"

static struct summary
summary_at(const struct table *t, size_t row, const char *n, const char *mean, const char *variance)
{
	return (struct summary){ (size_t)table_number(t, row, n), table_number(t, row, mean),
		table_number(t, row, variance) };
}

static void
hedges_agrees_with_mpmath(void **state)
{
	struct table *t = table_load(arena, "hedges_g");

	(void)state;
	assert_int_equal(t->rows, 18);
	for (size_t i = 0; i < t->rows; i++) {
		struct summary a = summary_at(t, i, "n_a", "mean_a", "var_a");
		struct summary b = summary_at(t, i, "n_b", "mean_b", "var_b");
		struct hedges h = effect_hedges(&a, &b), back = effect_hedges(&b, &a);

		assert_int_equal(h.refused, REFUSED_NOT);
		assert_near(h.g, table_number(t, i, "g"), 1e-12);
		assert_near(h.ci95.lo, table_number(t, i, "lo"), 1e-10);
		assert_near(h.ci95.hi, table_number(t, i, "hi"), 1e-10);
		assert_near(back.g, -h.g, 0);
		assert_near(back.ci95.lo, -h.ci95.hi, 1e-10);
	}
}

static void
effects_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "twosample_ally"), *data = table_load(arena, "ally_10v10");
	int with_variance = 0;

	(void)state;
	for (size_t i = 0; i < t->rows; i++) {
		struct sides s = sides_load(arena, data, table_text(t, i, "item"));
		struct summary a = scores_summary(&s.a), b = scores_summary(&s.b);
		struct hedges h = effect_hedges(&a, &b);
		struct cliff c = effect_cliff(&s.a, &s.b);
		const double j = effect_correction((double)(a.n + b.n - 2));

		assert_near(h.d, table_number(t, i, "cohens_d"), 1e-13);
		assert_near(h.g, table_number(t, i, "hedges_g"), 1e-12);
		assert_near(h.ci95.lo, table_number(t, i, "g_lo"), 2e-7);
		assert_near(h.ci95.hi, table_number(t, i, "g_hi"), 2e-7);
		assert_near(h.ci95.lo, j * table_number(t, i, "d_lo"), 1e-10);
		assert_near(h.ci95.hi, j * table_number(t, i, "d_hi"), 1e-10);
		assert_near(c.delta, table_number(t, i, "cliff_delta"), 1e-13);
		assert_near(c.superiority, table_number(t, i, "superiority"), 1e-15);
		if (isnan(table_number(t, i, "cliff_var")))
			continue;
		with_variance++;
		assert_near(c.variance, table_number(t, i, "cliff_var"), 1e-13);
		assert_near(c.ci95.lo, table_number(t, i, "cliff_lo"), 1e-11);
		assert_near(c.ci95.hi, table_number(t, i, "cliff_hi"), 1e-11);
	}
	assert_int_equal(with_variance, 10);
}

static void
cliff_agrees_with_fractions(void **state)
{
	struct table *t = table_load(arena, "cliff"), *data = table_load(arena, "ally_10v10");

	(void)state;
	assert_int_equal(t->rows, 14);
	for (size_t i = 0; i < t->rows; i++) {
		struct sides s = sides_load(arena, data, table_text(t, i, "item"));
		struct cliff c = effect_cliff(&s.a, &s.b);

		assert_near(c.delta, table_number(t, i, "delta"), 1e-14);
		assert_near(c.variance, table_number(t, i, "variance"), 1e-14);
		assert_near(c.ci95.lo, table_number(t, i, "lo"), 1e-12);
		assert_near(c.ci95.hi, table_number(t, i, "hi"), 1e-12);
	}
}

/* Every pair by hand. */
static void
cliff_agrees_with_all_pairs(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 100; seed++) {
		size_t n_a = 2 + seed % 8, n_b = 2 + seed / 8 % 9;
		struct sides s = sides_random(arena, seed, n_a, n_b, 2 + (int64_t)seed % 9, 1), back = sides_swap(&s);
		struct sides reversed = sides_reverse(arena, &s);
		struct cliff c = effect_cliff(&s.a, &s.b);
		double above = 0, below = 0;

		for (size_t i = 0; i < n_a; i++)
			for (size_t j = 0; j < n_b; j++) {
				above += s.a.x[i] > s.b.x[j];
				below += s.a.x[i] < s.b.x[j];
			}
		assert_near(c.above * (double)(n_a * n_b), above, 1e-12);
		assert_near(c.below * (double)(n_a * n_b), below, 1e-12);
		assert_near(c.above + c.tied + c.below, 1, 1e-15);
		assert_near(c.delta, c.above - c.below, 1e-15);
		assert_near(c.superiority, (1 + c.delta) / 2, 1e-15);
		assert_true(c.ci95.lo <= c.delta && c.delta <= c.ci95.hi && c.ci95.lo >= -1 && c.ci95.hi <= 1);
		assert_near(effect_cliff(&back.a, &back.b).ci95.lo, -c.ci95.hi, 1e-12);
		assert_near(effect_cliff(&reversed.a, &reversed.b).ci95.lo, c.ci95.lo, 0);
	}
}

/* n = 3, t(.975, 5) = 2.570581835636314: (3 - t^2) / (3 + t^2). */
static void
complete_separation_keeps_an_interval(void **state)
{
	const struct scores low = { (int64_t[]){ 60, 120, 90 }, 3, 60 };
	const struct scores high = { (int64_t[]){ 180, 200, 240, 190 }, 4, 60 };
	double t2 = 2.570581835636314 * 2.570581835636314;
	struct cliff c = effect_cliff(&high, &low);

	(void)state;
	assert_near(c.delta, 1, 0);
	assert_near(c.ci95.lo, (3 - t2) / (3 + t2), 1e-12);
	assert_near(c.ci95.hi, 1, 0);
	assert_near(effect_cliff(&low, &high).ci95.hi, -c.ci95.lo, 1e-15);
}

static void
refusals(void **state)
{
	const struct scores none = { NULL, 0, 1 }, one = { (int64_t[]){ 4 }, 1, 1 };
	const struct scores alike = { (int64_t[]){ 4, 4, 4 }, 3, 1 }, some = { (int64_t[]){ 3, 4, 5 }, 3, 1 };
	struct summary n = scores_summary(&none), o = scores_summary(&one), a = scores_summary(&alike);
	struct summary s = scores_summary(&some);

	(void)state;
	assert_int_equal(effect_hedges(&n, &s).refused, REFUSED_EMPTY);
	assert_int_equal(effect_hedges(&s, &o).refused, REFUSED_TOO_FEW);
	assert_int_equal(effect_hedges(&a, &a).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(effect_hedges(&a, &a).g) && isnan(effect_hedges(&s, &o).ci95.lo));
	assert_int_equal(effect_hedges(&a, &s).refused, REFUSED_NOT);
	assert_int_equal(effect_cliff(&none, &some).refused, REFUSED_EMPTY);
	assert_true(isnan(effect_cliff(&none, &some).delta));
	assert_int_equal(effect_cliff(&one, &some).refused, REFUSED_TOO_FEW);
	assert_near(effect_cliff(&one, &some).superiority, .5, 1e-15);
	assert_true(isnan(effect_cliff(&one, &some).ci95.lo));
	assert_near(effect_cliff(&alike, &alike).tied, 1, 0);
	assert_true(effect_cliff(&alike, &alike).ci95.lo < 0 && effect_cliff(&alike, &alike).ci95.hi > 0);
}

static void
check_adjusted(const struct table *t, const char *p_column, const char *holm, const char *bh)
{
	double *p = arena_make_n(arena, t->rows, double), *h = arena_make_n(arena, t->rows, double);
	double *b = arena_make_n(arena, t->rows, double);

	for (size_t i = 0; i < t->rows; i++)
		p[i] = table_number(t, i, p_column);
	multiplicity_holm(p, t->rows, h);
	multiplicity_benjamini_hochberg(p, t->rows, b);
	for (size_t i = 0; i < t->rows; i++) {
		assert_near(h[i], table_number(t, i, holm), 1e-13);
		assert_near(b[i], table_number(t, i, bh), 1e-13);
	}
}

static void
adjusted_p_agree_with_r(void **state)
{
	(void)state;
	check_adjusted(table_load(arena, "twosample_ally"), "welch_p", "holm", "bh");
	check_adjusted(table_load(arena, "gap_portfolio60"), "p", "holm", "bh");
}

static void
refused_tests_do_not_count_in_the_family(void **state)
{
	double p[] = { .04, NAN, .01, .04 };

	(void)state;
	multiplicity_holm(p, 4, p);
	assert_near(p[0], .08, 1e-15);
	assert_true(isnan(p[1]));
	assert_near(p[2], .03, 1e-15);
	assert_near(p[3], .08, 1e-15);
	multiplicity_benjamini_hochberg((double[]){ .04, NAN, .01, .9 }, 4, p);
	assert_near(p[0], .06, 1e-15);
	assert_true(isnan(p[1]));
	assert_near(p[2], .03, 1e-15);
	multiplicity_holm(p, 0, p);
	assert_near(p[0], .06, 0);
}

/* Means 25/6, 3, 15/7 and squares about them 17/6, 2, 20/7 on 15 degrees of freedom; J by hand. */
static void
parties_weigh_the_same_in_g(void **state)
{
	const struct summary parties[] = {
		{ 6, 25. / 6, 17. / 30 }, { 5, 3, 1. / 2 }, { 7, 15. / 7, 10. / 21 }, { 1, 3, NAN }, { 4, 2, 0 }, { 3, 1, 0 },
	};

	(void)state;
	assert_near(effect_against_others(parties, 3, 0), 2.114288318985414, 1e-12);
	assert_near(effect_against_others(parties, 3, 1), -0.20511752348365955, 1e-12);
	assert_near(effect_against_others(parties, 2, 1), effect_hedges(&parties[1], &parties[0]).g, 1e-12);
	assert_true(isnan(effect_against_others(parties, 4, 0)));
	assert_true(isnan(effect_against_others(parties, 1, 0)));
	assert_true(isnan(effect_against_others(parties + 4, 2, 0)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hedges_agrees_with_mpmath),
		cmocka_unit_test(effects_agree_with_r),
		cmocka_unit_test(cliff_agrees_with_fractions),
		cmocka_unit_test(cliff_agrees_with_all_pairs),
		cmocka_unit_test(complete_separation_keeps_an_interval),
		cmocka_unit_test(refusals),
		cmocka_unit_test(adjusted_p_agree_with_r),
		cmocka_unit_test(refused_tests_do_not_count_in_the_family),
		cmocka_unit_test(parties_weigh_the_same_in_g),
	};

	return cmocka_run_group_tests_name("stats_effect", tests, begin, end);
}
