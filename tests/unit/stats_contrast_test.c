/* stats_contrast_test.c - one party against the mean of the others, against every way to deal the people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "engine/stats/gap/contrast.h"
#include "tests/stats/near.h"
#include "tests/unit/draw.h"

enum { PARTIES_MAX = 4, PEOPLE_MAX = 64 };

/* People of n parties, one after the other. */
struct people {
	size_t n_parties, n, which, sizes[PARTIES_MAX];
	int64_t x[PEOPLE_MAX];
};

static struct people
draw_people(size_t n_parties, const size_t sizes[], size_t which, int64_t step, size_t levels)
{
	struct people p = { .n_parties = n_parties, .which = which };

	for (size_t i = 0; i < n_parties; i++) {
		p.sizes[i] = sizes[i];
		for (size_t j = 0; j < sizes[i]; j++)
			p.x[p.n++] = 60 + step * (int64_t)draw(levels);
	}
	return p;
}

static struct permutation
test_of(const struct people *p)
{
	struct scores parties[PARTIES_MAX];
	size_t at = 0;

	for (size_t i = 0; i < p->n_parties; i++) {
		parties[i] = (struct scores){ p->x + at, p->sizes[i], 60 };
		at += p->sizes[i];
	}
	return contrast_test(parties, p->n_parties, p->which);
}

/* The contrast, times a number that makes it whole for parties of the sizes used here. */
static int64_t
contrast(const struct people *p, const int64_t x[])
{
	int64_t value = 0;
	size_t at = 0;

	for (size_t i = 0; i < p->n_parties; i++) {
		int64_t sum = 0;

		for (size_t j = 0; j < p->sizes[i]; j++)
			sum += x[at++];
		sum *= INT64_C(720720) * 17 * 19 * 23 / (int64_t)p->sizes[i];
		value += i == p->which ? sum * (int64_t)(p->n_parties - 1) : -sum;
	}
	return llabs(value);
}

struct tally {
	double ways, beyond, equal;
	int64_t observed;
};

/* Deal the people from `at` on to the places that are left; dealt[] is in the order of the places. */
static void
deal(const struct people *p, size_t at, const size_t left[], int64_t dealt[], struct tally *t)
{
	size_t first = 0;

	if (at == p->n) {
		int64_t value = contrast(p, dealt);

		t->ways++;
		t->beyond += value > t->observed;
		t->equal += value == t->observed;
		return;
	}
	for (size_t i = 0; i < p->n_parties; first += p->sizes[i++]) {
		size_t fewer[PARTIES_MAX];

		if (left[i] == 0)
			continue;
		for (size_t j = 0; j < p->n_parties; j++)
			fewer[j] = left[j] - (j == i);
		dealt[first + fewer[i]] = p->x[at];
		deal(p, at + 1, fewer, dealt, t);
	}
}

static void
agrees_with_every_way_to_deal(void **state)
{
	static const size_t sizes[][PARTIES_MAX] = {
		{ 2, 3, 4 }, { 4, 1, 3 }, { 1, 2, 3 }, { 3, 3, 2 }, { 5, 2, 3 }, { 2, 3, 1, 4 }, { 2, 2, 3, 2 }, { 1, 1, 1, 2 },
		{ 4, 4 }, { 2, 3, 3 },
	};

	(void)state;
	seed = 11;
	for (int trial = 0; trial < 300; trial++) {
		const size_t *s = sizes[(size_t)trial % (sizeof(sizes) / sizeof(*sizes))];
		size_t n = s[2] == 0 ? 2 : s[3] == 0 ? 3 : 4;
		struct people p = draw_people(n, s, draw(n), trial % 3 == 0 ? 12 : 15, 2 + draw(9));
		struct permutation got = test_of(&p);
		struct tally t = { .observed = contrast(&p, p.x) };
		int64_t dealt[PEOPLE_MAX];

		if (got.refused == REFUSED_NO_SPREAD)
			continue;
		deal(&p, 0, p.sizes, dealt, &t);
		assert_int_equal(got.refused, REFUSED_NOT);
		assert_int_equal(got.method, SUBSET_COUNTED);
		assert_near(got.mid_p, (t.beyond + t.equal / 2) / t.ways, 1e-12);
		assert_near(got.p, (t.beyond + t.equal) / t.ways, 1e-12);
	}
}

