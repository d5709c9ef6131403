/* stats_reliability_test.c - alpha and what belongs to it against R */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "engine/stats/reliability/alpha.h"
#include "engine/stats/reliability/composite.h"
#include "tests/stats/bfi.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/people.h"
#include "tests/stats/table.h"

static void
alpha_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "reliability_bfi");

	(void)state;
	assert_int_equal(t->rows, 4);
	for (size_t i = 0; i < t->rows; i++) {
		struct covariance c = bfi_covariance(arena, table_text(t, i, "scale"), table_text(t, i, "rows"));
		struct alpha a;
		double sum = 0;

		c.people = (size_t)table_number(t, i, "people");
		a = alpha_of(&c);
		assert_int_equal(a.refused, REFUSED_NOT);
		assert_near(a.alpha, table_number(t, i, "alpha"), 1e-13);
		assert_near(a.standardised, table_number(t, i, "standardised"), 1e-13);
		assert_near(a.ci95.lo, table_number(t, i, "lo"), 1e-11);
		assert_near(a.ci95.hi, table_number(t, i, "hi"), 1e-11);
		if (strcmp(table_text(t, i, "rows"), "pairwise") == 0)
			continue;
		assert_near(a.mean_r, table_number(t, i, "mean_r"), 1e-13);
		assert_near(5 * a.sem, table_number(t, i, "sem_of_sum"), 1e-12);
		for (size_t k = 0; k < 5; k++)
			sum += c.mean[k];
		assert_near(sum, table_number(t, i, "mean_of_sum"), 1e-13);
		assert_near(sqrt(covariance_total(&c)), table_number(t, i, "sd_of_sum"), 1e-13);
	}
}

static void
items_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "reliability_items");
	struct alpha_item items[5];

	(void)state;
	assert_int_equal(t->rows, 20);
	for (size_t row = 0; row < t->rows; row++) {
		struct covariance c = bfi_covariance(arena, table_text(t, row, "scale"), table_text(t, row, "rows"));
		size_t i = (size_t)table_number(t, row, "item") - 1;

		alpha_items(&c, items);
		assert_near(items[i].if_dropped, table_number(t, row, "if_dropped"), 1e-13);
		assert_near(items[i].rest_r, table_number(t, row, "rest_r"), 1e-13);
	}
}

/* Two parallel items that correlate .5: alpha = 2 * .5 / 1.5, and one item of two dropped leaves no alpha. */
static void
two_items_by_hand(void **state)
{
	struct covariance c = { REFUSED_NOT, 11, 2, (double[]){ 3, 3 }, (double[]){ 4, 2, 2, 4 } };
	struct alpha a = alpha_of(&c);
	struct alpha_item items[2];

	(void)state;
	alpha_items(&c, items);
	assert_near(a.alpha, 2. / 3, 1e-15);
	assert_near(a.standardised, 2. / 3, 1e-15);
	assert_near(a.sem, sqrt(12. / 3) / 2, 1e-15);
	assert_near(items[0].rest_r, .5, 1e-15);
	assert_true(isnan(items[1].if_dropped));
}

/* The people who answered all 20 items of four scales. */
static struct ratings
four_scales(void)
{
	struct table *t = table_load(arena, "portfolio60");
	const uint8_t *column[20];
	struct ratings all = { column, t->rows, 20, 5 };

	for (size_t s = 0; s < 4; s++) {
		struct ratings scale = people_load(arena, t, arena_printf(arena, "s%zu_", s + 1), 5, 5);

		for (size_t i = 0; i < 5; i++)
			column[5 * s + i] = scale.column[i];
	}
	return ratings_complete(arena, &all);
}

