/* score_test.c - one person's score, the rules of what may be shown, the names of cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include "base/arena.h"
#include "base/str.h"
#include "engine/measure/cell.h"
#include "engine/measure/score.h"
#include "engine/measure/show.h"
#include "tests/stats/near.h"
#include "tests/unit/survey.h"

/* Items of the small form: 0 1 on 1-5, 2 on 1-5 reversed, 10 on 0-10, 11 yes or no. */
struct trial {
	size_t n_items, items[4], min_valid;
	double weights[4], ideal;
	int codes[4];
};

static struct fraction
score(struct arena *a, const struct trial *t)
{
	struct survey s = survey_new(a, 1, (const size_t[]){ 1 });
	struct dimension d = { .id = "trial", .n_items = t->n_items, .items = t->items, .weights = t->weights,
		.min_valid = t->min_valid, .ideal = t->ideal };
	struct scorer scorer = scorer_new(a, s.wave.form, &d);

	for (size_t i = 0; i < t->n_items; i++)
		survey_answer(&s, 0, 0, (int)s.wave.form->items[t->items[i]].slot, t->codes[i]);
	return score_person(&scorer, survey_person(&s, 0, 0), NULL);
}

/* The score, NAN for none. */
static double
scored(struct trial t)
{
	struct arena *a = arena_new();
	struct fraction f = score(a, &t);

	arena_free(a);
	return f.denominator == 0 ? NAN : (double)f.numerator / (double)f.denominator;
}

#define SCORED(...) scored((struct trial){ __VA_ARGS__ })

static void
takes_weighted_means(void **state)
{
	(void)state;
	assert_near(SCORED(3, { 0, 1, 2 }, 1, { 1, 1, 1 }, NAN, { 5, 4, 1 }), 14. / 3, 1e-15);
	assert_near(SCORED(2, { 0, 1 }, 1, { .5, 1.25 }, NAN, { 1, 5 }), 6.75 / 1.75, 1e-15);
	assert_near(SCORED(2, { 0, 1 }, 1, { 0, 1 }, NAN, { 1, 5 }), 5, 1e-15);
}

/* 60% of three items are two, of four three; a refusal is no answer. */
static void
wants_enough_answers(void **state)
{
	const int na = MISSING_NA, none = ANSWER_NONE;

	(void)state;
	assert_near(SCORED(3, { 0, 1, 2 }, 0, { 1, 1, 1 }, NAN, { 3, na, 2 }), 3.5, 1e-15);
	assert_true(isnan(SCORED(3, { 0, 1, 2 }, 0, { 1, 1, 1 }, NAN, { 3, na, none })));
	assert_true(isnan(SCORED(4, { 0, 1, 2, 3 }, 0, { 1, 1, 1, 1 }, NAN, { 3, na, none, 5 })));
	assert_near(SCORED(2, { 0, 1 }, 1, { 1, 1 }, NAN, { MISSING_REFUSED, 2 }), 2, 1e-15);
}

/* 3 on 1-5 is 50, 8 on 0-10 is 80, yes is 100. */
static void
brings_unlike_scales_together(void **state)
{
	(void)state;
	assert_near(SCORED(3, { 0, 10, 11 }, 1, { 1, 1, 1 }, NAN, { 3, 8, 1 }), 230. / 3, 1e-15);
	assert_near(SCORED(2, { 2, 10 }, 1, { 1, 3 }, NAN, { 1, 0 }), 25, 1e-15);
}

/* Ideal 2.5 on 1-5: the greatest distance is 2.5. */
static void
folds_off_centre(void **state)
{
	(void)state;
	assert_near(SCORED(1, { 0 }, 1, { 1 }, 2.5, { 1 }), 40, 1e-15);
	assert_near(SCORED(1, { 0 }, 1, { 1 }, 2.5, { 2 }), 80, 1e-15);
	assert_near(SCORED(1, { 0 }, 1, { 1 }, 2.5, { 3 }), 80, 1e-15);
	assert_near(SCORED(1, { 0 }, 1, { 1 }, 2.5, { 5 }), 0, 1e-15);
}

