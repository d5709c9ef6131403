/* stats_factor_test.c - the one-factor model and omega against other tools */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "engine/stats/reliability/factor.h"
#include "engine/stats/reliability/omega.h"
#include "engine/stats/reliability/polychoric.h"
#include "tests/stats/bfi.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/people.h"
#include "tests/stats/table.h"

static double
polished(const char *what, const char *of)
{
	struct table *t = table_load(arena, "reliability_polished");

	for (size_t i = 0; i < t->rows; i++)
		if (strcmp(table_text(t, i, "what"), what) == 0 && strcmp(table_text(t, i, "of"), of) == 0)
			return table_number(t, i, "value");
	return NAN;
}

static void
check_fit(const char *of, const struct covariance *c, double tolerance)
{
	struct factor f = factor_of(arena, c);

	assert_int_equal(f.refused, REFUSED_NOT);
	assert_true(f.convergence.gradient <= 1e-10);
	for (size_t i = 0; i < 5; i++) {
		const char *item = arena_printf(arena, "%s%zu", of, i + 1);

		assert_near(f.loading[i], polished("loading", item), 1e-9);
		assert_near(f.error[i], polished("error", item), 1e-9);
	}
	assert_near(f.df, 5, 0);
	assert_near(f.chi_square, polished("chi_square", of), tolerance);
	assert_near(f.p / polished("p", of), 1, 100 * tolerance);
	assert_near(f.rmsea, polished("rmsea", of), tolerance);
	assert_near(f.cfi, polished("cfi", of), tolerance);
	assert_near(f.srmr, polished("srmr", of), 1e-10);
}

static void
fit_agrees_with_30_digits(void **state)
{
	struct covariance a = bfi_covariance(arena, "A", "listwise"), c = bfi_covariance(arena, "C", "listwise");

	(void)state;
	check_fit("A", &a, 1e-11);
	check_fit("C", &c, 1e-11);
}

/* lavaan and the other program are compared with what the former's early stop allows. */
static void
omega_agrees_with_lavaan(void **state)
{
	struct table *t = table_load(arena, "reliability_bfi");

	(void)state;
	for (size_t i = 0; i < t->rows; i++) {
		const char *scale = table_text(t, i, "scale");
		struct covariance c = bfi_covariance(arena, scale, "listwise"), s = covariance_standardised(arena, &c);
		struct omega o = omega_of(&c);

		if (strcmp(table_text(t, i, "rows"), "listwise") != 0)
			continue;
		assert_int_equal(o.refused, REFUSED_NOT);
		assert_near(o.omega, polished("omega", scale), 1e-10);
		assert_near(o.se, polished("omega_se", scale), 1e-10);
		assert_near(o.omega, table_number(t, i, "omega"), 1e-10);
		assert_near(omega_of(&s).omega, table_number(t, i, "omega_standardised"), 1e-10);
		assert_near(o.omega, table_number(t, i, "omega_lavaan"), 1e-6);
		assert_near(o.se, table_number(t, i, "delta_se"), 1e-8);
		assert_near(o.ci95.lo, table_number(t, i, "omega_lo"), 1e-6);
		assert_near(o.ci95.hi, table_number(t, i, "omega_hi"), 1e-6);
	}
}

static void
loadings_agree_with_other_programs(void **state)
{
	struct table *t = table_load(arena, "reliability_items"), *scales = table_load(arena, "reliability_bfi");

	(void)state;
	for (size_t row = 0; row < 10; row++) {
		struct covariance c = bfi_covariance(arena, table_text(t, row, "scale"), "listwise");
		struct factor f = factor_of(arena, &c);
		size_t i = (size_t)table_number(t, row, "item") - 1, scale = row < 5 ? 0 : 2;

		assert_near(f.loading[i], table_number(t, row, "loading"), 1e-9);
		assert_near(f.error[i], table_number(t, row, "error"), 1e-9);
		assert_near(f.loading[i], table_number(t, row, "loading_lavaan"), 2e-6);
		assert_near(f.error[i], table_number(t, row, "error_lavaan"), 2e-6);
		assert_near(f.loading[i] / sqrt(c.matrix[6 * i]), table_number(t, row, "loading_standardised"), 1e-7);
		assert_near(f.chi_square, table_number(scales, scale, "chi_square_fisher"), 1e-11);
		assert_near(f.chi_square, table_number(scales, scale, "chi_square"), 1e-9);
		assert_near(f.chi_square * (double)c.people / (double)(c.people - 1),
		    table_number(scales, scale, "chi_square_n"), 1e-10);
		assert_near(f.cfi, table_number(scales, scale, "cfi"), 1e-9);
	}
}

