/* disclosure_test.c - every decision against brute force, and odd input */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "engine/measure/disclosure.h"
#include "tests/unit/draw.h"

#define MAX_PEOPLE 10
#define MAX_VARIABLES 3
#define MAX_FIGURES 8
#define MAX_TERMS (MAX_PEOPLE * MAX_VARIABLES)

__extension__ typedef __int128 i128;

/* A wave small enough to try every set of people. */
struct small {
	size_t n_people, n_variables, n_figures;
	int k[MAX_PEOPLE];
	struct disclosure_term terms[MAX_FIGURES][MAX_TERMS];
	struct disclosure_figure figures[MAX_FIGURES];
};

static void
add_term(struct small *s, size_t figure, size_t person, size_t variable, int weight, int out_of)
{
	struct disclosure_figure *f = &s->figures[figure];

	s->terms[figure][f->n_terms++] = (struct disclosure_term){ person, variable, weight, out_of };
	f->terms = s->terms[figure];
}

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
					add_term(s, f, i, v, v == 2 ? -1 : 1, item ? 1 : m);
		}
	}
}

/* Row f of the matrix over all answers of identifiable people, in whole numbers (denominators up to 3). */
static void
fill_row(const struct small *s, size_t f, int64_t row[MAX_TERMS])
{
	memset(row, 0, MAX_TERMS * sizeof(*row));
	for (size_t t = 0; t < s->figures[f].n_terms; t++) {
		const struct disclosure_term *term = &s->figures[f].terms[t];
		size_t column = term->respondent * MAX_VARIABLES + term->variable;

		if (s->k[term->respondent] > 1)
			row[column] += 6 / term->out_of * term->weight;
	}
}

/* Bareiss 1968: fraction-free elimination; every division is exact. */
static size_t
rank_of(size_t n, int64_t rows[MAX_FIGURES + 1][MAX_TERMS])
{
	i128 m[MAX_FIGURES + 1][MAX_TERMS], previous = 1;
	size_t rank = 0;

	for (size_t r = 0; r < n; r++)
		for (size_t c = 0; c < MAX_TERMS; c++)
			m[r][c] = rows[r][c];
	for (size_t c = 0; c < MAX_TERMS && rank < n; c++) {
		size_t pivot = rank;

		while (pivot < n && m[pivot][c] == 0)
			pivot++;
		if (pivot == n)
			continue;
		for (size_t j = 0; j < MAX_TERMS && pivot != rank; j++) {
			i128 kept = m[pivot][j];

			m[pivot][j] = m[rank][j];
			m[rank][j] = kept;
		}
		for (size_t r = rank + 1; r < n; r++)
			for (size_t j = MAX_TERMS; j-- > 0;)
				m[r][j] = (m[rank][c] * m[r][j] - m[r][c] * m[rank][j]) / previous;
		previous = m[rank++][c];
	}
	return rank;
}

/* Do the people of the set (bits) weigh less than one group, each 1/k? In 60ths, exact for k up to 5. */
static bool
too_few(const struct small *s, unsigned set)
{
	int weight = 0;

	for (size_t i = 0; i < s->n_people; i++)
		if (set >> i & 1) {
			if (s->k[i] == 1)
				return false;
			weight += 60 / s->k[i];
		}
	return set != 0 && weight < 60;
}

/* A combination that is zero outside the set exists exactly if the rank falls without the set's columns. */
static bool
set_exposed(const struct small *s, size_t n_rows, int64_t rows[MAX_FIGURES + 1][MAX_TERMS], unsigned set)
{
	int64_t outside[MAX_FIGURES + 1][MAX_TERMS];

	memcpy(outside, rows, sizeof(outside));
	for (size_t r = 0; r < n_rows; r++)
		for (size_t c = 0; c < s->n_people * MAX_VARIABLES; c++)
			if (set >> (c / MAX_VARIABLES) & 1)
				outside[r][c] = 0;
	return rank_of(n_rows, outside) < rank_of(n_rows, rows);
}

/* The usual rule on one variable: the indicator of the set is a combination of the rows. */
static bool
indicator_exposed(size_t n_rows, int64_t rows[MAX_FIGURES + 1][MAX_TERMS], unsigned set)
{
	int64_t more[MAX_FIGURES + 1][MAX_TERMS];

	memcpy(more, rows, sizeof(more));
	for (size_t c = 0; c < MAX_TERMS; c++)
		more[n_rows][c] = c % MAX_VARIABLES == 0 && (set >> (c / MAX_VARIABLES) & 1);
	return rank_of(n_rows + 1, more) == rank_of(n_rows, rows);
}

static bool
any_exposed(const struct small *s, const bool *published, bool by_indicator)
{
	int64_t rows[MAX_FIGURES + 1][MAX_TERMS];
	size_t n = 0;

	memset(rows, 0, sizeof(rows));
	for (size_t f = 0; f < s->n_figures; f++)
		if (published[f])
			fill_row(s, f, rows[n++]);
	for (unsigned set = 1; set < 1u << s->n_people; set++)
		if (too_few(s, set) &&
		    (by_indicator ? indicator_exposed(n, rows, set) : set_exposed(s, n, rows, set)))
			return true;
	return false;
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
				assert_int_equal(any_exposed(&s, published, false),
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
		assert_int_equal(any_exposed(&s, published, false), !disclosure_safe(d));
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
		indicator = any_exposed(&s, published, true);
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
	assert_string_equal(disclosure_verdict_name(DISCLOSURE_COMPLEMENT), "complement");
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
