/* stats_agreement_test.c - agreement inside a group */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdbool.h>
#include <string.h>

#include "engine/stats/agreement/agreement.h"
#include "engine/stats/agreement/consensus.h"
#include "engine/stats/agreement/rwg.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"

#define ITEMS 5
#define POINTS 5

/* One group's answers to the five items of a scale, of everybody or of those who answered all five. */
static void
counts_load(const struct table *data, const char *group, const char *scale, bool complete_only, int *counts)
{
	memset(counts, 0, ITEMS * POINTS * sizeof *counts);
	for (size_t row = 0; row < data->rows; row++) {
		double answers[ITEMS];
		bool complete = true;

		if (strcmp(group, arena_printf(arena, "%s_%s", table_text(data, row, "alliance"),
		    table_text(data, row, "sideB"))) != 0)
			continue;
		for (int i = 0; i < ITEMS; i++) {
			answers[i] = table_number(data, row, arena_printf(arena, "%s_%d", scale, i + 1));
			complete &= !isnan(answers[i]);
		}
		for (int i = 0; i < ITEMS; i++)
			if (!isnan(answers[i]) && (complete || !complete_only))
				counts[i * POINTS + (int)answers[i] - 1]++;
	}
}

/* Uncapped from the raw variance, as the table has it. */
static double
uncapped(const struct agreement *a)
{
	double r = 1 - a->variance / 2, j = (double)a->items;

	return j * r / (j * r + 1 - r);
}

static void
rwg_of_sixty_alliances_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "rwg_portfolio60"), *data = table_load(arena, "portfolio60");
	int counts[ITEMS * POINTS], refused = 0;

	(void)state;
	assert_int_equal(t->rows, 240);
	for (size_t i = 0; i < t->rows; i++) {
		const char *group = table_text(t, i, "group"), *scale = table_text(t, i, "scale");
		double listwise = table_number(t, i, "listwise"), available = table_number(t, i, "available");
		struct agreement a;

		counts_load(data, group, scale, true, counts);
		a = agreement_of(counts, ITEMS, POINTS);
		assert_int_equal(a.refused == REFUSED_EMPTY, isnan(listwise));
		refused += a.refused == REFUSED_EMPTY;
		if (!isnan(listwise))
			assert_near(a.rwg, listwise, 1e-12);
		counts_load(data, group, scale, false, counts);
		a = agreement_of(counts, ITEMS, POINTS);
		if (isnan(available) || a.items < ITEMS)
			continue;
		assert_near(a.variance, table_number(t, i, "mean_variance"), 1e-12);
		assert_near(uncapped(&a), available, 1e-11);
		assert_near(a.rwg, fmax(0, available), 1e-11);
	}
	assert_in_range(refused, 1, 20);
}

/* x = 1 2 2 4 5: mean 2.8, sum |x - mean| = 6.8, unbiased variance 2.7. */
static void
one_item_by_hand(void **state)
{
	struct agreement a = agreement_of((int[]){ 1, 2, 0, 1, 1 }, 1, 5);

	(void)state;
	assert_near(a.ad, 6.8 / 5, 1e-15);
	assert_near(a.variance, 2.7, 1e-15);
	assert_near(a.rwg, 0, 0);
	assert_near(a.awg, 1 - 2 * 2.7 / ((6 * 2.8 - 2.8 * 2.8 - 5) * 5 / 4), 1e-15);
	assert_int_equal(a.awg_items, 1);
	a = agreement_of((int[]){ 0, 0, 1, 3, 1 }, 1, 5);
	assert_near(a.variance, .5, 1e-15);
	assert_near(a.rwg, .75, 1e-15);
}

/* Half at each end is the largest variance there is: awg = -1; all alike: 1. */
static void
awg_spans_its_range(void **state)
{
	(void)state;
	assert_near(agreement_of((int[]){ 4, 0, 0, 0, 4 }, 1, 5).awg, -1, 1e-15);
	assert_near(agreement_of((int[]){ 0, 0, 6, 0, 0 }, 1, 5).awg, 1, 1e-15);
	assert_int_equal(agreement_of((int[]){ 0, 0, 0, 0, 6 }, 1, 5).awg_items, 0);
	assert_true(isnan(agreement_of((int[]){ 0, 0, 0, 0, 6 }, 1, 5).awg));
}

