/* stats_bootstrap_test.c - the exact bootstrap distribution, and equivalence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include "engine/stats/gap/bootstrap.h"
#include "engine/stats/gap/equivalence.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/sides.h"
#include "tests/stats/table.h"

static double
mass_of(const struct bootstrap *d)
{
	double sum = 0;

	for (size_t i = 0; i < d->n; i++)
		sum += d->mass[i];
	return sum;
}

static void
check_interval(const struct table *t, size_t row, struct interval i, const char *lo, const char *hi)
{
	assert_near(i.lo, table_number(t, row, lo), 1e-13);
	assert_near(i.hi, table_number(t, row, hi), 1e-13);
}

/* A BCa quantile is the least value reached at the level the reference gives. */
static void
bootstrap_agrees_with_reference(void **state)
{
	struct table *t = table_load(arena, "bootstrap"), *data = table_load(arena, "ally_10v10");

	(void)state;
	assert_int_equal(t->rows, 14);
	for (size_t i = 0; i < t->rows; i++) {
		struct sides s = sides_load(arena, data, table_text(t, i, "item"));
		struct bootstrap d = bootstrap_difference(arena, &s.a, &s.b);

		assert_int_equal(d.refused, REFUSED_NOT);
		assert_near(mass_of(&d), 1, 1e-13);
		assert_near(d.sd, table_number(t, i, "sd"), 1e-13);
		assert_near(d.acceleration, table_number(t, i, "acceleration"), 1e-13);
		assert_near(bootstrap_below(&d), table_number(t, i, "below"), 1e-12);
		assert_near(bootstrap_equal(&d), table_number(t, i, "equal"), 1e-12);
		check_interval(t, i, bootstrap_percentile(&d, .90), "pct90_lo", "pct90_hi");
		check_interval(t, i, bootstrap_percentile(&d, .95), "pct95_lo", "pct95_hi");
		check_interval(t, i, bootstrap_bca(&d, .90), "bca90_lo", "bca90_hi");
		check_interval(t, i, bootstrap_bca(&d, .95), "bca95_lo", "bca95_hi");
		assert_near(bootstrap_quantile(&d, table_number(t, i, "bca95_p_hi")),
		    table_number(t, i, "bca95_hi"), 1e-13);
	}
}

/* How many of the n^n resamples of a side have a sum below, and at, `sum`. */
static void
count_resamples(const struct scores *s, int64_t sum, double *below, double *equal)
{
	size_t ways = 1;

	for (size_t i = 0; i < s->n; i++)
		ways *= s->n;
	for (size_t way = 0; way < ways; way++) {
		int64_t drawn = 0;

		for (size_t i = 0, rest = way; i < s->n; i++, rest /= s->n)
			drawn += s->x[rest % s->n];
		*below += drawn < sum;
		*equal += drawn == sum;
	}
	*below /= (double)ways;
	*equal /= (double)ways;
}

static void
mean_agrees_with_every_resample(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed < 60; seed++) {
		struct sides s = sides_random(arena, seed, 1 + seed % 6, 2, 9, 1 + (int64_t)(seed % 4));
		struct bootstrap d = bootstrap_mean(arena, &s.a);
		double below = 0, equal = 0;
		int64_t sum = 0;

		for (size_t i = 0; i < s.a.n; i++)
			sum += s.a.x[i];
		if (d.refused != REFUSED_NOT)
			continue;
		count_resamples(&s.a, sum, &below, &equal);
		assert_near(bootstrap_below(&d), below, 1e-13);
		assert_near(bootstrap_equal(&d), equal, 1e-13);
		assert_near(d.observed, (double)sum / (double)((int64_t)s.a.n * s.a.unit), 1e-14);
	}
}

/* Moments of the distribution itself: the mean is what was observed, the variance sd squared. */
static void
check_moments(const struct bootstrap *d)
{
	double mean = 0, square = 0;

	for (size_t i = 0; i < d->n; i++) {
		double value = (double)(d->first + (int64_t)i * d->step) / (double)d->scale;

		mean += d->mass[i] * value;
		square += d->mass[i] * value * value;
	}
	assert_near(mean, d->observed, 1e-11);
	assert_near(square - mean * mean, d->sd * d->sd, 1e-9);
}

static void
uneven_sides_swap_and_scale(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed < 40; seed++) {
		struct sides s = sides_random(arena, seed, 2 + seed % 7, 3 + seed % 5, 12, 5), back = sides_swap(&s);
		struct sides turned = sides_reverse(arena, &s);
		struct bootstrap d = bootstrap_difference(arena, &s.a, &s.b);
		struct bootstrap e = bootstrap_difference(arena, &back.a, &back.b);
		struct bootstrap f = bootstrap_difference(arena, &turned.a, &turned.b);

		check_moments(&d);
		assert_near(mass_of(&d), 1, 1e-12);
		assert_near(e.observed, -d.observed, 0);
		assert_near(bootstrap_below(&e), 1 - bootstrap_below(&d) - bootstrap_equal(&d), 1e-12);
		assert_near(e.acceleration, -d.acceleration, 1e-14);
		assert_near(bootstrap_percentile(&f, .9).lo, bootstrap_percentile(&d, .9).lo, 0);
	}
}

