/* stats_bivariate_test.c - bivariate normal probabilities against quadrature */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include "base/arena.h"
#include "engine/stats/bivariate.h"
#include "engine/stats/distribution.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"

static void
probabilities_agree_with_mpmath(void **state)
{
	struct arena *a = arena_new();
	struct table *t = table_load(a, "bivariate");

	(void)state;
	assert_int_equal(t->rows, 270);
	for (size_t i = 0; i < t->rows; i++) {
		double h = table_number(t, i, "h"), k = table_number(t, i, "k"), r = table_number(t, i, "r");
		double p = table_number(t, i, "p");

		assert_near(bivariate_p(h, k, r), p, 2e-15);
		assert_near(bivariate_p(k, h, r), p, 2e-15);
	}
	arena_free(a);
}

/* Sheppard 1899: P(X <= 0, Y <= 0) = 1/4 + asin(r) / (2 pi). */
static void
quadrants_have_a_closed_form(void **state)
{
	(void)state;
	for (int i = -1000; i <= 1000; i++)
		assert_near(bivariate_p(0, 0, i / 1000.), .25 + asin(i / 1000.) / (2 * M_PI), 1e-15);
}

static void
bounds_and_perfect_correlation(void **state)
{
	(void)state;
	assert_near(bivariate_p(INFINITY, .3, .6), normal_p(.3), 0);
	assert_near(bivariate_p(-.7, INFINITY, -.95), normal_p(-.7), 0);
	assert_near(bivariate_p(-INFINITY, 2, .6), 0, 0);
	assert_near(bivariate_p(INFINITY, INFINITY, .6), 1, 0);
	assert_near(bivariate_p(.4, -.2, 0), normal_p(.4) * normal_p(-.2), 0);
	assert_near(bivariate_p(.4, -.2, 1), normal_p(-.2), 0);
	assert_near(bivariate_p(.4, -.2, -1), normal_p(.4) - normal_p(.2), 1e-16);
	assert_near(bivariate_p(-1, -.2, -1), 0, 0);
	assert_near(bivariate_p(3, -1, -1), normal_p(3) - normal_p(1), 1e-16);
}

static void
corners_are_single_probabilities(void **state)
{
	const double h[] = { -1.2, .1, 2 }, k[] = { -2, -.5, .4, 1.9 };
	double p[12];

	(void)state;
	for (double r = -.98; r < 1; r += .07) {
		bivariate_corners(h, 3, k, 4, r, p);
		for (size_t i = 0; i < 12; i++)
			assert_near(p[i], bivariate_p(h[i / 4], k[i % 4], r), 0);
	}
}

/* The cells of a table add up to one, and mirroring both axes changes nothing. */
static void
rectangles_fill_the_plane(void **state)
{
	const double cut[] = { -INFINITY, -5, -1.3, -.2, .8, 4, INFINITY };

	(void)state;
	for (double r = -.99; r < 1; r += .03) {
		double sum = 0;

		for (int i = 0; i < 6; i++)
			for (int j = 0; j < 6; j++) {
				double p = bivariate_rectangle(cut[i], cut[i + 1], cut[j], cut[j + 1], r);

				assert_true(p >= 0 && p <= 1);
				assert_near(bivariate_rectangle(-cut[i + 1], -cut[i], -cut[j + 1], -cut[j], r), p, 2e-16);
				sum += p;
			}
		assert_near(sum, 1, 1e-14);
	}
	assert_near(bivariate_rectangle(1, 1, -3, 2, .5), 0, 0);
}

/* Far up, where all four probabilities round to 1: mpmath 1.2.1, quadrature at 40 digits. */
static void
rectangles_keep_their_tails(void **state)
{
	double p = bivariate_rectangle(6, INFINITY, 5, INFINITY, .1);

	(void)state;
	assert_near(p / 5.2018609985456317448e-15, 1, 1e-12);
}

static void
density_is_the_derivative(void **state)
{
	const double step = 1e-5;

	(void)state;
	for (double r = -.97; r < .98; r += .1) {
		double slope = (bivariate_p(.8, -.3, r + step) - bivariate_p(.8, -.3, r - step)) / (2 * step);

		assert_near(bivariate_density(.8, -.3, r), slope, 1e-8);
	}
	assert_near(bivariate_density(0, 0, 0), 1 / (2 * M_PI), 1e-16);
	assert_near(bivariate_density(INFINITY, 1, .4), 0, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(probabilities_agree_with_mpmath),
		cmocka_unit_test(quadrants_have_a_closed_form),
		cmocka_unit_test(bounds_and_perfect_correlation),
		cmocka_unit_test(corners_are_single_probabilities),
		cmocka_unit_test(rectangles_fill_the_plane),
		cmocka_unit_test(rectangles_keep_their_tails),
		cmocka_unit_test(density_is_the_derivative),
	};

	return cmocka_run_group_tests_name("stats_bivariate", tests, NULL, NULL);
}