static void
items_with_one_answer_are_dropped(void **state)
{
	struct agreement whole = agreement_of((int[]){ 0, 1, 2, 0, 0, 3, 0, 0, 1, 0 }, 2, 5);
	struct agreement dropped = agreement_of((int[]){ 0, 1, 2, 0, 0, 1, 0, 0, 0, 0, 3, 0, 0, 1, 0 }, 3, 5);
	struct agreement none = agreement_of((int[]){ 1, 0, 0, 0, 0 }, 1, 5);

	(void)state;
	assert_int_equal(dropped.items, 2);
	assert_near(dropped.ad, whole.ad, 0);
	assert_near(dropped.rwg, whole.rwg, 0);
	assert_near(dropped.consensus, whole.consensus, 0);
	assert_int_equal(none.refused, REFUSED_EMPTY);
	assert_int_equal(none.items, 0);
	assert_true(isnan(none.ad) && isnan(none.rwg) && isnan(none.consensus));
}

/* The triples counted one by one, as van der Eijk defines them. */
static double
pattern_agreement(const int pattern[], int points)
{
	double tu = 0, tdu = 0, s = 0, n = points, u;

	for (int i = 0; i < points; i++)
		s += pattern[i];
	for (int i = 0; i < points; i++)
		for (int j = i + 1; j < points; j++)
			for (int k = j + 1; k < points; k++) {
				int triple = pattern[i] * 4 + pattern[j] * 2 + pattern[k];

				tu += triple == 6 || triple == 3;
				tdu += triple == 5;
			}
	u = tu + tdu == 0 ? 1 : ((n - 2) * tu - (n - 1) * tdu) / ((n - 2) * (tu + tdu));
	return u * (1 - (s - 1) / (n - 1));
}

/* 0/1 counts are one layer; doubling people changes nothing; turning the scale round changes nothing. */
static void
consensus_of_every_pattern(void **state)
{
	(void)state;
	for (int points = 2; points <= 7; points++)
		for (int set = 1; set < 1 << points; set++) {
			int pattern[7], twice[7], turned[7];

			for (int i = 0; i < points; i++) {
				pattern[i] = set >> i & 1;
				twice[i] = 2 * pattern[i];
				turned[points - 1 - i] = pattern[i];
			}
			assert_near(consensus_of(pattern, (size_t)points), pattern_agreement(pattern, points), 1e-14);
			assert_near(consensus_of(twice, (size_t)points), consensus_of(pattern, (size_t)points), 1e-14);
			assert_near(consensus_of(turned, (size_t)points), consensus_of(pattern, (size_t)points), 1e-14);
		}
}

/* Peeled here step by step, the rest kept. */
static void
consensus_is_the_weighted_mean_of_its_layers(void **state)
{
	const int counts[] = { 3, 4, 21, 13, 53, 1, 5 };
	int rest[7], people = 0;
	double sum = 0;

	(void)state;
	memcpy(rest, counts, sizeof rest);
	for (;;) {
		int pattern[7], least = 0, size = 0;

		for (int i = 0; i < 7; i++) {
			pattern[i] = rest[i] > 0;
			size += pattern[i];
			least = rest[i] > 0 && (least == 0 || rest[i] < least) ? rest[i] : least;
		}
		if (size == 0)
			break;
		for (int i = 0; i < 7; i++)
			rest[i] -= least * pattern[i];
		sum += size * least * pattern_agreement(pattern, 7);
		people += size * least;
	}
	assert_int_equal(people, 100);
	assert_near(consensus_of(counts, 7), sum / people, 1e-14);
	assert_near(consensus_of((int[]){ 7, 7, 7, 7, 7 }, 5), 0, 1e-15);
	assert_near(consensus_of((int[]){ 9, 0, 0, 0, 9 }, 5), -1, 1e-15);
	assert_near(consensus_of((int[]){ 0, 9, 0, 0, 0 }, 5), 1, 1e-15);
	assert_true(isnan(consensus_of((int[]){ 0, 0, 0 }, 3)));
}

