/* stats_verdict_test.c - shares, colours, verdicts, and a whole family of comparisons */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "engine/stats/colour.h"
#include "engine/stats/shares.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/gap/permutation.h"
#include "engine/stats/gap/verdict.h"
#include "tests/stats/fixture.h"
#include "tests/stats/health.h"
#include "tests/stats/near.h"
#include "tests/stats/sides.h"
#include "tests/stats/table.h"

#define MARGIN .5

static void
wilson_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "wilson");

	(void)state;
	assert_int_equal(t->rows, 7);
	for (size_t i = 0; i < t->rows; i++) {
		size_t x = (size_t)table_number(t, i, "x"), n = (size_t)table_number(t, i, "n");
		struct share s = shares_wilson(x, n), rest = shares_wilson(n - x, n);

		assert_near(s.share, (double)x / (double)n, 1e-15);
		assert_near(s.ci95.lo, table_number(t, i, "lo"), 1e-13);
		assert_near(s.ci95.hi, table_number(t, i, "hi"), 1e-13);
		assert_near(rest.ci95.lo, 1 - s.ci95.hi, 1e-14);
	}
	assert_int_equal(shares_wilson(0, 0).refused, REFUSED_EMPTY);
	assert_true(isnan(shares_wilson(0, 0).ci95.lo));
}

static void
nps_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "nps");

	(void)state;
	assert_int_equal(t->rows, 3);
	for (size_t i = 0; i < t->rows; i++) {
		size_t p = (size_t)table_number(t, i, "promoters"), n = (size_t)table_number(t, i, "N");
		size_t q = (size_t)table_number(t, i, "passives"), d = (size_t)table_number(t, i, "detractors");
		struct nps wald = shares_nps_wald(p, q, d), adjusted = shares_nps_adjusted(p, q, d);
		struct nps used = shares_nps(p, q, d);

		assert_near(wald.nps, table_number(t, i, "nps"), 1e-13);
		assert_near(wald.se, table_number(t, i, "se"), 1e-13);
		assert_near(wald.ci95.lo, table_number(t, i, "lo"), 1e-13);
		assert_near(wald.ci95.hi, table_number(t, i, "hi"), 1e-13);
		assert_near(adjusted.nps, wald.nps, 0);
		assert_near((adjusted.ci95.lo + adjusted.ci95.hi) / 2, table_number(t, i, "aw_nps"), 1e-12);
		assert_near(adjusted.ci95.lo, table_number(t, i, "aw_lo"), 1e-13);
		assert_near(adjusted.ci95.hi, table_number(t, i, "aw_hi"), 1e-13);
		assert_int_equal(used.adjusted, n < 30);
		assert_near(used.ci95.lo, n < 30 ? adjusted.ci95.lo : wald.ci95.lo, 0);
	}
}

static void
nps_at_its_ends(void **state)
{
	struct nps best = shares_nps(5, 0, 0), nobody = shares_nps(0, 0, 0);

	(void)state;
	assert_near(best.nps, 100, 0);
	assert_near(best.se, 0, 0);
	assert_near(best.ci95.hi, 100, 0);
	assert_true(best.ci95.lo > 0 && best.ci95.lo < 80);
	assert_int_equal(nobody.refused, REFUSED_EMPTY);
	assert_true(isnan(nobody.nps) && isnan(nobody.se) && isnan(nobody.ci95.lo));
	assert_int_equal(shares_nps(10, 10, 9).adjusted, 1);
	assert_int_equal(shares_nps(10, 10, 10).adjusted, 0);
}

/* t(.8, 4) = .94096457723518 (mpmath 1.2.1): with 4 df a target just reached turns green. */
static void
colours_need_a_probability(void **state)
{
	struct estimate e = { REFUSED_NOT, 4, .5, 4, 8, .001, { 0, 0 }, { 0, 0 } };
	const double t80 = .94096457723518;
	struct colouring c = colour_of(&e, 4 - .5 * (t80 + 1e-9), 2);

	(void)state;
	assert_string_equal(colour_name(c.colour), "green");
	assert_near(c.p_target, .8, 1e-8);
	c = colour_of(&e, 4 - .5 * (t80 - 1e-9), 2);
	assert_string_equal(colour_name(c.colour), "amber");
	c = colour_of(&e, 6, 4 + .5 * (t80 + 1e-9));
	assert_string_equal(colour_name(c.colour), "red");
	assert_near(c.p_floor, .8, 1e-8);
	assert_int_equal(colour_of(&e, 6, 4 + .5 * (t80 - 1e-9)).colour, COLOUR_AMBER);
	assert_int_equal(colour_of(&e, 4, 4).colour, COLOUR_AMBER);
}

