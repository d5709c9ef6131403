/* stats_permutation_test.c - permutation and rank tests against other tools and against plain enumeration */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdbool.h>
#include <stdlib.h>

#include "engine/stats/gap/permutation.h"
#include "engine/stats/gap/ranks.h"
#include "engine/stats/gap/subset.h"
#include "engine/stats/gap/subset_lattice.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/sides.h"
#include "tests/stats/table.h"

/* Every subset of the pool as a bit pattern. */
static struct subset_tail
enumerate(const int64_t x[], size_t n, size_t m, int64_t seen)
{
	struct subset_tail tail = { 0, 0, SUBSET_COUNTED };
	int64_t total = 0, observed;
	double subsets = 0;

	for (size_t i = 0; i < n; i++)
		total += x[i];
	observed = llabs((int64_t)n * seen - (int64_t)m * total);
	for (uint32_t set = 0; set < UINT32_C(1) << n; set++) {
		int64_t sum = 0, d;

		if ((size_t)__builtin_popcount(set) != m)
			continue;
		for (size_t i = 0; i < n; i++)
			sum += set >> i & 1 ? x[i] : 0;
		d = llabs((int64_t)n * sum - (int64_t)m * total);
		subsets++;
		tail.beyond += d > observed;
		tail.equal += d == observed;
	}
	tail.beyond /= subsets;
	tail.equal /= subsets;
	return tail;
}

static int64_t
sum_of(const struct scores *s)
{
	int64_t sum = 0;

	for (size_t i = 0; i < s->n; i++)
		sum += s->x[i];
	return sum;
}

/* mid-p follows from the one-sided p-values when both sides have ten people: D is then symmetric. */
static void
ten_and_ten_agree_with_r(void **state)
{
	struct table *expected = table_load(arena, "twosample_ally"), *data = table_load(arena, "ally_10v10");

	(void)state;
	for (size_t i = 0; i < expected->rows; i++) {
		struct sides s = sides_load(arena, data, table_text(expected, i, "item"));
		struct permutation p = permutation_test(&s.a, &s.b);
		struct ranks exact = ranks_test(&s.a, &s.b), normal = ranks_normal(&s.a, &s.b);
		double at = table_number(expected, i, "perm_ge") + table_number(expected, i, "perm_le") - 1;

		assert_int_equal(p.refused, REFUSED_NOT);
		assert_near(p.p, table_number(expected, i, "perm_p"), 1e-13);
		assert_near(p.mid_p, p.p - (table_number(expected, i, "diff") == 0 ? at / 2 : at), 1e-13);
		assert_true(exact.exact);
		assert_near(exact.u, table_number(expected, i, "mw_u"), 1e-15);
		assert_near(exact.p, table_number(expected, i, "mw_p_exact"), 1e-13);
		assert_near(normal.p, table_number(expected, i, "mw_p_normal_cc"), 1e-11);
	}
}

static void
few_people_agree_with_enumeration(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 400; seed++) {
		size_t n_a = 1 + seed % 6, n_b = 1 + seed / 6 % 7;
		struct sides s = sides_random(arena, seed, n_a, n_b, 1 + (int64_t)seed % 25, 1 + (int64_t)seed % 4);
		struct permutation p = permutation_test(&s.a, &s.b);
		struct subset_tail tail = enumerate(scores_pool(arena, &s.a, &s.b), n_a + n_b, n_a, sum_of(&s.a));

		if (p.refused == REFUSED_NO_SPREAD) {
			assert_near(tail.equal, 1, 1e-15);
			continue;
		}
		assert_near(p.p, tail.beyond + tail.equal, 1e-14);
		assert_near(p.mid_p, tail.beyond + tail.equal / 2, 1e-14);
	}
}

static struct subset
reduced(const struct sides *s)
{
	size_t n = s->a.n + s->b.n;
	struct subset r = { scores_pool(arena, &s->a, &s->b), (int64_t)n, (int64_t)s->a.n, 0, 0, 0, 0 };

	r.total = sum_of(&s->a) + sum_of(&s->b);
	for (size_t i = 0; i < n; i++)
		for (size_t j = i; j > 0 && r.x[j] < r.x[j - 1]; j--) {
			int64_t x = r.x[j];

			r.x[j] = r.x[j - 1];
			r.x[j - 1] = x;
		}
	for (int64_t i = 0; i < r.m; i++) {
		r.lowest += r.x[i];
		r.highest += r.x[r.n - 1 - i];
	}
	r.observed = llabs(r.n * sum_of(&s->a) - r.m * r.total);
	return r;
}

/* Both exact ways on the same people, those who differ and those who do not. */
static void
inversion_agrees_with_counting(void **state)
{
	(void)state;
	for (uint64_t seed = 1000; seed < 1060; seed++) {
		size_t n_a = 2 + seed % 17, n_b = n_a + seed % 23;
		struct sides s = sides_random(arena, seed, n_a, n_b, 20 + (int64_t)seed % 30, 1);
		struct permutation counted = permutation_test(&s.a, &s.b);
		struct subset r = reduced(&s);
		struct subset_tail inverted;

		if (r.x[0] != 0)
			continue;
		inverted = subset_lattice_tail(arena, &r);
		assert_int_equal(counted.method, SUBSET_COUNTED);
		assert_int_equal(inverted.method, SUBSET_INVERTED);
		assert_near(inverted.beyond + inverted.equal, counted.p, 1e-12);
		assert_near(inverted.beyond + inverted.equal / 2, counted.mid_p, 1e-12);
	}
}

