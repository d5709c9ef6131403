/* stats_order_test.c - order, percentile ranks, and tails of t by the thousand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <gsl/gsl_sf_gamma.h>
#include <stdlib.h>

#include "base/arena.h"
#include "engine/stats/order.h"
#include "engine/stats/portfolio/tails.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"
#include "tests/unit/draw.h"

enum { MOST = 5000 };

/* What is left to decide between equal numbers is their place. */
static void
check_order(const double x[], size_t n)
{
	static uint32_t order[MOST];
	static char seen[MOST];

	order_of(x, n, order);
	for (size_t i = 0; i < n; i++)
		seen[i] = 0;
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(seen[order[i]]++, 0);
		if (i > 0)
			assert_true(x[order[i - 1]] < x[order[i]] ||
			    (x[order[i - 1]] == x[order[i]] && order[i - 1] < order[i]));
	}
}

static void
numbers_are_ordered(void **state)
{
	static double x[MOST];

	(void)state;
	seed = 1;
	for (size_t n = 0; n <= MOST; n = n < 70 ? n + 1 : n * 3) {
		for (size_t i = 0; i < n; i++)
			x[i] = ((double)draw(2001) - 1000) * pow(10, (double)draw(9) - 4);
		check_order(x, n);
		for (size_t i = 0; i < n; i++)
			x[i] = (double)draw(3) - 1;
		check_order(x, n);
		for (size_t i = 0; i < n; i++)
			x[i] = i % 2 ? 0. : -0.;
		check_order(x, n);
	}
	check_order((double[]){ INFINITY, -INFINITY, 5e-324, -5e-324, 0, 1 }, 6);
}

/* Counted pair by pair. */
static void
percentiles_count_half_of_the_equal(void **state)
{
	double x[200] = { 0 }, percentile[200];

	(void)state;
	seed = 2;
	for (size_t n = 0; n <= 200; n += 20) {
		size_t known = 0;

		for (size_t i = 0; i < n; i++) {
			x[i] = draw(10) == 0 ? NAN : (double)draw(30);
			known += isnan(x[i]) ? 0 : 1;
		}
		order_percentiles(x, n, percentile);
		for (size_t i = 0; i < n; i++) {
			double halves = 0;

			assert_int_equal(isnan(percentile[i]), isnan(x[i]));
			for (size_t j = 0; j < n; j++)
				halves += (x[j] < x[i]) * 2 + (x[j] == x[i]);
			if (!isnan(x[i]))
				assert_near(percentile[i], 50 * halves / (double)known, 1e-13);
		}
	}
}

static void
tails_agree_with_mpmath(void **state)
{
	struct arena *a = arena_new();
	struct table *table = table_load(a, "t_tails");
	double *t = arena_make_n(a, table->rows, double), *df = arena_make_n(a, table->rows, double);
	double *p = arena_make_n(a, table->rows, double);

	(void)state;
	for (size_t i = 0; i < table->rows; i++) {
		t[i] = table_number(table, i, "t") * (i % 2 ? 1 : -1);
		df[i] = table_number(table, i, "df");
	}
	tails_two_sided(t, df, table->rows, p);
	for (size_t i = 0; i < table->rows; i++)
		assert_near(p[i] / table_number(table, i, "p"), 1, df[i] < 20000 ? 2e-12 : 1e-10);
	arena_free(a);
}

/* GSL's incomplete beta function, which stays accurate where its t distribution does not. */
static void
tails_agree_with_gsl(void **state)
{
	enum { DFS = 90, TS = 120 };
	static double t[DFS * TS], df[DFS * TS], p[DFS * TS];

	(void)state;
	for (size_t i = 0; i < DFS * TS; i++) {
		df[i] = pow(1.08, (double)(i / TS));
		t[i] = .003 * pow(1.08, (double)(i % TS));
	}
	tails_two_sided(t, df, DFS * TS, p);
	for (size_t i = 0; i < DFS * TS; i++) {
		double square = t[i] * t[i], all = df[i] + square;

		assert_near(p[i] / (square < 5 ? 1 - gsl_sf_beta_inc(.5, df[i] / 2, square / all) :
		    gsl_sf_beta_inc(df[i] / 2, .5, df[i] / all)), 1, 1e-10);
	}
}

/* The company a test is computed in does not change it; what is not known stays so. */
static void
tails_do_not_depend_on_their_neighbours(void **state)
{
	double t[101], df[101], p[101], alone;

	(void)state;
	seed = 3;
	for (size_t i = 0; i < 101; i++) {
		t[i] = draw(7) == 0 ? NAN : (double)draw(1000) / 150;
		df[i] = 1 + (double)draw(10000) / 100;
	}
	tails_two_sided(t, df, 101, p);
	for (size_t i = 0; i < 101; i++) {
		tails_two_sided(&t[i], &df[i], 1, &alone);
		assert_true(isnan(t[i]) ? isnan(p[i]) && isnan(alone) : p[i] == alone && p[i] >= 0 && p[i] <= 1);
	}
	tails_two_sided((double[]){ 0, 1e149 }, (double[]){ 3, 3 }, 2, p);
	assert_true(p[0] == 1 && p[1] == 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_ordered),
		cmocka_unit_test(percentiles_count_half_of_the_equal),
		cmocka_unit_test(tails_agree_with_mpmath),
		cmocka_unit_test(tails_agree_with_gsl),
		cmocka_unit_test(tails_do_not_depend_on_their_neighbours),
	};

	return cmocka_run_group_tests_name("stats_order", tests, NULL, NULL);
}