static void
colours_of_refused_estimates(void **state)
{
	struct estimate e = { .refused = REFUSED_TOO_FEW, .value = 4 };
	struct colouring c = colour_of(&e, 3, 2);

	(void)state;
	assert_string_equal(colour_name(c.colour), "grey");
	assert_true(isnan(c.p_target) && isnan(c.p_floor));
	e.refused = REFUSED_EMPTY;
	assert_int_equal(colour_of(&e, 3, 2).colour, COLOUR_GREY);
	e.refused = REFUSED_NO_SPREAD;
	assert_int_equal(colour_of(&e, 4, 3).colour, COLOUR_GREEN);
	assert_int_equal(colour_of(&e, 5, 4.5).colour, COLOUR_RED);
	assert_int_equal(colour_of(&e, 4.5, 4).colour, COLOUR_AMBER);
}

static const char *
verdict_for(double p, double lo95, double lo90, double hi90, double hi95)
{
	struct estimate gap = { REFUSED_NOT, 0, 1, 9, 0, 1, { lo95, hi95 }, { lo90, hi90 } };

	return verdict_name(verdict_of(p, &gap, MARGIN));
}

static void
verdicts_follow_their_order(void **state)
{
	struct estimate gap = { .refused = REFUSED_NO_SPREAD, .ci95 = { NAN, NAN }, .ci90 = { NAN, NAN } };

	(void)state;
	assert_string_equal(verdict_for(.0499, .1, .2, .9, 1), "clear-gap");
	assert_string_equal(verdict_for(.05, .1, .2, .9, 1), "probable-gap");
	assert_string_equal(verdict_for(.9, -1, -.9, -.2, -.1), "probable-gap");
	assert_string_equal(verdict_for(.9, .1, .2, .3, .4), "probable-gap");
	assert_string_equal(verdict_for(.9, 0, .1, .3, .4), "aligned");
	assert_string_equal(verdict_for(.9, -.6, -.49, .49, .6), "aligned");
	assert_string_equal(verdict_for(.9, -.6, -.5, .49, .6), "cannot-tell");
	assert_string_equal(verdict_for(.9, -.6, -.49, .5, .6), "cannot-tell");
	assert_string_equal(verdict_for(NAN, -2, -1, 1, 2), "cannot-tell");
	assert_string_equal(verdict_for(NAN, 1, 1.1, 1.9, 2), "probable-gap");
	assert_int_equal(verdict_of(NAN, &gap, .5), VERDICT_CANNOT_TELL);
	assert_int_equal(verdict_of(.5, &gap, .5), VERDICT_CANNOT_TELL);
	assert_int_equal(verdict_of(.01, &gap, .5), VERDICT_CLEAR_GAP);
}

/* One dimension, side a against side b. */
struct compared {
	struct estimate gap;
	double mid_p, holm;
	enum verdict verdict;
};

static void
compare_family(const struct scores a[], const struct scores b[], size_t n, struct compared c[])
{
	double *p = arena_make_n(arena, n, double);

	for (size_t i = 0; i < n; i++) {
		struct summary one = scores_summary(&a[i]), other = scores_summary(&b[i]);

		c[i].gap = welch_difference(&one, &other);
		p[i] = c[i].mid_p = permutation_test(&a[i], &b[i]).mid_p;
	}
	multiplicity_holm(p, n, p);
	for (size_t i = 0; i < n; i++) {
		c[i].holm = p[i];
		c[i].verdict = verdict_of(p[i], &c[i].gap, MARGIN);
	}
}

