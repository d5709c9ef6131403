/* stats_drivers_test.c - key drivers against R, against enumeration and by their laws */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>

#include "engine/stats/drivers/cross.h"
#include "engine/stats/drivers/drivers.h"
#include "engine/stats/drivers/importance.h"
#include "engine/stats/drivers/regression.h"
#include "engine/stats/drivers/ridge.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"
#include "tests/unit/normal.h"

static const char *const names[] = { "complaints", "privileges", "learning", "raises", "critical", "advance",
	"rating" };

static struct cross
attitude(void)
{
	struct table *t = table_load(arena, "attitude");
	const double *column[7];

	for (size_t i = 0; i < 7; i++) {
		double *x = arena_make_n(arena, t->rows, double);

		for (size_t row = 0; row < t->rows; row++)
			x[row] = table_number(t, row, names[i]);
		column[i] = x;
	}
	return cross_of(column, 7, 0, t->rows);
}

static void
regression_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "attitude_importance");
	struct table *whole = table_load(arena, "attitude_fit");
	struct cross c = attitude();
	struct axes x = axes_of(&c);
	struct regression f = regression_fit(&x);

	(void)state;
	assert_int_equal(f.refused, REFUSED_NOT);
	assert_int_equal(f.people, 30);
	assert_int_equal(f.culprit, 6);
	assert_near(f.r2, table_number(whole, 0, "r2"), 1e-13);
	assert_near(f.adjusted_r2, table_number(whole, 0, "adjusted_r2"), 1e-13);
	assert_near(f.condition, table_number(whole, 0, "condition"), 1e-12);
	assert_near(f.intercept, table_number(whole, 0, "intercept"), 1e-12);
	assert_int_equal(t->rows, 6);
	for (size_t j = 0; j < 6; j++) {
		assert_string_equal(table_text(t, j, "predictor"), names[j]);
		assert_near(f.coefficient[j], table_number(t, j, "coefficient"), 1e-12);
		assert_near(f.beta[j], table_number(t, j, "beta"), 1e-12);
		assert_near(f.vif[j], table_number(t, j, "vif"), 1e-13);
		assert_near(f.r[j] * f.r[j], table_number(t, j, "first"), 1e-13);
		assert_near(f.unique[j], table_number(t, j, "last"), 1e-13);
		assert_near(f.beta[j] * f.r[j], table_number(t, j, "pratt"), 1e-13);
	}
}

static void
importance_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "attitude_importance");
	struct cross c = attitude();
	struct axes x = axes_of(&c);
	double correlation[7 * 7], shapley[6], johnson[6];

	(void)state;
	assert_int_equal(cross_correlation(&c, correlation), REFUSED_NOT);
	assert_int_equal(importance_shapley(correlation, 6, shapley), REFUSED_NOT);
	assert_int_equal(importance_johnson(&x, johnson), REFUSED_NOT);
	for (size_t j = 0; j < 6; j++) {
		assert_near(shapley[j], table_number(t, j, "lmg"), 1e-13);
		assert_near(shapley[j], table_number(t, j, "shapley"), 1e-13);
		assert_near(johnson[j], table_number(t, j, "johnson"), 1e-13);
		assert_near(johnson[j], table_number(t, j, "genizi"), 1e-13);
	}
}

static void
ridge_agrees_with_mass(void **state)
{
	struct table *t = table_load(arena, "attitude_ridge");
	struct cross c = attitude();
	struct axes x = axes_of(&c);

	(void)state;
	assert_int_equal(t->rows, 5);
	for (size_t i = 0; i < t->rows; i++) {
		struct ridge f = ridge_at(&x, table_number(t, i, "lambda"));

		assert_int_equal(f.refused, REFUSED_NOT);
		assert_near(f.gcv, table_number(t, i, "gcv"), 1e-12);
		assert_near(f.intercept, table_number(t, i, "intercept"), 1e-11);
		for (size_t j = 0; j < 6; j++)
			assert_near(f.coefficient[j], table_number(t, i, names[j]), 1e-12);
	}
}

