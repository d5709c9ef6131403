/* showing_test.c - what is said and what is not: few people, one side silent, answers near the end of a scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include "tests/unit/measured.h"

/* Of three parties one has too few people: the other two are compared, and nothing joint is said. */
static void
leaves_a_small_third_party_out(void **state)
{
	struct survey s = survey_new(arena, 3, PEOPLE(6, 5, 4));
	const struct release *release;

	(void)state;
	fill_trust(&s, 0, CODES(4, 4, 5, 3, 4, 5), 6);
	fill_trust(&s, 1, CODES(3, 2, 3, 4, 3), 5);
	fill_trust(&s, 2, CODES(2, 3, 1, 2), 4);
	release = measure_wave(arena, &s.wave);
	assert_near(survey_cell(release, MEASURE_GAP, "trust", "a")->value, 25. / 6 - 3, TOLERANCE);
	assert_near(survey_cell(release, MEASURE_GAP, "trust", "b")->value, 3 - 25. / 6, TOLERANCE);
	assert_hidden(release, MEASURE_GAP, "trust", "c", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_GAP, "trust", "joint", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_SCORE, "trust", "joint", HIDDEN_COMPLEMENT);
}

static void
says_nothing_about_fewer_than_k(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(12, 4));
	const struct release *release;

	(void)state;
	survey_draw(&s, 11);
	release = measure_wave(arena, &s.wave);
	assert_hidden(release, MEASURE_SCORE, "trust", "b", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_SCORE, "trust", "joint", HIDDEN_COMPLEMENT);
	assert_hidden(release, MEASURE_SCORE, "health", "b", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_SCORE, "health", "joint", HIDDEN_COMPLEMENT);
	assert_hidden(release, MEASURE_GAP, "trust", "a", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_PROFILE_GAP, "trust", "a", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_COLOUR, "trust", "joint", HIDDEN_COMPLEMENT);
	assert_hidden(release, MEASURE_AGREEMENT, "trust", "b", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_ITEM, "t1", "b", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_ITEM, "t1", "joint", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_WEAKER, "trust", NULL, HIDDEN_SMALL);
	assert_int_equal(survey_cell(release, MEASURE_SCORE, "trust", "a")->n, 12);
	assert_int_equal(survey_cell(release, MEASURE_ITEM, "t1", "a")->n, 12);
	assert_near(survey_cell(release, MEASURE_RESPONSE, "", "b")->value, 4, 0);
}

/* Neither side has k people, both together have: the total alone may be shown. */
static void
shows_the_total_alone(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(4, 4));
	const struct release *release;

	(void)state;
	fill_trust(&s, 0, CODES(4, 4, 5, 3), 4);
	fill_trust(&s, 1, CODES(3, 2, 3, 3), 4);
	release = measure_wave(arena, &s.wave);
	assert_hidden(release, MEASURE_SCORE, "trust", "a", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_SCORE, "trust", "b", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_GAP, "trust", "a", HIDDEN_SMALL);
	assert_near(survey_cell(release, MEASURE_SCORE, "trust", "joint")->value, (4 + 2.75) / 2, TOLERANCE);
	s = survey_new(arena, 2, PEOPLE(6, 2));
	fill_trust(&s, 0, CODES(4, 4, 5, 3, 3, 3), 6);
	fill_trust(&s, 1, CODES(3, 2), 2);
	assert_hidden(measure_wave(arena, &s.wave), MEASURE_SCORE, "trust", "joint", HIDDEN_SMALL);
}

static void
survives_a_silent_side(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(8, 0));
	const struct release *release;

	(void)state;
	survey_draw(&s, 13);
	release = measure_wave(arena, &s.wave);
	assert_int_equal(survey_cell(release, MEASURE_SCORE, "trust", "a")->shown, SHOWN);
	assert_int_equal(survey_cell(release, MEASURE_SCORE, "health", "a")->shown, SHOWN);
	assert_hidden(release, MEASURE_SCORE, "trust", "b", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_SCORE, "trust", "joint", HIDDEN_SMALL);
	assert_hidden(release, MEASURE_GAP, "trust", "a", HIDDEN_SMALL);
	s = survey_new(arena, 2, PEOPLE(0, 0));
	release = measure_wave(arena, &s.wave);
	assert_hidden(release, MEASURE_SCORE, "health", "joint", HIDDEN_SMALL);
	assert_int_equal(release->n_comments, 0);
}

