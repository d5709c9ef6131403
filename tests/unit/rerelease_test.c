/* rerelease_test.c - a wave measured again: nothing new may tell about those who came later */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include "tests/unit/measured.h"

/* What was published about the first people may not be made to tell about those who came later. */
static void
keeps_quiet_about_latecomers(void **state)
{
	struct survey all = survey_new(arena, 1, PEOPLE(16));
	struct wave_answers first = all.wave;
	struct wave_earlier earlier;

	(void)state;
	survey_draw(&all, 19);
	first.n_responses = 10;
	earlier = (struct wave_earlier){ measure_wave(arena, &first), 10 };
	all.wave.n_earlier = 1;
	all.wave.earlier = &earlier;
	all.wave.n_responses = 10;
	assert_int_equal(survey_cell(measure_wave(arena, &all.wave), MEASURE_SCORE, "trust", "a")->n, 10);
	all.wave.n_responses = 11;
	assert_hidden(measure_wave(arena, &all.wave), MEASURE_SCORE, "trust", "a", HIDDEN_COMPLEMENT);
	assert_hidden(measure_wave(arena, &all.wave), MEASURE_ITEM, "t1", "a", HIDDEN_COMPLEMENT);
	all.wave.n_responses = 15;
	assert_int_equal(survey_cell(measure_wave(arena, &all.wave), MEASURE_SCORE, "trust", "a")->n, 15);
}

/* One more person of b: neither how b sees itself nor how it is seen to see a may be told again. */
static void
keeps_quiet_about_a_latecomers_view(void **state)
{
	struct survey s = survey_new(arena, 2, PEOPLE(12, 12));
	struct wave_answers first = s.wave;
	struct wave_earlier earlier;
	const struct release *release;

	(void)state;
	survey_draw(&s, 29);
	first.n_responses = 23;
	earlier = (struct wave_earlier){ measure_wave(arena, &first), 23 };
	s.wave.n_earlier = 1;
	s.wave.earlier = &earlier;
	release = measure_wave(arena, &s.wave);
	for (size_t p = 0; p < 2; p++) {
		const char *group = s.wave.parties[p].id;

		assert_int_equal(perception(earlier.release, group)->shown, SHOWN);
		assert_int_equal(perception(release, group)->shown, HIDDEN_COMPLEMENT);
	}
}

/* Two earlier releases that expose somebody together: nothing more is said, not even what was said before. */
static void
falls_silent_after_unsafe_releases(void **state)
{
	struct survey s = survey_new(arena, 1, PEOPLE(16));
	struct wave_earlier earlier[2];
	const struct release *release;

	(void)state;
	survey_draw(&s, 19);
	for (size_t i = 0; i < 2; i++) {
		struct wave_answers careless = s.wave;

		careless.n_responses = 10 + i;
		earlier[i] = (struct wave_earlier){ measure_wave(arena, &careless), 10 + i };
	}
	s.wave.n_earlier = 2;
	s.wave.earlier = earlier;
	release = measure_wave(arena, &s.wave);
	for (size_t i = 0; i < release->n_cells; i++)
		if (release->cells[i].measure != MEASURE_RESPONSE)
			assert_int_equal(release->cells[i].shown, HIDDEN_COMPLEMENT);
	assert_int_equal(release->n_comments, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		MEASURED(keeps_quiet_about_latecomers),
		MEASURED(keeps_quiet_about_a_latecomers_view),
		MEASURED(falls_silent_after_unsafe_releases),
	};

	return cmocka_run_group_tests_name("rerelease", tests, NULL, NULL);
}
