/* stats_mokken_test.c - scalability against counted Guttman errors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

#include "engine/stats/response/mokken.h"
#include "tests/stats/answers.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"

/* "1-3" is a pair, "1" an item. */
static struct mokken_figure
figure(const struct mokken *m, const char *of)
{
	char *rest;
	size_t i;

	if (strcmp(of, "all") == 0)
		return m->scale;
	i = strtoul(of, &rest, 10);
	return *rest == '-' ? m->pair[i * m->items + strtoul(rest + 1, NULL, 10)] : m->item[i];
}

static void
agrees_with_guttman_errors(void **state)
{
	struct table *t = table_load(arena, "mokken");
	size_t seen = 0;

	(void)state;
	for (int d = 0; d < 2; d++) {
		const char *data = d == 0 ? "science_patterns" : "bfi_a_patterns";
		struct ratings r = answers_of_patterns(arena, table_load(arena, data), d == 0 ? 4 : 6);
		struct mokken m = mokken_scale(arena, &r);

		assert_int_equal(m.refused, REFUSED_NOT);
		assert_int_equal(m.people, r.people);
		for (size_t row = 0; row < t->rows; row++)
			if (strcmp(table_text(t, row, "data"), data) == 0) {
				struct mokken_figure f = figure(&m, table_text(t, row, "of"));

				assert_near(f.h, table_number(t, row, "h"), 1e-12);
				assert_near(f.se, table_number(t, row, "se"), 1e-12);
				seen++;
			}
	}
	assert_int_equal(seen, 6 + 4 + 1 + 10 + 5 + 1);
}

static struct ratings
people_who(size_t n, size_t items, unsigned points, const uint8_t *codes)
{
	struct answers_model m = answers_battery(arena, items, points);
	struct ratings r = answers_draw(arena, &m, n, 0, 1, 0, 1);

	for (size_t p = 0; p < n; p++)
		for (size_t i = 0; i < items; i++)
			answers_column(&r, i)[p] = codes[p * items + i];
	return r;
}

/* Ten people, one Guttman error where 10 x .4 x .3 are expected: H = 1 - 1 / 1.2. */
static void
two_items_by_hand(void **state)
{
	struct ratings r = people_who(10, 2, 2,
	    (uint8_t[]){ 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1, 2, 2, 2, 2, 2 });
	struct mokken m = mokken_scale(arena, &r);

	(void)state;
	assert_near(m.scale.h, 1. / 6, 1e-15);
	assert_near(m.item[1].h, 1. / 6, 1e-15);
	assert_near(m.pair[1].h, 1. / 6, 1e-15);
	assert_true(isnan(m.pair[0].h) && isnan(m.pair[3].se));
}

/* Nobody takes a harder step without the easier: H = 1, and no sampling could tell otherwise. */
static void
perfect_order_is_one(void **state)
{
	struct ratings r = people_who(6, 3, 3,
	    (uint8_t[]){ 1, 1, 1, 2, 1, 1, 3, 1, 1, 3, 2, 1, 3, 2, 2, 3, 3, 3 });
	struct mokken m = mokken_scale(arena, &r);

	(void)state;
	assert_int_equal(m.refused, REFUSED_NOT);
	for (size_t i = 0; i < 3; i++) {
		assert_near(m.item[i].h, 1, 1e-15);
		assert_near(m.item[i].se, 0, 1e-12);
	}
	assert_near(m.scale.h, 1, 1e-15);
}

static void
order_and_direction_change_nothing(void **state)
{
	struct answers_model model = answers_battery(arena, 4, 5);
	struct ratings r = answers_draw(arena, &model, 500, 0, 1, .02, 77), back = answers_copy(arena, &r);
	struct ratings reversed = answers_copy(arena, &r);
	struct mokken m = mokken_scale(arena, &r), b, turned;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		for (size_t p = 0; p < 500; p++) {
			uint8_t code = r.column[i][p];

			answers_column(&back, i)[499 - p] = code;
			answers_column(&reversed, i)[p] = code == 0 ? 0 : (uint8_t)(6 - code);
		}
	b = mokken_scale(arena, &back);
	turned = mokken_scale(arena, &reversed);
	assert_in_range(m.people, 400, 499);
	assert_true(m.scale.h > .3 && m.scale.se > 0 && m.scale.se < .1);
	assert_memory_equal(m.pair + 1, b.pair + 1, 3 * sizeof *m.pair);
	assert_memory_equal(m.item, b.item, 4 * sizeof *m.item);
	for (size_t i = 0; i < 4; i++) {
		assert_near(turned.item[i].h, m.item[i].h, 1e-12);
		assert_near(turned.item[i].se, m.item[i].se, 1e-12);
	}
}

/* 95% intervals hold the value of a very large sample 95% of the time. */
static void
standard_errors_are_honest(void **state)
{
	struct answers_model model = answers_battery(arena, 4, 5);
	struct ratings large = answers_draw(arena, &model, 200000, 0, 1, 0, 5);
	double h = mokken_scale(arena, &large).scale.h;
	int inside = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= 400; seed++) {
		struct ratings r = answers_draw(arena, &model, 400, 0, 1, 0, seed);
		struct mokken m = mokken_scale(arena, &r);

		inside += fabs(m.scale.h - h) < 1.96 * m.scale.se;
	}
	assert_in_range(inside, 400 * 92 / 100, 400 * 98 / 100);
}

static void
refusals(void **state)
{
	struct ratings none = people_who(2, 2, 3, (uint8_t[]){ 0, 1, 2, 0 });
	struct ratings one = people_who(2, 2, 3, (uint8_t[]){ 0, 1, 2, 2 });
	struct ratings alike = people_who(3, 2, 3, (uint8_t[]){ 1, 2, 2, 2, 3, 2 });
	struct ratings single = people_who(3, 1, 3, (uint8_t[]){ 1, 2, 3 });

	(void)state;
	assert_int_equal(mokken_scale(arena, &none).refused, REFUSED_EMPTY);
	assert_int_equal(mokken_scale(arena, &one).refused, REFUSED_TOO_FEW);
	assert_int_equal(mokken_scale(arena, &single).refused, REFUSED_TOO_FEW);
	assert_int_equal(mokken_scale(arena, &alike).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(mokken_scale(arena, &alike).scale.h) && isnan(mokken_scale(arena, &alike).item[0].se));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_guttman_errors),
		cmocka_unit_test(two_items_by_hand),
		cmocka_unit_test(perfect_order_is_one),
		cmocka_unit_test(order_and_direction_change_nothing),
		cmocka_unit_test(standard_errors_are_honest),
		cmocka_unit_test(refusals),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
