/* stats_trend_test.c - trends over waves, pulses, and where a value stands among others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdlib.h>

#include "engine/stats/order.h"
#include "engine/stats/quality.h"
#include "engine/stats/quantile.h"
#include "engine/stats/change/ewma.h"
#include "engine/stats/change/theil_sen.h"
#include "tests/stats/draw.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/people.h"
#include "tests/stats/table.h"

/* Numbers in one cell, separated by blanks. */
static size_t
read_list(const char *text, double list_r[])
{
	size_t n = 0;
	char *rest;

	for (double x = strtod(text, &rest); rest != text; x = strtod(text, &rest)) {
		list_r[n++] = x;
		text = rest;
	}
	return n;
}

static void
assert_same(double actual, double expected)
{
	if (isnan(expected))
		assert_true(isnan(actual));
	else
		assert_near(actual, expected, 1e-12);
}

static void
trends_agree_with_all_orders(void **state)
{
	struct table *t = table_load(arena, "theil_sen");

	(void)state;
	assert_int_equal(t->rows, 18);
	for (size_t i = 0; i < t->rows; i++) {
		double x[50], y[50];
		size_t n = read_list(table_text(t, i, "x"), x);
		struct theil_sen r;

		assert_int_equal(read_list(table_text(t, i, "y"), y), n);
		r = theil_sen_trend(x, y, n);
		assert_int_equal(r.refused, REFUSED_NOT);
		assert_int_equal(r.exact, table_number(t, i, "exact"));
		assert_near(r.s, table_number(t, i, "s"), 0);
		assert_near(r.slope, table_number(t, i, "slope"), 1e-13);
		assert_near(r.intercept, table_number(t, i, "intercept"), 1e-12);
		assert_near(r.p, table_number(t, i, "p"), 1e-12);
		assert_same(r.ci95.lo, table_number(t, i, "lo"));
		assert_same(r.ci95.hi, table_number(t, i, "hi"));
	}
}

/* Order of waves does not matter; values times c give slopes times c, downwards the mirror image. */
static void
trends_turn_and_scale(void **state)
{
	uint64_t seed = 5;

	(void)state;
	for (size_t n = 4; n < 30; n++) {
		double x[30], y[30], back_x[30], back_y[30];
		struct theil_sen r, q;

		for (size_t i = 0; i < n; i++) {
			back_x[n - 1 - i] = x[i] = (double)i * 90 + draw_uniform(&seed);
			y[i] = floor(draw_uniform(&seed) * 64);
			back_y[n - 1 - i] = -8 * y[i];
		}
		r = theil_sen_trend(x, y, n);
		q = theil_sen_trend(back_x, back_y, n);
		assert_near(q.slope, -8 * r.slope, 1e-15);
		assert_near(q.p, r.p, 1e-14);
		assert_same(q.ci95.lo, -8 * r.ci95.hi);
	}
}

static void
long_series_are_normal(void **state)
{
	double x[THEIL_SEN_EXACT_MAX + 1], y[THEIL_SEN_EXACT_MAX + 1];
	uint64_t seed = 11;
	struct theil_sen exact, normal;

	(void)state;
	for (size_t i = 0; i <= THEIL_SEN_EXACT_MAX; i++) {
		x[i] = (double)i;
		y[i] = draw_uniform(&seed) + .002 * x[i];
	}
	exact = theil_sen_trend(x, y, THEIL_SEN_EXACT_MAX);
	normal = theil_sen_trend(x, y, THEIL_SEN_EXACT_MAX + 1);
	assert_true(exact.exact && !normal.exact);
	assert_near(normal.p, exact.p, .05);
	assert_near(normal.ci95.lo, exact.ci95.lo, 5e-4);
	assert_near(normal.ci95.hi, exact.ci95.hi, 5e-4);
}