/* No lambda on a fine grid is better. */
static void
ridge_chooses_the_lowest_gcv(void **state)
{
	struct cross c = attitude();
	struct axes x = axes_of(&c);
	struct ridge best = ridge_choose(&x);

	(void)state;
	assert_int_equal(best.refused, REFUSED_NOT);
	assert_true(best.lambda > 1 && best.lambda < 10);
	assert_true(best.convergence.iterations > 0);
	assert_true(best.convergence.gradient <= best.convergence.tolerance);
	for (double lambda = 1e-6; lambda < 1e6; lambda *= 1.01)
		assert_true(ridge_at(&x, lambda).gcv >= best.gcv);
	assert_true(ridge_at(&x, best.lambda * 1.001).gcv > best.gcv);
	assert_true(ridge_at(&x, best.lambda / 1.001).gcv > best.gcv);
	assert_true(best.df < 6 && best.df > 0);
}

/* `people` with `predictors` uncorrelated normal columns, then the outcome sum weight[j] x_j + noise e. */
static struct cross
sample(uint64_t from, size_t people, size_t predictors, const double weight[], double noise)
{
	double *column[CROSS_MAX];
	size_t v = predictors + 1;

	seed = from;
	for (size_t i = 0; i < v; i++)
		column[i] = arena_make_n(arena, people, double);
	for (size_t k = 0; k < people; k++) {
		column[predictors][k] = 2 + noise * draw_normal();
		for (size_t j = 0; j < predictors; j++) {
			column[j][k] = 3 + draw_normal();
			column[predictors][k] += weight[j] * column[j][k];
		}
	}
	return cross_of((const double *const *)column, v, 0, people);
}

static void
planted_shares_are_found(void **state)
{
	const double weight[] = { .8, .4, 0 };
	struct cross c = sample(1, 200000, 3, weight, 1);
	struct drivers d = drivers_of(&c, 1, true);

	(void)state;
	assert_int_equal(d.refused, REFUSED_NOT);
	assert_near(d.fit.r2, .8 / 1.8, .005);
	assert_near(d.shapley[0], .64 / 1.8, .005);
	assert_near(d.shapley[1], .16 / 1.8, .005);
	assert_near(d.shapley[2], 0, .0005);
	assert_near(d.fit.coefficient[0], .8, .01);
	assert_near(d.fit.intercept, 2, .03);
	assert_near(d.ridge.coefficient[1], .4, .01);
	for (size_t j = 0; j < 3; j++)
		assert_near(d.johnson[j], d.shapley[j], 1e-4);
}

static double
r2_of(const struct cross *c, size_t subset)
{
	struct cross part = { .n = c->n };
	size_t place[CROSS_MAX];
	struct axes x;

	for (size_t i = 0; i < c->variables; i++)
		if (i == c->variables - 1 || (subset >> i & 1) != 0)
			place[part.variables++] = i;
	if (part.variables == 1)
		return 0;
	for (size_t i = 0; i < part.variables; i++) {
		part.mean[i] = c->mean[place[i]];
		for (size_t j = 0; j <= i; j++)
			part.products[i][j] = c->products[place[i]][place[j]];
	}
	x = axes_of(&part);
	return regression_fit(&x).r2;
}

/* Every order in which four predictors can enter, by whole regressions. */
static void
shapley_is_the_mean_over_all_orders(void **state)
{
	struct cross c = attitude();
	double correlation[7 * 7], share[6], mean[6] = { 0 };
	size_t orders = 0;

	(void)state;
	assert_int_equal(cross_correlation(&c, correlation), REFUSED_NOT);
	assert_int_equal(importance_shapley(correlation, 6, share), REFUSED_NOT);
	for (size_t code = 0; code < 6 * 6 * 6 * 6 * 6 * 6; code++) {
		size_t seen = 0, digits = code;

		for (size_t i = 0; i < 6; i++, digits /= 6)
			seen |= (size_t)1 << digits % 6;
		if (seen != 63)
			continue;
		orders++;
		seen = 0;
		digits = code;
		for (size_t i = 0; i < 6; i++, digits /= 6) {
			size_t with = seen | (size_t)1 << digits % 6;

			mean[digits % 6] += r2_of(&c, with) - r2_of(&c, seen);
			seen = with;
		}
	}
	assert_int_equal(orders, 720);
	for (size_t j = 0; j < 6; j++)
		assert_near(share[j], mean[j] / 720, 1e-12);
}

