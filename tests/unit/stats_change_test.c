/* stats_change_test.c - change of people who answered twice, and of groups of strangers, against other
 * tools */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdlib.h>

#include "engine/stats/distribution.h"
#include "engine/stats/change/flips.h"
#include "engine/stats/change/paired.h"
#include "engine/stats/change/reliable.h"
#include "engine/stats/change/waves.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/people.h"
#include "tests/stats/sides.h"
#include "tests/stats/table.h"

/* Sides a and b are before and after. */
static struct sides
waves_load(const char *item)
{
	struct table *t = table_load(arena, "waves24");
	int64_t *x[2] = { arena_make_n(arena, t->rows, int64_t), arena_make_n(arena, t->rows, int64_t) };
	size_t n[2] = { 0, 0 };

	for (size_t i = 0; i < t->rows; i++) {
		size_t wave = table_text(t, i, "wave")[0] == '2';

		assert_int_equal(table_number(t, i, "resp"), n[wave] + 1);
		x[wave][n[wave]++] = (int64_t)table_number(t, i, item);
	}
	return (struct sides){ { x[0], n[0], 1 }, { x[1], n[1], 1 } };
}

static void
paired_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "paired_waves24");

	(void)state;
	assert_int_equal(t->rows, 3);
	for (size_t i = 0; i < t->rows; i++) {
		struct sides w = waves_load(table_text(t, i, "item"));
		struct paired p = paired_change(&w.a, &w.b);
		struct hedges h = paired_effect(&w.a, &w.b);

		assert_int_equal(w.a.n, table_number(t, i, "n"));
		assert_near(p.change.value, table_number(t, i, "mean_change"), 1e-13);
		assert_near(p.change.t, table_number(t, i, "t"), 1e-13);
		assert_near(p.change.p, table_number(t, i, "p"), 1e-12);
		assert_near(p.change.ci95.lo, table_number(t, i, "lo"), 1e-12);
		assert_near(p.change.ci95.hi, table_number(t, i, "hi"), 1e-12);
		assert_near(p.r, table_number(t, i, "r"), 1e-13);
		assert_near(h.g, table_number(t, i, "g"), 1e-12);
		assert_near(h.ci95.lo, table_number(t, i, "g_lo"), 2e-7);
		assert_near(h.ci95.hi, table_number(t, i, "g_hi"), 2e-7);
		assert_near(h.ci95.lo, table_number(t, i, "g_lo_exact"), 1e-10);
		assert_near(h.ci95.hi, table_number(t, i, "g_hi_exact"), 1e-10);
	}
}

static void
signed_ranks_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "paired_waves24");

	(void)state;
	for (size_t i = 0; i < t->rows; i++) {
		struct sides w = waves_load(table_text(t, i, "item")), back = sides_swap(&w);
		struct paired_test dropped = paired_signed_rank(&w.a, &w.b, SIGNED_RANK_WILCOXON);
		struct paired_test kept = paired_signed_rank(&w.a, &w.b, SIGNED_RANK_PRATT);
		struct paired_test normal = paired_signed_rank_normal(&w.a, &w.b, SIGNED_RANK_WILCOXON);

		assert_near(dropped.statistic, table_number(t, i, "v"), 0);
		assert_near(dropped.p, table_number(t, i, "p_exact_wilcoxon"), 1e-14);
		assert_near(dropped.p, table_number(t, i, "p_exact_coin_wilcoxon"), 1e-14);
		assert_near(kept.p, table_number(t, i, "p_exact_pratt"), 1e-14);
		assert_near(normal.p, table_number(t, i, "p_normal_cc"), 1e-13);
		assert_true(kept.exact && dropped.exact && !normal.exact);
		assert_near(paired_signed_rank(&back.a, &back.b, SIGNED_RANK_PRATT).mid_p, kept.mid_p, 0);
	}
}

