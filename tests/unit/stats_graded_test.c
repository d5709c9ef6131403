/* stats_graded_test.c - the graded response model against another program, and against what was planted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdbool.h>
#include <string.h>

#include "engine/stats/response/graded.h"
#include "tests/stats/answers.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"

static struct ratings
load(const char *data)
{
	unsigned points = strcmp(data, "science_patterns") == 0 ? 4 : 6;

	return answers_of_patterns(arena, table_load(arena, data), points);
}

static void
items_agree_with_another_program(void **state)
{
	struct table *t = table_load(arena, "graded_items"), *whole = table_load(arena, "graded_fit");
	size_t row = 0;

	(void)state;
	assert_int_equal(t->rows, 4 * 4 + 5 * 6);
	for (size_t d = 0; d < whole->rows; d++) {
		const char *data = table_text(whole, d, "data");
		struct ratings r = load(data);
		struct graded g = graded_fit(arena, &r);

		assert_int_equal(g.refused, REFUSED_NOT);
		assert_int_equal(g.people, table_number(whole, d, "people"));
		assert_int_equal(g.patterns, table_number(whole, d, "patterns"));
		assert_near(g.log_likelihood, table_number(whole, d, "log_likelihood"), 1e-13);
		assert_true(g.convergence.gradient <= g.convergence.tolerance);
		assert_true(g.convergence.tolerance <= 1e-11);
		for (; row < t->rows && strcmp(table_text(t, row, "data"), data) == 0; row++) {
			const struct graded_item *item = &g.item[(size_t)table_number(t, row, "item")];
			size_t k = (size_t)table_number(t, row, "place");

			assert_near(item->parameter[k], table_number(t, row, "parameter"), 1e-9);
			assert_near(item->se[k], table_number(t, row, "se"), 1e-9);
			if (k == 0)
				continue;
			assert_near(item->threshold[k], table_number(t, row, "threshold"), 1e-9);
			assert_near(item->threshold_se[k], table_number(t, row, "threshold_se"), 1e-9);
		}
	}
	assert_int_equal(row, t->rows);
}

/* People with missing answers among them. */
static void
items_agree_where_answers_are_missing(void **state)
{
	struct table *t = table_load(arena, "graded_missing");
	struct ratings r = answers_of_patterns(arena, table_load(arena, "bfi_a_gender"), 6);
	struct graded g;

	(void)state;
	r.items = 5;
	g = graded_fit(arena, &r);
	assert_int_equal(r.people, 2800);
	assert_int_equal(g.refused, REFUSED_NOT);
	assert_int_equal(t->rows, 5 * 6);
	assert_near(g.log_likelihood, table_number(t, 0, "log_likelihood"), 1e-12);
	for (size_t row = 0; row < t->rows; row++) {
		const struct graded_item *item = &g.item[(size_t)table_number(t, row, "item")];
		size_t k = (size_t)table_number(t, row, "place");

		assert_near(item->parameter[k], table_number(t, row, "parameter"), 1e-8);
		assert_near(item->se[k], table_number(t, row, "se"), 1e-8);
	}
}

/* One person who answered like this: a digit an item, 0 = missing. */
static struct ratings
one_person(const char *answers, unsigned points)
{
	size_t n = strlen(answers);
	const uint8_t **column = arena_make_n(arena, n, const uint8_t *);

	for (size_t i = 0; i < n; i++) {
		uint8_t *code = arena_make(arena, uint8_t);

		*code = (uint8_t)(answers[i] - '0');
		column[i] = code;
	}
	return (struct ratings){ column, 1, n, points };
}

static void
scores_agree_with_another_program(void **state)
{
	struct table *t = table_load(arena, "graded_scores");
	struct ratings r = load("science_patterns"), s = load("bfi_a_patterns");
	struct graded science = graded_fit(arena, &r), bfi = graded_fit(arena, &s);

	(void)state;
	assert_int_equal(t->rows, 50);
	for (size_t row = 0; row < t->rows; row++) {
		bool first = strcmp(table_text(t, row, "data"), "science_patterns") == 0;
		struct ratings one = one_person(table_text(t, row, "answers"), first ? 4 : 6);
		double theta, se;

		graded_scores(first ? &science : &bfi, &one, &theta, &se);
		assert_near(theta, table_number(t, row, "theta"), 1e-9);
		assert_near(se, table_number(t, row, "se"), 1e-9);
	}
}

static double
mean_of(const double *x, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += x[i];
	return sum / (double)n;
}