static void
shares_add_up_for_any_number_of_predictors(void **state)
{
	(void)state;
	for (size_t p = 1; p <= PREDICTORS_MAX; p++) {
		double weight[PREDICTORS_MAX], sum = 0, johnson = 0;
		struct cross c;
		struct drivers d;

		for (size_t j = 0; j < p; j++)
			weight[j] = (double)j / 10;
		c = sample(p, 150, p, weight, 1);
		d = drivers_of(&c, 1, false);
		assert_int_equal(d.refused, REFUSED_NOT);
		for (size_t j = 0; j < p; j++) {
			assert_true(d.shapley[j] >= 0 && d.johnson[j] >= 0);
			sum += d.shapley[j];
			johnson += d.johnson[j];
		}
		assert_near(sum, d.fit.r2, 1e-13);
		assert_near(johnson, d.fit.r2, 1e-13);
	}
}

/* Columns for 12 alliances of 8 people, alliance k's level added to everything; some values missing. */
enum { ALLIANCES = 12, SIZE = 8 };

static double **
alliances(double level)
{
	double **column = arena_make_n(arena, 3, double *);

	seed = 99;
	for (size_t i = 0; i < 3; i++)
		column[i] = arena_make_n(arena, ALLIANCES * SIZE, double);
	for (size_t k = 0; k < ALLIANCES * SIZE; k++) {
		double up = level * (double)(k / SIZE);

		column[0][k] = 3 + up + draw_normal();
		column[1][k] = 3 + up + draw_normal();
		column[2][k] = column[0][k] + draw_normal();
	}
	column[1][5] = NAN;
	return column;
}

static struct cross *
crosses(double **column, size_t reverse)
{
	struct cross *c = arena_make_n(arena, ALLIANCES, struct cross);

	for (size_t i = 0; i < ALLIANCES; i++)
		c[reverse ? ALLIANCES - 1 - i : i] = cross_of((const double *const *)column, 3, i * SIZE,
			(i + 1) * SIZE);
	return c;
}

static void
parts_add_up_to_the_whole(void **state)
{
	double **column = alliances(.3);
	struct cross whole = cross_of((const double *const *)column, 3, 0, ALLIANCES * SIZE);
	struct cross pool = cross_pool(crosses(column, 0), NULL, ALLIANCES, false);
	struct cross back = cross_pool(crosses(column, 1), NULL, ALLIANCES, false);
	struct drivers d = drivers_of(crosses(column, 0), ALLIANCES, true);
	struct drivers e = drivers_of(crosses(column, 1), ALLIANCES, true);

	(void)state;
	assert_int_equal(whole.n, ALLIANCES * SIZE - 1);
	assert_int_equal(pool.n, whole.n);
	for (size_t i = 0; i < 3; i++) {
		assert_near(pool.mean[i], whole.mean[i], 1e-13);
		assert_near(back.mean[i], whole.mean[i], 1e-13);
		for (size_t j = 0; j <= i; j++) {
			assert_near(pool.products[i][j], whole.products[i][j], 1e-12);
			assert_near(back.products[i][j], whole.products[i][j], 1e-12);
		}
	}
	for (size_t j = 0; j < 2; j++)
		assert_near(e.shapley[j], d.shapley[j], 1e-13);
}

/* Where everything is better in some alliances, everything explains everything, unless alliances are centred.
 * */
