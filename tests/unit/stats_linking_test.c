/* stats_linking_test.c - two models on one scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include "engine/stats/response/graded.h"
#include "engine/stats/response/linking.h"
#include "tests/stats/answers.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"

static const struct linking_pair same[] = { { 0, 0 }, { 1, 1 }, { 2, 2 }, { 3, 3 }, { 4, 4 } };

static struct graded
group(size_t people, double mean, double sd, uint64_t seed)
{
	struct answers_model m = answers_battery(arena, 5, 5);
	struct ratings r = answers_draw(arena, &m, people, mean, sd, 0, seed);

	return graded_fit(arena, &r);
}

/* The model on another scale: theta' = slope theta + intercept. */
static struct graded
moved(const struct graded *g, double slope, double intercept)
{
	struct graded m = *g;

	m.item = arena_memdup(arena, g->item, g->items * sizeof *g->item);
	for (size_t i = 0; i < m.items; i++) {
		double *p = m.item[i].parameter;

		p[0] /= slope;
		for (unsigned k = 1; k < m.item[i].categories.n; k++)
			p[k] -= p[0] * intercept;
	}
	return m;
}

static void
a_moved_scale_is_moved_back(void **state)
{
	struct graded g = group(1000, 0, 1, 1);
	static const double scale[][2] = { { 1, 0 }, { 1.3, .7 }, { .6, -1.5 }, { 2, 2 } };

	(void)state;
	for (size_t k = 0; k < 4; k++) {
		struct graded m = moved(&g, scale[k][0], scale[k][1]);
		struct linking l = linking_fit(&g, &m, same, 5);

		assert_int_equal(l.refused, REFUSED_NOT);
		assert_int_equal(l.common, 5);
		assert_near(l.slope, scale[k][0], 1e-9);
		assert_near(l.intercept, scale[k][1], 1e-9);
		assert_near(l.distance, 0, 1e-9);
		assert_true(l.convergence.gradient <= l.convergence.tolerance);
	}
}

/* A group with mean .6 and sd 1.25 on the scale of one with 0 and 1; the way back is the inverse. */
static void
a_planted_distance_is_found(void **state)
{
	struct graded base = group(4000, 0, 1, 1), other = group(4000, .6, 1.25, 2);
	struct linking l = linking_fit(&other, &base, same, 5), back = linking_fit(&base, &other, same, 5);

	(void)state;
	assert_near(l.slope, 1.25, .08);
	assert_near(l.intercept, .6, .08);
	assert_true(l.distance > 0 && l.distance < .03);
	assert_near(back.slope, 1 / l.slope, 1e-9);
	assert_near(back.intercept, -l.intercept / l.slope, 1e-9);
	assert_near(back.distance, l.distance, 1e-9);
}

static double
criterion(const struct graded *from, const struct graded *to, double a, double b)
{
	double sum = 0, weights = 0;

	for (int q = -30; q <= 30; q++) {
		double theta = q / 5., w = exp(-theta * theta / 2);

		weights += w;
		for (size_t i = 0; i < 5; i++)
			for (unsigned c = 1; c <= 5; c++)
				for (int way = 0; way < 2; way++) {
					const double *f = from->item[i].parameter, *t = to->item[i].parameter;
					double x = way == 0 ? (theta - b) / a : theta;
					double y = way == 0 ? theta : a * theta + b;
					double p = (c == 1 ? 1 : 1 / (1 + exp(-f[0] * x - f[c - 1])))
					    - (c == 5 ? 0 : 1 / (1 + exp(-f[0] * x - f[c])));
					double r = (c == 1 ? 1 : 1 / (1 + exp(-t[0] * y - t[c - 1])))
					    - (c == 5 ? 0 : 1 / (1 + exp(-t[0] * y - t[c])));

					sum += w * (p - r) * (p - r);
				}
	}
	return sum / weights / 5;
}

/* The criterion written out by itself has no lower point around the one found. */
static void
nothing_nearby_is_better(void **state)
{
	struct graded base = group(800, 0, 1, 1), other = group(800, -.4, .9, 2);
	struct linking l = linking_fit(&other, &base, same, 5);
	double best = criterion(&other, &base, l.slope, l.intercept);

	(void)state;
	assert_near(l.distance, sqrt(best / 2), 1e-12);
	for (int k = 0; k < 8; k++) {
		double slope = l.slope + 1e-4 * cos(k * M_PI / 4), intercept = l.intercept + 1e-4 * sin(k * M_PI / 4);

		assert_true(criterion(&other, &base, slope, intercept) > best);
	}
}

static void
one_common_item_is_enough(void **state)
{
	struct graded g = group(1000, 0, 1, 1), m = moved(&g, 1.2, -.3);
	const struct linking_pair one = { 3, 3 }, wrong = { 3, 2 };
	struct linking l = linking_fit(&g, &m, &one, 1);

	(void)state;
	assert_near(l.slope, 1.2, 1e-8);
	assert_near(l.intercept, -.3, 1e-8);
	l = linking_fit(&g, &m, &wrong, 1);
	assert_int_equal(l.refused, REFUSED_NOT);
	assert_true(l.distance > .05 && fabs(l.intercept + .3) > .5);
}

static void
refusals(void **state)
{
	struct graded g = group(1000, 0, 1, 1), m = moved(&g, 1.2, -.3), few = group(200, 0, 1, 1), turned = m;
	struct linking l;

	(void)state;
	assert_int_equal(linking_fit(&g, &m, same, 0).refused, REFUSED_UNLINKED);
	assert_true(isnan(linking_fit(&g, &m, same, 0).slope));
	assert_int_equal(linking_fit(&g, &few, same, 5).refused, REFUSED_TOO_FEW);
	assert_int_equal(linking_fit(&few, &g, same, 5).refused, REFUSED_TOO_FEW);
	m.item[1].categories.n = 4;
	l = linking_fit(&g, &m, same, 5);
	assert_int_equal(l.common, 4);
	assert_int_equal(l.left_out, 1);
	assert_near(l.slope, 1.2, 1e-8);
	assert_int_equal(linking_fit(&g, &m, same + 1, 1).refused, REFUSED_UNLINKED);
	for (size_t i = 0; i < 5; i++)
		turned.item[i].parameter[0] *= -1;
	l = linking_fit(&g, &turned, same, 5);
	assert_int_equal(l.refused, REFUSED_IMPROPER);
	assert_true(isnan(l.intercept) && isnan(l.distance));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_moved_scale_is_moved_back),
		cmocka_unit_test(a_planted_distance_is_found),
		cmocka_unit_test(nothing_nearby_is_better),
		cmocka_unit_test(one_common_item_is_enough),
		cmocka_unit_test(refusals),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
