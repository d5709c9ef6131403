/* stats_distribution_test.c - distribution functions against other tools */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "engine/stats/beta.h"
#include "engine/stats/distribution.h"
#include "engine/stats/noncentral_t.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"

/* How each function of the table is called here, and how near it must come, relative to the value. */
static const struct {
	const char *name;
	double (*of_x)(double), (*of_one)(double, double), (*of_two)(double, double, double);
	double tolerance;
} functions[] = {
	{ "nP", normal_p, NULL, NULL, 1e-15 },
	{ "nPinv", normal_inv, NULL, NULL, 1e-15 },
	{ "tQ", NULL, t_q, NULL, 1e-12 },
	{ "tPinv", NULL, t_inv, NULL, 1e-12 },
	{ "chiQ", NULL, chi_squared_q, NULL, 1e-12 },
	{ "chiPinv", NULL, chi_squared_inv, NULL, 1e-13 },
	{ "fQ", NULL, NULL, f_q, 1e-12 },
	{ "fPinv", NULL, NULL, f_inv, 2e-9 },	/* R is off by so much, see beta.csv */
	{ "fQinv", NULL, NULL, f_inv_q, 1e-12 },
	{ "bP", NULL, NULL, beta_p, 1e-12 },
	{ "bPinv", NULL, NULL, beta_inv, 1e-12 },
};

static void
check_row(const char *name, double x, double a, double b, double value)
{
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		double actual;

		if (strcmp(functions[i].name, name) != 0)
			continue;
		if (functions[i].of_x != NULL)
			actual = functions[i].of_x(x);
		else
			actual = functions[i].of_one != NULL ? functions[i].of_one(x, a) : functions[i].of_two(x, a, b);
		assert_relative(actual, value, functions[i].tolerance);
		return;
	}
	assert_string_equal(name, "binP");
	assert_relative(binomial_p((int64_t)x, (int64_t)a, b), value, 1e-12);
}

static void
distributions_agree_with_r(void **state)
{
	struct arena *a = arena_new();
	struct table *t = table_load(a, "distributions");

	(void)state;
	assert_int_equal(t->rows, 4800);
	for (size_t i = 0; i < t->rows; i++)
		check_row(table_text(t, i, "function"), table_number(t, i, "x"), table_number(t, i, "arg1"),
		    table_number(t, i, "arg2"), table_number(t, i, "value"));
	arena_free(a);
}

static void
beta_and_quantiles_agree_with_mpmath(void **state)
{
	struct arena *arena = arena_new();
	struct table *t = table_load(arena, "beta");

	(void)state;
	for (size_t i = 0; i < t->rows; i++) {
		double a = table_number(t, i, "a"), b = table_number(t, i, "b"), x = table_number(t, i, "x");
		double value = table_number(t, i, "value");

		if (strcmp(table_text(t, i, "function"), "f_inv") == 0) {
			assert_relative(f_inv(x, a, b), value, 1e-13);
			assert_relative(f_q(f_inv_q(x, a, b), a, b), x, 1e-12);
			assert_relative(f_p(value, a, b), x, 1e-13);
			continue;
		}
		if (strcmp(table_text(t, i, "function"), "t_inv") == 0) {
			assert_relative(t_inv(x, a), value, 1e-13);
			if (x > .1)
				assert_relative(t_inv(1 - x, a), -value, 1e-13);
			continue;
		}
		assert_relative(beta_p(x, a, b), value, 1e-12);
		assert_near(beta_q(x, a, b), 1 - value, 1e-12);
		assert_relative(beta_inv(beta_p(x, a, b), a, b), x, 1e-10);
	}
	arena_free(arena);
}

/* Clopper & Pearson 1934: the bounds of a share are quantiles of beta distributions. */
static void
bounds_of_shares_agree_with_r(void **state)
{
	struct arena *arena = arena_new();
	struct table *t = table_load(arena, "wilson");

	(void)state;
	for (size_t i = 0; i < t->rows; i++) {
		double x = table_number(t, i, "x"), n = table_number(t, i, "n");

		if (x > 0)
			assert_near(beta_inv(.025, x, n - x + 1), table_number(t, i, "cp_lo"), 1e-13);
		if (x < n)
			assert_near(beta_inv(.975, x + 1, n - x), table_number(t, i, "cp_hi"), 1e-13);
	}
	arena_free(arena);
}

static void
beta_at_its_ends(void **state)
{
	(void)state;
	assert_near(beta_p(0, 2, 3), 0, 0);
	assert_near(beta_p(1, 2, 3), 1, 0);
	assert_near(beta_q(0, 2, 3), 1, 0);
	assert_near(f_p(INFINITY, 2, 3), 1, 0);
	assert_near(f_q(INFINITY, 2, 3), 0, 0);
	assert_near(f_q(0, 2, 3), 1, 0);
	assert_near(beta_inv(1e-9, .01, 3), 0, 0);
	assert_near(beta_inv(1 - 1e-9, 3, .01), 1, 0);
	assert_near(beta_inv(.25, 1, 1), .25, 1e-15);
	assert_relative(beta_inv(1e-250, 3, 4), pow(1e-250 / 20, 1. / 3), 1e-10);
	assert_relative(f_q(f_inv_q(1e-200, 5, 9), 5, 9), 1e-200, 1e-11);
}