/* k = 3: four people are told of in words, and not compared. */
static void
puts_four_people_into_words(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(4, 8));
	const struct release *release;
	const struct cell *score;

	(void)state;
	s.wave.k = 3;
	survey_draw(&s, 17);
	fill_trust(&s, 0, CODES(4, 5, 5, 5), 4);
	release = measure_wave(arena, &s.wave);
	score = survey_cell(release, MEASURE_SCORE, "trust", "a");
	assert_int_equal(score->shown, SHOWN);
	assert_true(isnan(score->value) && isnan(score->low) && isnan(score->percent));
	assert_string_equal(score->word, "very-high");
	assert_true(isnan(survey_cell(release, MEASURE_SCORE, "trust", "joint")->value));
	assert_non_null(survey_cell(release, MEASURE_SCORE, "trust", "joint")->word);
	assert_true(!isnan(survey_cell(release, MEASURE_SCORE, "trust", "b")->value));
	assert_hidden(release, MEASURE_GAP, "trust", "a", HIDDEN_RULE);
	assert_hidden(release, MEASURE_WEAKER, "trust", NULL, HIDDEN_RULE);
	assert_hidden(release, MEASURE_COLOUR, "trust", "joint", HIDDEN_RULE);
	assert_hidden(release, MEASURE_AGREEMENT, "trust", "a", HIDDEN_RULE);
	assert_int_equal(perception(release, "b")->shown, HIDDEN_RULE);
	assert_true(isnan(survey_cell(release, MEASURE_SCORE, "health", "a")->value));
}

/* The gap to a coded mean is taken from what is displayed, or the mean could be computed from it. */
static void
codes_what_follows_from_a_coded_mean(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(10, 10));
	const struct release *release;
	const struct cell *gap;

	(void)state;
	survey_fill(&s, 0, SURVEY_P1, CODES(5, 5, 5, 5, 5, 5, 5, 5, 5, 4));
	survey_fill(&s, 1, SURVEY_P1, CODES(2, 3, 4, 3, 2, 3, 4, 3, 2, 4));
	release = measure_wave(arena, &s.wave);
	gap = survey_cell(release, MEASURE_GAP, "purpose", "a");
	assert_near(gap->value, 4.5 - 3, TOLERANCE);
	assert_true(gap->capped && isnan(gap->low) && isnan(gap->effect) && !isnan(gap->p));
	assert_near(survey_cell(release, MEASURE_SCORE, "purpose", "joint")->value, 3.75, TOLERANCE);
	assert_true(isnan(survey_cell(release, MEASURE_COLOUR, "purpose", "joint")->p));
}

/* Twenty people and one who disagrees: the interval would tell what the coded mean does not. */
static void
gives_a_coded_item_no_interval(void **state)
{
	struct survey s = survey_new(arena, 1, PEOPLE(21));
	const struct release *release;

	(void)state;
	survey_draw(&s, 23);
	for (size_t i = 0; i < 21; i++)
		survey_answer(&s, 0, i, SURVEY_T1, i == 0 ? 1 : 5);
	release = measure_wave(arena, &s.wave);
	assert_cell(release, MEASURE_ITEM, "t1", "a", 21, 4.5, NAN, NAN);
	assert_true(!isnan(survey_cell(release, MEASURE_ITEM, "t2", "a")->low));
}

static void
hides_the_spread_of_one_item_below_ten(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(9, 9));
	const struct release *release;
	const struct cell *gap;

	(void)state;
	survey_fill(&s, 0, SURVEY_P1, CODES(3, 4, 3, 4, 3, 4, 3, 4, 3));
	survey_fill(&s, 1, SURVEY_P1, CODES(2, 3, 2, 3, 2, 3, 2, 3, 2));
	release = measure_wave(arena, &s.wave);
	gap = survey_cell(release, MEASURE_GAP, "purpose", "a");
	assert_cell(release, MEASURE_SCORE, "purpose", "a", 9, 31. / 9, NAN, NAN);
	assert_near(gap->value, 1, TOLERANCE);
	assert_true(isnan(gap->low) && isnan(gap->effect));
	assert_string_equal(gap->word, "clear-gap");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		MEASURED(leaves_a_small_third_party_out),
		MEASURED(says_nothing_about_fewer_than_k),
		MEASURED(shows_the_total_alone),
		MEASURED(survives_a_silent_side),
		MEASURED(puts_four_people_into_words),
		MEASURED(codes_what_follows_from_a_coded_mean),
		MEASURED(gives_a_coded_item_no_interval),
		MEASURED(hides_the_spread_of_one_item_below_ten),
	};

	return cmocka_run_group_tests_name("showing", tests, NULL, NULL);
}