static void
sign_flips_agree_with_whole_numbers(void **state)
{
	struct table *t = table_load(arena, "sign_flip");

	(void)state;
	assert_int_equal(t->rows, 6);
	for (size_t i = 0; i < t->rows; i++) {
		struct sides w = waves_load(table_text(t, i, "item"));
		struct paired_test r = paired_sign_flip(&w.a, &w.b);

		assert_near(r.statistic, table_number(t, i, "mean_change"), 1e-15);
		assert_near(r.p, table_number(t, i, "p"), 0);
		assert_near(r.mid_p, table_number(t, i, "mid_p"), 0);
		assert_true(r.exact);
	}
}

/* Every way to sign up to ten values. */
static void
flips_agree_with_all_signs(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed < 120; seed++) {
		struct sides s = sides_random(arena, seed, 1 + seed % 10, 1, 12, 1 + (int64_t)(seed % 5));
		int64_t *x = arena_make_n(arena, s.a.n, int64_t), seen = 0;
		double beyond = 0, equal = 0, ways = (double)(1u << s.a.n);
		struct flips_tail tail;

		for (size_t i = 0; i < s.a.n; i++)
			seen += x[i] = s.a.x[i] - 4;
		for (unsigned way = 0; way < 1u << s.a.n; way++) {
			int64_t sum = 0;

			for (size_t i = 0; i < s.a.n; i++)
				sum += way >> i & 1 ? x[i] : -x[i];
			beyond += llabs(sum) > llabs(seen);
			equal += llabs(sum) == llabs(seen);
		}
		tail = flips_sum_tail(x, s.a.n);
		assert_near(tail.beyond, beyond / ways, 1e-15);
		assert_near(tail.equal, equal / ways, 1e-15);
	}
}

/* 4,000 values up to 100,000 have too many sums to count; the normal approximation must be close to what
 * coarser values, that can be counted, give. */
static void
many_flips_are_normal(void **state)
{
	enum { N = 4000 };
	int64_t *fine = arena_make_n(arena, N, int64_t), *coarse = arena_make_n(arena, N, int64_t);
	struct flips_tail normal, exact;

	(void)state;
	for (int64_t i = 0; i < N; i++) {
		coarse[i] = i * i % 7 + 1;
		if (i * 31 % 100 < 49)
			coarse[i] = -coarse[i];
		fine[i] = coarse[i] * 100000 + i % 2;
	}
	normal = flips_sum_tail(fine, N);
	exact = flips_sum_tail(coarse, N);
	assert_true(exact.exact && !normal.exact && normal.equal == 0);
	assert_near(normal.beyond, exact.beyond + exact.equal / 2, 1e-4);
	assert_in_range((int)(1000 * exact.beyond), 10, 990);
}

/* Order of people, a shift of both waves, and another unit change nothing. */
static void
change_depends_on_changes_only(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed < 50; seed++) {
		struct sides w = sides_random(arena, seed, 9, 9, 4, 60), turned = sides_reverse(arena, &w);
		int64_t moved[2][9];
		struct scores before = { moved[0], 9, 420 }, after = { moved[1], 9, 420 };
		struct paired p = paired_change(&w.a, &w.b), q;

		for (size_t i = 0; i < 9; i++) {
			moved[0][i] = 7 * w.a.x[i] + 420;
			moved[1][i] = 7 * w.b.x[i] + 420;
		}
		q = paired_change(&before, &after);
		assert_near(q.change.value, p.change.value, 1e-14);
		assert_near(q.change.p, p.change.p, 1e-12);
		assert_near(q.r, p.r, 1e-12);
		assert_near(paired_sign_flip(&before, &after).p, paired_sign_flip(&w.a, &w.b).p, 0);
		assert_near(paired_sign_flip(&turned.a, &turned.b).p, paired_sign_flip(&w.a, &w.b).p, 0);
		assert_near(paired_signed_rank(&turned.a, &turned.b, SIGNED_RANK_PRATT).p,
		    paired_signed_rank(&before, &after, SIGNED_RANK_PRATT).p, 0);
		assert_near(paired_effect(&before, &after).g, paired_effect(&w.a, &w.b).g, 1e-13);
	}
}