static void
centring_takes_alliances_out(void **state)
{
	struct drivers flat = drivers_of(crosses(alliances(0), 0), ALLIANCES, true);
	struct drivers steep = drivers_of(crosses(alliances(2), 0), ALLIANCES, true);
	struct drivers naive = drivers_of(crosses(alliances(2), 0), ALLIANCES, false);

	(void)state;
	assert_int_equal(flat.fit.people, ALLIANCES * SIZE - 1 - (ALLIANCES - 1));
	for (size_t j = 0; j < 2; j++) {
		assert_near(steep.shapley[j], flat.shapley[j], 1e-12);
		assert_near(steep.fit.coefficient[j], flat.fit.coefficient[j], 1e-11);
	}
	assert_true(flat.shapley[0] > .2 && flat.shapley[1] < .05);
	assert_true(naive.shapley[1] > .3);
}

static void
scale_does_not_matter(void **state)
{
	double **column = alliances(.3);
	struct drivers d = drivers_of(crosses(column, 0), ALLIANCES, true), e;

	(void)state;
	for (size_t k = 0; k < ALLIANCES * SIZE; k++) {
		column[0][k] = 25 * column[0][k] - 25;
		column[2][k] = 100 - column[2][k];
	}
	e = drivers_of(crosses(column, 0), ALLIANCES, true);
	for (size_t j = 0; j < 2; j++) {
		assert_near(e.shapley[j], d.shapley[j], 1e-12);
		assert_near(e.johnson[j], d.johnson[j], 1e-12);
	}
	assert_near(e.fit.coefficient[0], -d.fit.coefficient[0] / 25, 1e-13);
	assert_near(e.ridge.coefficient[0], -d.ridge.coefficient[0] / 25, 1e-9);
}

static void
resampling_is_repeatable_and_holds_the_truth(void **state)
{
	struct cross *c = crosses(alliances(.3), 0);
	struct drivers d = drivers_of(c, ALLIANCES, true);
	struct drivers_bootstrap b = drivers_resample(c, ALLIANCES, true, 42, 500);
	struct drivers_bootstrap again = drivers_resample(c, ALLIANCES, true, 42, 500);
	struct drivers_bootstrap other = drivers_resample(c, ALLIANCES, true, 43, 500);

	(void)state;
	assert_int_equal(b.refused, REFUSED_NOT);
	assert_int_equal(b.used, 500);
	assert_int_equal(b.seed, 42);
	for (size_t j = 0; j < 2; j++) {
		assert_true(b.share95[j].lo <= d.shapley[j] && d.shapley[j] <= b.share95[j].hi);
		assert_near(again.share95[j].lo, b.share95[j].lo, 0);
		assert_near(again.share95[j].hi, b.share95[j].hi, 0);
		assert_true(other.share95[j].hi != b.share95[j].hi);
	}
	assert_true(b.share95[0].lo > b.share95[1].hi);
	assert_true(isnan(b.share95[2].lo));
	c[3].n = 0;
	assert_int_equal(drivers_resample(c, ALLIANCES, true, 42, 500).refused, REFUSED_NOT);
}

/* The width of the interval is that of the sampling distribution: of people, each an alliance of one. */
static void
resampling_has_the_right_width(void **state)
{
	const double weight[] = { .6, .3 };
	double sum = 0, squares = 0, width = 0;
	const int times = 60;
	enum { PEOPLE = 200 };

	(void)state;
	for (int k = 0; k < times; k++) {
		struct cross *c = arena_make_n(arena, PEOPLE, struct cross);
		double share;

		for (size_t i = 0; i < PEOPLE; i++)
			c[i] = sample(1000 * (uint64_t)k + i, 1, 2, weight, 1);
		share = drivers_of(c, PEOPLE, false).shapley[0];
		sum += share / times;
		squares += share * share / times;
		if (k < 10) {
			struct interval i = drivers_resample(c, PEOPLE, false, 1, 400).share95[0];

			width += (i.hi - i.lo) / 10;
		}
	}
	assert_near(width / (2 * 1.96 * sqrt(squares - sum * sum)), 1, .25);
}

static void
assert_nothing_said(const struct drivers *d)
{
	assert_true(isnan(d->fit.r2) && isnan(d->fit.beta[0]));
	assert_true(isnan(d->shapley[0]) && isnan(d->johnson[0]));
}

