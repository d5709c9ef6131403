/* disclosure_test.c - every decision against brute force, and odd input */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "engine/measure/disclosure.h"
#include "tests/unit/brute.h"
#include "tests/unit/draw.h"

/* Groups that overlap in every way; some figures are item means, some are means over answered items. */
static void
draw_small(struct small *s, bool one_variable)
{
	bool answered[MAX_PEOPLE][MAX_VARIABLES];
	int k = 2 + (int)draw(4);

	memset(s, 0, sizeof(*s));
	s->n_people = draw(MAX_PEOPLE + 1);
	s->n_variables = one_variable ? 1 : 1 + draw(MAX_VARIABLES);
	s->n_figures = 1 + draw(MAX_FIGURES);
	for (size_t i = 0; i < s->n_people; i++) {
		s->k[i] = one_variable || draw(3) > 0 ? k : 1 + (int)draw(5);
		for (size_t v = 0; v < s->n_variables; v++)
			answered[i][v] = one_variable || draw(5) > 0;
	}
	for (size_t f = 0; f < s->n_figures; f++) {
		bool item = draw(2) == 0;
		size_t variable = draw(s->n_variables), share = 2 + draw(3);

		for (size_t i = 0; i < s->n_people; i++) {
			int m = 0;

			for (size_t v = 0; v < s->n_variables; v++)
				m += answered[i][v];
			for (size_t v = 0; draw(share) > 0 && v < s->n_variables; v++)
				if (answered[i][v] && (!item || v == variable))
					brute_add_term(s, f, i, v, v == 2 ? -1 : 1, item ? 1 : m);
		}
	}
}

/* Every decision, against all sets of people and exact elimination. */
static void
agrees_with_brute_force(void **state)
{
	size_t shown = 0, complement = 0, small = 0;

	(void)state;
	seed = 1;
	for (int trial = 0; trial < 3000; trial++) {
		struct arena *a = arena_new();
		struct small s;
		struct disclosure *d;
		bool published[MAX_FIGURES] = { false };

		draw_small(&s, false);
		d = disclosure_new(a, s.n_people, s.n_variables, s.k);
		for (size_t f = 0; f < s.n_figures; f++) {
			struct disclosure_decision decision = disclosure_test(d, s.figures[f]);

			assert_int_not_equal(decision.verdict, DISCLOSURE_UNPROVEN);
			published[f] = true;
			if (s.figures[f].n_terms > 0)
				assert_int_equal(brute_exposed(&s, published),
					decision.verdict != DISCLOSURE_SHOWN);
			published[f] = decision.verdict == DISCLOSURE_SHOWN;
			if (published[f])
				disclosure_publish(d, s.figures[f]);
			shown += decision.verdict == DISCLOSURE_SHOWN;
			small += decision.verdict == DISCLOSURE_SMALL;
			complement += decision.verdict == DISCLOSURE_COMPLEMENT;
		}
		assert_true(disclosure_safe(d));
		arena_free(a);
	}
	print_message("# shown %zu, small %zu, complement %zu\n", shown, small, complement);
	assert_true(shown > 2000 && small > 1000 && complement > 1000);
}

/* Publications nobody audited: safe exactly when no set is exposed. */
static void
judges_what_is_public(void **state)
{
	size_t n_safe = 0;

	(void)state;
	seed = 2;
	for (int trial = 0; trial < 3000; trial++) {
		struct arena *a = arena_new();
		struct small s;
		struct disclosure *d;
		bool published[MAX_FIGURES];

		draw_small(&s, false);
		memset(published, true, sizeof(published));
		d = disclosure_new(a, s.n_people, s.n_variables, s.k);
		for (size_t f = 0; f < s.n_figures; f++)
			disclosure_publish(d, s.figures[f]);
		assert_int_equal(brute_exposed(&s, published), !disclosure_safe(d));
		n_safe += disclosure_safe(d);
		arena_free(a);
	}
	assert_true(n_safe > 300 && n_safe < 2700);
}

