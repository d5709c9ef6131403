/* comments_test.c - which comments are shown, under which party, in which order */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "engine/measure/cell.h"
#include "tests/unit/survey.h"

/* Every person of every party writes its number; the answers are otherwise empty. */
static struct survey
writers(struct arena *a, size_t n_parties, const size_t *people)
{
	struct survey s = survey_new(a, n_parties, people);

	for (size_t r = 0; r < s.wave.n_responses; r++) {
		s.responses[r].answers->codes[SURVEY_WHY] = 1;
		s.responses[r].answers->texts[0] = arena_printf(a, "%s %zu",
		    s.wave.parties[s.responses[r].party].id, r);
	}
	return s;
}

static void
tells_the_party_when_each_is_large(void **state)
{
	struct arena *a = arena_new();
	struct survey s = writers(a, 2, (const size_t[]){ 10, 12 });
	const struct release *release = measure_wave(a, &s.wave);

	(void)state;
	assert_int_equal(release->n_comments, 22);
	for (size_t i = 0; i < 22; i++) {
		assert_string_equal(release->comments[i].item, "why");
		assert_true(str_starts(release->comments[i].text, release->comments[i].party));
	}
	arena_free(a);
}

static void
joins_comments_when_one_party_is_small(void **state)
{
	struct arena *a = arena_new();
	struct survey s = writers(a, 2, (const size_t[]){ 9, 12 });
	const struct release *release = measure_wave(a, &s.wave);

	(void)state;
	assert_int_equal(release->n_comments, 21);
	for (size_t i = 0; i < 21; i++)
		assert_null(release->comments[i].party);
	arena_free(a);
}

static void
withholds_comments_of_few(void **state)
{
	struct arena *a = arena_new();
	struct survey s = writers(a, 2, (const size_t[]){ 4, 5 });

	(void)state;
	assert_int_equal(measure_wave(a, &s.wave)->n_comments, 0);
	s = writers(a, 2, (const size_t[]){ 5, 6 });
	s.wave.k = 12;
	assert_int_equal(measure_wave(a, &s.wave)->n_comments, 0);
	s.wave.k = 11;
	assert_int_equal(measure_wave(a, &s.wave)->n_comments, 11);
	arena_free(a);
}

/* b was not asked: joining the sides would not hide that these are the six of a. */
static void
withholds_what_only_a_small_party_was_asked(void **state)
{
	struct arena *a = arena_new();
	struct survey s = writers(a, 2, (const size_t[]){ 6, 14 });

	(void)state;
	for (size_t i = 0; i < 14; i++) {
		survey_answer(&s, 1, i, SURVEY_WHY, MISSING_NOT_SHOWN);
		survey_person(&s, 1, i)->texts[0] = NULL;
	}
	assert_int_equal(measure_wave(a, &s.wave)->n_comments, 0);
	arena_free(a);
}

static void
skips_blank_comments(void **state)
{
	struct arena *a = arena_new();
	struct survey s = writers(a, 2, (const size_t[]){ 10, 10 });

	(void)state;
	survey_person(&s, 0, 3)->texts[0] = " \n";
	survey_person(&s, 0, 4)->texts[0] = NULL;
	assert_int_equal(measure_wave(a, &s.wave)->n_comments, 18);
	arena_free(a);
}

static size_t
places_kept(const struct release *a, const struct release *b)
{
	size_t kept = 0;

	for (size_t i = 0; i < a->n_comments; i++)
		kept += strcmp(a->comments[i].text, b->comments[i].text) == 0;
	return kept;
}

/* The order follows the key and the words, not the people: another key, another order. */
static void
shuffles_by_the_key(void **state)
{
	struct arena *a = arena_new();
	struct survey s = writers(a, 2, (const size_t[]){ 30, 30 });
	const struct release *first = measure_wave(a, &s.wave), *again = measure_wave(a, &s.wave), *other;
	size_t in_order = 0;

	(void)state;
	assert_int_equal(places_kept(first, again), 60);
	s.wave.shuffle_key[1]++;
	other = measure_wave(a, &s.wave);
	assert_true(places_kept(first, other) < 10);
	for (size_t i = 0; i < 60; i++)
		in_order += str_eq(first->comments[i].text, s.responses[i].answers->texts[0]);
	assert_true(in_order < 10);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_the_party_when_each_is_large),
		cmocka_unit_test(joins_comments_when_one_party_is_small),
		cmocka_unit_test(withholds_comments_of_few),
		cmocka_unit_test(withholds_what_only_a_small_party_was_asked),
		cmocka_unit_test(skips_blank_comments),
		cmocka_unit_test(shuffles_by_the_key),
	};

	return cmocka_run_group_tests_name("comments", tests, NULL, NULL);
}
