/* lines_test.c - which published figures an audit has to look at, and its elimination in whole numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdint.h>

#include "base/arena.h"
#include "engine/measure/lines.h"
#include "engine/measure/rowspace.h"
#include "tests/unit/draw.h"

/* Person after person from the first, one answer each to one variable. */
static struct atoms_line
line_of(struct arena *a, size_t first, size_t n, size_t variable, int64_t num, int64_t den)
{
	struct atoms_term *terms = arena_make_n(a, n, struct atoms_term);

	for (size_t i = 0; i < n; i++)
		terms[i] = (struct atoms_term){ first + i, variable, num, den };
	return (struct atoms_line){ terms, n };
}

static size_t
count_tied(struct lines *l, struct arena *a, struct atoms_line line)
{
	size_t n;

	lines_tied(l, a, &line, &n);
	return n;
}

static size_t
count_groups(struct lines *l, struct arena *a)
{
	size_t n;

	lines_groups(l, a, &n);
	return n;
}

static void
joint_of_published_parties_adds_nothing(void **state)
{
	struct arena *a = arena_new();
	struct lines *l = lines_new(a, 10, 2);
	struct atoms_line left = line_of(a, 0, 4, 1, 1, 3), right = line_of(a, 4, 6, 1, -1, 5);
	struct atoms_line joint = line_of(a, 0, 10, 1, 1, 1), twice = line_of(a, 0, 4, 1, -2, 3);
	struct atoms_line empty = { NULL, 0 };

	(void)state;
	lines_add(l, &left);
	assert_true(lines_contain(l, &left));
	assert_true(lines_contain(l, &twice));
	assert_true(lines_contain(l, &empty));
	assert_false(lines_contain(l, &joint));
	assert_false(lines_contain(l, &right));
	lines_add(l, &right);
	assert_true(lines_contain(l, &joint));
	lines_add(l, &joint);
	assert_int_equal(count_groups(l, a), 2);
	assert_int_equal(count_tied(l, a, left), 1);
	assert_int_equal(count_tied(l, a, joint), 2);
	assert_int_equal(count_tied(l, a, line_of(a, 0, 10, 0, 1, 1)), 0);
	arena_free(a);
}

/* What overlaps does not add up, and what is not a multiple everywhere is no part. */
static void
only_a_sum_is_a_sum(void **state)
{
	struct arena *a = arena_new();
	struct lines *l = lines_new(a, 10, 1);
	struct atoms_line first = line_of(a, 0, 3, 0, 1, 1), second = line_of(a, 2, 3, 0, 1, 1);
	struct atoms_line all = line_of(a, 0, 6, 0, 1, 1), wide = line_of(a, 0, 3, 0, 1, 1);

	(void)state;
	lines_add(l, &first);
	lines_add(l, &second);
	assert_int_equal(count_groups(l, a), 1);
	assert_false(lines_contain(l, &all));
	((struct atoms_term *)wide.terms)[2].num = 2;
	assert_false(lines_contain(l, &wide));
	lines_add(l, &wide);
	assert_int_equal(count_tied(l, a, wide), 3);
	arena_free(a);
}

/* A multiple that does not fit is not seen as one: the audit looks at the figure as at any other. */
static void
too_big_a_multiple_is_not_trusted(void **state)
{
	struct arena *a = arena_new();
	struct lines *l = lines_new(a, 2, 1);
	struct atoms_line small = line_of(a, 0, 2, 0, 1, INT64_MAX), big = line_of(a, 0, 2, 0, 3, 1);

	(void)state;
	lines_add(l, &small);
	assert_false(lines_contain(l, &big));
	lines_add(l, &big);
	assert_int_equal(count_tied(l, a, big), 2);
	arena_free(a);
}

/* Rank of the first n columns and of all, modulo a prime above every minor of these small matrices. */
static size_t
rank_of(const int64_t *entries, size_t n_rows, size_t n_columns, size_t n)
{
	const int64_t p = 1000003;
	int64_t m[4][6];
	size_t rank = 0;

	for (size_t r = 0; r < n_rows; r++)
		for (size_t c = 0; c < n; c++)
			m[r][c] = (entries[r * n_columns + c] + p) % p;
	for (size_t c = 0; c < n && rank < n_rows; c++) {
		size_t pivot = rank;

		while (pivot < n_rows && m[pivot][c] == 0)
			pivot++;
		if (pivot == n_rows)
			continue;
		for (size_t j = 0; j < n; j++) {
			int64_t kept = m[pivot][j];

			m[pivot][j] = m[rank][j];
			m[rank][j] = kept;
		}
		for (size_t r = rank + 1; r < n_rows; r++)
			for (size_t j = n; j-- > c;)
				m[r][j] = (m[rank][c] * m[r][j] % p + (p - m[r][c]) * m[rank][j]) % p;
		rank++;
	}
	return rank;
}

/* Nothing is left exactly when the first columns have the rank of all. */
static void
leaves_nothing_at_full_rank(void **state)
{
	size_t n_nothing = 0;

	(void)state;
	seed = 7;
	for (int trial = 0; trial < 5000; trial++) {
		struct arena *a = arena_new();
		int64_t entries[24];
		size_t n_rows = draw(5), n_columns = 1 + draw(6), n = draw(n_columns + 1);
		struct rowspace in = { .n_rows = n_rows, .n_columns = n_columns, .entries = entries };
		bool nothing;

		for (size_t i = 0; i < n_rows * n_columns; i++)
			entries[i] = draw(2) == 0 ? 0 : (int64_t)draw(7) - 3;
		nothing = rowspace_leaves_nothing(a, &in, n);
		assert_int_equal(nothing,
		    rank_of(entries, n_rows, n_columns, n) == rank_of(entries, n_rows, n_columns, n_columns));
		n_nothing += nothing;
		arena_free(a);
	}
	assert_true(n_nothing > 1000 && n_nothing < 4000);
}

/* Numbers that grow beyond 64 bits prove nothing here, and the primes take over. */
static void
big_numbers_are_left_to_the_primes(void **state)
{
	struct arena *a = arena_new();
	const int64_t b = INT64_C(1) << 40;
	const int64_t entries[] = { b + 1, b + 5, b + 7, b + 3, b + 9, b + 15, b + 21, b + 11, b + 2 };
	const size_t first[] = { 0, 3 };
	const int64_t weight[] = { 5 };
	struct rowspace in = { 3, 3, 1, entries, first, weight };
	bool touched;

	(void)state;
	assert_false(rowspace_leaves_nothing(a, &in, 3));
	assert_int_equal(rowspace_light(a, &in, 5, &touched), ROWSPACE_NONE);
	assert_int_equal(rowspace_light(a, &in, 6, &touched), ROWSPACE_FOUND);
	assert_true(touched);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joint_of_published_parties_adds_nothing),
		cmocka_unit_test(only_a_sum_is_a_sum),
		cmocka_unit_test(too_big_a_multiple_is_not_trusted),
		cmocka_unit_test(leaves_nothing_at_full_rank),
		cmocka_unit_test(big_numbers_are_left_to_the_primes),
	};

	return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
