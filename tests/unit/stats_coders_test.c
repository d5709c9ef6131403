/* stats_coders_test.c - Krippendorff's alpha and Kendall's W against other tools */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "engine/stats/agreement/concordance.h"
#include "engine/stats/agreement/krippendorff.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/people.h"
#include "tests/stats/table.h"

static void
krippendorff_agrees_with_r(void **state)
{
	static const char *const metrics[] = { "nominal", "ordinal", "interval", "ratio" };
	struct table *t = table_load(arena, "krippendorff");
	struct ratings data = people_load(arena, table_load(arena, "kripp12x4"), "coder", 4, 5);

	(void)state;
	assert_int_equal(t->rows, 4);
	for (size_t i = 0; i < t->rows; i++) {
		struct krippendorff k = krippendorff_of(&data, (enum krippendorff_metric)i);

		assert_string_equal(table_text(t, i, "metric"), metrics[i]);
		assert_int_equal(k.refused, REFUSED_NOT);
		assert_int_equal(k.units, 11);
		assert_int_equal(k.values, 40);
		assert_near(k.alpha, table_number(t, i, "alpha"), 1e-14);
	}
}

/* Every pair of values of a unit, every pair of values at all: the definition, walked through. */
static double
interval_by_definition(const struct ratings *r)
{
	double observed = 0, expected = 0, values = 0;
	double *kept = arena_make_n(arena, r->people * r->items, double);

	for (size_t p = 0; p < r->people; p++) {
		double m = 0, sum = 0;
		size_t from = (size_t)values;

		for (size_t i = 0; i < r->items; i++)
			m += r->column[i][p] != 0;
		for (size_t i = 0; i < r->items && m >= 2; i++)
			if (r->column[i][p] != 0)
				kept[(size_t)values++] = r->column[i][p];
		for (size_t a = from; a < (size_t)values; a++)
			for (size_t b = from; b < (size_t)values; b++)
				sum += (kept[a] - kept[b]) * (kept[a] - kept[b]);
		observed += m >= 2 ? sum / (m - 1) : 0;
	}
	for (size_t a = 0; a < (size_t)values; a++)
		for (size_t b = 0; b < (size_t)values; b++)
			expected += (kept[a] - kept[b]) * (kept[a] - kept[b]);
	return 1 - observed * (values - 1) / expected;
}

static void
krippendorff_agrees_with_the_definition(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 40; seed++) {
		struct ratings r = people_random(arena, seed, 31, 4, 6, .4), shuffled = people_shuffle(arena, &r, 7, 3);
		struct ratings back = people_reverse(arena, &r);
		struct krippendorff k = krippendorff_of(&r, KRIPPENDORFF_INTERVAL);

		assert_near(k.alpha, interval_by_definition(&r), 1e-12);
		for (enum krippendorff_metric m = KRIPPENDORFF_NOMINAL; m <= KRIPPENDORFF_RATIO; m++) {
			k = krippendorff_of(&r, m);
			assert_near(krippendorff_of(&shuffled, m).alpha, k.alpha, 0);
			assert_true(k.alpha <= 1);
			if (m != KRIPPENDORFF_RATIO)
				assert_near(krippendorff_of(&back, m).alpha, k.alpha, 1e-13);
		}
	}
}

static void
krippendorff_refuses(void **state)
{
	const uint8_t x[] = { 2, 0, 2 }, y[] = { 0, 3, 0 }, z[] = { 2, 0, 2 }, none[] = { 0, 0, 0 };
	const uint8_t *apart[] = { x, y }, *alike[] = { x, z }, *empty[] = { none, none };
	struct krippendorff k = krippendorff_of(&(struct ratings){ apart, 3, 2, 5 }, KRIPPENDORFF_NOMINAL);

	(void)state;
	assert_int_equal(k.refused, REFUSED_TOO_FEW);
	assert_true(isnan(k.alpha));
	assert_int_equal(k.units, 0);
	k = krippendorff_of(&(struct ratings){ alike, 3, 2, 5 }, KRIPPENDORFF_ORDINAL);
	assert_int_equal(k.refused, REFUSED_NO_SPREAD);
	assert_int_equal(k.values, 4);
	assert_true(isnan(k.alpha));
	assert_int_equal(krippendorff_of(&(struct ratings){ empty, 3, 2, 5 }, KRIPPENDORFF_RATIO).refused, REFUSED_EMPTY);
	assert_int_equal(krippendorff_of(&(struct ratings){ alike, 0, 2, 5 }, KRIPPENDORFF_RATIO).refused, REFUSED_EMPTY);
}

/* One digit a grade, thing after thing, as concordance.csv has them. */
static struct ratings
grades(const char *digits, size_t things, size_t judges)
{
	const uint8_t **column = arena_make_n(arena, judges, const uint8_t *);

	assert_int_equal(strlen(digits), things * judges);
	for (size_t judge = 0; judge < judges; judge++) {
		uint8_t *x = arena_make_n(arena, things, uint8_t);

		for (size_t thing = 0; thing < things; thing++)
			x[thing] = (uint8_t)(digits[thing * judges + judge] - '0');
		column[judge] = x;
	}
	return (struct ratings){ column, things, judges, 9 };
}

