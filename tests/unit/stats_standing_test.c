/* stats_standing_test.c - ranks that are uncertain, and funnels */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>

#include "engine/stats/distribution.h"
#include "engine/stats/order.h"
#include "engine/stats/groups/funnel.h"
#include "engine/stats/groups/intercept.h"
#include "engine/stats/groups/rank.h"
#include "engine/stats/groups/shrink.h"
#include "engine/stats/groups/standing.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/portfolio.h"
#include "tests/stats/table.h"

static void
quarters_have_names(void **state)
{
	(void)state;
	assert_string_equal(quarter_name(quarter_of(25)), "lowest quarter");
	assert_string_equal(quarter_name(quarter_of(25.1)), "middle half");
	assert_string_equal(quarter_name(quarter_of(74.9)), "middle half");
	assert_string_equal(quarter_name(quarter_of(75)), "highest quarter");
	assert_string_equal(quarter_name(quarter_of(NAN)), "unknown");
}

static void
ranks_agree_with_quadrature(void **state)
{
	struct table *t = table_load(arena, "rank");
	struct belief b[24];
	struct rank r[24];

	(void)state;
	assert_int_equal(t->rows, 24);
	for (size_t i = 0; i < 24; i++)
		b[i] = (struct belief){ table_number(t, i, "mean"), table_number(t, i, "sd") };
	rank_exact(b, 24, r);
	for (size_t i = 0; i < 24; i++) {
		assert_near(r[i].expected, table_number(t, i, "expected"), 1e-9);
		assert_near(r[i].p_lowest, table_number(t, i, "p_lowest"), 1e-9);
		assert_near(r[i].band80.lo, table_number(t, i, "lo"), 1e-12);
		assert_near(r[i].band80.hi, table_number(t, i, "hi"), 1e-12);
	}
}

/* Two: P(X < Y) in closed form. */
static void
two_ranks_are_one_probability(void **state)
{
	const struct belief b[] = { { 3, .3 }, { 3.5, .4 } };
	struct rank r[2];

	(void)state;
	rank_exact(b, 2, r);
	assert_near(r[0].expected, 100 * (normal_p(-.5 / .5) + .5) / 2, 1e-9);
	assert_near(r[0].p_lowest, normal_p(1), 1e-9);
	assert_near(r[1].p_lowest, 1 - normal_p(1), 1e-9);
}

static struct belief *
beliefs(size_t n, double tau, uint64_t from)
{
	struct groups g = groups_draw(arena, from, n, 3, 14, tau, .8);
	struct random_intercept f = random_intercept_fit(g.group, g.n);
	struct belief *b = arena_make_n(arena, n, struct belief);

	for (size_t i = 0; i < n; i++) {
		struct shrunken s = shrink_mean(&f, &g.group[i]);

		b[i] = (struct belief){ s.mean, s.sd_given_mu };
	}
	return b;
}

/* Of n places a quarter is the lowest, whoever takes them; the mean percentile is 50. */
static void
ranks_are_shared_out(void **state)
{
	const size_t sizes[] = { 1, 2, 20, 21, 22, 23, 60, 101 };

	(void)state;
	for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
		size_t n = sizes[k];
		struct belief *b = n > 2 ? beliefs(n, .5, k) : (struct belief[]){ { 1, 2 }, { 0, .1 } };
		struct rank *r = arena_make_n(arena, n, struct rank);
		double places = 0, expected = 0;

		rank_exact(b, n, r);
		for (size_t i = 0; i < n; i++) {
			places += r[i].p_lowest;
			expected += r[i].expected;
			assert_true(r[i].p_lowest >= 0 && r[i].p_lowest <= 1);
			assert_true(r[i].band80.lo <= r[i].band80.hi);
		}
		assert_near(places, floor((double)n / 4 + .5), 1e-8);
		assert_near(expected, 50 * (double)n, 1e-8);
	}
}

static void
smooth_ranks_are_near_exact_ones(void **state)
{
	const double taus[] = { .15, .5, 2 };
	enum { N = 200 };

	(void)state;
	for (size_t k = 0; k < 3; k++) {
		struct belief *b = beliefs(N, taus[k], 1);
		struct rank *exact = arena_make_n(arena, N, struct rank);
		struct rank *smooth = arena_make_n(arena, N, struct rank);

		rank_exact(b, N, exact);
		rank_smooth(b, N, smooth);
		for (size_t i = 0; i < N; i++) {
			assert_true(fabs(smooth[i].p_lowest - exact[i].p_lowest) < .002);
			assert_near(smooth[i].expected, exact[i].expected, 1e-6);
			assert_true(fabs(smooth[i].band80.lo - exact[i].band80.lo) <= 100. / N + 1e-9);
			assert_true(fabs(smooth[i].band80.hi - exact[i].band80.hi) <= 100. / N + 1e-9);
		}
	}
}

