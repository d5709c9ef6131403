/* stats_mixed_trend_test.c - slopes over waves, against whole covariance matrices and by their laws */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

#include "engine/stats/groups/pair.h"
#include "engine/stats/groups/ratio.h"
#include "engine/stats/groups/trend.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"
#include "tests/unit/normal.h"

static struct observation *
observations(const char *set, size_t *n_r)
{
	struct table *t = table_load(arena, "trend_observations");
	struct observation *o = arena_make_n(arena, t->rows, struct observation);

	*n_r = 0;
	for (size_t i = 0; i < t->rows; i++)
		if (strcmp(table_text(t, i, "set"), set) == 0)
			o[(*n_r)++] = (struct observation){ (size_t)table_number(t, i, "unit"),
				table_number(t, i, "time"), table_number(t, i, "value") };
	return o;
}

static void
trends_agree_with_whole_matrices(void **state)
{
	struct table *t = table_load(arena, "trend");

	(void)state;
	assert_int_equal(t->rows, 4);
	for (size_t i = 0; i < t->rows; i++) {
		size_t n;
		struct observation *o = observations(table_text(t, i, "set"), &n);
		struct trend f = trend_fit(o, n);

		assert_int_equal(f.refused, REFUSED_NOT);
		assert_int_equal(f.observations, n);
		assert_true(f.convergence.gradient <= f.convergence.tolerance);
		assert_near(f.tau2, table_number(t, i, "tau2"), 1e-9);
		assert_near(f.sigma2, table_number(t, i, "sigma2"), 1e-10);
		assert_near(f.icc, f.tau2 / (f.tau2 + f.sigma2), 1e-15);
		assert_near(f.slope.value, table_number(t, i, "slope"), 1e-11);
		assert_near(f.slope.se, table_number(t, i, "se"), 1e-10);
		assert_near(f.slope.df, table_number(t, i, "df"), 1e-6);
		assert_near(f.log_likelihood, table_number(t, i, "log_likelihood"), 1e-12);
		assert_near(f.slope.t, f.slope.value / f.slope.se, 1e-15);
	}
}

/* Everybody in every wave: the slope of the units' own lines, with N - units - 1 degrees of freedom. */
static void
complete_waves_are_a_paired_comparison(void **state)
{
	enum { UNITS = 9, TIMES = 5 };
	struct observation o[UNITS * TIMES];
	double ty = 0, tt = 0, rest = 0, slope;
	struct trend f;

	(void)state;
	seed = 8;
	for (size_t u = 0; u < UNITS; u++) {
		double level = 3 + draw_normal();

		for (size_t k = 0; k < TIMES; k++) {
			double value = level + .1 * (double)k + .5 * draw_normal();

			o[u * TIMES + k] = (struct observation){ u, (double)k, value };
		}
	}
	for (size_t i = 0; i < UNITS * TIMES; i++) {
		ty += (o[i].time - 2) * o[i].value;
		tt += (o[i].time - 2) * (o[i].time - 2);
	}
	slope = ty / tt;
	for (size_t u = 0; u < UNITS; u++) {
		double mean = 0;

		for (size_t k = 0; k < TIMES; k++)
			mean += o[u * TIMES + k].value / TIMES;
		for (size_t k = 0; k < TIMES; k++)
			rest += pow(o[u * TIMES + k].value - mean - slope * ((double)k - 2), 2);
	}
	f = trend_fit(o, UNITS * TIMES);
	assert_int_equal(f.waves, TIMES);
	assert_int_equal(f.units, UNITS);
	assert_true(f.tau2 > 0);
	assert_near(f.slope.value, slope, 1e-13);
	assert_near(f.slope.df, UNITS * TIMES - UNITS - 1, 1e-8);
	assert_near(f.slope.se, sqrt(rest / (UNITS * TIMES - UNITS - 1) / tt), 1e-12);
}

static void
order_scale_and_missing_do_not_matter(void **state)
{
	size_t n;
	struct observation *o = observations("ragged", &n);
	struct observation *p = arena_make_n(arena, n + 2, struct observation);
	struct trend f = trend_fit(o, n), g;

	(void)state;
	for (size_t i = 0; i < n; i++)
		p[n - 1 - i] = (struct observation){ 1000 - 7 * o[i].unit, 2000 + o[i].time / 12,
			25 * o[i].value - 25 };
	p[n] = (struct observation){ 3, NAN, 4 };
	p[n + 1] = (struct observation){ 999999, 2001, NAN };
	g = trend_fit(p, n + 2);
	assert_int_equal(g.observations, n);
	assert_int_equal(g.units, f.units);
	assert_near(g.slope.value, 12 * 25 * f.slope.value, 1e-8);
	assert_near(g.slope.t, f.slope.t, 1e-9);
	assert_near(g.slope.df, f.slope.df, 1e-7);
	assert_near(g.tau2, 625 * f.tau2, 1e-9);
	assert_near(g.icc, f.icc, 1e-10);
}