static void
large_groups_agree_with_exact_counts(void **state)
{
	struct table *expected = table_load(arena, "permutation_large");

	(void)state;
	for (size_t i = 0; i < expected->rows; i++) {
		size_t n_a = (size_t)table_number(expected, i, "n_a"), n_b = (size_t)table_number(expected, i, "n_b");
		struct sides s = sides_random(arena, (uint64_t)table_number(expected, i, "seed"), n_a, n_b,
		    (int64_t)table_number(expected, i, "top"), 1);
		int64_t *shifted = arena_memdup(arena, s.a.x, n_a * sizeof *shifted);
		struct permutation p;

		for (size_t j = 0; j < (size_t)table_number(expected, i, "raised"); j++)
			shifted[j]++;
		s.a.x = shifted;
		p = permutation_test(&s.a, &s.b);
		assert_int_equal(p.method, SUBSET_INVERTED);
		assert_near(p.p, table_number(expected, i, "p"), 1e-11);
		assert_near(p.mid_p, table_number(expected, i, "mid_p"), 1e-11);
	}
}

/* Unit, offset, order and the names of the sides mean nothing. */
static void
tests_are_invariant(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 60; seed++) {
		struct sides s = sides_random(arena, seed, 3 + seed % 9, 12, 24, 1), big;
		struct sides swapped = sides_swap(&s), reversed = sides_reverse(arena, &s);
		struct permutation p = permutation_test(&s.a, &s.b);
		struct ranks r = ranks_test(&s.a, &s.b);

		big = sides_random(arena, seed, 3 + seed % 9, 12, 24, 1260);
		assert_near(permutation_test(&swapped.a, &swapped.b).mid_p, p.mid_p, 1e-15);
		assert_near(permutation_test(&reversed.a, &reversed.b).mid_p, p.mid_p, 0);
		assert_near(permutation_test(&big.a, &big.b).mid_p, p.mid_p, 0);
		assert_near(ranks_test(&swapped.a, &swapped.b).p, r.p, 1e-15);
		assert_near(ranks_test(&swapped.a, &swapped.b).u, (double)(s.a.n * s.b.n) - r.u, 0);
		assert_near(ranks_test(&big.a, &big.b).p, r.p, 0);
	}
}

static void
ranks_change_method_above_sixty(void **state)
{
	struct sides at = sides_random(arena, 5, 30, 30, 4, 1), above = sides_random(arena, 5, 30, 31, 4, 1);
	struct ranks exact = ranks_exact(&above.a, &above.b), used = ranks_test(&above.a, &above.b);

	(void)state;
	assert_true(ranks_test(&at.a, &at.b).exact);
	assert_false(used.exact);
	assert_near(used.u, exact.u, 0);
	assert_near(used.p, exact.p, .02);
	assert_true(used.p != exact.p);
}

static const int64_t *
finer(const struct scores *s, int64_t nudge)
{
	int64_t *x = arena_make_n(arena, s->n, int64_t);

	for (size_t i = 0; i < s->n; i++)
		x[i] = s->x[i] * 3000;
	x[0] += nudge;
	return x;
}

/* One person moved by a 3000th of a step makes the lattice too fine, and the distribution no other. */
static void
normal_takes_over_when_the_lattice_is_too_large(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 5; seed++) {
		struct sides s = sides_random(arena, seed, 400, 500, 40, 1);
		const struct scores a = { finer(&s.a, 1), 400, 60 }, b = { finer(&s.b, 0), 500, 60 };
		struct permutation exact = permutation_test(&s.a, &s.b), normal = permutation_test(&a, &b);

		assert_int_equal(exact.method, SUBSET_INVERTED);
		assert_int_equal(normal.method, SUBSET_NORMAL);
		assert_near(normal.mid_p, exact.mid_p, 1e-3);
		assert_near(normal.p, normal.mid_p, 0);
	}
}

static void
refusals(void **state)
{
	const struct scores none = { NULL, 0, 60 }, one = { (int64_t[]){ 240 }, 1, 60 };
	const struct scores alike = { (int64_t[]){ 240, 240, 240 }, 3, 60 };
	const struct scores other = { (int64_t[]){ 180, 180, 180 }, 3, 60 };

	(void)state;
	assert_int_equal(permutation_test(&none, &one).refused, REFUSED_EMPTY);
	assert_int_equal(permutation_test(&one, &none).refused, REFUSED_EMPTY);
	assert_true(isnan(permutation_test(&one, &none).mid_p));
	assert_int_equal(permutation_test(&one, &alike).refused, REFUSED_NO_SPREAD);
	assert_int_equal(ranks_test(&none, &one).refused, REFUSED_EMPTY);
	assert_int_equal(ranks_normal(&alike, &alike).refused, REFUSED_NO_SPREAD);
	assert_int_equal(ranks_exact(&alike, &alike).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(ranks_exact(&alike, &alike).p));
	assert_near(permutation_test(&alike, &other).p, 2. / 20, 1e-15);
	assert_near(permutation_test(&alike, &other).mid_p, 1. / 20, 1e-15);
	assert_near(permutation_test(&one, &other).p, 1. / 4, 1e-15);
	assert_near(permutation_test(&one, &(struct scores){ other.x, 1, 60 }).mid_p, .5, 1e-15);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ten_and_ten_agree_with_r),
		cmocka_unit_test(few_people_agree_with_enumeration),
		cmocka_unit_test(inversion_agrees_with_counting),
		cmocka_unit_test(large_groups_agree_with_exact_counts),
		cmocka_unit_test(tests_are_invariant),
		cmocka_unit_test(ranks_change_method_above_sixty),
		cmocka_unit_test(normal_takes_over_when_the_lattice_is_too_large),
		cmocka_unit_test(refusals),
	};

	return cmocka_run_group_tests_name("stats_permutation", tests, begin, end);
}
