/* release_attack_test.c - whoever combines all values of whole releases still learns of nobody below k */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "engine/measure/cell.h"
#include "engine/measure/measure.h"
#include "tests/unit/draw.h"
#include "tests/unit/survey.h"

/*
 * The measurement is a black box here. Every answer is changed by one, and how every shown value moves
 * says with which share the answer enters it: a row of numbers for each value, a column for each answer.
 * The attacker may combine the rows as he likes; for each set of k - 1 people, elimination in floating
 * point tells whether some combination rests on these people alone. Answers lie in the middle of their
 * scales, where means are straight lines.
 */
enum { WAVES = 5, MOST_COLUMNS = 26 * SURVEY_SLOTS, MOST_ROWS = 600 };

struct column {
	size_t person;
	int slot;
};

struct table {
	size_t n_rows, n_columns;
	struct column columns[MOST_COLUMNS];
	double rows[MOST_ROWS][MOST_COLUMNS];
};

static struct table all, part, outside;

static void
draw_middle(const struct survey *s)
{
	for (size_t r = 0; r < s->wave.n_responses; r++) {
		int16_t *codes = s->responses[r].answers->codes;

		for (int slot = 0; slot < SURVEY_WHY; slot++)
			codes[slot] = (int16_t)(2 + draw(2));
		codes[SURVEY_C1] = 4;		/* on one side of its ideal point */
		codes[SURVEY_O2] = (int16_t)(4 + draw(2));
		codes[SURVEY_S1] = (int16_t)draw(2);
		codes[SURVEY_S2] = (int16_t)draw(2);
		codes[SURVEY_S2_SECOND] = (int16_t)draw(2);
		for (int slot = 0; slot < SURVEY_WHY; slot++)
			if (draw(12) == 0)
				codes[slot] = MISSING_NA;
	}
}

/* Values that are sums of answers; a colour, the weaker side and the parties' range repeat some of them. */
static bool
is_linear(const struct cell *c)
{
	return c->shown == SHOWN && !isnan(c->value) && c->measure != MEASURE_RESPONSE &&
	    c->measure != MEASURE_WEAKER && c->measure != MEASURE_AGREEMENT && c->measure != MEASURE_COLOUR &&
	    !(c->measure == MEASURE_GAP && str_eq(c->group, "joint"));
}

/* An interval tells its middle too. */
static double
middle(const struct cell *c)
{
	return isnan(c->low) || c->measure == MEASURE_NPS ? c->value : (c->low + c->high) / 2;
}

static int16_t
moved(int slot, int16_t code)
{
	bool fact = slot == SURVEY_S1 || slot == SURVEY_S2 || slot == SURVEY_S2_SECOND;

	return (int16_t)(fact ? 1 - code : code + 1);
}

/* What everybody knows: perhaps a release about the first n_first people, and the one about all. */
struct known {
	const struct release *releases[2];
	struct wave_earlier earlier;
};

static void
release_all(struct arena *a, const struct survey *s, size_t n_first, struct known *known_r)
{
	struct wave_answers wave = s->wave;

	wave.n_responses = n_first;
	known_r->releases[0] = measure_wave(a, &wave);
	known_r->earlier = (struct wave_earlier){ known_r->releases[0], n_first };
	wave = s->wave;
	wave.n_earlier = n_first > 0;
	wave.earlier = &known_r->earlier;
	known_r->releases[1] = measure_wave(a, &wave);
}

/* How the values of one release move, below the rows of the other. */
static void
add_moves(const struct release *base, const struct release *after)
{
	assert_int_equal(after->n_cells, base->n_cells);
	for (size_t c = 0; c < base->n_cells; c++) {
		assert_int_equal(after->cells[c].shown, base->cells[c].shown);
		if (is_linear(&base->cells[c])) {
			assert_true(all.n_rows + 1 < MOST_ROWS);
			all.rows[all.n_rows++][all.n_columns] = after->cells[c].value - base->cells[c].value;
			all.rows[all.n_rows++][all.n_columns] =
			    middle(&after->cells[c]) - middle(&base->cells[c]);
		}
	}
}

static void
add_column(const struct survey *s, size_t n_first, const struct known *base, size_t person, int slot)
{
	struct arena *a = arena_new();
	int16_t *code = &s->responses[person].answers->codes[slot], kept = *code;
	struct known after;

	*code = moved(slot, kept);
	release_all(a, s, n_first, &after);
	*code = kept;
	all.n_rows = 0;
	for (int i = 0; i < 2; i++)
		add_moves(base->releases[i], after.releases[i]);
	all.columns[all.n_columns++] = (struct column){ person, slot };
	arena_free(a);
}

static double *
largest(struct table *t, size_t from, size_t column, size_t *row_r)
{
	*row_r = from;
	for (size_t r = from; r < t->n_rows; r++)
		if (fabs(t->rows[r][column]) > fabs(t->rows[*row_r][column]))
			*row_r = r;
	return &t->rows[*row_r][column];
}

/* Gauss and Jordan with the largest pivot; the rows that are left are independent. */
static void
eliminate(struct table *t)
{
	static double kept[MOST_COLUMNS];
	size_t rank = 0, row;
	const size_t width = t->n_columns * sizeof(double);

	for (size_t c = 0; c < t->n_columns && rank < t->n_rows; c++) {
		double pivot = *largest(t, rank, c, &row);

		if (fabs(pivot) < 1e-7)
			continue;
		memcpy(kept, t->rows[row], width);
		memcpy(t->rows[row], t->rows[rank], width);
		for (size_t j = 0; j < t->n_columns; j++)
			t->rows[rank][j] = kept[j] / pivot;
		for (size_t r = 0; r < t->n_rows; r++)
			for (size_t j = t->n_columns; r != rank && fabs(t->rows[r][c]) > 1e-9 && j-- > c;)
				t->rows[r][j] -= t->rows[r][c] * t->rows[rank][j];
		rank++;
	}
	t->n_rows = rank;
}