static void
composite_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "composite");
	const double weight[4] = { .4, .3, .2, .1 };
	double reliability[4], means[16] = { 0 }, of_means[4] = { 0 };
	struct ratings all = four_scales();
	struct covariance scales = { REFUSED_NOT, all.people, 4, of_means, means };
	struct covariance items = covariance_listwise(arena, &all);
	struct composite c;

	(void)state;
	for (size_t s = 0; s < 4; s++) {
		struct ratings scale = { all.column + 5 * s, all.people, 5, 5 };
		struct covariance own = covariance_listwise(arena, &scale);

		reliability[s] = alpha_of(&own).alpha;
		assert_near(reliability[s], table_number(t, s, "alpha"), 1e-13);
		for (size_t i = 0; i < 5; i++)
			for (size_t j = 0; j < 20; j++)
				means[4 * s + j / 5] += items.matrix[20 * (5 * s + i) + j] / 25;
	}
	assert_int_equal(all.people, table_number(t, 4, "n"));
	c = composite_of(&scales, weight, reliability);
	assert_int_equal(c.refused, REFUSED_NOT);
	assert_near(c.reliability, table_number(t, 4, "alpha"), 1e-13);
	assert_near(c.sem, table_number(t, 4, "sem"), 1e-13);
}

/* One scale with all the weight is as reliable as it is; a scale without weight does not matter. */
static void
composite_of_one_scale(void **state)
{
	struct covariance c = { REFUSED_NOT, 30, 2, (double[]){ 3, 3 }, (double[]){ 4, 1, 1, 9 } };
	struct composite one = composite_of(&c, (double[]){ 2, 0 }, (double[]){ .8, NAN });

	(void)state;
	assert_near(one.reliability, .8, 1e-15);
	assert_near(one.sem, 2 * sqrt(4 * .2), 1e-15);
	assert_near(composite_of(&c, (double[]){ 1, 0 }, (double[]){ -.5, 0 }).reliability, 0, 1e-15);
	assert_int_equal(composite_of(&c, (double[]){ 1, 1 }, (double[]){ .8, NAN }).refused, REFUSED_IMPROPER);
	assert_int_equal(composite_of(&c, (double[]){ 0, 0 }, (double[]){ .8, .8 }).refused, REFUSED_NO_SPREAD);
	c.refused = REFUSED_EMPTY;
	assert_true(isnan(composite_of(&c, (double[]){ 1, 0 }, (double[]){ .8, .8 }).sem));
	assert_int_equal(composite_of(&c, (double[]){ 1, 0 }, (double[]){ .8, .8 }).refused, REFUSED_EMPTY);
}

/* Item t[i] is the old item i * 3 mod 7. */
static void
order_and_direction_do_not_matter(void **state)
{
	for (uint64_t seed = 0; seed < 50; seed++) {
		struct ratings r = people_random(arena, seed, 20 + seed % 5, 7, 2 + (unsigned)seed % 9, .02);
		struct ratings people = people_shuffle(arena, &r, 31, 1), items = people_shuffle(arena, &r, 1, 3);
		struct ratings back = people_reverse(arena, &r);
		struct covariance c = covariance_listwise(arena, &r), of_people = covariance_listwise(arena, &people);
		struct covariance of_items = covariance_listwise(arena, &items), of_back = covariance_listwise(arena, &back);
		struct alpha a = alpha_of(&c), b = alpha_of(&of_items);
		struct alpha_item x[7], y[7];

		assert_int_equal(a.refused, REFUSED_NOT);
		assert_near(alpha_of(&of_people).alpha, a.alpha, 0);
		assert_near(alpha_of(&of_back).alpha, a.alpha, 0);
		assert_near(alpha_of(&of_back).ci95.lo, a.ci95.lo, 0);
		assert_near(b.alpha, a.alpha, 1e-14);
		assert_near(b.ci95.hi, a.ci95.hi, 1e-14);
		assert_near(b.sem, a.sem, 1e-14);
		assert_true(a.ci95.lo < a.alpha && a.alpha < a.ci95.hi && a.ci95.hi < 1);
		alpha_items(&c, x);
		alpha_items(&of_items, y);
		for (size_t i = 0; i < 7; i++) {
			assert_near(y[i].if_dropped, x[i * 3 % 7].if_dropped, 1e-13);
			assert_near(y[i].rest_r, x[i * 3 % 7].rest_r, 1e-13);
			assert_true(fabs(x[i].rest_r) <= 1);
		}
	}
	(void)state;
}