static void
singular_predictors_are_refused_and_ridge_answers(void **state)
{
	double **column = alliances(0);
	const double *four[4] = { column[0], column[1], NULL, column[2] };
	double *copy = arena_make_n(arena, ALLIANCES * SIZE, double), correlation[16], share[3];
	struct cross c, *parts = arena_make_n(arena, ALLIANCES, struct cross);
	struct drivers d;
	struct axes x;

	(void)state;
	for (size_t k = 0; k < ALLIANCES * SIZE; k++)
		copy[k] = 7 - 2 * column[0][k];
	four[2] = copy;
	for (size_t i = 0; i < ALLIANCES; i++)
		parts[i] = cross_of(four, 4, i * SIZE, (i + 1) * SIZE);
	d = drivers_of(parts, ALLIANCES, false);
	assert_int_equal(d.refused, REFUSED_SINGULAR);
	assert_nothing_said(&d);
	assert_true(d.fit.culprit == 0 || d.fit.culprit == 2);
	assert_int_equal(d.ridge.refused, REFUSED_NOT);
	assert_near(d.ridge.beta[0], -d.ridge.beta[2], 1e-9);
	assert_near(d.ridge.coefficient[0], -2 * d.ridge.coefficient[2], 1e-9);
	c = cross_pool(parts, NULL, ALLIANCES, false);
	x = axes_of(&c);
	assert_int_equal(ridge_at(&x, 0).refused, REFUSED_SINGULAR);
	assert_true(isnan(ridge_at(&x, 0).gcv));
	assert_int_equal(cross_correlation(&c, correlation), REFUSED_NOT);
	assert_int_equal(importance_shapley(correlation, 3, share), REFUSED_SINGULAR);
	assert_true(isnan(share[0]));
	assert_int_equal(importance_johnson(&x, share), REFUSED_SINGULAR);
	assert_true(isnan(share[2]));
	assert_int_equal(drivers_resample(parts, ALLIANCES, false, 1, 200).refused, REFUSED_SINGULAR);
}

/* A perfect outcome needs no ridge; one that has nothing to do with the predictors gets next to no
 * coefficients. */
static void
ridge_at_the_ends(void **state)
{
	const double weight[] = { 1, 2 };
	struct cross perfect = sample(3, 50, 2, weight, 0), none;
	struct drivers d = drivers_of(&perfect, 1, false);
	const double *two[2] = { (double[]){ 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2 },
		(double[]){ 1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2 } };

	(void)state;
	assert_near(d.fit.r2, 1, 1e-14);
	assert_near(d.ridge.lambda, 0, 0);
	assert_near(d.ridge.coefficient[1], 2, 1e-12);
	none = cross_of(two, 2, 0, 12);
	d = drivers_of(&none, 1, false);
	assert_near(d.fit.r2, 0, 1e-15);
	assert_near(d.ridge.beta[0], 0, 1e-6);
	assert_true(d.ridge.lambda > 1e6 && d.ridge.convergence.gradient == 0);
}

static void
refusals(void **state)
{
	const double weight[] = { 1, 1, 1 };
	const double *constant[2] = { (double[]){ .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1 },
		(double[]){ 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2 } };
	struct cross *parts = crosses(alliances(0), 0);
	const double *missing[2] = { (double[]){ NAN, 2, NAN }, (double[]){ 1, NAN, 3 } };
	struct cross few = sample(1, 29, 3, weight, 1), enough = sample(1, 30, 3, weight, 1);
	struct cross alike = cross_of(constant, 2, 0, 12), empty = cross_of(missing, 2, 0, 3);
	struct cross tiny = sample(1, 4, 3, weight, 1), one = sample(1, 1, 3, weight, 1), nobody[12];
	struct drivers d = drivers_of(&few, 1, false);

	(void)state;
	assert_int_equal(d.refused, REFUSED_TOO_FEW);
	assert_nothing_said(&d);
	assert_true(isnan(d.ridge.gcv) && isnan(d.ridge.lambda) && isnan(d.ridge.beta[0]));
	assert_int_equal(drivers_of(&enough, 1, false).refused, REFUSED_NOT);
	assert_int_equal(drivers_of(&tiny, 1, false).refused, REFUSED_TOO_FEW);
	assert_int_equal(drivers_of(&one, 1, false).refused, REFUSED_TOO_FEW);
	assert_int_equal(drivers_of(&alike, 1, false).refused, REFUSED_NO_SPREAD);
	assert_int_equal(empty.n, 0);
	assert_int_equal(drivers_of(&empty, 1, true).refused, REFUSED_EMPTY);
	for (size_t i = 0; i < 12; i++)
		nobody[i] = empty;
	assert_int_equal(drivers_resample(nobody, 12, true, 1, 500).refused, REFUSED_EMPTY);
	assert_int_equal(drivers_resample(&enough, 1, true, 1, 500).refused, REFUSED_TOO_FEW);
	assert_true(isnan(drivers_resample(&enough, 1, true, 1, 500).share95[0].lo));
	assert_int_equal(drivers_resample(parts, ALLIANCES, true, 1, 99).refused, REFUSED_TOO_FEW);
}

