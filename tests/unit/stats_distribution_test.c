/* stats_distribution_test.c - distribution functions against other tools */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "engine/stats/distribution.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"

static double
compute(const char *function, double x, double df)
{
	if (strcmp(function, "nP") == 0)
		return normal_p(x);
	if (strcmp(function, "nPinv") == 0)
		return normal_inv(x);
	if (strcmp(function, "tQ") == 0)
		return t_q(x, df);
	return t_inv(x, df);
}

static void
normal_and_t_agree_with_r(void **state)
{
	struct arena *a = arena_new();
	struct table *t = table_load(a, "distributions");

	(void)state;
	assert_int_equal(t->rows, 1600);
	for (size_t i = 0; i < t->rows; i++)
		assert_near(compute(table_text(t, i, "function"), table_number(t, i, "x"), table_number(t, i, "arg1")),
		    table_number(t, i, "value"), 1e-11);
	arena_free(a);
}

static void
t_tails_fit_together(void **state)
{
	(void)state;
	assert_near(t_p(1.3, 4.5) + t_q(1.3, 4.5), 1, 1e-15);
	assert_near(t_two_sided(-2, 7), 2 * t_p(-2, 7), 1e-15);
	assert_near(t_two_sided(0, 7), 1, 1e-15);
	assert_near(t_p(t_inv(.01, 2.2), 2.2), .01, 1e-14);
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
		cmocka_unit_test(normal_and_t_agree_with_r),
		cmocka_unit_test(t_tails_fit_together),
		cmocka_unit_test(noncentral_t_agrees_with_quadrature),
		cmocka_unit_test(central_noncentral_t_is_t),
	};

	return cmocka_run_group_tests_name("stats_distribution", tests, NULL, NULL);
}