/* People come and go; 95% intervals hold the slope, whether or not people differ. */
static void
planted_slope_is_covered(void **state)
{
	const int times = 4000;

	(void)state;
	for (int differ = 0; differ < 2; differ++) {
		double covered = 0, sum = 0, up = 0;

		seed = 77;
		for (int k = 0; k < times; k++) {
			struct observation o[10 * 4];
			struct trend f;
			size_t n = 0;

			for (size_t u = 0; u < 10; u++) {
				double level = 3 + differ * draw_normal();

				for (size_t w = 0; w < 4; w++) {
					double value = level + .2 * (double)w + .6 * draw_normal();

					if (w == u % 4 || draw(3) > 0)
						o[n++] = (struct observation){ u, (double)w, value };
				}
			}
			f = trend_fit(o, n);
			assert_int_equal(f.refused, REFUSED_NOT);
			sum += f.slope.value / times;
			covered += f.slope.ci95.lo < .2 && f.slope.ci95.hi > .2;
			up += welch_p_at_least(&f.slope, 0) > .5;
		}
		assert_near(sum, .2, .02);
		assert_near(covered / times, .945, .012);
		assert_true(up / times > .9);
	}
}

static enum refusal
refusal_of(const struct observation o[], size_t n)
{
	struct trend f = trend_fit(o, n);

	assert_int_equal(f.slope.refused, f.refused);
	if (f.refused != REFUSED_NOT)
		assert_true(isnan(f.slope.value) && isnan(f.slope.ci95.lo) && isnan(f.tau2) && isnan(f.icc));
	return f.refused;
}

static void
refusals(void **state)
{
	const struct observation two_waves[] = { { 1, 1, 3 }, { 1, 2, 4 }, { 2, 1, 2 }, { 2, 2, 5 },
		{ 3, 1, 1 }, { 3, 2, 1 } };
	const struct observation one_unit[] = { { 1, 1, 3 }, { 1, 2, 4 }, { 1, 3, 2 }, { 1, 4, 5 } };
	const struct observation strangers[] = { { 1, 1, 3 }, { 2, 2, 4 }, { 3, 3, 2 }, { 4, 4, 5 } };
	const struct observation exact[] = { { 1, 1, 3 }, { 1, 2, 4 }, { 1, 3, 5 }, { 2, 1, 2 }, { 2, 2, 3 },
		{ 2, 3, 4 } };
	const struct observation at_once[] = { { 1, 1, 3 }, { 1, 1, 4 }, { 2, 1, 5 }, { 2, 1, 2 } };
	const struct observation missing[] = { { 1, NAN, 3 }, { 1, 2, NAN } };
	const struct observation fine[] = { { 1, 1, 3 }, { 1, 2, 4 }, { 1, 3, 5.5 }, { 2, 1, 2 }, { 2, 2, 3 },
		{ 2, 3, 3 } };
	/* Each unit twice in one wave: the slope is between units, e within them. */
	const struct observation between[] = { { 1, 1, 3 }, { 1, 1, 4 }, { 2, 2, 5 }, { 2, 2, 2 },
		{ 3, 3, 1 }, { 3, 3, 3 }, { 4, 4, 2 }, { 4, 4, 4 } };

	(void)state;
	assert_int_equal(refusal_of(fine, 6), REFUSED_NOT);
	assert_int_equal(refusal_of(between, 8), REFUSED_NOT);
	assert_int_equal(refusal_of(NULL, 0), REFUSED_EMPTY);
	assert_int_equal(refusal_of(missing, 2), REFUSED_EMPTY);
	assert_int_equal(refusal_of(two_waves, 6), REFUSED_TOO_FEW);
	assert_int_equal(refusal_of(one_unit, 4), REFUSED_TOO_FEW);
	assert_int_equal(refusal_of(strangers, 4), REFUSED_TOO_FEW);
	assert_int_equal(refusal_of(exact, 6), REFUSED_NO_SPREAD);
	assert_int_equal(refusal_of(at_once, 4), REFUSED_SINGULAR);
}