/* Whole answers, few people and predictors, some alike. */
static void
anything_small_is_answered_or_refused(void **state)
{
	size_t answered = 0;

	(void)state;
	seed = 2026;
	for (int k = 0; k < 5000; k++) {
		enum { PEOPLE = 48 };
		double value[4][PEOPLE];
		const double *column[4] = { value[0], value[1], value[2], value[3] };
		size_t variables = 2 + draw(3), size = 1 + draw(8), n = 0;
		struct cross c[PEOPLE];
		struct drivers d;
		double sum = 0;

		for (size_t i = 0; i < variables; i++) {
			size_t answers = 1 + draw(5), of = draw(variables);

			for (size_t p = 0; p < PEOPLE; p++)
				value[i][p] = draw(30) == 0 ? NAN : answers == 1 && of < i ? value[of][p] :
					(double)draw(answers);
		}
		for (size_t from = 0; from + size <= PEOPLE; from += size)
			c[n++] = cross_of(column, variables, from, from + size);
		d = drivers_of(c, n, draw(2) == 0);
		assert_true(d.ridge.refused != REFUSED_NOT_CONVERGED);
		if (d.ridge.refused == REFUSED_NOT)
			assert_true(d.ridge.lambda >= 0 && d.ridge.gcv >= 0 && isfinite(d.ridge.intercept));
		if (d.refused != REFUSED_NOT) {
			assert_true(isnan(d.shapley[0]) && isnan(d.johnson[0]));
			continue;
		}
		answered++;
		for (size_t j = 0; j + 1 < variables; j++) {
			assert_true(d.shapley[j] >= 0 && d.johnson[j] >= 0 && d.fit.vif[j] >= 1 - 1e-12);
			sum += d.shapley[j];
		}
		assert_near(sum, d.fit.r2, 1e-9);
		assert_true(d.fit.r2 >= 0 && d.fit.r2 <= 1);
	}
	assert_true(answered > 1000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(regression_agrees_with_r),
		cmocka_unit_test(importance_agrees_with_r),
		cmocka_unit_test(ridge_agrees_with_mass),
		cmocka_unit_test(ridge_chooses_the_lowest_gcv),
		cmocka_unit_test(planted_shares_are_found),
		cmocka_unit_test(shapley_is_the_mean_over_all_orders),
		cmocka_unit_test(shares_add_up_for_any_number_of_predictors),
		cmocka_unit_test(parts_add_up_to_the_whole),
		cmocka_unit_test(centring_takes_alliances_out),
		cmocka_unit_test(scale_does_not_matter),
		cmocka_unit_test(resampling_is_repeatable_and_holds_the_truth),
		cmocka_unit_test(resampling_has_the_right_width),
		cmocka_unit_test(singular_predictors_are_refused_and_ridge_answers),
		cmocka_unit_test(ridge_at_the_ends),
		cmocka_unit_test(refusals),
		cmocka_unit_test(anything_small_is_answered_or_refused),
	};

	return cmocka_run_group_tests_name("stats_drivers", tests, begin, end);
}
