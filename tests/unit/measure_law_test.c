/* measure_law_test.c - what holds for every wave, on waves drawn at random */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "engine/measure/cell.h"
#include "tests/stats/near.h"
#include "tests/unit/draw.h"
#include "tests/unit/survey.h"

enum { WAVES = 150, MOST_PEOPLE = 14 };

/* Up to three parties of up to MOST_PEOPLE, about one answer in nine missing, k from 3 to 6. */
static struct survey
random_wave(struct arena *a, unsigned number)
{
	size_t people[3], parties;
	struct survey s;

	seed = number;
	parties = 2 + draw(2);
	for (size_t p = 0; p < 3; p++)
		people[p] = draw(MOST_PEOPLE + 1);
	s = survey_new(a, parties, people);
	survey_draw(&s, number);
	s.wave.k = (int)(3 + draw(4));
	for (size_t r = 0; r < s.wave.n_responses; r++)
		for (int slot = 0; slot < SURVEY_SLOTS; slot++)
			if (draw(9) == 0)
				s.responses[r].answers->codes[slot] = MISSING_NA;
	return s;
}

static bool
same_number(double a, double b)
{
	return isnan(a) ? isnan(b) : a >= b && a <= b;
}

static void
assert_same_cell(const struct cell *a, const struct cell *b)
{
	assert_int_equal(a->measure, b->measure);
	assert_string_equal(a->of, b->of);
	assert_string_equal(a->group, b->group);
	assert_int_equal(a->shown, b->shown);
	assert_int_equal(a->n, b->n);
	assert_true(str_eq(a->word, b->word));
	assert_true(same_number(a->p, b->p) && same_number(a->p_adjusted, b->p_adjusted));
	assert_true(same_number(a->value, b->value) && same_number(a->low, b->low) &&
	    same_number(a->high, b->high));
	assert_true(same_number(a->effect, b->effect) && same_number(a->percent, b->percent));
}

static bool
has_figures(const struct cell *c)
{
	return c->n != 0 || c->word != NULL || !isnan(c->value) || !isnan(c->low) || !isnan(c->high) ||
	    !isnan(c->p) || !isnan(c->p_adjusted) || !isnan(c->effect) || !isnan(c->percent) || c->capped;
}

static void
hidden_cells_are_empty_and_shown_ones_have_k(void **state)
{
	size_t shown = 0, hidden = 0;

	(void)state;
	for (unsigned i = 0; i < WAVES; i++) {
		struct arena *a = arena_new();
		struct survey s = random_wave(a, i);
		const struct release *release = measure_wave(a, &s.wave);

		for (size_t c = 0; c < release->n_cells; c++) {
			const struct cell *cell = &release->cells[c];

			if (cell->measure == MEASURE_RESPONSE)
				continue;
			if (cell->shown == SHOWN)
				assert_true(cell->n >= s.wave.k);
			else
				assert_true(!has_figures(cell));
			shown += cell->shown == SHOWN;
			hidden += cell->shown != SHOWN;
		}
		arena_free(a);
	}
	assert_true(shown > 1000 && hidden > 1000);
}

/* Figures that lean on fewer than ten people of one party tell neither spread nor single items. */
static void
small_parties_show_no_items(void **state)
{
	(void)state;
	for (unsigned i = 0; i < WAVES; i++) {
		struct arena *a = arena_new();
		struct survey s = random_wave(a, i);
		const struct release *release = measure_wave(a, &s.wave);

		for (size_t c = 0; c < release->n_cells; c++) {
			const struct cell *cell = &release->cells[c];

			if (cell->shown != SHOWN || cell->n >= 10)
				continue;
			assert_int_not_equal(cell->measure, MEASURE_ITEM);
			assert_int_not_equal(cell->measure, MEASURE_COUNT);
			assert_int_not_equal(cell->measure, MEASURE_NPS);
			if (cell->measure == MEASURE_SCORE && str_eq(cell->of, "purpose"))
				assert_true(isnan(cell->low));
			if (cell->measure == MEASURE_AGREEMENT)
				assert_true(isnan(cell->value));
		}
		arena_free(a);
	}
}

/* Every cell to the last bit, and every comment, whatever order people are given in. */
static void
order_of_people_does_not_matter(void **state)
{
	(void)state;
	for (unsigned i = 0; i < WAVES; i++) {
		struct arena *a = arena_new();
		struct survey s = random_wave(a, i);
		const struct release *before = measure_wave(a, &s.wave), *after;

		for (size_t r = s.wave.n_responses; r > 1; r--) {
			size_t other = draw(r);
			struct wave_response swap = s.responses[r - 1];

			s.responses[r - 1] = s.responses[other];
			s.responses[other] = swap;
		}
		after = measure_wave(a, &s.wave);
		assert_int_equal(before->n_cells, after->n_cells);
		for (size_t c = 0; c < before->n_cells; c++)
			assert_same_cell(&before->cells[c], &after->cells[c]);
		assert_int_equal(before->n_comments, after->n_comments);
		for (size_t c = 0; c < before->n_comments; c++)
			assert_string_equal(before->comments[c].text, after->comments[c].text);
		arena_free(a);
	}
}