static void
trend_refusals(void **state)
{
	const double x[] = { 0, 1, 2, 3 }, level[] = { 3, 3, 3, 3 }, y[] = { 1, 2, 4, 3 };
	struct theil_sen r = theil_sen_trend(NULL, NULL, 0);

	(void)state;
	assert_int_equal(r.refused, REFUSED_EMPTY);
	assert_int_equal(theil_sen_trend(x, y, 3).refused, REFUSED_TOO_FEW);
	r = theil_sen_trend(level, y, 4);
	assert_int_equal(r.refused, REFUSED_NO_SPREAD);
	assert_true(isnan(r.slope));
	r = theil_sen_trend(x, level, 4);
	assert_int_equal(r.refused, REFUSED_NO_SPREAD);
	assert_true(r.slope == 0 && r.intercept == 3 && isnan(r.p));
}

/* The textbook's limits when all pulses are alike: width se sqrt(w / (2 - w) (1 - (1 - w)^2i)). */
static void
ewma_has_the_textbook_limits(void **state)
{
	double mean[20], se[20];
	struct ewma_point at[20];
	const struct ewma_rule rule = { 3.5, .2, 3 };

	(void)state;
	for (size_t i = 0; i < 20; i++) {
		mean[i] = 4;
		se[i] = .2;
	}
	ewma_follow(mean, se, 20, &rule, at);
	for (int i = 1; i <= 20; i++) {
		double half = 3 * .2 * sqrt(.2 / 1.8 * (1 - pow(.8, 2 * i)));

		assert_near(at[i - 1].level, 4 - .5 * pow(.8, i), 1e-14);
		assert_near(at[i - 1].limits.lo, 3.5 - half, 1e-14);
		assert_near(at[i - 1].limits.hi, 3.5 + half, 1e-14);
		assert_int_equal(at[i - 1].side, 4 - .5 * pow(.8, i) > 3.5 + half);
	}
	assert_int_equal(at[0].side, 0);
	assert_int_equal(at[19].side, 1);
}

static void
ewma_passes_over_missing_pulses(void **state)
{
	const double mean[] = { 3, NAN, 2 }, se[] = { .1, NAN, .3 };
	struct ewma_point at[3];
	const struct ewma_rule rule = { 3.5, .5, 2 };

	(void)state;
	ewma_follow(mean, se, 3, &rule, at);
	assert_near(at[0].level, 3.25, 1e-15);
	assert_near(at[0].limits.hi, 3.5 + 2 * .05, 1e-15);
	assert_int_equal(at[0].side, -1);
	assert_near(at[1].level, at[0].level, 0);
	assert_near(at[1].limits.lo, at[0].limits.lo, 0);
	assert_near(at[2].level, 2.625, 1e-15);
	assert_near(at[2].limits.lo, 3.5 - 2 * sqrt(.25 * .09 + .25 * .0025), 1e-15);
	ewma_follow(NULL, NULL, 0, &rule, NULL);
}

static double *
column_of(const struct table *t, const char *column)
{
	double *x = arena_make_n(arena, t->rows, double);

	for (size_t i = 0; i < t->rows; i++)
		x[i] = table_number(t, i, column);
	return x;
}

static void
percentile_ranks_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "percentile_ranks"), *nps = table_load(arena, "nps66");
	struct table *ties = table_load(arena, "percentile_ties");
	double *rank = column_of(t, "score"), *tied = column_of(nps, "score");
	size_t found = 0;

	(void)state;
	assert_int_equal(t->rows, 60);
	order_percentiles(column_of(t, "score"), t->rows, rank);
	for (size_t i = 0; i < t->rows; i++)
		assert_near(rank[i], table_number(t, i, "mid_p"), 1e-13);
	order_percentiles(column_of(nps, "score"), nps->rows, tied);
	for (size_t i = 0; i < nps->rows; i++)
		for (size_t k = 0; k < ties->rows; k++)
			if (table_number(nps, i, "score") == table_number(ties, k, "score")) {
				assert_near(tied[i], table_number(ties, k, "mid_p"), 1e-13);
				found++;
			}
	assert_int_equal(found, 66);
}