static void
everybody_s_scores_agree_with_another_program(void **state)
{
	struct table *t = table_load(arena, "graded_fit");

	(void)state;
	for (size_t d = 0; d < t->rows; d++) {
		struct ratings r = load(table_text(t, d, "data"));
		struct graded g = graded_fit(arena, &r);
		double *theta = arena_make_n(arena, r.people, double);
		double *se = arena_make_n(arena, r.people, double);
		double mean, variance = 0;

		graded_scores(&g, &r, theta, se);
		mean = mean_of(theta, r.people);
		for (size_t p = 0; p < r.people; p++)
			variance += (theta[p] - mean) * (theta[p] - mean) / (double)r.people;
		assert_near(mean, table_number(t, d, "mean"), 1e-9);
		assert_near(variance, table_number(t, d, "variance"), 1e-9);
		assert_near(graded_reliability(theta, se, r.people), table_number(t, d, "reliability"), 1e-9);
	}
}

static void
information_agrees_with_another_program(void **state)
{
	struct table *t = table_load(arena, "graded_information");
	struct ratings r = load("science_patterns"), s = load("bfi_a_patterns");
	struct graded science = graded_fit(arena, &r), bfi = graded_fit(arena, &s);

	(void)state;
	assert_int_equal(t->rows, 26);
	for (size_t row = 0; row < t->rows; row++) {
		bool first = strcmp(table_text(t, row, "data"), "science_patterns") == 0;

		assert_near(graded_information(first ? &science : &bfi, table_number(t, row, "theta")),
		    table_number(t, row, "information"), 1e-9);
	}
}

/* The same item information from differences of the curves, which are what scores are made of. */
static void
information_is_that_of_the_curves(void **state)
{
	struct ratings r = load("science_patterns");
	struct graded g = graded_fit(arena, &r);
	const double *p = g.item[2].parameter, h = 1e-5, theta = .3;
	double sum = 0;

	(void)state;
	for (unsigned c = 1; c <= 4; c++) {
		double at[3];

		for (int k = 0; k < 3; k++) {
			double x = theta + (k - 1) * h;
			double above = c == 1 ? 1 : 1 / (1 + exp(-p[0] * x - p[c - 1]));

			at[k] = above - (c == 4 ? 0 : 1 / (1 + exp(-p[0] * x - p[c])));
		}
		sum += (at[2] - at[0]) * (at[2] - at[0]) / (4 * h * h) / at[1];
	}
	assert_near(graded_item_information(&g, 2, theta), sum, 1e-8);
}

static void
assert_same_items(const struct graded *a, const struct graded *b)
{
	assert_int_equal(a->refused, REFUSED_NOT);
	assert_int_equal(b->refused, REFUSED_NOT);
	for (size_t i = 0; i < a->items; i++) {
		unsigned n = a->item[i].categories.n;

		assert_int_equal(n, b->item[i].categories.n);
		assert_memory_equal(a->item[i].parameter, b->item[i].parameter, n * sizeof(double));
		assert_memory_equal(a->item[i].se, b->item[i].se, n * sizeof(double));
	}
	assert_true(a->log_likelihood == b->log_likelihood);
}

static struct ratings
sample(size_t people, size_t items, unsigned points, double missing, uint64_t seed)
{
	struct answers_model m = answers_battery(arena, items, points);

	return answers_draw(arena, &m, people, 0, 1, missing, seed);
}

static void
order_of_people_changes_no_bit(void **state)
{
	struct ratings r = sample(700, 6, 5, .1, 3), back = answers_copy(arena, &r);
	struct graded a, b;

	(void)state;
	for (size_t i = 0; i < r.items; i++)
		for (size_t p = 0; p < r.people; p++)
			answers_column(&back, i)[p] = r.column[i][r.people - 1 - p];
	a = graded_fit(arena, &r);
	b = graded_fit(arena, &back);
	assert_same_items(&a, &b);
}

static void
order_of_items_changes_their_places_only(void **state)
{
	struct ratings r = sample(700, 6, 5, .1, 3), turned = r;
	const uint8_t *column[6];
	struct graded a = graded_fit(arena, &r), b;

	(void)state;
	for (size_t i = 0; i < 6; i++)
		column[i] = r.column[(i + 2) % 6];
	turned.column = column;
	b = graded_fit(arena, &turned);
	for (size_t i = 0; i < 6; i++)
		for (size_t k = 0; k < 5; k++) {
			assert_near(b.item[i].parameter[k], a.item[(i + 2) % 6].parameter[k], 1e-9);
			assert_near(b.item[i].se[k], a.item[(i + 2) % 6].se[k], 1e-9);
		}
}