/* Exactly between a large and a small party: no difference, whatever the heads say. */
static void
weighs_parties_not_heads(void **state)
{
	const int64_t middle[] = { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 };
	const int64_t heads[] = { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 1, 1 };
	const struct scores parties[] = { { middle, 10, 1 }, { heads, 12, 1 }, { heads + 12, 2, 1 } };
	const struct scores others = { heads, 14, 1 };

	(void)state;
	assert_near(contrast_test(parties, 3, 0).p, 1, 1e-12);
	assert_true(permutation_test(&parties[0], &others).p < .01);
}

/* Other parties of one size: the same as their people together. */
static void
equal_others_are_one_group(void **state)
{
	const size_t sizes[] = { 5, 7, 7 };
	struct people p = draw_people(3, sizes, 0, 12, 21);
	struct scores a = { p.x, 5, 60 }, b = { p.x + 5, 14, 60 };

	(void)state;
	assert_near(test_of(&p).mid_p, permutation_test(&a, &b).mid_p, 1e-15);
}

/* By dealing at random; the standard error of 40,000 deals at .05 is .0011. */
static double
simulate(const struct people *p)
{
	int64_t x[PEOPLE_MAX], observed = contrast(p, p->x);
	double more = 0;

	memcpy(x, p->x, sizeof(x));
	for (int i = 0; i < 40000; i++) {
		int64_t value;

		for (size_t j = p->n; j > 1; j--) {
			size_t other = draw(j);
			int64_t kept = x[other];

			x[other] = x[j - 1];
			x[j - 1] = kept;
		}
		value = contrast(p, x);
		more += value > observed ? 1 : value == observed ? .5 : 0;
	}
	return more / 40000;
}

static void
many_people_are_near_the_normal(void **state)
{
	const size_t sizes[] = { 19, 23, 21 };

	(void)state;
	seed = 12;
	for (int trial = 0; trial < 10; trial++) {
		struct people p = draw_people(3, sizes, 1, 12, 21);
		struct permutation got;

		for (size_t i = 19; i < 42; i++)
			p.x[i] += 10 * trial;
		got = test_of(&p);
		assert_int_equal(got.method, SUBSET_NORMAL);
		assert_near(got.mid_p, simulate(&p), .012);
	}
}

static void
says_why_not(void **state)
{
	const int64_t x[] = { 3, 3, 3, 4 };
	const struct scores alike[] = { { x, 1, 1 }, { x + 1, 2, 1 }, { x, 3, 1 } };
	const struct scores empty[] = { { x, 4, 1 }, { NULL, 0, 1 }, { x, 3, 1 } };

	(void)state;
	assert_int_equal(contrast_test(alike, 3, 0).refused, REFUSED_NO_SPREAD);
	assert_int_equal(contrast_test(empty, 3, 0).refused, REFUSED_EMPTY);
	assert_int_equal(contrast_test(empty + 1, 2, 0).refused, REFUSED_EMPTY);
	assert_int_equal(contrast_test(alike, 1, 0).refused, REFUSED_EMPTY);
	assert_true(isnan(contrast_test(alike, 3, 0).mid_p));
}

/* Sizes without a useful common multiple. */
static void
odd_sizes_are_normal_too(void **state)
{
	static int64_t x[3 * 1100];
	const struct scores parties[] = { { x, 1009, 1 }, { x + 1100, 1013, 1 }, { x + 2200, 1019, 1 } };

	(void)state;
	seed = 13;
	for (size_t i = 0; i < sizeof(x) / sizeof(*x); i++)
		x[i] = (int64_t)draw(5);
	assert_int_equal(contrast_test(parties, 3, 2).method, SUBSET_NORMAL);
	assert_true(contrast_test(parties, 3, 2).p > .001);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_every_way_to_deal),
		cmocka_unit_test(weighs_parties_not_heads),
		cmocka_unit_test(equal_others_are_one_group),
		cmocka_unit_test(many_people_are_near_the_normal),
		cmocka_unit_test(says_why_not),
		cmocka_unit_test(odd_sizes_are_normal_too),
	};

	return cmocka_run_group_tests_name("stats_contrast", tests, NULL, NULL);
}
