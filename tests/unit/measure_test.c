/* measure_test.c - waves measured: two and three parties, scales of all sorts, facts, all of one mind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <time.h>

#include "base/arena.h"
#include "engine/stats/gap/welch.h"
#include "tests/unit/measured.h"

/* trust of a: 14/3 4 3 2 5, the sixth answered too little; of b: 1 7/3 3 5/3 2 8/3. */
static struct survey
two_sides(void)
{
	struct survey s = survey_new(arena, 2, PEOPLE(6, 6));

	survey_fill(&s, 0, SURVEY_T1, CODES(5, 4, 3, 2, 5, NA));
	survey_fill(&s, 0, SURVEY_T2, CODES(4, 4, NA, 2, 5, NA));
	survey_fill(&s, 0, SURVEY_T3, CODES(1, 2, 3, 4, NA, 2));
	survey_fill(&s, 1, SURVEY_T1, CODES(1, 2, 3, 1, 2, 3));
	survey_fill(&s, 1, SURVEY_T2, CODES(1, 2, 3, 2, NA, 3));
	survey_fill(&s, 1, SURVEY_T3, CODES(5, 3, 3, 4, 4, 4));
	return s;
}

static void
scores_and_compares_two_sides(void **state)
{
	struct survey s = two_sides();
	const struct release *release = measure_wave(arena, &s.wave);
	const struct cell *gap = survey_cell(release, MEASURE_GAP, "trust", "a");
	const struct cell *colour = survey_cell(release, MEASURE_COLOUR, "trust", "joint");

	(void)state;
	assert_cell(release, MEASURE_SCORE, "trust", "a", 5, 56. / 15, 2.2013885295421813,
	    5.2652781371244854);
	assert_cell(release, MEASURE_SCORE, "trust", "b", 6, 19. / 9, 1.3554310820184887, 2.8667911402037336);
	assert_cell(release, MEASURE_SCORE, "trust", "joint", 11, 263. / 90, 2.1630958260406814,
	    3.6813486184037636);
	assert_cell(release, MEASURE_GAP, "trust", "a", 11, 73. / 45, 0.10396942985913982, 3.140475014585305);
	assert_near(survey_cell(release, MEASURE_SCORE, "trust", "a")->percent, 100 * (56. / 15 - 1) / 4,
	    TOLERANCE);
	assert_near(gap->p, 0.02922077922077922, TOLERANCE);
	assert_near(gap->effect, 1.5094593606686344, TOLERANCE);
	assert_true(isnan(gap->p_adjusted));
	assert_string_equal(gap->word, "clear-gap");
	assert_cell(release, MEASURE_WEAKER, "trust", "b", 6, 19. / 9, NAN, NAN);
	assert_near(colour->p, 0.006498681457844602, TOLERANCE);
	assert_near(colour->p_adjusted, 0.5942243702998103, TOLERANCE);
	assert_string_equal(colour->word, "amber");
	assert_hidden(release, MEASURE_ITEM, "t1", "a", HIDDEN_RULE);
	assert_null(release_cell(release, MEASURE_GAP, "trust", "b", NULL));
}

/* Person 2 of a leaves v1 out, which weighs 2 of 5: (4 + 3 + 2) / 3. */
static void
weighs_items(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(5, 5));

	(void)state;
	for (size_t p = 0; p < 2; p++) {
		survey_fill(&s, p, SURVEY_V1, CODES(5, NA, 5, 5, 5));
		survey_fill(&s, p, SURVEY_V2, CODES(4, 4, 4, 4, NA));
		survey_fill(&s, p, SURVEY_V3, CODES(3, 3, 3, 3, 3));
		survey_fill(&s, p, SURVEY_V4, CODES(2, 2, 2, 2, 2));
	}
	assert_near(survey_cell(measure_wave(arena, &s.wave), MEASURE_SCORE, "value", "a")->value,
	    (3 * 3.8 + 3 + 3.75) / 5, TOLERANCE);
}

static void
folds_at_the_ideal_point(void **state)
{
	struct survey s = survey_new(arena, 1, PEOPLE(10));

	(void)state;
	survey_fill(&s, 0, SURVEY_C1, CODES(1, 2, 3, 4, 5, 3, 3, 3, 2, 4));
	assert_cell(measure_wave(arena, &s.wave), MEASURE_SCORE, "challenge", "a", 10,
	    (0 + 50 + 100 + 50 + 0 + 300 + 100) / 10., 31.785943139241727, 88.21405686075828);
}