static void
reverse(const struct ratings *r, size_t item)
{
	uint8_t *code = answers_column(r, item);

	for (size_t p = 0; p < r->people; p++)
		code[p] = code[p] == 0 ? 0 : (uint8_t)(r->points + 1 - code[p]);
}

static void
reversing_all_items_negates(void **state)
{
	struct ratings r = sample(900, 5, 4, 0, 5), turned = answers_copy(arena, &r);
	struct graded a = graded_fit(arena, &r), b;
	double theta[2][900], se[2][900];

	(void)state;
	for (size_t i = 0; i < 5; i++)
		reverse(&turned, i);
	b = graded_fit(arena, &turned);
	graded_scores(&a, &r, theta[0], se[0]);
	graded_scores(&b, &turned, theta[1], se[1]);
	for (size_t i = 0; i < 5; i++) {
		assert_near(b.item[i].parameter[0], a.item[i].parameter[0], 1e-9);
		for (size_t k = 1; k < 4; k++)
			assert_near(b.item[i].threshold[k], -a.item[i].threshold[4 - k], 1e-9);
	}
	for (size_t p = 0; p < 900; p++) {
		assert_near(theta[1][p], -theta[0][p], 1e-9);
		assert_near(se[1][p], se[0][p], 1e-9);
	}
}

static void
a_reversed_item_has_a_negative_slope(void **state)
{
	struct ratings r = sample(900, 5, 4, 0, 5), turned = answers_copy(arena, &r);
	struct graded a = graded_fit(arena, &r), b;

	(void)state;
	reverse(&turned, 3);
	b = graded_fit(arena, &turned);
	assert_near(b.item[3].parameter[0], -a.item[3].parameter[0], 1e-9);
	assert_near(b.item[1].parameter[0], a.item[1].parameter[0], 1e-9);
	assert_near(b.log_likelihood, a.log_likelihood, 1e-12);
}

static void
people_without_answers_say_nothing(void **state)
{
	struct ratings r = sample(500, 4, 5, .05, 8), none = sample(100, 4, 5, 1, 9), both;
	struct graded a, b;
	double theta[600], se[600];

	(void)state;
	both = answers_join(arena, &r, &none);
	a = graded_fit(arena, &r);
	b = graded_fit(arena, &both);
	assert_same_items(&a, &b);
	assert_int_equal(a.people, b.people);
	graded_scores(&b, &both, theta, se);
	assert_true(isnan(theta[599]) && isnan(se[599]) && isfinite(theta[0]));
	assert_near(graded_reliability(theta, se, 600), graded_reliability(theta, se, 500), 1e-12);
	assert_true(isnan(graded_reliability(theta, se, 1)));
}

/* Within four standard errors each, and 95% intervals that hold what was planted in 95% of 5 x 100 cases. */
static void
finds_what_was_planted(void **state)
{
	struct answers_model m = answers_battery(arena, 20, 5);
	int inside = 0, all = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= 5; seed++) {
		struct ratings r = answers_draw(arena, &m, 2000, 0, 1, .1, seed);
		struct graded g = graded_fit(arena, &r);

		assert_int_equal(g.refused, REFUSED_NOT);
		for (size_t i = 0; i < 20; i++)
			for (size_t k = 0; k < 5; k++) {
				double planted = k == 0 ? m.slope[i] : m.threshold[i * 4 + k - 1];
				double found = k == 0 ? g.item[i].parameter[0] : g.item[i].threshold[k];
				double se = k == 0 ? g.item[i].se[0] : g.item[i].threshold_se[k];
				double off = fabs(found - planted) / se;

				assert_true(off < 4);
				inside += off < 1.96;
				all++;
			}
	}
	assert_in_range(inside, all * 92 / 100, all * 98 / 100);
}

/* Twenty good items: scores around 0, reliable, with errors that add up with their spread to the trait's. */
static void
scores_find_people(void **state)
{
	struct answers_model m = answers_battery(arena, 20, 5);
	struct ratings r = answers_draw(arena, &m, 3000, 0, 1, 0, 31);
	struct graded g = graded_fit(arena, &r);
	double *theta = arena_make_n(arena, r.people, double), *se = arena_make_n(arena, r.people, double);
	double squares = 0;

	(void)state;
	graded_scores(&g, &r, theta, se);
	assert_near(mean_of(theta, r.people), 0, 1e-6);
	assert_true(graded_reliability(theta, se, r.people) > .9);
	for (size_t p = 0; p < r.people; p++) {
		assert_true(se[p] > 0 && se[p] < 1 && fabs(theta[p]) < 4);
		squares += theta[p] * theta[p] + se[p] * se[p];
	}
	assert_near(squares / (double)r.people, 1, 1e-3);
}

