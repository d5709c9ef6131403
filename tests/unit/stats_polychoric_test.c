/* stats_polychoric_test.c - polychoric correlations against other tools */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "engine/stats/bivariate.h"
#include "engine/stats/reliability/polychoric.h"
#include "tests/stats/bfi.h"
#include "tests/stats/draw.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/people.h"
#include "tests/stats/table.h"

/* polycor stops early: A4 with A1 at 3.5e-5 from the maximum, the others at 1e-6. */
static void
correlations_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "polychoric_bfi");

	(void)state;
	assert_int_equal(t->rows, 10);
	for (size_t row = 0; row < t->rows; row++) {
		uint32_t counts[BFI_POINTS * BFI_POINTS];
		struct polychoric p;

		bfi_table(arena, (int)table_number(t, row, "i"), (int)table_number(t, row, "j"), counts);
		p = polychoric_of(counts, BFI_POINTS, BFI_POINTS);
		assert_int_equal(p.refused, REFUSED_NOT);
		assert_int_equal(p.people, 2709);
		assert_true(p.convergence.gradient <= 1e-10 && p.convergence.iterations <= 6);
		assert_near(p.correlation, table_number(t, row, "own"), 2e-7);
		assert_near(p.correlation, table_number(t, row, "two_step"), 1e-4);
		assert_near(p.se, table_number(t, row, "se"), 1e-5);
		assert_near(p.correlation, table_number(t, row, "joint"), 4e-3);
		assert_near(p.df, table_number(t, row, "df"), 0);
		assert_true(p.chi_square > table_number(t, row, "chi_square"));
		assert_near(p.chi_square, table_number(t, row, "chi_square"), .02);
	}
}

static void
correlations_agree_with_30_digits(void **state)
{
	struct table *t = table_load(arena, "reliability_polished");
	int rows = 0;

	(void)state;
	for (size_t row = 0; row < t->rows; row++) {
		const char *what = table_text(t, row, "what"), *of = table_text(t, row, "of");
		uint32_t counts[BFI_POINTS * BFI_POINTS];
		struct polychoric p;

		if (strncmp(what, "polychoric", strlen("polychoric")) != 0)
			continue;
		rows++;
		bfi_table(arena, of[0] - '0', of[1] - '0', counts);
		p = polychoric_of(counts, BFI_POINTS, BFI_POINTS);
		if (strcmp(what, "polychoric") == 0)
			assert_near(p.correlation, table_number(t, row, "value"), 1e-10);
		else if (strcmp(what, "polychoric_se") == 0)
			assert_near(p.se, table_number(t, row, "value"), 1e-10);
		else
			assert_near(p.chi_square, table_number(t, row, "value"), 1e-10);
	}
	assert_int_equal(rows, 30);
}

static void
thresholds_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "polychoric_thresholds");

	(void)state;
	for (size_t item = 0; item < t->rows; item++) {
		uint32_t counts[BFI_POINTS * BFI_POINTS], margin[BFI_POINTS] = { 0 };
		double thresholds[BFI_POINTS - 1];

		bfi_table(arena, item == 0 ? 2 : (int)item + 1, 1, counts);
		for (size_t k = 0; k < BFI_POINTS * BFI_POINTS; k++)
			margin[item == 0 ? k % BFI_POINTS : k / BFI_POINTS] += counts[k];
		polychoric_thresholds(margin, BFI_POINTS, thresholds);
		for (size_t k = 0; k < BFI_POINTS - 1; k++)
			assert_near(thresholds[k], table_number(t, item, arena_printf(arena, "t%zu", k + 1)), 1e-12);
	}
}

/* Nobody on the first, third and last of five points. */
static void
unused_points_have_no_thresholds_of_their_own(void **state)
{
	double t[4];

	(void)state;
	polychoric_thresholds((const uint32_t[]){ 0, 5, 0, 5, 0 }, 5, t);
	assert_true(isinf(t[0]) && t[0] < 0 && isinf(t[3]) && t[3] > 0);
	assert_near(t[1], 0, 1e-15);
	assert_near(t[2], 0, 1e-15);
}

/* Median cuts: P(both above) = 1/4 + asin(r) / (2 pi), so r = sin(2 pi (share - 1/4)) (Sheppard 1899). */
static void
four_cells_by_hand(void **state)
{
	(void)state;
	for (uint32_t both = 1; both < 50; both++) {
		struct polychoric p = polychoric_of((uint32_t[]){ both, 50 - both, 50 - both, both }, 2, 2);
		double r = sin(2 * acos(-1) * (both / 100. - .25));

		assert_int_equal(p.refused, fabs(r) > .9999 ? REFUSED_SINGULAR : REFUSED_NOT);
		if (p.refused != REFUSED_NOT)
			continue;
		assert_near(p.correlation, r, 1e-9);
		assert_near(p.df, 0, 0);
		assert_near(p.chi_square, 0, 1e-10);
	}
}

/* A table made from a correlation, large enough that rounding to whole people hardly matters. */
static void
finds_what_a_table_was_made_of(void **state)
{
	const double x[] = { -INFINITY, -1.2, -.1, .4, INFINITY }, y[] = { -INFINITY, -.7, 1.1, INFINITY };

	(void)state;
	for (int step = -19; step <= 19; step++) {
		double r = step / 20.;
		uint32_t counts[12];
		struct polychoric p;

		for (size_t i = 0; i < 4; i++)
			for (size_t j = 0; j < 3; j++)
				counts[3 * i + j] = (uint32_t)lround(2e8 * bivariate_rectangle(x[i], x[i + 1], y[j], y[j + 1], r));
		p = polychoric_of(counts, 4, 3);
		assert_int_equal(p.refused, REFUSED_NOT);
		assert_near(p.correlation, r, 1e-7);
	}
}

