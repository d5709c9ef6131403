/* measure_attack_test.c - whole releases attacked by trying every set of people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "engine/measure/cell.h"
#include "tests/unit/brute.h"
#include "tests/unit/draw.h"
#include "tests/unit/survey.h"

enum { WAVES = 300, PEOPLE = 10, ITEMS = 3 };

static const char *const items[ITEMS] = { "t1", "t2", "t3" };

static bool
answered(const struct survey *s, size_t person, size_t item)
{
	return code_is_value(survey_person(s, 0, person)->codes[SURVEY_T1 + item]);
}

static int
count_answered(const struct survey *s, size_t person)
{
	int n = 0;

	for (size_t i = 0; i < ITEMS; i++)
		n += answered(s, person, i);
	return n;
}

/* The dimension over the first n people, as anybody can reconstruct it who knows who skipped what. */
static void
know_dimension(const struct survey *s, size_t n, struct small *known)
{
	for (size_t person = 0; person < n; person++) {
		int out_of = count_answered(s, person);

		for (size_t i = 0; out_of >= 2 && i < ITEMS; i++)
			if (answered(s, person, i))
				brute_add_term(known, known->n_figures, person, i, i == 2 ? -1 : 1, out_of);
	}
	known->n_figures++;
}

static void
know_item(const struct survey *s, size_t item, struct small *known)
{
	for (size_t person = 0; person < PEOPLE; person++)
		if (answered(s, person, item))
			brute_add_term(known, known->n_figures, person, item, 1, 1);
	known->n_figures++;
}

static bool
is_shown(const struct release *release, enum measure measure, const char *of)
{
	return survey_cell(release, measure, of, "a")->shown == SHOWN;
}

/* All that was shown in both releases; with everything, also what was not. */
static bool
exposed(const struct survey *s, const struct release *first, size_t n_first, const struct release *second,
	bool everything)
{
	struct small known = { .n_people = PEOPLE, .n_variables = ITEMS };
	bool published[MAX_FIGURES];

	for (size_t i = 0; i < PEOPLE; i++)
		known.k[i] = s->wave.k;
	memset(published, true, sizeof(published));
	if (is_shown(first, MEASURE_SCORE, "trust"))
		know_dimension(s, n_first, &known);
	if (everything || is_shown(second, MEASURE_SCORE, "trust"))
		know_dimension(s, PEOPLE, &known);
	for (size_t i = 0; i < ITEMS; i++)
		if (everything || is_shown(second, MEASURE_ITEM, items[i]))
			know_item(s, i, &known);
	return brute_exposed(&known, published);
}

static struct survey
random_wave(struct arena *a, unsigned number)
{
	struct survey s = survey_new(a, 1, (const size_t[]){ PEOPLE });

	survey_draw(&s, number);
	s.wave.k = (int)(3 + draw(3));
	for (size_t person = 0; person < PEOPLE; person++)
		for (size_t i = 0; i < ITEMS; i++)
			if (draw(12) == 0)
				survey_answer(&s, 0, person, (int)(SURVEY_T1 + i), MISSING_NA);
	return s;
}

/* A first release about some of the people, a second about all of them: nobody can compute a group below
 * k. */
static void
no_release_exposes_anybody(void **state)
{
	size_t careless = 0;

	(void)state;
	for (unsigned i = 0; i < WAVES; i++) {
		struct arena *a = arena_new();
		struct survey s = random_wave(a, i);
		struct wave_answers early = s.wave;
		struct wave_earlier earlier;
		const struct release *second;

		early.n_responses = (size_t)s.wave.k + draw(PEOPLE - (size_t)s.wave.k);
		earlier = (struct wave_earlier){ measure_wave(a, &early), early.n_responses };
		s.wave.n_earlier = 1;
		s.wave.earlier = &earlier;
		second = measure_wave(a, &s.wave);
		assert_true(!exposed(&s, earlier.release, early.n_responses, second, false));
		careless += exposed(&s, earlier.release, early.n_responses, second, true);
		arena_free(a);
	}
	print_message("# showing all that has k people would have exposed somebody in %zu of %d waves\n",
	    careless, WAVES);
	assert_true(careless > WAVES / 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_release_exposes_anybody),
	};

	return cmocka_run_group_tests_name("measure_attack", tests, NULL, NULL);
}
