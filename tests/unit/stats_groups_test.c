/* stats_groups_test.c - variance between groups and shrunken means, against other tools and by their laws */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

#include "engine/stats/groups/group.h"
#include "engine/stats/groups/intercept.h"
#include "engine/stats/groups/jet.h"
#include "engine/stats/groups/shrink.h"
#include "engine/stats/scores.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/portfolio.h"
#include "tests/stats/table.h"

static void
components_agree_with_polished_reml(void **state)
{
	struct table *t = table_load(arena, "reml");

	(void)state;
	assert_int_equal(t->rows, 4);
	for (size_t i = 0; i < t->rows; i++) {
		struct groups g = groups_load(arena, table_text(t, i, "dataset"));
		struct random_intercept f = random_intercept_fit(g.group, g.n);

		assert_int_equal(f.refused, REFUSED_NOT);
		assert_true(f.convergence.gradient <= f.convergence.tolerance);
		assert_true(f.convergence.iterations > 0);
		assert_near(f.tau2, table_number(t, i, "tau2"), 1e-11);
		assert_near(f.sigma2, table_number(t, i, "sigma2"), 1e-11);
		assert_near(f.mu, table_number(t, i, "mu"), 1e-12);
		assert_near(f.se_mu, table_number(t, i, "se_mu"), 1e-11);
		assert_near(f.icc, table_number(t, i, "icc1"), 1e-11);
		assert_near(f.log_likelihood, table_number(t, i, "log_likelihood"), 1e-12);
	}
}

static void
shrunken_means_agree(void **state)
{
	struct table *t = table_load(arena, "reml_shrunken");

	(void)state;
	assert_int_equal(t->rows, 36);
	for (size_t i = 0; i < t->rows; i++) {
		struct groups g = groups_load(arena, table_text(t, i, "dataset"));
		struct random_intercept f = random_intercept_fit(g.group, g.n);
		struct group one = { (size_t)table_number(t, i, "n"), table_number(t, i, "mean"), NAN };
		struct shrunken s = shrink_mean(&f, &one);

		assert_near(s.lambda, table_number(t, i, "lambda"), 1e-11);
		assert_near(s.mean, table_number(t, i, "eb"), 1e-12);
		assert_near(s.sd_given_mu * s.sd_given_mu, table_number(t, i, "variance"), 1e-6);
		assert_near(s.sd, hypot(s.sd_given_mu, (1 - s.lambda) * f.se_mu), 1e-15);
		assert_near(shrink_p_below(&s, s.band80.lo), .1, 1e-12);
		assert_near(shrink_p_below(&s, s.band80.hi), .9, 1e-12);
	}
}

/* Predicted effects add up to nothing, so the mean of all shrunken means is mu. */
static void
all_shrunken_means_agree(void **state)
{
	struct table *t = table_load(arena, "reml");

	(void)state;
	for (size_t i = 0; i < t->rows; i++) {
		struct groups g = groups_load(arena, table_text(t, i, "dataset"));
		struct random_intercept f = random_intercept_fit(g.group, g.n);
		double *mean = arena_make_n(arena, g.n, double), *lambda = arena_make_n(arena, g.n, double);
		struct group all;

		for (size_t k = 0; k < g.n; k++) {
			struct shrunken s = shrink_mean(&f, &g.group[k]);

			mean[k] = s.mean;
			lambda[k] = s.lambda;
		}
		all = group_of(lambda, g.n);
		assert_near(all.mean, table_number(t, i, "lambda_mean"), 1e-6);
		all = group_of(mean, g.n);
		assert_near(all.mean, table_number(t, i, "eb_mean_all"), 1e-12);
		assert_near(sqrt(all.within / (double)(g.n - 1)), table_number(t, i, "eb_sd_all"), 1e-11);
	}
}

/* With equal n REML is the analysis of variance, when that is not negative, and mu has G - 1 df. */
static void
balanced_groups_give_anova(void **state)
{
	int boundary = 0;

	(void)state;
	for (uint64_t k = 0; k < 200; k++) {
		size_t n = 2 + k % 6, count = 3 + k % 20;
		struct groups g = groups_draw(arena, k, count, n, n, (double)(k % 3) / 2, 1);
		struct random_intercept f = random_intercept_fit(g.group, g.n);
		double mean = 0, between = 0, within = 0, tau2;

		for (size_t i = 0; i < count; i++) {
			mean += g.group[i].mean / (double)count;
			within += g.group[i].within / (double)(count * (n - 1));
		}
		for (size_t i = 0; i < count; i++)
			between += pow(g.group[i].mean - mean, 2) * (double)n / (double)(count - 1);
		tau2 = (between - within) / (double)n;
		assert_near(f.mu, mean, 1e-12);
		assert_true(f.convergence.gradient <= f.convergence.tolerance);
		if (tau2 > 0) {
			assert_near(f.tau2, tau2, 1e-11);
			assert_near(f.sigma2, within, 1e-11);
			assert_near(f.df_mu, (double)count - 1, 1e-8);
			continue;
		}
		boundary++;
		assert_near(f.tau2, 0, 0);
		assert_near(f.icc, 0, 0);
		assert_near(f.df_mu, (double)(count * n - 1), 1e-12);
		assert_near(shrink_mean(&f, &g.group[0]).mean, f.mu, 1e-15);
		assert_near(shrink_mean(&f, &g.group[0]).sd, f.se_mu, 1e-15);
		assert_near(shrink_mean(&f, &g.group[0]).sd_given_mu, 0, 0);
	}
	assert_true(boundary > 20);
}