static void
bootstrap_refusals(void **state)
{
	const struct scores none = { NULL, 0, 1 }, alike = { (int64_t[]){ 4, 4, 4 }, 3, 1 };
	const struct scores some = { (int64_t[]){ 3, 4, 5 }, 3, 1 }, lower = { (int64_t[]){ 2, 2 }, 2, 1 };
	struct bootstrap d = bootstrap_mean(arena, &none);

	(void)state;
	assert_int_equal(d.refused, REFUSED_EMPTY);
	assert_true(isnan(d.observed) && isnan(bootstrap_below(&d)) && isnan(bootstrap_quantile(&d, .5)));
	assert_int_equal(bootstrap_difference(arena, &some, &none).refused, REFUSED_EMPTY);
	d = bootstrap_mean(arena, &alike);
	assert_int_equal(d.refused, REFUSED_NO_SPREAD);
	assert_true(d.observed == 4 && d.sd == 0 && isnan(bootstrap_bca(&d, .95).lo));
	d = bootstrap_difference(arena, &alike, &lower);
	assert_int_equal(d.refused, REFUSED_NO_SPREAD);
	assert_true(d.observed == 2 && isnan(d.acceleration));
	d = bootstrap_difference(arena, &alike, &some);
	assert_int_equal(d.refused, REFUSED_NOT);
	assert_near(bootstrap_equal(&d), 7. / 27, 1e-15);
}

/* Near the limit of work it still adds up; beyond it says so. */
static void
bootstrap_of_many(void **state)
{
	struct sides s = sides_random(arena, 4, 160, 60, 200, 1), more = sides_random(arena, 5, 200, 60, 240, 1);
	struct sides odd = sides_random(arena, 6, 131, 127, 240, 1);
	struct bootstrap d = bootstrap_difference(arena, &s.a, &s.b), refused;

	(void)state;
	check_moments(&d);
	assert_near(mass_of(&d), 1, 1e-11);
	refused = bootstrap_mean(arena, &more.a);
	assert_int_equal(refused.refused, REFUSED_TOO_MANY);
	assert_near(refused.observed, scores_summary(&more.a).mean, 0);
	assert_true(isnan(refused.sd) && refused.n == 0);
	assert_int_equal(bootstrap_difference(arena, &more.b, &more.a).refused, REFUSED_TOO_MANY);
	assert_int_equal(bootstrap_mean(arena, &odd.a).refused, REFUSED_NOT);
	odd = sides_random(arena, 7, 521, 523, 60, 1);
	assert_int_equal(bootstrap_difference(arena, &odd.a, &odd.b).refused, REFUSED_TOO_MANY);
}

/* mpmath 1.2.1 at 30 digits: tails of t from its incomplete beta function; side a minus side b of d07
 * (equal means) and d01 of ally_10v10.csv. */
static void
equivalence_agrees_with_mpmath(void **state)
{
	struct table *data = table_load(arena, "ally_10v10");
	struct sides s = sides_load(arena, data, "d07");
	struct summary a = scores_summary(&s.a), b = scores_summary(&s.b);
	struct estimate gap = welch_difference(&a, &b);
	struct equivalence e = equivalence_test(&gap, .5);

	(void)state;
	assert_near(e.p_above, 0.12423712170220508, 1e-13);
	assert_near(e.p_below, 0.12423712170220508, 1e-13);
	s = sides_load(arena, data, "d01");
	a = scores_summary(&s.a);
	b = scores_summary(&s.b);
	gap = welch_difference(&a, &b);
	e = equivalence_test(&gap, 1);
	assert_near(e.p_above, 0.13722727842125238, 1e-13);
	assert_near(e.p_below, 0.0016724699281722248, 1e-13);
	assert_near(e.p, 0.13722727842125238, 1e-13);
}

/* p < .05 says the same as the 90% interval. */
static void
equivalence_is_the_interval_inside(void **state)
{
	int inside = 0;

	(void)state;
	for (uint64_t seed = 1; seed < 300; seed++) {
		struct sides s = sides_random(arena, seed, 5 + seed % 40, 5 + seed % 43, 4, 60), back = sides_swap(&s);
		struct summary a = scores_summary(&s.a), b = scores_summary(&s.b);
		struct estimate gap = welch_difference(&a, &b), opposite;
		struct equivalence e = equivalence_test(&gap, .8);

		if (gap.refused != REFUSED_NOT)
			continue;
		assert_int_equal(e.p < .05, gap.ci90.lo > -.8 && gap.ci90.hi < .8);
		inside += e.p < .05;
		a = scores_summary(&back.a);
		b = scores_summary(&back.b);
		opposite = welch_difference(&a, &b);
		assert_near(equivalence_test(&opposite, .8).p_below, e.p_above, 1e-14);
	}
	assert_in_range(inside, 10, 280);
}

static void
equivalence_refuses_what_the_estimate_refused(void **state)
{
	const struct scores one = { (int64_t[]){ 4 }, 1, 1 }, alike = { (int64_t[]){ 4, 4, 4 }, 3, 1 };
	struct summary o = scores_summary(&one), a = scores_summary(&alike);
	struct estimate gap = welch_difference(&o, &a);

	(void)state;
	assert_int_equal(equivalence_test(&gap, .5).refused, REFUSED_TOO_FEW);
	gap = welch_difference(&a, &a);
	assert_int_equal(equivalence_test(&gap, .5).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(equivalence_test(&gap, .5).p));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bootstrap_agrees_with_reference),
		cmocka_unit_test(mean_agrees_with_every_resample),
		cmocka_unit_test(uneven_sides_swap_and_scale),
		cmocka_unit_test(bootstrap_refusals),
		cmocka_unit_test(bootstrap_of_many),
		cmocka_unit_test(equivalence_agrees_with_mpmath),
		cmocka_unit_test(equivalence_is_the_interval_inside),
		cmocka_unit_test(equivalence_refuses_what_the_estimate_refused),
	};

	return cmocka_run_group_tests_name("stats_bootstrap", tests, begin, end);
}
