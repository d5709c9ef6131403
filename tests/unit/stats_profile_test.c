/* stats_profile_test.c - a manager's own profile against that of the raters, figure by figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "engine/stats/agreement/agreement.h"
#include "engine/stats/agreement/icc.h"
#include "engine/stats/covariance.h"
#include "engine/stats/gap/welch.h"
#include "engine/stats/similarity.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"

enum { COMPETENCIES = 14, POINTS = 5, ROLES = 4 };

static const char *const roles[ROLES] = { "boss", "pboss", "peer", "counterpart" };

static struct table *data, *expected;

static int
load(void **state)
{
	begin(state);
	data = table_load(arena, "m360");
	expected = table_load(arena, "m360_selfother");
	return 0;
}

static double
rating(size_t row, size_t competency)
{
	return table_number(data, row, arena_printf(arena, "c%02zu", competency + 1));
}

/* Of the target's raters in one role, or with NULL of everybody but self. */
static struct moments
ratings_of(const char *target, const char *role, size_t competency)
{
	struct moments m = { 0 };

	for (size_t i = 0; i < data->rows; i++) {
		const char *its = table_text(data, i, "role");
		const double x = rating(i, competency);

		if (strcmp(table_text(data, i, "target"), target) == 0 && !isnan(x) &&
		    (role == NULL ? strcmp(its, "self") != 0 : strcmp(its, role) == 0))
			moments_add(&m, (int64_t)x);
	}
	return m;
}

static double
others_mean(const char *target, size_t competency)
{
	struct moments m = ratings_of(target, NULL, competency);

	return moments_summary(&m, 1).mean;
}

/* Only competencies both have. */
static size_t
profiles(const char *target, double self_r[], double others_r[])
{
	size_t n = 0;

	for (size_t k = 0; k < COMPETENCIES; k++) {
		struct moments self = ratings_of(target, "self", k);

		if (self.n == 0)
			continue;
		self_r[n] = moments_summary(&self, 1).mean;
		others_r[n++] = others_mean(target, k);
	}
	return n;
}

static void
shape_and_distance(void **state)
{
	(void)state;
	for (size_t i = 0; i < expected->rows; i++) {
		double self[COMPETENCIES], others[COMPETENCIES];
		size_t n = profiles(table_text(expected, i, "target"), self, others);
		struct similarity s = similarity_of(self, others, n);

		assert_int_equal(s.refused, REFUSED_NOT);
		assert_near(s.r, table_number(expected, i, "profile_r"), 1e-12);
		assert_near(s.rho, table_number(expected, i, "profile_rho"), 1e-12);
		assert_near(s.distance, table_number(expected, i, "D"), 1e-12);
	}
}

static double
mean_of(const double x[], size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += x[i];
	return sum / (double)n;
}

static double
product(const double x[], const double y[], size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += (x[i] - mean_of(x, n)) * (y[i] - mean_of(y, n));
	return sum / (double)(n - 1);
}

/* The manager and everybody else as two raters of the competencies, whose levels count. */
static void
absolute_agreement(void **state)
{
	(void)state;
	for (size_t i = 0; i < expected->rows; i++) {
		double self[COMPETENCIES], others[COMPETENCIES];
		size_t n = profiles(table_text(expected, i, "target"), self, others);
		double mean[] = { mean_of(self, n), mean_of(others, n) };
		double matrix[] = { product(self, self, n), product(self, others, n), product(self, others, n),
			product(others, others, n) };
		struct covariance c = { REFUSED_NOT, n, 2, mean, matrix };

		assert_near(icc_raters_of(&c).agreement.single.value, table_number(expected, i, "icc"), 1e-12);
	}
}

/* Every role counts once, whatever its number of people. */
static void
equal_roles(void **state)
{
	(void)state;
	for (size_t i = 0; i < expected->rows; i++) {
		double sum = 0;

		for (size_t k = 0; k < COMPETENCIES; k++) {
			struct summary summaries[ROLES];
			size_t n = 0;

			for (size_t r = 0; r < ROLES; r++) {
				struct moments m = ratings_of(table_text(expected, i, "target"), roles[r], k);

				if (m.n > 0)
					summaries[n++] = moments_summary(&m, 1);
			}
			sum += welch_joint(summaries, n).value;
		}
		assert_near(sum / COMPETENCIES, table_number(expected, i, "equal_roles"), 1e-12);
	}
}

static bool
rated_everything(size_t row)
{
	for (size_t k = 0; k < COMPETENCIES; k++)
		if (isnan(rating(row, k)))
			return false;
	return true;
}

/* The reference leaves out who did not rate every competency. */
static void
others_agree(void **state)
{
	(void)state;
	for (size_t i = 0; i < expected->rows; i++) {
		int counts[COMPETENCIES * POINTS] = { 0 };

		for (size_t p = 0; p < data->rows; p++)
			if (strcmp(table_text(data, p, "target"), table_text(expected, i, "target")) == 0 &&
			    strcmp(table_text(data, p, "role"), "self") != 0 && rated_everything(p))
				for (size_t k = 0; k < COMPETENCIES; k++)
					counts[k * POINTS + (size_t)rating(p, k) - 1]++;
		assert_near(agreement_of(counts, COMPETENCIES, POINTS).rwg, table_number(expected, i, "rwgj"), 1e-12);
	}
}

static void
refused(void **state)
{
	struct similarity s = similarity_of((double[]){ 1, 2 }, (double[]){ 2, 3 }, 2);

	(void)state;
	assert_int_equal(s.refused, REFUSED_TOO_FEW);
	assert_true(isnan(s.r) && isnan(s.distance));
	s = similarity_of((double[]){ 3, 3, 3 }, (double[]){ 2, 3, 4 }, 3);
	assert_int_equal(s.refused, REFUSED_NO_SPREAD);
	assert_true(isnan(s.r) && isnan(s.rho));
	assert_near(s.distance, sqrt(2), 1e-15);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shape_and_distance),
		cmocka_unit_test(absolute_agreement),
		cmocka_unit_test(equal_roles),
		cmocka_unit_test(others_agree),
		cmocka_unit_test(refused),
	};

	return cmocka_run_group_tests_name("stats_profile", tests, load, end);
}