static void
quantiles_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "percentile_ranks"), *q = table_load(arena, "quantiles");
	double *sorted = column_of(t, "score");

	(void)state;
	quantile_sort(sorted, t->rows);
	assert_int_equal(q->rows, 7);
	for (size_t i = 0; i < q->rows; i++)
		assert_near(quantile_type7(sorted, t->rows, table_number(q, i, "p")), table_number(q, i, "type7"), 1e-13);
	assert_near(quantile_type7(sorted, t->rows, 0), sorted[0], 0);
	assert_near(quantile_type7(sorted, t->rows, 1), sorted[59], 0);
	assert_near(quantile_type7(sorted, 1, .3), sorted[0], 0);
	assert_true(isnan(quantile_type7(sorted, 0, .5)));
}

/* Twenty items in the order of the questionnaire. */
static struct ratings
portfolio(void)
{
	struct table *t = table_load(arena, "portfolio60");
	const uint8_t **columns = arena_make_n(arena, 20, const uint8_t *);
	struct ratings part = { NULL, 0, 0, 0 };

	for (size_t s = 0; s < 4; s++) {
		part = people_load(arena, t, (const char *[]){ "s1_", "s2_", "s3_", "s4_" }[s], 5, 5);
		for (size_t i = 0; i < 5; i++)
			columns[5 * s + i] = part.column[i];
	}
	return (struct ratings){ columns, part.people, 20, 5 };
}

/* Counts of an own program in Python 3.11: itertools.groupby over each row's answers, statistics.stdev. */
static void
careless_answering_is_counted(void **state)
{
	struct ratings r = portfolio(), shuffled = people_shuffle(arena, &r, 10, 1);
	struct quality q = quality_count(&r, 5, .75);

	(void)state;
	assert_int_equal(q.refused, REFUSED_NOT);
	assert_int_equal(q.people, 1029);
	assert_int_equal(q.long_runs, 184);
	assert_int_equal(q.flat, 162);
	q = quality_count(&r, 4, .6);
	assert_int_equal(q.long_runs, 451);
	assert_int_equal(q.flat, 27);
	q = quality_count(&shuffled, 4, .6);
	assert_int_equal(q.long_runs, 451);
	assert_int_equal(q.flat, 27);
}

static void
careless_answering_skips_what_is_missing(void **state)
{
	static const uint8_t a[] = { 3, 4, 0, 1 }, b[] = { 0, 4, 0, 0 }, c[] = { 3, 4, 0, 0 }, d[] = { 3, 2, 5, 0 };
	static const uint8_t *const columns[] = { a, b, c, d };
	struct ratings r = { columns, 4, 4, 5 };
	struct quality q = quality_count(&r, 3, 0);

	(void)state;
	assert_int_equal(q.people, 2);
	assert_int_equal(q.long_runs, 2);
	assert_int_equal(q.flat, 1);
	r.items = 1;
	assert_int_equal(quality_count(&r, 3, 0).refused, REFUSED_TOO_FEW);
	r.people = 0;
	assert_int_equal(quality_count(&r, 3, 0).refused, REFUSED_EMPTY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trends_agree_with_all_orders),
		cmocka_unit_test(trends_turn_and_scale),
		cmocka_unit_test(long_series_are_normal),
		cmocka_unit_test(trend_refusals),
		cmocka_unit_test(ewma_has_the_textbook_limits),
		cmocka_unit_test(ewma_passes_over_missing_pulses),
		cmocka_unit_test(percentile_ranks_agree_with_r),
		cmocka_unit_test(quantiles_agree_with_r),
		cmocka_unit_test(careless_answering_is_counted),
		cmocka_unit_test(careless_answering_skips_what_is_missing),
	};

	return cmocka_run_group_tests_name("stats_trend", tests, begin, end);
}