static void
comparisons_make_one_family(void **state)
{
	struct table *data = table_load(arena, "ally_10v10");
	struct scores a[15], b[15];
	struct compared c[15], back[15];
	size_t counts[4] = { 0 };

	(void)state;
	for (int i = 0; i < 14; i++) {
		struct sides s = sides_load(arena, data, arena_printf(arena, "d%02d", i + 1));

		a[i] = s.a;
		b[i] = s.b;
	}
	a[14] = (struct scores){ NULL, 0, 1 };
	b[14] = b[0];
	compare_family(a, b, 15, c);
	compare_family(b, a, 15, back);
	for (int i = 0; i < 14; i++) {
		counts[c[i].verdict]++;
		assert_true(c[i].holm >= c[i].mid_p);
		assert_near(c[i].holm, back[i].holm, 1e-14);
		assert_near(c[i].gap.value, -back[i].gap.value, 0);
		assert_int_equal(c[i].verdict, back[i].verdict);
	}
	assert_near(c[11].holm, 14 * c[11].mid_p, 1e-15);
	assert_int_equal(c[11].verdict, VERDICT_CLEAR_GAP);
	assert_int_equal(c[2].verdict, VERDICT_PROBABLE_GAP);
	assert_int_equal(c[8].verdict, VERDICT_PROBABLE_GAP);
	assert_int_equal(counts[VERDICT_CANNOT_TELL], 11);
	assert_int_equal(c[14].verdict, VERDICT_CANNOT_TELL);
	assert_int_equal(c[14].gap.refused, REFUSED_EMPTY);
	assert_true(isnan(c[14].holm));
}

static void
portfolio_gaps_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "gap_portfolio60"), *data = table_load(arena, "portfolio60");

	(void)state;
	assert_int_equal(t->rows, 60);
	for (size_t i = 0; i < t->rows; i++) {
		const char *alliance = table_text(t, i, "alliance");
		struct scores a = health_of_side(arena, data, alliance, "0"),
		    b = health_of_side(arena, data, alliance, "1");
		struct summary sides[] = { scores_summary(&a), scores_summary(&b) };
		struct estimate gap = welch_difference(&sides[0], &sides[1]), joint = welch_joint(sides, 2);

		assert_near((double)a.n, table_number(t, i, "n_a"), 0);
		assert_near((double)b.n, table_number(t, i, "n_b"), 0);
		assert_near(25 * (joint.value - 1), table_number(t, i, "health"), 1e-12);
		assert_near(25 * gap.value, table_number(t, i, "gap"), 1e-11);
		assert_near(25 * gap.se, table_number(t, i, "se"), 1e-12);
		assert_near(gap.df, table_number(t, i, "df"), 1e-11);
		assert_near(gap.p, table_number(t, i, "p"), 1e-11);
	}
}

static void
health_of_sides_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "health_sides"), *data = table_load(arena, "portfolio60");
	struct scores first = health_of_side(arena, data, "1", "0");

	(void)state;
	assert_int_equal(t->rows, 120);
	for (size_t i = 0; i < t->rows; i++) {
		struct scores s = health_of_side(arena, data, table_text(t, i, "alliance"), table_text(t, i, "side"));
		struct summary side = scores_summary(&s);

		assert_int_equal(side.n, table_number(t, i, "n"));
		assert_near(25 * (side.mean - 1), table_number(t, i, "mean"), 1e-13);
		assert_near(25 * sqrt(side.variance), table_number(t, i, "sd"), 1e-12);
		if (i < 10)
			assert_near(25 * ((double)first.x[i] / (double)first.unit - 1), table_number(t, i, "score"), 1e-13);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wilson_agrees_with_r),
		cmocka_unit_test(nps_agrees_with_r),
		cmocka_unit_test(nps_at_its_ends),
		cmocka_unit_test(colours_need_a_probability),
		cmocka_unit_test(colours_of_refused_estimates),
		cmocka_unit_test(verdicts_follow_their_order),
		cmocka_unit_test(comparisons_make_one_family),
		cmocka_unit_test(portfolio_gaps_agree_with_r),
		cmocka_unit_test(health_of_sides_agrees_with_r),
	};

	return cmocka_run_group_tests_name("stats_verdict", tests, begin, end);
}