/* A matrix made by one factor is taken apart exactly; three items always fit. */
static void
finds_what_a_matrix_was_made_of(void **state)
{
	const double loading[6] = { 1, 2, -.5, .8, 3, .4 }, error[6] = { 1, 1, .3, .5, 9, .6 };

	(void)state;
	for (size_t k = 3; k <= 6; k++) {
		struct covariance c = { REFUSED_NOT, 100, k, NULL, arena_make_n(arena, k * k, double) };
		struct factor f;

		for (size_t i = 0; i < k; i++) {
			for (size_t j = 0; j < k; j++)
				c.matrix[i * k + j] = loading[i] * loading[j];
			c.matrix[i * k + i] += error[i];
		}
		f = factor_of(arena, &c);
		assert_int_equal(f.refused, REFUSED_NOT);
		for (size_t i = 0; i < k; i++) {
			assert_near(f.loading[i], loading[i], 1e-8);
			assert_near(f.error[i], error[i], 1e-8);
		}
		assert_near(f.chi_square, 0, 1e-9);
		assert_near(f.srmr, 0, 1e-9);
		assert_near(f.cfi, 1, 1e-9);
		assert_int_equal(isnan(f.p), k == 3);
		assert_int_equal(isnan(f.rmsea), k == 3);
	}
}

/* Item t[i] is the old item i * 3 mod 7; reversing all items and the order of people change nothing. */
static void
order_unit_and_direction_do_not_matter(void **state)
{
	int fitted = 0;

	(void)state;
	for (uint64_t seed = 0; seed < 40; seed++) {
		struct ratings r = people_random(arena, seed, 101, 7, 5, .02), items = people_shuffle(arena, &r, 2, 3);
		struct ratings back = people_reverse(arena, &r);
		struct covariance c = covariance_listwise(arena, &r), d = covariance_listwise(arena, &items);
		struct covariance b = covariance_listwise(arena, &back);
		struct factor f = factor_of(arena, &c), g = factor_of(arena, &d);
		struct omega o = omega_of(&c);

		assert_int_equal(f.refused, g.refused);
		assert_int_equal(omega_of(&b).refused, o.refused);
		if (f.refused != REFUSED_NOT)
			continue;
		fitted++;
		for (size_t i = 0; i < 7; i++)
			assert_near(g.loading[i], f.loading[i * 3 % 7], 1e-8);
		assert_near(g.chi_square, f.chi_square, 1e-8);
		assert_near(omega_of(&b).omega, o.omega, 1e-10);
		assert_true(0 <= o.ci95.lo && o.ci95.lo <= o.omega && o.omega <= o.ci95.hi && o.ci95.hi <= 1);
		for (size_t i = 0; i < 49; i++)
			c.matrix[i] *= 9;
		assert_near(omega_of(&c).omega, o.omega, 1e-10);
		assert_near(factor_of(arena, &c).loading[2], 3 * f.loading[2], 1e-8);
	}
	assert_in_range(fitted, 35, 40);
}