static const char *
word(const int counts[], size_t n)
{
	struct agreement a = agreement_of(counts, 1, 5);

	return agreement_word_name(agreement_word(&a, 5, n));
}

/* AD = 5/6 to the last bit: 12 people, mean 3, deviations add up to 10. */
static void
words(void **state)
{
	(void)state;
	assert_string_equal(word((int[]){ 0, 1, 4, 1, 0 }, 6), "aligned");
	assert_string_equal(word((int[]){ 1, 3, 4, 3, 1 }, 12), "aligned");
	assert_string_equal(word((int[]){ 2, 2, 3, 3, 2 }, 12), "mixed");
	assert_string_equal(word((int[]){ 4, 1, 0, 1, 4 }, 10), "split");
	assert_string_equal(word((int[]){ 2, 0, 0, 0, 2 }, 4), "unknown");
	assert_string_equal(word((int[]){ 1, 0, 0, 0, 0 }, 9), "unknown");
}

/* One item was tabulated exactly; five items within what their table is good for. */
static void
critical_values_agree_with_the_table(void **state)
{
	struct table *t = table_load(arena, "rwg_critical");

	(void)state;
	assert_int_equal(t->rows, 7);
	for (size_t i = 0; i < t->rows; i++) {
		size_t n = (size_t)table_number(t, i, "n");

		assert_near(rwg_critical(n, 5, 1), table_number(t, i, "one"), 1e-12);
		assert_near(rwg_critical(n, 5, 5), table_number(t, i, "five"), .0035);
	}
}

static void
critical_values_agree_with_exact_counts(void **state)
{
	struct table *t = table_load(arena, "rwg_critical_exact");

	(void)state;
	for (size_t i = 0; i < t->rows; i++) {
		size_t n = (size_t)table_number(t, i, "n"), points = (size_t)table_number(t, i, "points");

		assert_near(rwg_critical(n, points, (size_t)table_number(t, i, "items")),
		    table_number(t, i, "critical"), table_number(t, i, "tolerance"));
	}
}

/* Where there are too many ways to count, the normal approximation may be .01 away. */
static void
critical_values_agree_with_a_simulation(void **state)
{
	struct table *t = table_load(arena, "rwg_simulated");
	int beyond = 0;

	(void)state;
	assert_int_equal(t->rows, 78);
	for (size_t i = 0; i < t->rows; i++) {
		size_t points = (size_t)table_number(t, i, "points"), n = (size_t)table_number(t, i, "n");
		double critical = rwg_critical(n, points, (size_t)table_number(t, i, "items"));
		bool counted = (points <= 5 && n <= 30) || (points <= 7 && n <= 10) || n == 5;
		double near = counted ? 1e-12 : .01;

		beyond += !counted;
		assert_true(critical >= table_number(t, i, "least") - near);
		assert_true(critical <= table_number(t, i, "most") + near);
	}
	assert_int_equal(beyond, 16);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rwg_of_sixty_alliances_agrees_with_r),
		cmocka_unit_test(one_item_by_hand),
		cmocka_unit_test(awg_spans_its_range),
		cmocka_unit_test(items_with_one_answer_are_dropped),
		cmocka_unit_test(consensus_of_every_pattern),
		cmocka_unit_test(consensus_is_the_weighted_mean_of_its_layers),
		cmocka_unit_test(words),
		cmocka_unit_test(critical_values_agree_with_the_table),
		cmocka_unit_test(critical_values_agree_with_exact_counts),
		cmocka_unit_test(critical_values_agree_with_a_simulation),
	};

	return cmocka_run_group_tests_name("stats_agreement", tests, begin, end);
}