/* Mean over 400 portfolios of 100 groups of 1..12 people: the truth within four standard errors, and the 80%
 * bands hold the true means. */
static void
planted_truth_is_found(void **state)
{
	double tau2 = 0, sigma2 = 0, covered = 0, mu = 0, t2 = 0;
	const int times = 400;
	const size_t count = 100;

	(void)state;
	for (int k = 0; k < times; k++) {
		struct groups g = groups_draw(arena, (uint64_t)k, count, 1, 12, .5, .8);
		struct random_intercept f = random_intercept_fit(g.group, g.n);

		tau2 += f.tau2 / times;
		sigma2 += f.sigma2 / times;
		mu += f.mu / times;
		t2 += pow((f.mu - 3) / f.se_mu, 2) / times;
		for (size_t i = 0; i < count; i++) {
			struct interval band = shrink_mean(&f, &g.group[i]).band80;

			covered += g.truth[i] > band.lo && g.truth[i] < band.hi;
		}
	}
	assert_near(tau2, .25, .01);
	assert_near(sigma2, .64, .005);
	assert_near(mu, 3, .004);
	assert_near(t2, 1, .25);
	assert_near(covered / (times * (double)count), .797, .008);
}

static void
order_scale_and_origin_do_not_matter(void **state)
{
	struct groups g;
	struct random_intercept f, h;

	(void)state;
	g = groups_draw(arena, 7, 60, 1, 30, .4, 1);
	f = random_intercept_fit(g.group, g.n);
	groups_reverse(&g);
	h = random_intercept_fit(g.group, g.n);
	assert_near(h.tau2, f.tau2, 1e-13);
	assert_near(h.mu, f.mu, 1e-14);
	for (size_t i = 0; i < g.n; i++) {
		g.group[i].mean = 1000 + 25 * g.group[i].mean;
		g.group[i].within *= 25 * 25;
	}
	h = random_intercept_fit(g.group, g.n);
	assert_near(h.tau2, 625 * f.tau2, 1e-10);
	assert_near(h.sigma2, 625 * f.sigma2, 1e-12);
	assert_near(h.icc, f.icc, 1e-11);
	assert_near(h.mu, 1000 + 25 * f.mu, 1e-13);
	assert_near(h.df_mu, f.df_mu, 1e-9);
}

/* Groups above 255 people do not share a class with their equals; the answer must not notice. */
static void
large_groups_are_groups_too(void **state)
{
	struct groups small, large;
	struct random_intercept f;
	double between;

	(void)state;
	small = groups_draw(arena, 3, 12, 255, 255, .3, 1);
	large = groups_draw(arena, 4, 12, 600, 600, .3, 1);
	f = random_intercept_fit(small.group, small.n);
	assert_true(f.icc > .02 && f.icc < .2);
	f = random_intercept_fit(large.group, large.n);
	between = group_of((double[]){ large.group[0].mean, large.group[1].mean, large.group[2].mean,
		large.group[3].mean, large.group[4].mean, large.group[5].mean, large.group[6].mean,
		large.group[7].mean, large.group[8].mean, large.group[9].mean, large.group[10].mean,
		large.group[11].mean }, 12).within / 11;
	assert_near(f.tau2, between - f.sigma2 / 600, 1e-11);
}

static void
empty_groups_count_nowhere(void **state)
{
	struct groups g;
	struct random_intercept f, h;
	struct group with[40];

	(void)state;
	g = groups_draw(arena, 5, 20, 1, 9, .5, 1);
	for (size_t i = 0; i < 20; i++) {
		with[2 * i] = (struct group){ 0, NAN, NAN };
		with[2 * i + 1] = g.group[i];
	}
	f = random_intercept_fit(g.group, g.n);
	h = random_intercept_fit(with, 40);
	assert_int_equal(h.groups, 20);
	assert_int_equal(h.people, f.people);
	assert_memory_equal(&f.tau2, &h.tau2, sizeof f.tau2);
	assert_int_equal(shrink_mean(&h, &with[0]).refused, REFUSED_EMPTY);
	assert_true(isnan(shrink_p_below(&(struct shrunken){ .refused = REFUSED_EMPTY }, 3)));
}