static void
puts_unlike_scales_on_0_to_100(void **state)
{
	struct survey s = survey_new(arena, 1, PEOPLE(5));

	(void)state;
	survey_fill(&s, 0, SURVEY_O1, CODES(4, 4, NA, 1, 5));
	survey_fill(&s, 0, SURVEY_O2, CODES(8, NA, 7, 0, 10));
	assert_near(survey_cell(measure_wave(arena, &s.wave), MEASURE_SCORE, "outlook", "a")->value,
	    (77.5 + 75 + 70 + 0 + 100) / 5, TOLERANCE);
}

/* With complete answers the index of a party is the mean of its people's indexes, and so is its interval. */
static void
weighs_dimensions_into_the_index(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(11, 13));
	const struct release *release;

	(void)state;
	survey_draw(&s, 3);
	release = measure_wave(arena, &s.wave);
	for (size_t p = 0; p < 2; p++) {
		int64_t x[13];
		size_t n = p == 0 ? 11 : 13;
		struct summary people;
		struct estimate e;

		for (size_t i = 0; i < n; i++) {
			const int16_t *c = survey_person(&s, p, i)->codes;
			int trust = c[SURVEY_T1] + c[SURVEY_T2] + 6 - c[SURVEY_T3] - 3;
			int value = 2 * c[SURVEY_V1] + c[SURVEY_V2] + c[SURVEY_V3] + c[SURVEY_V4] - 5;

			/* 60ths of trust / 12 + value / 20 + 2 purpose / 4 in quarters of 100 */
			x[i] = 5 * trust + 3 * value + 30 * (c[SURVEY_P1] - 1);
		}
		people = scores_summary(&(struct scores){ x, n, 240 });
		people.mean *= 100;
		people.variance *= 1e4;
		e = welch_mean(&people);
		assert_cell(release, MEASURE_SCORE, "health", p == 0 ? "a" : "b", (int)n, e.value, e.ci95.lo,
		    e.ci95.hi);
	}
	assert_true(isnan(survey_cell(release, MEASURE_GAP, "health", "a")->p));
}

static void
takes_the_level_out_of_the_profile(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(10, 10));
	const struct release *release;
	double trust, value;

	(void)state;
	survey_draw(&s, 5);
	for (size_t p = 0; p < 2; p++)
		for (size_t i = 0; i < 10; i++) {
			survey_answer(&s, p, i, SURVEY_P1, NA);
			survey_answer(&s, p, i, SURVEY_C1, NA);
		}
	release = measure_wave(arena, &s.wave);
	trust = survey_cell(release, MEASURE_GAP, "trust", "a")->value;
	value = survey_cell(release, MEASURE_GAP, "value", "a")->value;
	assert_near(survey_cell(release, MEASURE_PROFILE_GAP, "trust", "a")->value, (trust - value) / 2,
	    TOLERANCE);
	assert_near(survey_cell(release, MEASURE_PROFILE_GAP, "value", "a")->value, (value - trust) / 2,
	    TOLERANCE);
}

/* p: all 14.7 million ways to deal 18 people to 6, 5 and 7 places, counted in exact fractions. */
static void
compares_each_of_three_parties_with_the_others(void **state)
{
	struct survey s = survey_new(arena, 3, PEOPLE(6, 5, 7));
	const struct release *release;

	(void)state;
	fill_trust(&s, 0, CODES(4, 4, 5, 3, 4, 5), 6);
	fill_trust(&s, 1, CODES(3, 2, 3, 4, 3), 5);
	fill_trust(&s, 2, CODES(2, 3, 1, 2, 2, 3, 2), 7);
	release = measure_wave(arena, &s.wave);
	assert_cell(release, MEASURE_GAP, "trust", "a", 18, 1.5952380952380956, 0.7645351090891236,
	    2.4259410813870677);
	assert_cell(release, MEASURE_GAP, "trust", "b", 18, -0.15476190476190488, -1.0310769421477906,
	    0.7215531326239807);
	assert_cell(release, MEASURE_GAP, "trust", "c", 18, -1.4404761904761907, -2.177757958327838,
	    -0.7031944226245431);
	assert_cell(release, MEASURE_GAP, "trust", "joint", 18, 25. / 6 - 15. / 7, NAN, NAN);
	assert_near(survey_cell(release, MEASURE_GAP, "trust", "a")->p, 0.0019322997264173735, TOLERANCE);
	assert_near(survey_cell(release, MEASURE_GAP, "trust", "b")->p, 0.812579985374103, TOLERANCE);
	assert_near(survey_cell(release, MEASURE_GAP, "trust", "c")->p, 0.0048552346346464, TOLERANCE);
	assert_near(survey_cell(release, MEASURE_GAP, "trust", "a")->effect, 2.114288318985414, TOLERANCE);
	assert_near(survey_cell(release, MEASURE_GAP, "trust", "b")->effect, -0.20511752348365955, TOLERANCE);
	assert_string_equal(survey_cell(release, MEASURE_GAP, "trust", "a")->word, "clear-gap");
	assert_string_equal(survey_cell(release, MEASURE_GAP, "trust", "b")->word, "cannot-tell");
	assert_cell(release, MEASURE_WEAKER, "trust", "c", 7, 15. / 7, NAN, NAN);
}