static void
order_and_direction_do_not_matter(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 20; seed++) {
		struct ratings r = people_random(arena, seed, 61, 4, 4, .01), items = people_shuffle(arena, &r, 2, 3);
		struct ratings back = people_reverse(arena, &r);
		struct polychoric_matrix m = polychoric_matrix_of(arena, &r), s = polychoric_matrix_of(arena, &items);
		struct polychoric_matrix b = polychoric_matrix_of(arena, &back);

		assert_int_equal(m.correlation.refused, REFUSED_NOT);
		assert_int_equal(m.correlation.people, ratings_complete(arena, &r).people);
		assert_true(m.convergence.gradient <= m.convergence.tolerance);
		for (size_t i = 0; i < 16; i++) {
			assert_near(s.correlation.matrix[i], m.correlation.matrix[i / 4 * 3 % 4 * 4 + i % 4 * 3 % 4], 1e-9);
			assert_near(b.correlation.matrix[i], m.correlation.matrix[i], 1e-9);
		}
		for (size_t i = 0; i < 12; i++)
			assert_near(b.thresholds[i], -m.thresholds[i / 3 * 3 + 2 - i % 3], 1e-13);
	}
}

/* Whatever few people answer, there is a correlation or a reason why not. */
static void
small_random_tables_give_a_correlation_or_a_reason(void **state)
{
	int refused[REFUSED_NOT_CONVERGED + 1] = { 0 };

	(void)state;
	for (uint64_t seed = 0; seed < 3000; seed++) {
		uint64_t random = seed;
		size_t rows = 2 + seed % 4, columns = 2 + seed % 3, people = seed % 40;
		uint32_t counts[25] = { 0 };
		struct polychoric p;

		for (size_t i = 0; i < people; i++)
			counts[draw(&random) % (rows * columns)]++;
		p = polychoric_of(counts, rows, columns);
		refused[p.refused]++;
		assert_int_equal(p.people, people);
		if (p.refused != REFUSED_NOT)
			continue;
		assert_true(fabs(p.correlation) < 1 && p.se > 0 && isfinite(p.se));
		assert_true(p.chi_square > -1e-9 && p.convergence.gradient <= 1e-10);
	}
	assert_true(refused[REFUSED_NOT] > 2000 && refused[REFUSED_SINGULAR] > 50);
	assert_int_equal(refused[REFUSED_NOT_CONVERGED], 0);
	assert_in_range(refused[REFUSED_EMPTY], 75, 75);
}

static void
refusals(void **state)
{
	const uint8_t x[] = { 1, 2, 4, 5, 3 }, same[] = { 2, 2, 2, 2, 2 }, gap[] = { 0, 0, 0, 1, 0 };
	const uint8_t *alike[] = { x, x }, *constant[] = { x, same }, *missing[] = { x, gap };
	struct polychoric p = polychoric_of((uint32_t[]){ 0, 0, 0, 0 }, 2, 2);
	struct polychoric_matrix m = polychoric_matrix_of(arena, &(struct ratings){ alike, 5, 2, 5 });

	(void)state;
	assert_int_equal(p.refused, REFUSED_EMPTY);
	assert_true(isnan(p.correlation) && isnan(p.se) && isnan(p.chi_square));
	assert_int_equal(polychoric_of((uint32_t[]){ 3, 4, 0, 0 }, 2, 2).refused, REFUSED_NO_SPREAD);
	assert_int_equal(polychoric_of((uint32_t[]){ 3, 4, 0, 2 }, 2, 2).refused, REFUSED_SINGULAR);
	assert_int_equal(polychoric_of((uint32_t[]){ 0, 4, 4, 0 }, 2, 2).refused, REFUSED_SINGULAR);
	assert_int_equal(m.correlation.refused, REFUSED_SINGULAR);
	assert_true(isnan(m.correlation.matrix[0]) && isnan(m.thresholds[7]));
	m = polychoric_matrix_of(arena, &(struct ratings){ constant, 5, 2, 5 });
	assert_int_equal(m.correlation.refused, REFUSED_NO_SPREAD);
	m = polychoric_matrix_of(arena, &(struct ratings){ missing, 5, 2, 5 });
	assert_int_equal(m.correlation.refused, REFUSED_TOO_FEW);
	assert_int_equal(m.correlation.people, 1);
	m = polychoric_matrix_of(arena, &(struct ratings){ missing, 0, 2, 5 });
	assert_int_equal(m.correlation.refused, REFUSED_EMPTY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(correlations_agree_with_r),
		cmocka_unit_test(correlations_agree_with_30_digits),
		cmocka_unit_test(thresholds_agree_with_r),
		cmocka_unit_test(unused_points_have_no_thresholds_of_their_own),
		cmocka_unit_test(four_cells_by_hand),
		cmocka_unit_test(finds_what_a_table_was_made_of),
		cmocka_unit_test(order_and_direction_do_not_matter),
		cmocka_unit_test(small_random_tables_give_a_correlation_or_a_reason),
		cmocka_unit_test(refusals),
	};

	return cmocka_run_group_tests_name("stats_polychoric", tests, begin, end);
}