/* 250 people: beyond SIGNED_RANK_EXACT_MAX. */
static void
many_signed_ranks_are_normal(void **state)
{
	struct sides w = sides_random(arena, 3, 250, 250, 4, 60);
	struct paired_test r = paired_signed_rank(&w.a, &w.b, SIGNED_RANK_PRATT);

	(void)state;
	assert_true(!r.exact);
	assert_near(r.p, paired_signed_rank_normal(&w.a, &w.b, SIGNED_RANK_PRATT).p, 0);
}

static void
paired_refusals(void **state)
{
	const struct scores none = { NULL, 0, 1 };
	const struct scores one = { (int64_t[]){ 4 }, 1, 1 }, five = { (int64_t[]){ 5 }, 1, 1 };
	const struct scores low = { (int64_t[]){ 1, 2, 3 }, 3, 1 }, high = { (int64_t[]){ 2, 3, 4 }, 3, 1 };
	const struct scores two = { (int64_t[]){ 1, 2 }, 2, 1 }, other = { (int64_t[]){ 3, 5 }, 2, 1 };

	(void)state;
	assert_int_equal(paired_change(&none, &none).change.refused, REFUSED_EMPTY);
	assert_int_equal(paired_change(&one, &five).change.refused, REFUSED_TOO_FEW);
	assert_true(isnan(paired_change(&one, &five).r));
	assert_int_equal(paired_change(&low, &high).change.refused, REFUSED_NO_SPREAD);
	assert_near(paired_change(&low, &high).change.value, 1, 0);
	assert_near(paired_change(&low, &high).r, 1, 1e-15);
	assert_int_equal(paired_effect(&none, &none).refused, REFUSED_EMPTY);
	assert_int_equal(paired_effect(&two, &other).refused, REFUSED_TOO_FEW);
	assert_int_equal(paired_effect(&low, &high).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(paired_effect(&low, &high).g));
	assert_int_equal(paired_sign_flip(&none, &none).refused, REFUSED_EMPTY);
	assert_int_equal(paired_sign_flip(&low, &low).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(paired_sign_flip(&low, &low).p));
	assert_int_equal(paired_signed_rank(&low, &low, SIGNED_RANK_PRATT).refused, REFUSED_NO_SPREAD);
	assert_near(paired_sign_flip(&low, &high).p, .25, 0);
	assert_near(paired_sign_flip(&one, &five).mid_p, .5, 0);
	assert_near(flips_sum_tail(NULL, 0).equal, 1, 0);
}

static const struct wave_link two_items[] = { { 0, 1 }, { 2, 0 } };
static const struct wave_links common = { two_items, 2 };

/* Item 0 of the earlier wave is item 1 of the later, 2 is 0; the rest is not common and says something
 * else. */
static struct ratings
earlier_wave(void)
{
	static const uint8_t first[] = { 1, 2, 3, 0, 5 }, odd[] = { 5, 5, 5, 5, 5 }, third[] = { 2, 2, 4, 0, 0 };
	static const uint8_t *const columns[] = { first, odd, third };

	return (struct ratings){ columns, 5, 3, 5 };
}

static struct ratings
later_wave(void)
{
	static const uint8_t first[] = { 3, 4, 0, 5 }, second[] = { 3, 5, 2, 5 };
	static const uint8_t *const columns[] = { first, second };

	return (struct ratings){ columns, 4, 2, 5 };
}

static void
strangers_are_compared_on_common_items(void **state)
{
	struct ratings before = earlier_wave(), after = later_wave();
	struct waves w = waves_unlinked(arena, &before, &after, &common, 1);
	struct estimate e = waves_change(&w);
	const double x[] = { 1.5, 2, 3.5, 5 }, y[] = { 3, 4.5, 2, 5 };

	(void)state;
	assert_int_equal(w.refused, REFUSED_NOT);
	assert_int_equal(w.before.n, 4);
	assert_int_equal(w.after.n, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_near((double)w.before.x[i] / (double)w.before.unit, x[i], 1e-15);
		assert_near((double)w.after.x[i] / (double)w.after.unit, y[i], 1e-15);
	}
	assert_near(e.value, 3.625 - 3, 1e-15);
	assert_near(e.se * e.se, 7.5 / 3 / 4 + 5.6875 / 3 / 4, 1e-14);
	w = waves_unlinked(arena, &before, &after, &common, 2);
	assert_int_equal(w.before.n, 3);
	assert_int_equal(w.after.n, 3);
}