/* Nobody differs within the sides: no test and no interval, but the difference can be said. */
static void
survives_unanimity(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(12, 12));
	const struct release *release;
	const struct cell *gap, *purpose;

	(void)state;
	for (size_t p = 0; p < 2; p++)
		for (size_t i = 0; i < 12; i++) {
			fill_trust(&s, p, CODES(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4), 12);
			survey_answer(&s, p, i, SURVEY_P1, 5);
		}
	release = measure_wave(arena, &s.wave);
	gap = survey_cell(release, MEASURE_GAP, "trust", "a");
	assert_near(gap->value, 0, 0);
	assert_true(isnan(gap->low) && isnan(gap->p) && isnan(gap->effect));
	assert_string_equal(gap->word, "cannot-tell");
	assert_string_equal(survey_cell(release, MEASURE_WEAKER, "trust", "joint")->word, "equal");
	assert_string_equal(survey_cell(release, MEASURE_AGREEMENT, "trust", "a")->word, "aligned");
	assert_near(survey_cell(release, MEASURE_AGREEMENT, "trust", "a")->value, 0, 0);
	assert_string_equal(survey_cell(release, MEASURE_COLOUR, "trust", "joint")->word, "green");
	purpose = survey_cell(release, MEASURE_SCORE, "purpose", "a");
	assert_near(purpose->value, 4.5, TOLERANCE);
	assert_true(purpose->capped && isnan(purpose->low));
	assert_true(survey_cell(release, MEASURE_ITEM, "p1", "b")->capped);
	assert_true(isnan(survey_cell(release, MEASURE_AGREEMENT, "purpose", "a")->value));
	assert_true(survey_cell(release, MEASURE_SCORE, "purpose", "joint")->capped);
	assert_true(survey_cell(release, MEASURE_SCORE, "health", "a")->capped);
}

static void
tells_a_split_side(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(10, 5));
	const struct release *release;

	(void)state;
	fill_trust(&s, 0, CODES(1, 5, 1, 5, 1, 5, 1, 5, 1, 5), 10);
	fill_trust(&s, 1, CODES(3, 4, 3, 4, 3), 5);
	release = measure_wave(arena, &s.wave);
	assert_string_equal(survey_cell(release, MEASURE_AGREEMENT, "trust", "a")->word, "split");
	assert_near(survey_cell(release, MEASURE_AGREEMENT, "trust", "a")->value, 2, TOLERANCE);
	assert_near(survey_cell(release, MEASURE_AGREEMENT, "trust", "a")->effect, 0, TOLERANCE);
	assert_string_equal(survey_cell(release, MEASURE_AGREEMENT, "trust", "b")->word, "aligned");
	assert_true(isnan(survey_cell(release, MEASURE_AGREEMENT, "trust", "b")->value));
}

static void
sets_own_view_against_the_partners(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(6, 5));
	const struct cell *cell;

	(void)state;
	survey_fill(&s, 0, SURVEY_M_OWN, CODES(4, 5, 4, 4, 3, 5));
	survey_fill(&s, 1, SURVEY_M_PARTNER, CODES(3, 2, 3, 4, 2));
	cell = perception(measure_wave(arena, &s.wave), "a");
	assert_near(cell->value, 25. / 6 - 2.8, TOLERANCE);
	assert_near(cell->p, 0.0367965367965368, TOLERANCE);
	assert_near(cell->p_adjusted, cell->p, 0);
	assert_true(isnan(cell->low));
	s = survey_new(arena, 2, PEOPLE(10, 10));
	survey_fill(&s, 0, SURVEY_M_OWN, CODES(4, 5, 4, 4, 3, 5, 4, 3, 4, 5));
	survey_fill(&s, 1, SURVEY_M_PARTNER, CODES(3, 2, 3, 4, 2, 3, 3, 1, 2, 4));
	cell = perception(measure_wave(arena, &s.wave), "a");
	assert_near(cell->p, 0.004373335642685488, TOLERANCE);
	assert_near(cell->low, 0.5980446923817336, TOLERANCE);
	assert_near(cell->high, 2.2019553076182654, TOLERANCE);
	cell = perception(measure_wave(arena, &s.wave), "b");
	assert_int_equal(cell->shown, HIDDEN_SMALL);
	assert_true(isnan(cell->p_adjusted));
	survey_fill(&s, 1, SURVEY_M_OWN, CODES(4, 3, 4, 4, 3, 4, 4, 3, 4, 3));
	survey_fill(&s, 0, SURVEY_M_PARTNER, CODES(3, 4, 4, 3, 4, 3, 4, 3, 4, 4));
	cell = perception(measure_wave(arena, &s.wave), "a");
	assert_near(cell->p_adjusted, 2 * 0.004373335642685488, TOLERANCE);
	cell = perception(measure_wave(arena, &s.wave), "b");
	assert_near(cell->p_adjusted, cell->p, 0);
}