/* All points twice as far apart: what has no unit stays, the standard error doubles. */
static void
unit_does_not_matter(void **state)
{
	struct ratings r = people_random(arena, 77, 40, 4, 5, 0);
	struct covariance c = covariance_listwise(arena, &r);
	struct alpha before = alpha_of(&c), after;

	(void)state;
	for (size_t i = 0; i < 16; i++)
		c.matrix[i] *= 4;
	after = alpha_of(&c);
	assert_near(after.alpha, before.alpha, 1e-15);
	assert_near(after.standardised, before.standardised, 1e-15);
	assert_near(after.sem, 2 * before.sem, 1e-15);
}

static void
refusals(void **state)
{
	const uint8_t x[] = { 1, 2, 4, 5, 3 }, y[] = { 5, 4, 2, 1, 3 }, same[] = { 2, 2, 2, 2, 2 };
	const uint8_t *against[] = { x, y }, *alike[] = { same, same, same }, *constant[] = { x, same, x };
	struct covariance c = covariance_listwise(arena, &(struct ratings){ against, 5, 2, 5 });
	struct alpha_item items[3];
	struct alpha a;

	(void)state;
	assert_int_equal(alpha_of(&c).refused, REFUSED_NO_SPREAD);
	c = covariance_listwise(arena, &(struct ratings){ alike, 5, 3, 5 });
	assert_int_equal(alpha_of(&c).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(alpha_of(&c).alpha) && isnan(alpha_of(&c).ci95.lo) && isnan(alpha_of(&c).sem));
	alpha_items(&c, items);
	assert_true(isnan(items[0].if_dropped) && isnan(items[0].rest_r));
	c = covariance_listwise(arena, &(struct ratings){ against, 5, 1, 5 });
	assert_int_equal(alpha_of(&c).refused, REFUSED_TOO_FEW);
	c = covariance_listwise(arena, &(struct ratings){ against, 1, 2, 5 });
	assert_int_equal(alpha_of(&c).refused, REFUSED_TOO_FEW);
	assert_int_equal(alpha_of(&c).people, 1);
	alpha_items(&c, items);
	assert_true(isnan(items[1].rest_r));
	c = covariance_listwise(arena, &(struct ratings){ against, 0, 2, 5 });
	assert_int_equal(alpha_of(&c).refused, REFUSED_EMPTY);
	c = covariance_listwise(arena, &(struct ratings){ constant, 5, 3, 5 });
	a = alpha_of(&c);
	assert_int_equal(a.refused, REFUSED_NOT);
	assert_true(isnan(a.standardised) && isnan(a.mean_r));
	alpha_items(&c, items);
	assert_true(isnan(items[1].rest_r) && !isnan(items[0].rest_r));
	assert_near(items[1].if_dropped, 1, 1e-15);
}

/* Rounding takes alpha no higher than 1, where there would be no root of 1 - alpha. */
static void
the_same_item_again(void **state)
{
	uint8_t x[100];
	const uint8_t *columns[] = { x, x, x, x, x };

	(void)state;
	for (size_t i = 0; i < 100; i++)
		x[i] = (uint8_t)(1 + (i * i + i / 3) % 5);
	for (size_t n = 3; n <= 100; n++) {
		struct covariance c = covariance_listwise(arena, &(struct ratings){ columns, n, 5, 5 });
		struct alpha a = alpha_of(&c);

		assert_near(a.alpha, 1, 1e-15);
		assert_true(a.alpha <= 1 && a.ci95.hi <= 1);
		assert_near(a.sem, 0, 1e-7);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(alpha_agrees_with_r),
		cmocka_unit_test(items_agree_with_r),
		cmocka_unit_test(two_items_by_hand),
		cmocka_unit_test(composite_agrees_with_r),
		cmocka_unit_test(composite_of_one_scale),
		cmocka_unit_test(order_and_direction_do_not_matter),
		cmocka_unit_test(unit_does_not_matter),
		cmocka_unit_test(refusals),
		cmocka_unit_test(the_same_item_again),
	};

	return cmocka_run_group_tests_name("stats_reliability", tests, begin, end);
}