static void
assert_opposite(double a, double b)
{
	assert_true(isnan(a) == isnan(b));
	if (!isnan(a))
		assert_near(a, -b, 1e-12);
}

static void
assert_same(double a, double b)
{
	assert_true(isnan(a) == isnan(b));
	if (!isnan(a))
		assert_near(a, b, 1e-12);
}

static void
swapping_parties_turns_the_gaps(void **state)
{
	size_t turned = 0;

	(void)state;
	for (unsigned i = 0; i < WAVES; i++) {
		struct arena *a = arena_new();
		struct survey s = random_wave(a, i);
		const struct release *before = measure_wave(a, &s.wave), *after;

		if (s.wave.n_parties == 2) {
			for (size_t r = 0; r < s.wave.n_responses; r++)
				s.responses[r].party = 1 - s.responses[r].party;
			after = measure_wave(a, &s.wave);
			for (size_t c = 0; c < before->n_cells; c++) {
				const struct cell *x = &before->cells[c], *y;

				if (x->measure != MEASURE_GAP || x->shown != SHOWN)
					continue;
				y = release_cell(after, x->measure, x->of, "a", NULL);
				assert_opposite(x->value, y->value);
				assert_opposite(x->low, y->high);
				assert_opposite(x->effect, y->effect);
				assert_same(x->p, y->p);
				assert_string_equal(x->word, y->word);
				assert_same(survey_cell(before, MEASURE_SCORE, x->of, "joint")->value,
				    survey_cell(after, MEASURE_SCORE, x->of, "joint")->value);
				turned++;
			}
		}
		arena_free(a);
	}
	assert_true(turned > 100);
}

/* With everybody there twice the means stay, the intervals get narrower and nothing shown disappears. */
static void
doubling_everybody_keeps_the_means(void **state)
{
	(void)state;
	for (unsigned i = 0; i < WAVES; i++) {
		struct arena *a = arena_new();
		struct survey s = random_wave(a, i);
		size_t n = s.wave.n_responses;
		const struct release *before = measure_wave(a, &s.wave), *after;
		struct wave_response *twice = arena_make_n(a, 2 * n, struct wave_response);

		memcpy(twice, s.responses, n * sizeof(*twice));
		memcpy(twice + n, s.responses, n * sizeof(*twice));
		s.wave.responses = twice;
		s.wave.n_responses = 2 * n;
		after = measure_wave(a, &s.wave);
		for (size_t c = 0; c < before->n_cells; c++) {
			const struct cell *x = &before->cells[c], *y = &after->cells[c];

			if (x->shown != SHOWN || x->measure != MEASURE_SCORE || str_eq(x->of, "health"))
				continue;
			assert_int_equal(y->shown, SHOWN);
			assert_int_equal(y->n, 2 * x->n);
			if (!isnan(x->value))
				assert_near(y->value, x->value, 1e-12);
			if (!isnan(x->low))
				assert_true(y->low >= x->low && y->high <= x->high);
		}
		arena_free(a);
	}
}

/* The same people score the same whatever others answer. */
static void
a_party_does_not_depend_on_the_other(void **state)
{
	struct arena *a = arena_new();
	struct survey s = survey_new(a, 2, (const size_t[]){ 9, 9 });
	const struct release *before, *after;

	(void)state;
	survey_draw(&s, 99);
	before = measure_wave(a, &s.wave);
	for (size_t i = 0; i < 9; i++)
		for (int slot = 0; slot <= SURVEY_O1; slot++)
			survey_answer(&s, 1, i, slot, 1 + (int)draw(5));
	after = measure_wave(a, &s.wave);
	for (size_t d = 0; d < 4; d++)
		assert_same_cell(survey_cell(before, MEASURE_SCORE, s.wave.form->dimensions[d].id, "a"),
		    survey_cell(after, MEASURE_SCORE, s.wave.form->dimensions[d].id, "a"));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hidden_cells_are_empty_and_shown_ones_have_k),
		cmocka_unit_test(small_parties_show_no_items),
		cmocka_unit_test(order_of_people_does_not_matter),
		cmocka_unit_test(swapping_parties_turns_the_gaps),
		cmocka_unit_test(doubling_everybody_keeps_the_means),
		cmocka_unit_test(a_party_does_not_depend_on_the_other),
	};

	return cmocka_run_group_tests_name("measure_law", tests, NULL, NULL);
}