static void
linked_people_keep_their_pairs(void **state)
{
	struct ratings before = earlier_wave(), after = later_wave();
	const struct wave_link link[] = { { 4, 1 }, { 0, 2 }, { 3, 0 }, { 2, 3 } };
	struct waves w = waves_linked(arena, &before, &after, &common, 1, &(struct wave_links){ link, 4 });

	(void)state;
	assert_int_equal(w.refused, REFUSED_NOT);
	assert_int_equal(w.before.n, 3);
	assert_int_equal(w.after.n, 3);
	assert_near(paired_change(&w.before, &w.after).change.value, (-.5 + .5 + 1.5) / 3, 1e-15);
	w = waves_linked(arena, &before, &after, &common, 2, &(struct wave_links){ link, 2 });
	assert_int_equal(w.refused, REFUSED_EMPTY);
}

static void
waves_refuse(void **state)
{
	struct ratings before = earlier_wave(), after = later_wave(), nobody = after;
	const struct wave_link self = { 0, 0 };
	struct waves w = waves_unlinked(arena, &before, &after, &(struct wave_links){ NULL, 0 }, 1);

	(void)state;
	nobody.people = 0;
	assert_int_equal(w.refused, REFUSED_UNLINKED);
	assert_int_equal(waves_change(&w).refused, REFUSED_UNLINKED);
	assert_true(isnan(waves_change(&w).value));
	assert_int_equal(waves_unlinked(arena, &before, &nobody, &common, 1).refused, REFUSED_EMPTY);
	assert_int_equal(waves_linked(arena, &before, &after, &common, 1, &(struct wave_links){ NULL, 0 }).refused,
	    REFUSED_UNLINKED);
	w = waves_linked(arena, &before, &after, &(struct wave_links){ NULL, 0 }, 1,
	    &(struct wave_links){ &self, 1 });
	assert_int_equal(w.refused, REFUSED_UNLINKED);
}

/* Jacobson & Truax 1991, table 2: a couple from 32.5 to 47.5 on a scale with SD 7.5 and reliability .80
 * has RCI 15 / 4.74 = 3.16. */
static void
reliable_change_of_one(void **state)
{
	struct reliable r = reliable_change(32.5, 47.5, 7.5, .8);

	(void)state;
	assert_near(r.index, 15 / (7.5 * sqrt(.4)), 1e-14);
	assert_near(r.index, 3.16, .005);
	assert_int_equal(r.direction, 1);
	assert_near(r.least, normal_inv(.975) * 7.5 * sqrt(.4), 1e-14);
	assert_int_equal(reliable_change(4, 3, .5, .8).direction, -1);
	assert_int_equal(reliable_change(4, 3.5, .5, .8).direction, 0);
	assert_int_equal(reliable_change(4, 3, 0, .8).refused, REFUSED_NO_SPREAD);
	assert_int_equal(reliable_change(4, 3, .5, 1).refused, REFUSED_IMPROPER);
	assert_int_equal(reliable_change(4, 3, .5, -.1).refused, REFUSED_IMPROPER);
	assert_true(isnan(reliable_change(4, 3, .5, 1).index));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paired_agrees_with_r),
		cmocka_unit_test(signed_ranks_agree_with_r),
		cmocka_unit_test(sign_flips_agree_with_whole_numbers),
		cmocka_unit_test(flips_agree_with_all_signs),
		cmocka_unit_test(many_flips_are_normal),
		cmocka_unit_test(change_depends_on_changes_only),
		cmocka_unit_test(many_signed_ranks_are_normal),
		cmocka_unit_test(paired_refusals),
		cmocka_unit_test(strangers_are_compared_on_common_items),
		cmocka_unit_test(linked_people_keep_their_pairs),
		cmocka_unit_test(waves_refuse),
		cmocka_unit_test(reliable_change_of_one),
	};

	return cmocka_run_group_tests_name("stats_change", tests, begin, end);
}
