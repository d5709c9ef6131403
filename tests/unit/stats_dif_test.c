/* stats_dif_test.c - items that differ between groups are found, others are not */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "engine/stats/distribution.h"
#include "engine/stats/response/dif.h"
#include "tests/stats/answers.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"

/* Men and women on five items; nothing passes the gate, so that all others anchor each. */
static void
two_groups_agree_with_another_program(void **state)
{
	struct table *t = table_load(arena, "graded_groups");
	struct ratings r = answers_of_patterns(arena, table_load(arena, "bfi_a_gender"), 6);
	uint8_t *group = arena_make_n(arena, r.people, uint8_t);
	struct dif d;

	(void)state;
	r.items = 5;
	for (size_t p = 0; p < r.people; p++)
		group[p] = (uint8_t)(r.column[5][p] - 1);
	d = dif_test(arena, &r, group);
	assert_int_equal(d.refused, REFUSED_NOT);
	assert_int_equal(d.members[0] + d.members[1], 2800);
	assert_int_equal(d.anchors, 5);
	assert_int_equal(t->rows, 5);
	assert_near(d.mean, table_number(t, 0, "mean"), 1e-8);
	assert_near(d.sd, table_number(t, 0, "sd"), 1e-8);
	for (size_t i = 0; i < 5; i++) {
		assert_near(d.item[i].likelihood_ratio, table_number(t, i, "likelihood_ratio"), 1e-7);
		assert_near(d.item[i].shift, table_number(t, i, "shift"), 1e-8);
		assert_near(d.item[i].distance, table_number(t, i, "distance"), 1e-8);
		assert_int_equal(d.item[i].degrees, 6);
	}
}

static struct answers_model
copy_of(const struct answers_model *m)
{
	struct answers_model copy = *m;

	copy.slope = arena_memdup(arena, m->slope, m->items * sizeof *m->slope);
	copy.threshold = arena_memdup(arena, m->threshold, m->items * (m->points - 1) * sizeof *m->threshold);
	return copy;
}

static void
shift(struct answers_model *m, size_t item, double by)
{
	struct answers_model copy = copy_of(m);
	double *threshold = (double *)(uintptr_t)copy.threshold;

	for (unsigned k = 0; k < m->points - 1; k++)
		threshold[item * (m->points - 1) + k] += by;
	*m = copy;
}

static void
steepen(struct answers_model *m, size_t item, double slope)
{
	struct answers_model copy = copy_of(m);

	((double *)(uintptr_t)copy.slope)[item] = slope;
	*m = copy;
}

static struct dif
compare(const struct answers_model *a, const struct answers_model *b, size_t people, uint64_t seed)
{
	struct ratings x = answers_draw(arena, a, people, 0, 1, .05, seed);
	struct ratings y = answers_draw(arena, b, people, -.5, 1.2, .05, seed + 1000);
	struct ratings both = answers_join(arena, &x, &y);
	uint8_t *group = arena_make_n(arena, both.people, uint8_t);

	memset(group + people, 1, people);
	return dif_test(arena, &both, group);
}

/* Under equal items the likelihood ratios are chi-squared and the groups' distance is found; 5 of 100
 * unadjusted p-values are below .05, and after adjustment and the gate nothing is left of them. */
static void
equal_items_are_not_found(void **state)
{
	struct answers_model m = answers_battery(arena, 8, 4);
	double ratios = 0;
	int small = 0, found = 0, tests = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= 15; seed++) {
		struct dif d = compare(&m, &m, 500, seed);

		assert_int_equal(d.refused, REFUSED_NOT);
		assert_near(d.mean, -.5, .25);
		assert_near(d.sd, 1.2, .2);
		for (size_t i = 0; i < 8; i++, tests++) {
			assert_int_equal(d.item[i].degrees, 4);
			ratios += d.item[i].likelihood_ratio;
			small += d.item[i].p < .05;
			found += d.item[i].found;
			assert_near(d.item[i].p, chi_squared_q(d.item[i].likelihood_ratio, 4), 1e-15);
			assert_true(d.item[i].adjusted_p >= d.item[i].p);
			assert_true(d.item[i].distance >= fabs(d.item[i].shift));
		}
	}
	assert_near(ratios / tests, 4, .15);
	assert_in_range(small, 1, 12);
	assert_in_range(found, 0, 1);
}

static void
planted_differences_are_found(void **state)
{
	struct answers_model a = answers_battery(arena, 8, 4), b = a;

	(void)state;
	shift(&b, 2, .9);
	steepen(&b, 6, .6);
	for (uint64_t seed = 1; seed <= 3; seed++) {
		struct dif d = compare(&a, &b, 1000, seed);

		assert_int_equal(d.refused, REFUSED_NOT);
		assert_int_equal(d.anchors, 6);
		for (size_t i = 0; i < 8; i++) {
			assert_int_equal(d.item[i].found, i == 2 || i == 6);
			assert_int_equal(d.item[i].anchor, !d.item[i].found);
		}
		assert_true(d.item[2].shift < -.3 && d.item[2].distance < 1);
		assert_near(d.mean, -.5, .15);
		assert_near(d.sd, 1.2, .15);
	}
}