static void
finds_the_step_of_a_scale(void **state)
{
	const struct point points[] = {
		{ .code = 0 }, { .code = 50 }, { .code = 75 }, { .code = MISSING_NA },
	};
	const struct scale scale = { .n_points = 4, .points = points, .n_valued = 3, .max = 75 };
	const struct item item = { .scale = &scale };

	(void)state;
	assert_int_equal(score_item_range(&item).step, 25);
	assert_int_equal(score_item_range(&item).max, 75);
}

static void
shows_by_the_table(void **state)
{
	(void)state;
	assert_false(show_at(SHOWING_BAND, 4, 5));
	assert_true(show_at(SHOWING_BAND, 3, 3));
	assert_false(show_at(SHOWING_MEAN, 4, 3));
	assert_true(show_at(SHOWING_MEAN, 5, 5));
	assert_false(show_at(SHOWING_MEAN, 5, 6));
	assert_false(show_at(SHOWING_ITEM, 9, 5));
	assert_true(show_at(SHOWING_ITEM, 10, 5));
	assert_false(show_at(SHOWING_COMMENT, 11, 12));
	assert_false(show_at(SHOWING_NPS, 19, 5));
	assert_true(show_at(SHOWING_NPS, 20, 5));
	assert_true(show_at(SHOWING_PART, 3, 12));
	assert_false(show_at(SHOWING_PART, 2, 3));
}

static void
codes_extreme_means(void **state)
{
	(void)state;
	assert_near(show_coded(5, 1, 5), 4.5, 0);
	assert_near(show_coded(1.2, 1, 5), 1.5, 0);
	assert_near(show_coded(4.4, 1, 5), 4.4, 0);
	assert_near(show_coded(0, 0, 10), 1.25, 0);
	assert_string_equal(show_band(0), "very-low");
	assert_string_equal(show_band(20), "low");
	assert_string_equal(show_band(59.9), "middle");
	assert_string_equal(show_band(100), "very-high");
}

static void
names_read_back(void **state)
{
	enum measure measure;
	enum shown shown;

	(void)state;
	for (int i = 0; i < N_MEASURES; i++) {
		assert_true(measure_parse(measure_name((enum measure)i), &measure));
		assert_int_equal(measure, i);
	}
	for (int i = SHOWN; i <= HIDDEN_RULE; i++) {
		assert_true(shown_parse(shown_name((enum shown)i), &shown));
		assert_int_equal(shown, i);
	}
	assert_false(measure_parse("sorce", &measure));
	assert_false(shown_parse("", &shown));
}

static void
finds_cells(void **state)
{
	struct cell cells[] = {
		cell_blank(MEASURE_WEAKER, "trust", "b", NULL, SHOWN),
		cell_blank(MEASURE_COUNT, "s2", "a", "1", SHOWN),
		cell_blank(MEASURE_COUNT, "s2", "a", "2", HIDDEN_RULE),
	};
	const struct release release = { .n_cells = 3, .cells = cells };

	(void)state;
	assert_ptr_equal(release_cell(&release, MEASURE_WEAKER, "trust", NULL, NULL), &cells[0]);
	assert_ptr_equal(release_cell(&release, MEASURE_COUNT, "s2", "a", "2"), &cells[2]);
	assert_null(release_cell(&release, MEASURE_COUNT, "s2", "a", NULL));
	assert_null(release_cell(&release, MEASURE_WEAKER, "trust", "a", NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_weighted_means),
		cmocka_unit_test(wants_enough_answers),
		cmocka_unit_test(brings_unlike_scales_together),
		cmocka_unit_test(folds_off_centre),
		cmocka_unit_test(finds_the_step_of_a_scale),
		cmocka_unit_test(shows_by_the_table),
		cmocka_unit_test(codes_extreme_means),
		cmocka_unit_test(names_read_back),
		cmocka_unit_test(finds_cells),
	};

	return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