static struct ratings
grades_load(const struct table *t, size_t row)
{
	const char *name = table_text(t, row, "grades");

	if (strcmp(name, "shrout_fleiss") == 0)
		return people_load(arena, table_load(arena, name), "J", 4, 10);
	if (strcmp(name, "kripp12x4") == 0)
		return people_load(arena, table_load(arena, name), "coder", 4, 5);
	if (strcmp(name, "portfolio60") == 0)
		return people_load(arena, table_load(arena, name), "s1_", 5, 5);
	return grades(name, (size_t)table_number(t, row, "things"), (size_t)table_number(t, row, "judges"));
}

static void
concordance_agrees_with_scipy(void **state)
{
	struct table *t = table_load(arena, "concordance");
	int exact = 0;

	(void)state;
	for (size_t i = 0; i < t->rows; i++) {
		struct ratings r = grades_load(t, i);
		struct concordance c = concordance_of(&r);

		assert_int_equal(c.refused, REFUSED_NOT);
		assert_int_equal(c.things, table_number(t, i, "things"));
		assert_int_equal(c.judges, table_number(t, i, "judges"));
		assert_near(c.w, table_number(t, i, "w"), 1e-13);
		assert_near(c.chi_square, table_number(t, i, "chi_square"), 1e-12);
		assert_near(c.df, (double)c.things - 1, 0);
		exact += c.exact;
		if (c.exact && !isnan(table_number(t, i, "exact")))
			assert_near(c.p, table_number(t, i, "exact"), 1e-12);
		if (!c.exact)
			assert_near(c.p / table_number(t, i, "p"), 1, 1e-9);
		assert_int_equal(c.exact, i > 2);
	}
	assert_int_equal(exact, 10);
}

/* Three judges, three things, no ties: 1/36, 7/36 and 13/36 (Kendall & Babington Smith's table). */
static void
concordance_by_hand(void **state)
{
	struct ratings same = grades("111222333", 3, 3), nearly = grades("111223332", 3, 3);
	struct ratings less = grades("112223331", 3, 3);

	(void)state;
	assert_near(concordance_of(&same).w, 1, 0);
	assert_near(concordance_of(&same).p, 1. / 36, 1e-15);
	assert_near(concordance_of(&nearly).p, 7. / 36, 1e-15);
	assert_true(concordance_of(&less).p > 7. / 36);
}

static void
concordance_does_not_depend_on_order(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 30; seed++) {
		struct ratings r = people_random(arena, seed, 3 + seed % 6, 2 + seed % 4, 5, .02);
		struct ratings things = people_shuffle(arena, &r, r.people - 1, 1), back = people_reverse(arena, &r);
		struct ratings judges = people_shuffle(arena, &r, 1, r.items - 1);
		struct concordance c = concordance_of(&r);

		assert_int_equal(concordance_of(&back).refused, c.refused);
		if (c.refused != REFUSED_NOT)
			continue;
		assert_true(c.w >= 0 && c.w <= 1 + 1e-15 && c.p > 0 && c.p <= 1);
		assert_near(concordance_of(&things).w, c.w, 0);
		assert_near(concordance_of(&judges).w, c.w, 0);
		assert_near(concordance_of(&back).w, c.w, 1e-14);
		assert_near(concordance_of(&things).p, c.p, 1e-13);
		assert_int_equal(concordance_of(&judges).exact, c.exact);
		if (c.exact)
			assert_near(concordance_of(&judges).p, c.p, 1e-13);
	}
}

static void
concordance_refuses(void **state)
{
	struct ratings flat = grades("222333", 2, 3), one = grades("123", 1, 3), alone = grades("123", 3, 1);
	struct ratings alike = grades("242424", 3, 2), missing = grades("0150", 2, 2);

	(void)state;
	assert_int_equal(concordance_of(&flat).refused, REFUSED_NOT);
	assert_int_equal(concordance_of(&one).refused, REFUSED_TOO_FEW);
	assert_int_equal(concordance_of(&alone).refused, REFUSED_TOO_FEW);
	assert_int_equal(concordance_of(&alike).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(concordance_of(&alike).w) && isnan(concordance_of(&alike).p));
	assert_int_equal(concordance_of(&missing).refused, REFUSED_EMPTY);
	assert_true(isnan(concordance_of(&missing).chi_square));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(krippendorff_agrees_with_r),
		cmocka_unit_test(krippendorff_agrees_with_the_definition),
		cmocka_unit_test(krippendorff_refuses),
		cmocka_unit_test(concordance_agrees_with_scipy),
		cmocka_unit_test(concordance_by_hand),
		cmocka_unit_test(concordance_does_not_depend_on_order),
		cmocka_unit_test(concordance_refuses),
	};

	return cmocka_run_group_tests_name("stats_coders", tests, begin, end);
}