static void
scale_rows(struct table *t)
{
	for (size_t r = 0; r < t->n_rows; r++) {
		double most = 0;

		for (size_t c = 0; c < t->n_columns; c++)
			most = fmax(most, fabs(t->rows[r][c]));
		for (size_t c = 0; c < t->n_columns && most > 0; c++)
			t->rows[r][c] /= most;
	}
}

/* The slots that rows tie together, as bits. */
static unsigned
slots_of(const struct table *t, size_t row)
{
	unsigned slots = 0;

	for (size_t c = 0; c < t->n_columns; c++)
		if (fabs(t->rows[row][c]) > 1e-7)
			slots |= 1u << t->columns[c].slot;
	return slots;
}

static unsigned
tied_slots(const struct table *t, unsigned slots)
{
	for (unsigned before = 0; before != slots;) {
		before = slots;
		for (size_t r = 0; r < t->n_rows; r++)
			if (slots_of(t, r) & slots)
				slots |= slots_of(t, r);
	}
	return slots;
}

static void
take_part(unsigned slots)
{
	part.n_rows = part.n_columns = 0;
	for (size_t c = 0; c < all.n_columns; c++)
		if (slots >> all.columns[c].slot & 1)
			part.columns[part.n_columns++] = all.columns[c];
	for (size_t r = 0; r < all.n_rows; r++)
		if (slots_of(&all, r) & slots) {
			size_t n = 0;

			for (size_t c = 0; c < all.n_columns; c++)
				if (slots >> all.columns[c].slot & 1)
					part.rows[part.n_rows][n++] = all.rows[r][c];
			part.n_rows++;
		}
}

/* Does a combination of the rows vanish for everybody but the people of the set? */
static bool
rests_on(unsigned set)
{
	outside.n_rows = part.n_rows;
	outside.n_columns = 0;
	for (size_t c = 0; c < part.n_columns; c++) {
		if (set >> part.columns[c].person & 1)
			continue;
		for (size_t r = 0; r < part.n_rows; r++)
			outside.rows[r][outside.n_columns] = part.rows[r][c];
		outside.n_columns++;
	}
	eliminate(&outside);
	return outside.n_rows < part.n_rows;
}

static bool
any_set_exposed(size_t n_people, size_t from, int more, unsigned set)
{
	if (more == 0)
		return rests_on(set);
	for (size_t i = from; i < n_people; i++)
		if (any_set_exposed(n_people, i + 1, more - 1, set | 1u << i))
			return true;
	return false;
}

static bool
exposed(const struct survey *s)
{
	unsigned done = 0;

	scale_rows(&all);
	eliminate(&all);
	for (size_t r = 0; r < all.n_rows; r++) {
		unsigned slots = tied_slots(&all, slots_of(&all, r));

		if (slots & done)
			continue;
		done |= slots;
		take_part(slots);
		if (any_set_exposed(s->wave.n_responses, 0, s->wave.k - 1, 0))
			return true;
	}
	return false;
}

static struct survey
draw_wave(struct arena *a, size_t n_parties)
{
	size_t people[3];
	struct survey s;

	for (size_t p = 0; p < n_parties; p++)
		people[p] = n_parties == 2 ? 3 + draw(11) : 2 + draw(7);
	s = survey_new(a, n_parties, people);
	s.wave.k = (int)(3 + draw(3));
	draw_middle(&s);
	for (size_t r = s.wave.n_responses; r > 1; r--) {
		size_t other = draw(r);
		struct wave_response kept = s.responses[r - 1];

		s.responses[r - 1] = s.responses[other];
		s.responses[other] = kept;
	}
	return s;
}

/* Returns how many independent values the releases have. */
static size_t
attack(const struct survey *s, size_t n_first)
{
	struct known base;

	release_all(s->arena, s, n_first, &base);
	all.n_columns = all.n_rows = 0;
	for (size_t r = 0; r < s->wave.n_responses; r++)
		for (int slot = 0; slot < SURVEY_WHY; slot++)
			if (code_is_value(s->responses[r].answers->codes[slot]))
				add_column(s, n_first, &base, r, slot);
	assert_false(exposed(s));
	return all.n_rows;
}

static void
attack_waves(unsigned first, size_t n_parties, bool twice)
{
	size_t n_values = 0;

	for (unsigned number = first; number < first + WAVES; number++) {
		struct arena *a = arena_new();
		struct survey s;

		seed = number;
		s = draw_wave(a, n_parties);
		n_values += attack(&s, twice ? s.wave.n_responses - 1 - draw(6) : 0);
		arena_free(a);
	}
	print_message("# %zu independent values in %d waves\n", n_values, WAVES);
	assert_true(n_values > 10 * WAVES);
}

static void
two_parties(void **state)
{
	(void)state;
	attack_waves(1000, 2, false);
}

static void
three_parties(void **state)
{
	(void)state;
	attack_waves(2000, 3, false);
}

/* A release, then another when one to six more people have answered. */
static void
two_releases(void **state)
{
	(void)state;
	attack_waves(3000, 2, true);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_parties),
		cmocka_unit_test(three_parties),
		cmocka_unit_test(two_releases),
	};

	return cmocka_run_group_tests_name("release attack", tests, NULL, NULL);
}