static enum refusal
refusal_of(const struct group groups[], size_t n)
{
	struct random_intercept f = random_intercept_fit(groups, n);
	struct shrunken s = shrink_mean(&f, &(struct group){ 5, 3, 4 });

	if (f.refused != REFUSED_NOT) {
		assert_true(isnan(f.tau2) && isnan(f.sigma2) && isnan(f.icc));
		assert_true(isnan(f.mu) && isnan(f.se_mu) && isnan(f.df_mu));
		assert_true(isnan(s.mean) && isnan(s.sd) && isnan(s.band80.lo));
		assert_int_equal(s.refused, f.refused);
	}
	return f.refused;
}

static void
refusals(void **state)
{
	(void)state;
	assert_int_equal(refusal_of(NULL, 0), REFUSED_EMPTY);
	assert_int_equal(refusal_of((struct group[]){ { 0, 0, 0 }, { 0, 0, 0 } }, 2), REFUSED_EMPTY);
	assert_int_equal(refusal_of((struct group[]){ { 9, 3, 4 } }, 1), REFUSED_TOO_FEW);
	assert_int_equal(refusal_of((struct group[]){ { 9, 3, 4 }, { 0, 0, 0 } }, 2), REFUSED_TOO_FEW);
	assert_int_equal(refusal_of((struct group[]){ { 1, 3, 0 }, { 1, 4, 0 } }, 2), REFUSED_TOO_FEW);
	assert_int_equal(refusal_of((struct group[]){ { 4, 3, 0 }, { 4, 3, 0 } }, 2), REFUSED_NO_SPREAD);
	assert_int_equal(refusal_of((struct group[]){ { 4, 3, 0 }, { 4, 4, 1e-15 } }, 2), REFUSED_NO_SPREAD);
	assert_int_equal(refusal_of((struct group[]){ { 4, 3, 2 }, { 4, 3, 0 } }, 2), REFUSED_NOT);
	assert_int_equal(refusal_of((struct group[]){ { 2, 3, 2 }, { 1, 4, 0 } }, 2), REFUSED_NOT);
}

static void
groups_from_moments_and_values_are_the_same(void **state)
{
	const double x[] = { 3, NAN, 4.5, 2.25, 5 };
	struct moments part = { 0 }, rest = { 0 };
	struct group g = group_of(x, 5), h;

	(void)state;
	moments_add(&part, 12);
	moments_add(&part, 18);
	moments_add(&rest, 9);
	moments_add(&rest, 20);
	moments_merge(&part, &rest);
	h = group_from(&part, 4);
	assert_int_equal(g.n, 4);
	assert_int_equal(h.n, 4);
	assert_near(h.mean, g.mean, 1e-15);
	assert_near(h.within, g.within, 1e-15);
	assert_int_equal(group_of(x + 1, 1).n, 0);
	assert_near(group_of(x, 1).within, 0, 0);
	assert_near(group_from(&(struct moments){ 1, 12, 144 }, 4).within, 0, 0);
}

/* f = log(x y + y^2) / (1 + x): every derivative against a difference quotient. */
static struct jet
sample(double x, double y)
{
	struct jet a = jet_x(x), b = jet_y(y);

	return jet_multiply(jet_log(jet_add(jet_multiply(a, b), 1, jet_multiply(b, b))),
		jet_inverse(jet_add(jet_constant(1), 1, a)));
}

static void
jets_carry_derivatives(void **state)
{
	const double h = 1e-5;
	struct jet at = sample(1.3, .7);

	(void)state;
	assert_near(at.v, log(1.3 * .7 + .7 * .7) / 2.3, 1e-15);
	assert_near(at.x, (sample(1.3 + h, .7).v - sample(1.3 - h, .7).v) / (2 * h), 1e-9);
	assert_near(at.y, (sample(1.3, .7 + h).v - sample(1.3, .7 - h).v) / (2 * h), 1e-9);
	assert_near(at.xx, (sample(1.3 + h, .7).x - sample(1.3 - h, .7).x) / (2 * h), 1e-9);
	assert_near(at.xy, (sample(1.3, .7 + h).x - sample(1.3, .7 - h).x) / (2 * h), 1e-9);
	assert_near(at.yy, (sample(1.3, .7 + h).y - sample(1.3, .7 - h).y) / (2 * h), 1e-9);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(components_agree_with_polished_reml),
		cmocka_unit_test(shrunken_means_agree),
		cmocka_unit_test(all_shrunken_means_agree),
		cmocka_unit_test(balanced_groups_give_anova),
		cmocka_unit_test(planted_truth_is_found),
		cmocka_unit_test(order_scale_and_origin_do_not_matter),
		cmocka_unit_test(large_groups_are_groups_too),
		cmocka_unit_test(empty_groups_count_nowhere),
		cmocka_unit_test(refusals),
		cmocka_unit_test(groups_from_moments_and_values_are_the_same),
		cmocka_unit_test(jets_carry_derivatives),
	};

	return cmocka_run_group_tests_name("stats_groups", tests, begin, end);
}