/* X = 0..3 of three fair coins: 1/8, 4/8, 7/8, 1. */
static void
binomial_counts(void **state)
{
	(void)state;
	assert_near(binomial_p(1, 3, .5), .5, 1e-15);
	assert_near(binomial_p(-1, 3, .5), 0, 0);
	assert_near(binomial_p(3, 3, .5), 1, 0);
	assert_near(binomial_p(0, 3, 0), 1, 0);
	assert_near(binomial_p(2, 3, 1), 0, 0);
}

static void
t_tails_fit_together(void **state)
{
	(void)state;
	assert_near(t_p(1.3, 4.5) + t_q(1.3, 4.5), 1, 1e-15);
	assert_near(t_two_sided(-2, 7), 2 * t_p(-2, 7), 1e-15);
	assert_near(t_two_sided(0, 7), 1, 1e-15);
	assert_near(t_q(INFINITY, 7), 0, 0);
	assert_near(t_inv(.5, 7), 0, 0);
	assert_relative(t_p(t_inv(1e-200, 3), 3), 1e-200, 1e-11);
	assert_relative(t_p(t_inv(.5 - 1e-9, 3), 3), .5 - 1e-9, 1e-15);
	assert_near(chi_squared_p(3.2, 4.5) + chi_squared_q(3.2, 4.5), 1, 1e-15);
	assert_near(t_p(t_inv(.01, 2.2), 2.2), .01, 1e-14);
}

/* Far tails, and where GSL's quantile is NAN. */
static void
quantiles_of_chi_squared_give_their_probability_back(void **state)
{
	(void)state;
	for (double df = .4; df < 1e4; df *= 1.7)
		for (double p = 1e-100; p < .5; p *= 97) {
			double x = chi_squared_inv(p, df);

			if (x > 1e-300)
				assert_relative(chi_squared_p(x, df), p, 1e-11);
			if (p > 1e-15)
				assert_relative(chi_squared_q(chi_squared_inv(1 - p, df), df), 1 - (1 - p), 1e-11);
		}
	assert_relative(chi_squared_p(chi_squared_inv(2.11701e-13, 1487.67), 1487.67), 2.11701e-13, 1e-11);
	assert_true(chi_squared_inv(1e-100, .1) < 1e-300);
	assert_near(chi_squared_q(1e5, 3), 0, 0);
	assert_near(normal_p(-50), 0, 0);
}

static void
noncentral_t_agrees_with_quadrature(void **state)
{
	struct arena *a = arena_new();
	struct table *t = table_load(a, "noncentral_t");

	(void)state;
	for (size_t i = 0; i < t->rows; i++) {
		double x = table_number(t, i, "t"), df = table_number(t, i, "df"), delta = table_number(t, i, "delta");
		double p = table_number(t, i, "p");

		assert_near(noncentral_t_p(x, df, delta), p, 1e-13);
		if (p > .001 && p < .999)
			assert_near(noncentral_t_delta(x, df, p), delta, 1e-9);
	}
	arena_free(a);
}

/* Also far out and where Newton's method has to be kept in its bracket. */
static void
noncentralities_give_their_probability_back(void **state)
{
	(void)state;
	for (double df = 1; df < 3000; df *= 2.3)
		for (double t = -40; t <= 40; t += 5.3)
			for (double p = 1e-6; p < .5; p *= 11) {
				assert_near(noncentral_t_p(t, df, noncentral_t_delta(t, df, p)), p, 1e-12);
				assert_near(noncentral_t_p(t, df, noncentral_t_delta(t, df, 1 - p)), 1 - p, 1e-12);
			}
	assert_near(noncentral_t_p(2e4, 1998, noncentral_t_delta(2e4, 1998, .025)), .025, 1e-12);
}

static void
central_noncentral_t_is_t(void **state)
{
	(void)state;
	for (double df = 1; df < 3000; df *= 1.7)
		for (double t = -9; t < 9; t += .7)
			assert_near(noncentral_t_p(t, df, 0), t_p(t, df), 1e-13);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(distributions_agree_with_r),
		cmocka_unit_test(beta_and_quantiles_agree_with_mpmath),
		cmocka_unit_test(bounds_of_shares_agree_with_r),
		cmocka_unit_test(beta_at_its_ends),
		cmocka_unit_test(binomial_counts),
		cmocka_unit_test(t_tails_fit_together),
		cmocka_unit_test(quantiles_of_chi_squared_give_their_probability_back),
		cmocka_unit_test(noncentral_t_agrees_with_quadrature),
		cmocka_unit_test(noncentralities_give_their_probability_back),
		cmocka_unit_test(central_noncentral_t_is_t),
	};

	return cmocka_run_group_tests_name("stats_distribution", tests, NULL, NULL);
}