/* The rule of the indicators lets pass what ours lets pass, and a little more. */
static void
contains_the_rule_of_indicators(void **state)
{
	size_t n_differ = 0, n_safe = 0;

	(void)state;
	seed = 3;
	for (int trial = 0; trial < 2000; trial++) {
		struct arena *a = arena_new();
		struct small s;
		struct disclosure *d;
		bool published[MAX_FIGURES], safe, indicator;

		draw_small(&s, true);
		memset(published, true, sizeof(published));
		d = disclosure_new(a, s.n_people, s.n_variables, s.k);
		for (size_t f = 0; f < s.n_figures; f++)
			disclosure_publish(d, s.figures[f]);
		safe = disclosure_safe(d);
		indicator = brute_indicator_exposed(&s, published);
		assert_false(safe && indicator);
		n_safe += safe;
		n_differ += !safe && !indicator;
		arena_free(a);
	}
	print_message("# safe %zu of 2000, refused beyond the indicators %zu\n", n_safe, n_differ);
	assert_true(n_safe > 200);
}

static void
nothing_is_too_odd(void **state)
{
	struct arena *a = arena_new();
	const int k[] = { DISCLOSURE_K_MAX, DISCLOSURE_K_MAX, 2 };
	const struct disclosure_term twice[] = {
		{ 0, 0, 1, 3 }, { 1, 0, 1, 7 }, { 0, 0, -1, 3 }, { 2, 0, 0, 1 }
	};
	struct disclosure *none = disclosure_new(a, 0, 0, NULL), *few = disclosure_new(a, 3, 1, k);
	struct disclosure_figure empty = { NULL, 0 }, odd = { twice, 4 };

	(void)state;
	assert_true(disclosure_safe(none));
	assert_int_equal(disclosure_test(none, empty).verdict, DISCLOSURE_SMALL);
	disclosure_publish(none, empty);
	disclosure_choose(none, NULL, 0, NULL);
	assert_true(disclosure_safe(none));
	assert_int_equal(disclosure_test(few, empty).verdict, DISCLOSURE_SMALL);
	assert_int_equal(disclosure_test(few, odd).verdict, DISCLOSURE_SMALL);
	assert_int_equal(disclosure_test(few, odd).n_people, 1);
	disclosure_publish(few, odd);
	assert_false(disclosure_safe(few));
	arena_free(a);
}

/* Hundreds of overlapping groups are more than can be proven: refused, and soon. */
static void
refuses_what_it_cannot_prove(void **state)
{
	struct arena *a = arena_new();
	int k[300];
	struct disclosure *d;
	struct disclosure_term terms[300];
	struct disclosure_decision decision = { DISCLOSURE_SHOWN, 0, 0, NULL };
	clock_t start = clock();

	(void)state;
	seed = 6;
	for (size_t i = 0; i < 300; i++)
		k[i] = 20;
	d = disclosure_new(a, 300, 1, k);
	for (size_t f = 0; f < 60 && decision.verdict == DISCLOSURE_SHOWN; f++) {
		size_t n = 0;

		for (size_t i = 0; i < 300; i++)
			if (draw(2) == 0)
				terms[n++] = (struct disclosure_term){ i, 0, 1, 1 };
		disclosure_choose(d, &(struct disclosure_figure){ terms, n }, 1, &decision);
	}
	assert_int_equal(decision.verdict, DISCLOSURE_UNPROVEN);
	print_message("# refused after %.0f ms\n", (double)(clock() - start) * 1e3 / CLOCKS_PER_SEC);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_brute_force),
		cmocka_unit_test(judges_what_is_public),
		cmocka_unit_test(contains_the_rule_of_indicators),
		cmocka_unit_test(nothing_is_too_odd),
		cmocka_unit_test(refuses_what_it_cannot_prove),
	};

	return cmocka_run_group_tests_name("disclosure", tests, NULL, NULL);
}