/* Turning the scale round and the order of the groups. */
static void
ranks_do_not_depend_on_order_or_direction(void **state)
{
	enum { N = 40 };
	struct belief *b = beliefs(N, .5, 9), *back = arena_make_n(arena, N, struct belief);
	struct rank r[N], turned[N];

	(void)state;
	for (size_t i = 0; i < N; i++)
		back[N - 1 - i] = (struct belief){ 10 - 5 * b[i].mean, 5 * b[i].sd };
	rank_exact(b, N, r);
	rank_exact(back, N, turned);
	for (size_t i = 0; i < N; i++)
		assert_near(turned[N - 1 - i].expected, 100 - r[i].expected, 1e-9);
}

static struct standing *
standings(const struct groups *g, struct random_intercept *fit_r)
{
	struct shrunken *s = arena_make_n(arena, g->n, struct shrunken);
	struct standing *standing = arena_make_n(arena, g->n, struct standing);

	*fit_r = random_intercept_fit(g->group, g->n);
	for (size_t i = 0; i < g->n; i++)
		s[i] = shrink_mean(fit_r, &g->group[i]);
	standing_of(s, g->n, standing);
	return standing;
}

/* 80% bands hold the true percentile of 80% of the groups, and p_lowest means what it says; 60 portfolios. */
static void
planted_standing_is_found(void **state)
{
	enum { N = 120 };
	double covered = 0, said = 0, lowest = 0, apart = 0;
	const int times = 60;

	(void)state;
	for (int k = 0; k < times; k++) {
		struct groups g = groups_draw(arena, (uint64_t)k, N, 3, 14, .5, .8);
		struct random_intercept f;
		struct standing *s = standings(&g, &f);
		double truth[N];

		order_percentiles(g.truth, N, truth);
		for (size_t i = 0; i < N; i++) {
			assert_int_equal(s[i].refused, REFUSED_NOT);
			covered += truth[i] >= s[i].band80.lo && truth[i] <= s[i].band80.hi;
			if (s[i].p_lowest > .7) {
				said += s[i].p_lowest;
				lowest += truth[i] <= 25;
				apart++;
			}
		}
	}
	assert_near(covered / (times * N), .81, .02);
	assert_true(apart > 500);
	assert_near(lowest / apart, said / apart, .03);
}

static void
exact_and_smooth_meet_at_their_border(void **state)
{
	struct groups g = groups_draw(arena, 2, STANDING_EXACT + 1, 3, 14, .5, .8);
	struct random_intercept f;
	struct standing *smooth = standings(&g, &f), *exact;

	(void)state;
	g.group[STANDING_EXACT].n = 0;
	exact = standings(&g, &f);
	assert_int_equal(exact[STANDING_EXACT].refused, REFUSED_EMPTY);
	assert_int_equal(exact[STANDING_EXACT].quarter, QUARTER_UNKNOWN);
	assert_true(isnan(exact[STANDING_EXACT].percentile) && isnan(exact[STANDING_EXACT].p_lowest));
	for (size_t i = 0; i < STANDING_EXACT; i++) {
		assert_true(fabs(exact[i].p_lowest - smooth[i].p_lowest) < .05);
		assert_true(fabs(exact[i].expected - smooth[i].expected) < 2);
		assert_int_equal(exact[i].quarter, quarter_of(exact[i].percentile));
	}
}

static void
few_groups_get_words_only(void **state)
{
	struct random_intercept f;

	(void)state;
	for (size_t n = 2; n <= 20; n += 6) {
		struct groups g = groups_draw(arena, 4, n, 8, 8, 1, .5);
		struct standing *s = standings(&g, &f);
		size_t lowest = 0, highest = 0;

		for (size_t i = 0; i < n; i++) {
			lowest += s[i].quarter == QUARTER_LOWEST;
			highest += s[i].quarter == QUARTER_HIGHEST;
			assert_int_equal(s[i].refused, n < STANDING_GROUPS ? REFUSED_TOO_FEW : REFUSED_NOT);
			assert_int_equal(isnan(s[i].percentile), n < STANDING_GROUPS);
			assert_int_equal(isnan(s[i].band80.lo), n < STANDING_GROUPS);
			assert_int_equal(isnan(s[i].p_lowest), n < STANDING_GROUPS);
			assert_int_equal(s[i].quarter == QUARTER_UNKNOWN, n < 4);
		}
		assert_int_equal(lowest, n < 4 ? 0 : (n + 2) / 4);
		assert_int_equal(highest, lowest);
	}
	standing_of(NULL, 0, NULL);
}

