/* stats_covariance_test.c - covariances of items from whole sums */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdbool.h>

#include "engine/stats/covariance.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/people.h"
#include "tests/stats/table.h"

/* The covariance of two columns by its definition, over the people for whom `counted`. */
static double
by_definition(const struct ratings *r, size_t i, size_t j,
    bool (*counted)(const struct ratings *, size_t, size_t, size_t))
{
	double n = 0, mean_i = 0, mean_j = 0, sum = 0;

	for (int pass = 0; pass < 2; pass++)
		for (size_t p = 0; p < r->people; p++) {
			if (!counted(r, p, i, j))
				continue;
			if (pass == 1) {
				sum += (r->column[i][p] - mean_i / n) * (r->column[j][p] - mean_j / n);
				continue;
			}
			n++;
			mean_i += r->column[i][p];
			mean_j += r->column[j][p];
		}
	return sum / (n - 1);
}

static bool
all_answered(const struct ratings *r, size_t p, size_t i, size_t j)
{
	(void)i;
	(void)j;
	for (size_t k = 0; k < r->items; k++)
		if (r->column[k][p] == 0)
			return false;
	return true;
}

static bool
both_answered(const struct ratings *r, size_t p, size_t i, size_t j)
{
	return r->column[i][p] != 0 && r->column[j][p] != 0;
}

static void
agrees_with_the_definition(void **state)
{
	struct ratings r = people_load(arena, table_load(arena, "portfolio60"), "s2_", 5, 5);
	struct covariance listwise = covariance_listwise(arena, &r), pairwise = covariance_pairwise(arena, &r);

	(void)state;
	assert_int_equal(listwise.refused, REFUSED_NOT);
	assert_int_equal(pairwise.refused, REFUSED_NOT);
	assert_int_equal(pairwise.people, 1029);
	assert_int_equal(listwise.people, ratings_complete(arena, &r).people);
	assert_true(listwise.people < pairwise.people);
	for (size_t i = 0; i < 5; i++)
		for (size_t j = 0; j < 5; j++) {
			assert_near(listwise.matrix[5 * i + j], by_definition(&r, i, j, all_answered), 1e-13);
			assert_near(pairwise.matrix[5 * i + j], by_definition(&r, i, j, both_answered), 1e-13);
		}
}

/* More people than one block of 32-bit sums holds, with the largest codes there are. */
static void
large_codes_do_not_overflow(void **state)
{
	enum { PEOPLE = 200001 };
	uint8_t *x = arena_make_n(arena, PEOPLE, uint8_t);
	const uint8_t *column[] = { x, x };
	struct covariance c;

	(void)state;
	for (size_t p = 0; p < PEOPLE; p++)
		x[p] = p % 2 ? 255 : 253;
	c = covariance_listwise(arena, &(struct ratings){ column, PEOPLE, 2, 255 });
	assert_int_equal(c.people, PEOPLE);
	assert_near(c.mean[0], 254 - 1. / PEOPLE, 1e-13);
	assert_near(c.matrix[1], (1 - 1. / PEOPLE / PEOPLE) * PEOPLE / (PEOPLE - 1), 1e-13);
	assert_near(covariance_total(&c), 4 * c.matrix[0], 1e-14);
	assert_near(covariance_trace(&c), 2 * c.matrix[0], 1e-14);
}

static void
order_does_not_matter(void **state)
{
	for (uint64_t seed = 0; seed < 20; seed++) {
		struct ratings r = people_random(arena, seed, 101, 7, 6, .1), s = people_shuffle(arena, &r, 3, 1);
		struct ratings t = people_shuffle(arena, &r, 1, 3), back = people_reverse(arena, &r);
		struct covariance of_r = covariance_listwise(arena, &r), of_s = covariance_listwise(arena, &s);
		struct covariance of_t = covariance_pairwise(arena, &t), of_back = covariance_pairwise(arena, &back);
		struct covariance pairs = covariance_pairwise(arena, &r);

		assert_memory_equal(of_r.matrix, of_s.matrix, 49 * sizeof(double));
		assert_memory_equal(pairs.matrix, of_back.matrix, 49 * sizeof(double));
		assert_memory_equal(pairs.matrix, covariance_pairwise(arena, &s).matrix, 49 * sizeof(double));
		for (size_t i = 0; i < 49; i++)
			assert_near(of_t.matrix[i], pairs.matrix[i / 7 * 3 % 7 * 7 + i % 7 * 3 % 7], 0);
	}
	(void)state;
}

static void
standardised_is_a_correlation(void **state)
{
	struct ratings r = people_random(arena, 9, 50, 4, 5, 0);
	struct covariance c = covariance_listwise(arena, &r), s = covariance_standardised(arena, &c);
	const uint8_t *column[] = { r.column[0], (const uint8_t[3]){ 4, 4, 4 } };

	(void)state;
	assert_int_equal(s.refused, REFUSED_NOT);
	assert_near(s.matrix[5], 1, 0);
	assert_near(s.matrix[1] * sqrt(c.matrix[0] * c.matrix[5]), c.matrix[4], 1e-15);
	c = covariance_listwise(arena, &(struct ratings){ column, 3, 2, 5 });
	assert_int_equal(c.refused, REFUSED_NOT);
	assert_near(c.matrix[3], 0, 0);
	assert_int_equal(covariance_standardised(arena, &c).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(covariance_standardised(arena, &c).matrix[0]));
	c.refused = REFUSED_TOO_FEW;
	assert_int_equal(covariance_standardised(arena, &c).refused, REFUSED_TOO_FEW);
}

static void
refusals(void **state)
{
	const uint8_t x[] = { 1, 2, 0, 4 }, y[] = { 0, 3, 2, 0 }, *column[] = { x, y };
	struct covariance one = covariance_listwise(arena, &(struct ratings){ column, 4, 2, 5 });
	struct covariance pairs = covariance_pairwise(arena, &(struct ratings){ column, 4, 2, 5 });
	struct covariance nobody = covariance_listwise(arena, &(struct ratings){ column, 0, 2, 5 });

	(void)state;
	assert_int_equal(one.refused, REFUSED_TOO_FEW);
	assert_int_equal(one.people, 1);
	assert_near(one.mean[1], 3, 0);
	assert_true(isnan(one.matrix[1]));
	assert_int_equal(pairs.refused, REFUSED_TOO_FEW);
	assert_int_equal(pairs.people, 4);
	assert_true(isnan(pairs.matrix[0]) && !isnan(pairs.mean[0]));
	assert_int_equal(nobody.refused, REFUSED_EMPTY);
	assert_true(isnan(nobody.mean[0]));
	assert_int_equal(covariance_pairwise(arena, &(struct ratings){ column, 0, 2, 5 }).refused, REFUSED_EMPTY);
	assert_int_equal(covariance_listwise(arena, &(struct ratings){ column, 4, 0, 5 }).refused, REFUSED_EMPTY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_the_definition),
		cmocka_unit_test(large_codes_do_not_overflow),
		cmocka_unit_test(order_does_not_matter),
		cmocka_unit_test(standardised_is_a_correlation),
		cmocka_unit_test(refusals),
	};

	return cmocka_run_group_tests_name("stats_covariance", tests, begin, end);
}