static void
unused_points_change_nothing(void **state)
{
	struct ratings r = sample(600, 4, 4, 0, 12), wide = answers_copy(arena, &r);
	struct graded a = graded_fit(arena, &r), b;
	static const uint8_t as_five[] = { 0, 1, 2, 4, 5 };

	(void)state;
	wide.points = 5;
	for (size_t i = 0; i < 4; i++)
		for (size_t p = 0; p < r.people; p++)
			answers_column(&wide, i)[p] = as_five[r.column[i][p]];
	b = graded_fit(arena, &wide);
	assert_same_items(&a, &b);
	assert_int_equal(b.item[0].categories.n, 4);
	assert_int_equal(b.item[0].categories.of[5], 4);
}

static void
sparse_categories_are_merged(void **state)
{
	const size_t frequency[] = { 0, 2, 40, 0, 3, 100 }, tail[] = { 0, 90, 80, 4 }, one[] = { 0, 3, 200, 1 };
	const size_t none[] = { 7, 0, 0, 0 };
	struct categories k = categories_merge(frequency, 5);

	(void)state;
	assert_int_equal(k.n, 2);
	assert_memory_equal(k.of, ((uint8_t[]){ 0, 1, 1, 1, 1, 2 }), 6);
	k = categories_merge(tail, 3);
	assert_int_equal(k.n, 2);
	assert_memory_equal(k.of, ((uint8_t[]){ 0, 1, 2, 2 }), 4);
	assert_int_equal(categories_merge(one, 3).n, 1);
	assert_int_equal(categories_merge(none, 3).n, 1);
}

/* Merged codes are answers like any other: they score as their category does. */
static void
merged_codes_score_alike(void **state)
{
	struct ratings r = sample(600, 4, 5, 0, 12);
	struct graded g;
	double theta[2], se[2];

	(void)state;
	for (size_t p = 0; p < r.people; p++)
		if (r.column[1][p] == 5 && p > 20)
			answers_column(&r, 1)[p] = 4;
	g = graded_fit(arena, &r);
	assert_int_equal(g.refused, REFUSED_NOT);
	assert_int_equal(g.item[1].categories.n, 4);
	for (int k = 0; k < 2; k++) {
		struct ratings one = one_person(k == 0 ? "2403" : "2503", 5);

		graded_scores(&g, &one, &theta[k], &se[k]);
	}
	assert_true(theta[0] == theta[1] && se[0] == se[1]);
}

/* 400 items would underflow a plain product of probabilities; against sums of logarithms. */
static void
long_patterns_do_not_underflow(void **state)
{
	struct ratings r = sample(600, 4, 5, 0, 12);
	struct graded g = graded_fit(arena, &r), wide = g;
	char answers[401] = "";
	double theta, se, sum = 0, first = 0, second = 0, most = -INFINITY, height[61];
	struct ratings one;

	(void)state;
	wide.items = 400;
	wide.item = arena_make_n(arena, 400, struct graded_item);
	for (size_t i = 0; i < 400; i++) {
		wide.item[i] = g.item[i % 4];
		answers[i] = "12345"[(i * 7 + i / 9) % 5];
	}
	one = one_person(answers, 5);
	graded_scores(&wide, &one, &theta, &se);
	for (int q = 0; q < 61; q++) {
		double x = (q - 30) / 5.;

		height[q] = -x * x / 2;
		for (size_t i = 0; i < 400; i++) {
			const double *p = wide.item[i].parameter;
			int c = answers[i] - '0';
			double above = c == 1 ? 1 : 1 / (1 + exp(-p[0] * x - p[c - 1]));

			height[q] += log(above - (c == 5 ? 0 : 1 / (1 + exp(-p[0] * x - p[c]))));
		}
		most = fmax(most, height[q]);
	}
	for (int q = 0; q < 61; q++) {
		double x = (q - 30) / 5., p = exp(height[q] - most);

		sum += p;
		first += p * x;
		second += p * x * x;
	}
	assert_true(most < -700);
	assert_near(theta, first / sum, 1e-9);
	assert_near(se, sqrt(second / sum - first / sum * first / sum), 1e-9);
}

