/* groups_fuzz.c - any bytes are answers of groups, waves and predictors: every figure is in its range */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/drivers/drivers.h"
#include "engine/stats/groups/funnel.h"
#include "engine/stats/groups/intercept.h"
#include "engine/stats/groups/nested.h"
#include "engine/stats/groups/standing.h"
#include "engine/stats/groups/trend.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/within.h"

enum { GROUPS_MAX = 40, PEOPLE_MAX = 6, ANSWERS = 5 };

/* Group i's people are the bytes up to one that is a multiple of PEOPLE_MAX, 0 .. PEOPLE_MAX of them. */
struct crowd {
	struct group group[GROUPS_MAX];
	size_t alliance[GROUPS_MAX], n;
};

static struct crowd
crowd_of(const uint8_t *bytes, size_t n)
{
	struct crowd c = { .n = 0 };
	double x[PEOPLE_MAX];
	size_t people = 0;

	for (size_t i = 0; i < n && c.n < GROUPS_MAX; i++) {
		if (bytes[i] % PEOPLE_MAX != 0 && people < PEOPLE_MAX) {
			x[people++] = bytes[i] % ANSWERS;
			continue;
		}
		c.group[c.n] = group_of(x, people);
		c.alliance[c.n++] = bytes[i] / PEOPLE_MAX % (GROUPS_MAX / 4);
		people = 0;
	}
	return c;
}

static void
check_standings(const struct shrunken shrunken[], size_t n)
{
	struct standing s[GROUPS_MAX];

	standing_of(shrunken, n, s);
	for (size_t i = 0; i < n; i++) {
		CHECK((s[i].refused == REFUSED_NOT) == !isnan(s[i].expected));
		check_within(s[i].percentile, 0, 100);
		check_within(s[i].expected, 0, 100);
		check_within(s[i].p_lowest, 0, 1);
		check_within(s[i].band80.lo, 0, 100);
		check_within(s[i].band80.hi, s[i].band80.lo, 100);
		check_within(shrunken[i].lambda, 0, 1);
		check_within(shrunken[i].mean, -ANSWERS, 2 * ANSWERS);
		CHECK(!(shrunken[i].sd < shrunken[i].sd_given_mu));
	}
}

static void
check_one_component(const struct crowd *c)
{
	struct random_intercept f = random_intercept_fit(c->group, c->n);
	struct funnel funnel = funnel_of(c->group, c->n, 2);
	struct shrunken s[GROUPS_MAX];

	CHECK(f.refused != REFUSED_NOT_CONVERGED && (f.refused == REFUSED_NOT) == !isnan(f.mu));
	check_within(f.icc, 0, 1);
	check_within(f.mu, 0, ANSWERS);
	CHECK(!(f.df_mu < 0));
	CHECK(!(funnel.between < 0));
	CHECK(!(funnel_limits(&funnel, 3, .95).hi < 2));
	for (size_t i = 0; i < c->n; i++)
		s[i] = shrink_mean(&f, &c->group[i]);
	check_standings(s, c->n);
}

static void
check_two_components(const struct crowd *c)
{
	struct nested_data data = { c->group, c->alliance, c->n, GROUPS_MAX / 4 };
	struct nested f = nested_fit(&data);
	struct shrunken joint[GROUPS_MAX / 4], party[GROUPS_MAX];

	CHECK(f.refused != REFUSED_NOT_CONVERGED && (f.refused == REFUSED_NOT) == !isnan(f.mu));
	check_within(f.icc_alliance, 0, f.icc_party);
	check_within(f.icc_party, 0, 1);
	nested_shrink(&f, &data, joint, party);
	check_standings(joint, GROUPS_MAX / 4);
	check_standings(party, c->n);
}

static void
check_trend(struct arena *a, const uint8_t *bytes, size_t n)
{
	struct observation *o = arena_make_n(a, n / 2, struct observation);
	struct trend t;

	for (size_t i = 0; i < n / 2; i++)
		o[i] = (struct observation){ bytes[2 * i] / 16, bytes[2 * i] % 16,
			bytes[2 * i + 1] % ANSWERS };
	t = trend_fit(o, n / 2);
	CHECK(t.refused != REFUSED_NOT_CONVERGED && (t.refused == REFUSED_NOT) == !isnan(t.slope.value));
	check_within(t.icc, 0, 1);
	check_within(t.slope.p, 0, 1);
	CHECK(!(t.slope.df < 0));
}

static void
check_drivers(struct arena *a, const uint8_t *bytes, size_t n)
{
	size_t variables = 2 + (n > 0 ? bytes[0] % 3 : 0), people = n / variables;
	const double *column[CROSS_MAX];
	struct cross alliance[2];
	struct drivers d;

	for (size_t i = 0; i < variables; i++) {
		double *x = arena_make_n(a, people, double);

		for (size_t p = 0; p < people; p++)
			x[p] = bytes[p * variables + i] == 255 ? NAN : bytes[p * variables + i] % ANSWERS;
		column[i] = x;
	}
	alliance[0] = cross_of(column, variables, 0, people / 3);
	alliance[1] = cross_of(column, variables, people / 3, people);
	d = drivers_of(alliance, 2, n % 2 == 0);
	CHECK(d.ridge.refused != REFUSED_NOT_CONVERGED && (d.refused == REFUSED_NOT) == !isnan(d.shapley[0]));
	check_within(d.fit.r2, 0, 1);
	CHECK(!(d.ridge.lambda < 0));
	for (size_t j = 0; d.refused == REFUSED_NOT && j + 1 < variables; j++) {
		check_within(d.shapley[j], 0, d.fit.r2 + 1e-9);
		check_within(d.johnson[j], 0, d.fit.r2 + 1e-9);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct crowd c = crowd_of(bytes, n);

	check_one_component(&c);
	check_two_components(&c);
	check_trend(a, bytes, n);
	check_drivers(a, bytes, n);
	arena_free(a);
	return 0;
}