/* Few people, few waves, whole answers. */
static void
anything_small_is_answered_or_refused(void **state)
{
	size_t answered = 0;

	(void)state;
	seed = 2025;
	for (int k = 0; k < 20000; k++) {
		struct observation o[16];
		size_t n = draw(17), units = 1 + draw(5), waves = 1 + draw(5), answers = 2 + draw(4);
		struct trend f;

		for (size_t i = 0; i < n; i++)
			o[i] = (struct observation){ draw(units), (double)draw(waves),
				(double)draw(answers) };
		f = trend_fit(o, n);
		assert_true(f.refused != REFUSED_NOT_CONVERGED);
		assert_int_equal(f.observations, n);
		if (f.refused != REFUSED_NOT) {
			assert_true(isnan(f.slope.value) && isnan(f.sigma2));
			continue;
		}
		answered++;
		assert_true(f.waves >= 3 && f.icc >= 0 && f.icc < 1 && f.sigma2 > 0);
		assert_true(f.slope.se > 0 && f.slope.df > 0 && f.slope.p >= 0 && f.slope.p <= 1);
	}
	assert_true(answered > 5000);
}

/* Two minima, at .01 and 100, tilted; and one that never comes. */
static struct jet
two_valleys(const void *data, double r)
{
	struct jet l = jet_log(jet_add(jet_constant(1e-9), 1, jet_x(r)));
	struct jet near = jet_add(l, -1, jet_constant(log(.01)));
	struct jet far = jet_add(l, -1, jet_constant(log(100)));
	struct jet valleys = jet_multiply(jet_multiply(near, near), jet_multiply(far, far));

	return jet_add(valleys, *(const double *)data, l);
}

static struct jet
always_down(const void *data, double r)
{
	(void)data;
	return jet_inverse(jet_add(jet_constant(1), 1, jet_x(r)));
}

static void
the_lowest_of_several_minima_is_taken(void **state)
{
	const double left = 1, right = -1;

	(void)state;
	assert_near(ratio_minimise(two_valleys, &left, 1).ratio, .01, .001);
	assert_near(ratio_minimise(two_valleys, &right, 1).ratio / 100, 1, .1);
	assert_int_equal(ratio_minimise(always_down, NULL, 1).refused, REFUSED_NOT_CONVERGED);
	assert_true(isnan(ratio_minimise(always_down, NULL, 1).ratio));
}

/* (log x)^2 + (log y - 1)^2 + log x log y / 2 is not convex far from its minimum; -x - y has none. */
static struct jet
bent(const void *data, double x, double y)
{
	struct jet a = jet_log(jet_x(x)), b = jet_log(jet_y(y)), c = jet_add(b, -1, jet_constant(1));

	(void)data;
	return jet_add(jet_add(jet_multiply(a, a), 1, jet_multiply(c, c)), .5, jet_multiply(a, b));
}

static struct jet
downhill(const void *data, double x, double y)
{
	(void)data;
	return jet_add(jet_scale(jet_x(x), -1), -1, jet_y(y));
}

static struct jet
overflown(const void *data, double x, double y)
{
	(void)data;
	return jet_multiply(jet_constant(NAN), jet_multiply(jet_x(x), jet_y(y)));
}

/* At the corner both derivatives are positive. */
static struct jet
cornered(const void *data, double x, double y)
{
	(void)data;
	return jet_multiply(jet_add(jet_constant(1), 1, jet_x(x)), jet_add(jet_constant(1), 2, jet_y(y)));
}

static void
two_ratios_are_found_or_refused(void **state)
{
	struct pair p = pair_minimise(bent, NULL, 1);

	(void)state;
	assert_int_equal(p.refused, REFUSED_NOT);
	assert_near(p.x, exp(-4. / 15), 1e-10);
	assert_near(p.y, exp(16. / 15), 1e-10);
	p = pair_minimise(cornered, NULL, 1);
	assert_int_equal(p.refused, REFUSED_NOT);
	assert_near(p.x, 0, 0);
	assert_near(p.y, 0, 0);
	assert_near(p.convergence.gradient, 0, 0);
	p = pair_minimise(downhill, NULL, 1);
	assert_int_equal(p.refused, REFUSED_NOT_CONVERGED);
	assert_true(isnan(p.x) && isnan(p.y));
	assert_int_equal(pair_minimise(overflown, NULL, 1).refused, REFUSED_NOT_CONVERGED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trends_agree_with_whole_matrices),
		cmocka_unit_test(complete_waves_are_a_paired_comparison),
		cmocka_unit_test(order_scale_and_missing_do_not_matter),
		cmocka_unit_test(planted_slope_is_covered),
		cmocka_unit_test(refusals),
		cmocka_unit_test(anything_small_is_answered_or_refused),
		cmocka_unit_test(the_lowest_of_several_minima_is_taken),
		cmocka_unit_test(two_ratios_are_found_or_refused),
	};

	return cmocka_run_group_tests_name("stats_mixed_trend", tests, begin, end);
}