/* a: 10 promoters, 5 passives, 5 detractors; b: 4, 6, 10. */
static void
asks_who_would_recommend(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(20, 20));
	const struct release *release;

	(void)state;
	survey_fill(&s, 0, SURVEY_O2, CODES(9, 10, 9, 10, 9, 10, 9, 10, 9, 10, 7, 8, 7, 8, 7, 0, 6, 5, 4, 3));
	survey_fill(&s, 1, SURVEY_O2, CODES(9, 10, 9, 10, 7, 8, 7, 8, 7, 8, 0, 6, 5, 4, 3, 6, 6, 6, 6, 2));
	release = measure_wave(arena, &s.wave);
	assert_cell(release, MEASURE_NPS, "o2", "a", 20, 25, -11.71613321455991, 55.19439408412513);
	assert_cell(release, MEASURE_NPS, "o2", "b", 20, -30, -57.897446156243944, 5.723533112765669);
	assert_cell(release, MEASURE_NPS, "o2", "joint", 40, -2.5, -25.55613768755426, 20.88734835421876);
}

static void
counts_early_warnings(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(12, 10));
	const struct release *release;

	(void)state;
	survey_fill(&s, 0, SURVEY_S1, CODES(1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, NA));
	survey_fill(&s, 1, SURVEY_S1, CODES(1, 1, 0, 1, 1, 0, 0, 0, 0, 0));
	survey_fill(&s, 0, SURVEY_S2_SECOND, CODES(1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, NA));
	survey_fill(&s, 1, SURVEY_S2_SECOND, CODES(1, NA, NA, NA, 1, 0, 0, 0, 0, 0));
	release = measure_wave(arena, &s.wave);
	assert_cell(release, MEASURE_COUNT, "s1", "a", 11, 3, NAN, NAN);
	assert_cell(release, MEASURE_COUNT, "s1", "b", 10, 4, NAN, NAN);
	assert_cell(release, MEASURE_COUNT, "s1", "joint", 21, 7, NAN, NAN);
	assert_int_equal(release_cell(release, MEASURE_COUNT, "s2", "a", "2")->shown, HIDDEN_RULE);
	assert_int_equal(release_cell(release, MEASURE_COUNT, "s2", "joint", "2")->n, 18);
	assert_near(release_cell(release, MEASURE_COUNT, "s2", "joint", "2")->value, 5, 0);
	assert_int_equal(release_cell(release, MEASURE_COUNT, "s2", "joint", "1")->shown, HIDDEN_SMALL);
}

static void
measures_a_usual_wave_quickly(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(12, 12));
	struct timespec from, to;

	(void)state;
	survey_draw(&s, 7);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	assert_true(measure_wave(arena, &s.wave)->n_cells > 0);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	print_message("# 24 responses measured in %.2f ms\n", 1e3 * (double)(to.tv_sec - from.tv_sec) +
	    1e-6 * (double)(to.tv_nsec - from.tv_nsec));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		MEASURED(scores_and_compares_two_sides),
		MEASURED(weighs_items),
		MEASURED(folds_at_the_ideal_point),
		MEASURED(puts_unlike_scales_on_0_to_100),
		MEASURED(weighs_dimensions_into_the_index),
		MEASURED(takes_the_level_out_of_the_profile),
		MEASURED(compares_each_of_three_parties_with_the_others),
		MEASURED(survives_unanimity),
		MEASURED(tells_a_split_side),
		MEASURED(sets_own_view_against_the_partners),
		MEASURED(asks_who_would_recommend),
		MEASURED(counts_early_warnings),
		MEASURED(measures_a_usual_wave_quickly),
	};

	return cmocka_run_group_tests_name("measure", tests, NULL, NULL);
}