static void
groups_that_do_not_differ_have_no_rank(void **state)
{
	struct groups g = groups_draw(arena, 4, 30, 8, 8, 0, 1);
	struct random_intercept f;
	struct standing *s;

	(void)state;
	for (size_t i = 0; i < g.n; i++)
		g.group[i].mean = 3 + (double)(i % 2) / 100;
	s = standings(&g, &f);
	assert_near(f.tau2, 0, 0);
	for (size_t i = 0; i < g.n; i++) {
		assert_int_equal(s[i].refused, REFUSED_NO_SPREAD);
		assert_int_equal(s[i].quarter, QUARTER_MIDDLE);
		assert_true(isnan(s[i].expected));
	}
}

static void
funnel_agrees_with_numpy(void **state)
{
	struct table *t = table_load(arena, "funnel");
	struct groups g = portfolio_sides(arena);
	struct funnel f = funnel_of(g.group, g.n, table_number(t, 0, "centre"));

	(void)state;
	assert_int_equal(f.refused, REFUSED_NOT);
	assert_int_equal(f.groups, 120);
	assert_int_equal(t->rows, 6);
	for (size_t i = 0; i < t->rows; i++) {
		struct interval limits = funnel_limits(&f, (size_t)table_number(t, i, "n"),
			table_number(t, i, "level"));

		assert_near(f.sigma2, table_number(t, i, "sigma2"), 1e-13);
		assert_near(f.phi, table_number(t, i, "phi"), 1e-12);
		assert_near(f.between, table_number(t, i, "between"), 1e-12);
		assert_near(limits.lo, table_number(t, i, "lo"), 1e-12);
		assert_near(limits.hi, table_number(t, i, "hi"), 1e-12);
		assert_near(funnel_z(&f, &(struct group){ (size_t)table_number(t, i, "n"), limits.hi, 0 }),
			normal_inv((1 + table_number(t, i, "level")) / 2), 1e-12);
	}
}

/* About one in twenty ordinary groups lies outside 95% limits whether or not groups differ, and a group that
 * was put far out lies outside 99.8% ones though it is in the estimate. */
static void
funnel_finds_what_is_planted(void **state)
{
	(void)state;
	for (int differ = 0; differ < 2; differ++) {
		double outside = 0, found = 0;
		const int times = 50;

		for (int k = 0; k < times; k++) {
			struct groups g = groups_draw(arena, (uint64_t)k, 100, 3, 30, differ ? .4 : 0, 1);
			struct funnel f;

			g.group[0] = (struct group){ 20, 1, 19 };
			f = funnel_of(g.group, g.n, 3);
			found += fabs(funnel_z(&f, &g.group[0])) > 3.09;
			for (size_t i = 1; i < 100; i++)
				outside += fabs(funnel_z(&f, &g.group[i])) > 1.96;
		}
		assert_near(found, times, 0);
		assert_near(outside / (99 * times), .06, .025);
	}
}

static void
funnel_refusals(void **state)
{
	struct groups g = groups_draw(arena, 1, 10, 2, 9, 1, 1);
	struct group some = g.group[0];
	struct funnel f = funnel_of(g.group, 10, 3);

	(void)state;
	assert_int_equal(f.refused, REFUSED_NOT);
	assert_true(isnan(funnel_limits(&f, 0, .95).lo));
	g.group[0].n = 0;
	f = funnel_of(g.group, 10, 3);
	assert_int_equal(f.refused, REFUSED_TOO_FEW);
	assert_true(isnan(f.sigma2) && isnan(f.between) && isnan(funnel_limits(&f, 5, .95).hi));
	assert_true(isnan(funnel_z(&f, &some)));
	assert_int_equal(funnel_of(NULL, 0, 3).refused, REFUSED_EMPTY);
	for (size_t i = 0; i < 10; i++)
		g.group[i] = (struct group){ 1, (double)i, 0 };
	assert_int_equal(funnel_of(g.group, 10, 3).refused, REFUSED_TOO_FEW);
	for (size_t i = 0; i < 10; i++)
		g.group[i].n = 5;
	assert_int_equal(funnel_of(g.group, 10, 3).refused, REFUSED_NO_SPREAD);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quarters_have_names),
		cmocka_unit_test(ranks_agree_with_quadrature),
		cmocka_unit_test(two_ranks_are_one_probability),
		cmocka_unit_test(ranks_are_shared_out),
		cmocka_unit_test(smooth_ranks_are_near_exact_ones),
		cmocka_unit_test(ranks_do_not_depend_on_order_or_direction),
		cmocka_unit_test(planted_standing_is_found),
		cmocka_unit_test(exact_and_smooth_meet_at_their_border),
		cmocka_unit_test(few_groups_get_words_only),
		cmocka_unit_test(groups_that_do_not_differ_have_no_rank),
		cmocka_unit_test(funnel_agrees_with_numpy),
		cmocka_unit_test(funnel_finds_what_is_planted),
		cmocka_unit_test(funnel_refusals),
	};

	return cmocka_run_group_tests_name("stats_standing", tests, begin, end);
}