static void
assert_refused(const struct ratings *r, enum refusal why, size_t item)
{
	struct graded g = graded_fit(arena, r);

	assert_int_equal(g.refused, why);
	assert_int_equal(g.refused_item, item);
	assert_true(isnan(g.log_likelihood) && isnan(graded_information(&g, 0)) == (g.items > 0));
	for (size_t i = 0; i < g.items; i++)
		for (size_t k = 0; k < CATEGORIES_POINTS_MAX; k++)
			assert_true(isnan(g.item[i].parameter[k]) && isnan(g.item[i].se[k])
			    && isnan(g.item[i].threshold[k]) && isnan(g.item[i].threshold_se[k]));
}

static void
refusals(void **state)
{
	struct ratings few = sample(299, 4, 5, 0, 1), two = sample(400, 2, 5, 0, 1), r = sample(400, 4, 5, 0, 1);
	struct ratings alike = answers_copy(arena, &r), empty = answers_copy(arena, &r);
	struct ratings same = answers_copy(arena, &r);
	struct ratings nobody = { r.column, 0, 4, 5 };

	(void)state;
	assert_refused(&few, REFUSED_TOO_FEW, 4);
	assert_refused(&two, REFUSED_TOO_FEW, 2);
	assert_refused(&nobody, REFUSED_EMPTY, 0);
	memset(answers_column(&alike, 2), 3, 400);
	assert_refused(&alike, REFUSED_NO_SPREAD, 2);
	memset(answers_column(&empty, 1), 0, 400);
	assert_refused(&empty, REFUSED_EMPTY, 1);
	memcpy(answers_column(&same, 3), same.column[0], 400);
	assert_refused(&same, REFUSED_SINGULAR, graded_fit(arena, &same).refused_item);
	assert_true(graded_fit(arena, &same).refused_item % 3 == 0);
}

/* From no trait at all to items almost without error, few points and many, one item turned: figures that can
 * be, or a refusal. */
static void
anything_gives_figures_or_refusals(void **state)
{
	static const double times[] = { 0, .2, 1, 2.5 };
	int refused = 0, fitted = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= 120; seed++) {
		struct answers_model m = answers_battery(arena, 3 + seed % 6, 2 + (unsigned)(seed % 7));
		double *slope = arena_memdup(arena, m.slope, m.items * sizeof *slope);
		struct ratings r;
		struct graded g;

		for (size_t i = 0; i < m.items; i++)
			slope[i] *= times[seed % 4] * (i == 2 && seed % 3 == 0 ? -1 : 1);
		m.slope = slope;
		r = answers_draw(arena, &m, 300 + 5 * seed, 0, 1, .02 * (double)(seed % 10), seed);
		g = graded_fit(arena, &r);
		refused += g.refused != REFUSED_NOT;
		fitted += g.refused == REFUSED_NOT;
		assert_int_not_equal(g.refused, REFUSED_NOT_CONVERGED);
		for (size_t i = 0; i < g.items; i++)
			for (size_t k = 0; k < g.item[i].categories.n; k++) {
				const struct graded_item *item = &g.item[i];

				if (g.refused != REFUSED_NOT) {
					assert_true(isnan(item->parameter[k]) && isnan(item->se[k]));
					continue;
				}
				assert_true(item->se[k] > 0 && fabs(item->parameter[0]) <= 10);
				assert_true(k < 2 || item->parameter[k] < item->parameter[k - 1]);
			}
		assert_true(g.refused != REFUSED_NOT || g.convergence.gradient <= g.convergence.tolerance);
	}
	assert_true(refused > 5 && fitted > 80);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_agree_with_another_program),
		cmocka_unit_test(items_agree_where_answers_are_missing),
		cmocka_unit_test(scores_agree_with_another_program),
		cmocka_unit_test(everybody_s_scores_agree_with_another_program),
		cmocka_unit_test(information_agrees_with_another_program),
		cmocka_unit_test(information_is_that_of_the_curves),
		cmocka_unit_test(order_of_people_changes_no_bit),
		cmocka_unit_test(order_of_items_changes_their_places_only),
		cmocka_unit_test(reversing_all_items_negates),
		cmocka_unit_test(a_reversed_item_has_a_negative_slope),
		cmocka_unit_test(people_without_answers_say_nothing),
		cmocka_unit_test(finds_what_was_planted),
		cmocka_unit_test(scores_find_people),
		cmocka_unit_test(unused_points_change_nothing),
		cmocka_unit_test(sparse_categories_are_merged),
		cmocka_unit_test(merged_codes_score_alike),
		cmocka_unit_test(long_patterns_do_not_underflow),
		cmocka_unit_test(refusals),
		cmocka_unit_test(anything_gives_figures_or_refusals),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