/* Correlations .9 .8 .6 of three items need a squared loading of .9 * .8 / .6 = 1.2: an error variance of -.2. */
static void
impossible_fits_are_refused(void **state)
{
	double heywood[] = { 1, .9, .8, .9, 1, .6, .8, .6, 1 }, apart[] = { 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1 };
	double twice[] = { 1, 1, .5, .5, 1, 1, .5, .5, .5, .5, 1, .5, .5, .5, .5, 1 };
	double constant[] = { 1, .5, 0, .5, 1, 0, 0, 0, 0 };
	struct covariance c = { REFUSED_NOT, 50, 3, NULL, heywood };
	struct factor f = factor_of(arena, &c);

	(void)state;
	assert_int_equal(f.refused, REFUSED_IMPROPER);
	assert_true(isnan(f.loading[0]) && isnan(f.error[2]) && isnan(f.srmr) && isnan(f.covariance[35]));
	assert_true(isnan(omega_of(&c).omega) && isnan(omega_of(&c).ci95.hi));
	assert_int_equal(omega_of(&c).refused, REFUSED_IMPROPER);
	c.matrix = constant;
	assert_int_equal(factor_of(arena, &c).refused, REFUSED_NO_SPREAD);
	c.items = 4;
	c.matrix = apart;
	assert_int_equal(factor_of(arena, &c).refused, REFUSED_SINGULAR);
	c.matrix = twice;
	assert_int_equal(factor_of(arena, &c).refused, REFUSED_SINGULAR);
	c.items = 2;
	assert_int_equal(factor_of(arena, &c).refused, REFUSED_TOO_FEW);
	c.refused = REFUSED_EMPTY;
	assert_int_equal(factor_of(arena, &c).refused, REFUSED_EMPTY);
}

/* Whatever few people answer, there is a possible fit or a reason why not. */
static void
small_random_data_give_a_fit_or_a_reason(void **state)
{
	int refused[REFUSED_NOT_CONVERGED + 1] = { 0 };

	(void)state;
	for (uint64_t seed = 0; seed < 300; seed++) {
		struct ratings r = people_random(arena, seed, 3 + seed % 12, 3 + seed % 4, 2 + (unsigned)seed % 4, 0);
		struct covariance c = covariance_listwise(arena, &r);
		struct factor f = factor_of(arena, &c);

		refused[f.refused]++;
		if (f.refused != REFUSED_NOT)
			continue;
		assert_true(f.srmr >= 0 && f.srmr < 1 && f.cfi >= 0 && f.cfi <= 1 && f.chi_square >= 0);
		assert_true(f.df == 0 || (f.p >= 0 && f.p <= 1 && f.rmsea >= 0));
		for (size_t i = 0; i < f.items; i++)
			assert_true(f.error[i] > 0);
	}
	assert_true(refused[REFUSED_NOT] > 50 && refused[REFUSED_IMPROPER] > 10 && refused[REFUSED_SINGULAR] > 10);
}

static void
polychoric_correlations_have_a_factor(void **state)
{
	double matrix[25];
	struct covariance c = { REFUSED_NOT, 2709, 5, NULL, matrix };

	(void)state;
	for (int i = 0; i < 5; i++) {
		matrix[6 * i] = 1;
		for (int j = 0; j < i; j++) {
			uint32_t counts[BFI_POINTS * BFI_POINTS];
			double r;

			bfi_table(arena, i + 1, j + 1, counts);
			r = polychoric_of(counts, BFI_POINTS, BFI_POINTS).correlation;
			matrix[5 * i + j] = matrix[5 * j + i] = j == 0 ? -r : r;
		}
	}
	check_fit("P", &c, 1e-8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fit_agrees_with_30_digits),
		cmocka_unit_test(omega_agrees_with_lavaan),
		cmocka_unit_test(loadings_agree_with_other_programs),
		cmocka_unit_test(finds_what_a_matrix_was_made_of),
		cmocka_unit_test(order_unit_and_direction_do_not_matter),
		cmocka_unit_test(impossible_fits_are_refused),
		cmocka_unit_test(small_random_data_give_a_fit_or_a_reason),
		cmocka_unit_test(polychoric_correlations_have_a_factor),
	};

	return cmocka_run_group_tests_name("stats_factor", tests, begin, end);
}