/* With 4,000 people a side the test alone sees a tenth of a standard deviation; nobody would feel it. */
static void
small_differences_do_not_pass_the_gate(void **state)
{
	struct answers_model a = answers_battery(arena, 6, 4), b = a;
	struct dif d;

	(void)state;
	shift(&b, 4, .2);
	d = compare(&a, &b, 4000, 5);
	assert_true(d.item[4].adjusted_p < 1e-6);
	assert_true(!d.item[4].found && d.item[4].anchor && d.item[4].distance < .0775 * 3);
}

/* The other group as reference: the same ratios, the shift on the other side. */
static void
groups_may_change_places(void **state)
{
	struct answers_model a = answers_battery(arena, 5, 4), b = a;
	struct ratings x, y, xy, yx;
	uint8_t group[1200];
	struct dif one, two;

	(void)state;
	shift(&b, 3, .8);
	x = answers_draw(arena, &a, 600, 0, 1, 0, 3);
	y = answers_draw(arena, &b, 600, 0, 1, 0, 4);
	xy = answers_join(arena, &x, &y);
	yx = answers_join(arena, &y, &x);
	memset(group, 0, 600);
	memset(group + 600, 1, 600);
	one = dif_test(arena, &xy, group);
	two = dif_test(arena, &yx, group);
	assert_near(one.mean, -two.mean * one.sd, 1e-5);
	assert_near(one.sd, 1 / two.sd, 1e-5);
	for (size_t i = 0; i < 5; i++) {
		assert_near(one.item[i].likelihood_ratio, two.item[i].likelihood_ratio, 1e-4);
		assert_int_equal(one.item[i].found, i == 3);
		assert_int_equal(two.item[i].found, i == 3);
	}
	assert_true(one.item[3].shift < 0 && two.item[3].shift > 0);
}

/* A point that one group never chose is no difference of curves: it is merged for both. */
static void
points_of_one_group_only_are_merged(void **state)
{
	struct answers_model m = answers_battery(arena, 4, 4);
	struct ratings r = answers_draw(arena, &m, 800, 0, 1, 0, 6);
	uint8_t group[800];
	struct dif d;

	(void)state;
	for (size_t p = 0; p < 800; p++) {
		group[p] = p % 2;
		if (p % 2 == 1 && r.column[2][p] == 4)
			answers_column(&r, 2)[p] = 3;
	}
	d = dif_test(arena, &r, group);
	assert_int_equal(d.refused, REFUSED_NOT);
	assert_int_equal(d.item[2].categories.n, 3);
	assert_int_equal(d.item[2].degrees, 3);
	assert_int_equal(d.item[1].degrees, 4);
}

static void
assert_refused(const struct ratings *r, const uint8_t *group, enum refusal why, size_t item)
{
	struct dif d = dif_test(arena, r, group);

	assert_int_equal(d.refused, why);
	assert_int_equal(d.refused_item, item);
	assert_true(isnan(d.mean) && isnan(d.sd));
	for (size_t i = 0; i < d.items; i++)
		assert_true(d.item[i].refused == why && isnan(d.item[i].p) && isnan(d.item[i].adjusted_p)
		    && isnan(d.item[i].likelihood_ratio) && isnan(d.item[i].distance) && isnan(d.item[i].shift)
		    && !d.item[i].found && !d.item[i].anchor);
}

static void
refusals(void **state)
{
	struct answers_model m = answers_battery(arena, 4, 4), pair = answers_battery(arena, 2, 4);
	struct ratings r = answers_draw(arena, &m, 600, 0, 1, 0, 9), alike = answers_copy(arena, &r);
	struct ratings two = answers_draw(arena, &pair, 600, 0, 1, 0, 9);
	struct ratings missing = answers_copy(arena, &r), same = answers_copy(arena, &r);
	uint8_t group[600];

	(void)state;
	for (size_t p = 0; p < 600; p++)
		group[p] = p < 199;
	assert_refused(&r, group, REFUSED_TOO_FEW, 4);
	group[599] = 1;
	assert_refused(&two, group, REFUSED_TOO_FEW, 2);
	assert_int_equal(dif_test(arena, &r, group).refused, REFUSED_NOT);
	for (size_t p = 0; p < 600; p++)
		if (group[p] == 1) {
			answers_column(&alike, 1)[p] = 2;
			answers_column(&missing, 3)[p] = 0;
		}
	memcpy(answers_column(&same, 2), r.column[0], 600);
	assert_refused(&alike, group, REFUSED_NO_SPREAD, 1);
	assert_refused(&missing, group, REFUSED_EMPTY, 3);
	assert_refused(&same, group, REFUSED_SINGULAR, 4);
}

/* Half the items moved one way and half the other, by as much: none can be an anchor for the others. */
static void
without_anchors_there_is_no_answer(void **state)
{
	struct answers_model a = answers_battery(arena, 4, 4), b = a;
	struct dif d;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		shift(&b, i, i % 2 == 0 ? .6 : -.6);
	d = compare(&a, &b, 1500, 2);
	assert_int_equal(d.refused, REFUSED_UNLINKED);
	assert_true(isnan(d.mean) && !d.item[0].found);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_groups_agree_with_another_program),
		cmocka_unit_test(equal_items_are_not_found),
		cmocka_unit_test(planted_differences_are_found),
		cmocka_unit_test(small_differences_do_not_pass_the_gate),
		cmocka_unit_test(groups_may_change_places),
		cmocka_unit_test(points_of_one_group_only_are_merged),
		cmocka_unit_test(refusals),
		cmocka_unit_test(without_anchors_there_is_no_answer),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
