/* stats_marginal_test.c - derivatives of the marginal likelihood against differences of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdbool.h>

#include "engine/stats/cholesky.h"
#include "engine/stats/response/calibration.h"
#include "engine/stats/response/population.h"
#include "tests/stats/answers.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"

#define STEP 1e-5

/* Two groups, item 1 free in both, some answers missing, parameters away from any maximum. */
static struct marginal *
two_groups(size_t *column_r)
{
	struct answers_model model = answers_battery(arena, 4, 4);
	struct ratings r = answers_draw(arena, &model, 500, 0, 1, .1, 11);
	struct categories *categories = arena_make_n(arena, 4, struct categories);
	bool *freed = arena_make_n(arena, 4, bool);
	uint8_t *group = arena_make_n(arena, 500, uint8_t);
	struct calibration c = { &r, categories, group, freed };
	struct marginal *m;

	freed[1] = true;
	for (size_t i = 0; i < 4; i++)
		categories[i] = (struct categories){ 4, { 0, 1, 2, 3, 4 } };
	for (size_t p = 0; p < 500; p++)
		group[p] = p % 3 == 0;
	m = calibration_model(arena, &c, column_r);
	for (size_t k = 0; k < m->parameters; k++)
		m->parameter[k] += .1 * (double)(k % 3);
	m->parameter[m->parameters - 2] = .3;
	m->parameter[m->parameters - 1] = -.4;
	return m;
}

static void
columns_are_as_described(void **state)
{
	size_t column[4];
	struct marginal *m = two_groups(column);

	(void)state;
	assert_memory_equal(column, ((size_t[]){ 0, 1, 3, 4 }), sizeof column);
	assert_int_equal(m->patterns.columns, 6);
	assert_int_equal(m->parameters, 5 * 4 + 2);
	assert_int_equal(m->column[5].kind, COLUMN_POPULATION);
	assert_int_equal(m->column[3].first, 12);
}

static void
gradient_is_that_of_the_likelihood(void **state)
{
	size_t column[4];
	struct marginal *m = two_groups(column);

	(void)state;
	for (size_t k = 0; k < m->parameters; k++) {
		double at = m->parameter[k], up, down;

		m->parameter[k] = at + STEP;
		marginal_evaluate(m);
		up = m->log_likelihood;
		m->parameter[k] = at - STEP;
		marginal_evaluate(m);
		down = m->log_likelihood;
		m->parameter[k] = at;
		marginal_evaluate(m);
		assert_near(m->gradient[k], (up - down) / (2 * STEP), 1e-6);
	}
}

/* Column k of minus the second derivatives, from the gradients on both sides. */
static void
assert_information(struct marginal *m, size_t k, const double *information)
{
	double at = m->parameter[k], *up = arena_make_n(arena, m->parameters, double);

	m->parameter[k] = at + STEP;
	marginal_evaluate(m);
	for (size_t l = 0; l < m->parameters; l++)
		up[l] = m->gradient[l];
	m->parameter[k] = at - STEP;
	marginal_evaluate(m);
	for (size_t l = 0; l < m->parameters; l++) {
		double expected = (m->gradient[l] - up[l]) / (2 * STEP);

		assert_near(information[l > k ? l * m->parameters + k : k * m->parameters + l], expected, 1e-6);
	}
	m->parameter[k] = at;
}

static void
information_is_that_of_the_likelihood(void **state)
{
	size_t column[4];
	struct marginal *m = two_groups(column);
	double *information = arena_make_n(arena, m->parameters * m->parameters, double);

	(void)state;
	marginal_evaluate(m);
	marginal_information(m, information);
	for (size_t k = 0; k < m->parameters; k++)
		assert_information(m, k, information);
}

/* So many pairs of columns that their table is made in parts. */
static void
wide_batteries_take_several_passes(void **state)
{
	struct answers_model model = answers_battery(arena, 54, 11);
	struct ratings r = answers_draw(arena, &model, 400, 0, 1, 0, 5);
	struct categories *categories = arena_make_n(arena, 54, struct categories);
	struct calibration c = { .ratings = &r, .categories = categories };
	size_t column[54];
	struct marginal *m;
	double *information;

	(void)state;
	for (size_t i = 0; i < 54; i++)
		categories[i] = (struct categories){ 11, { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 } };
	m = calibration_model(arena, &c, column);
	for (size_t k = 0; k < m->parameters; k++)
		m->parameter[k] = k % 11 == 0 ? 1.1 : 2.5 - .5 * (double)(k % 11);
	information = arena_make_n(arena, m->parameters * m->parameters, double);
	marginal_evaluate(m);
	marginal_information(m, information);
	assert_information(m, 0, information);
	assert_information(m, 300, information);
	assert_information(m, 593, information);
}

/* The group's parameters are those of a normal distribution: mean .75, variance 1.25. */
static void
the_distribution_of_a_group_is_normal(void **state)
{
	const double parameter[] = { .6, -.4 };
	struct grid grid = grid_new(arena);
	double *row = grid_rows(arena, 1), sum = 0, mean = 0, squares = 0;

	(void)state;
	population_fill(parameter, &grid, row);
	for (size_t q = 0; q < GRID_NODES; q++) {
		sum += grid.weight[q] * row[q];
		mean += grid.weight[q] * row[q] * grid.node[q];
		squares += grid.weight[q] * row[q] * grid.node[q] * grid.node[q];
	}
	assert_near(sum, 1, 1e-14);
	assert_near(mean, population_mean(parameter), 1e-4);
	assert_near(population_mean(parameter), .75, 1e-15);
	assert_near(sqrt(squares - mean * mean), population_sd(parameter), 1e-4);
	assert_near(population_sd(parameter), sqrt(1.25), 1e-15);
	assert_true(population_proper(parameter) && !population_proper((double[]){ 0, .1 }));
}

static void
cholesky_solves(void **state)
{
	double a[] = { 4, 9, 9, 2, 5, 9, -2, 1, 6 }, singular[] = { 1, 0, 1, 1 }, x[] = { 1, 2, 3 }, inverse[9];
	const double whole[] = { 4, 2, -2, 2, 5, 1, -2, 1, 6 };

	(void)state;
	assert_true(cholesky_factor(a, 3));
	cholesky_solve(a, 3, x);
	cholesky_invert(a, 3, inverse);
	for (size_t i = 0; i < 3; i++) {
		double back = 0;

		for (size_t k = 0; k < 3; k++) {
			double one = 0;

			back += whole[i * 3 + k] * x[k];
			for (size_t j = 0; j < 3; j++)
				one += whole[i * 3 + j] * inverse[j * 3 + k];
			assert_near(one, i == k, 1e-14);
		}
		assert_near(back, (double)i + 1, 1e-14);
	}
	assert_false(cholesky_factor(singular, 2));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_as_described),
		cmocka_unit_test(gradient_is_that_of_the_likelihood),
		cmocka_unit_test(information_is_that_of_the_likelihood),
		cmocka_unit_test(wide_batteries_take_several_passes),
		cmocka_unit_test(the_distribution_of_a_group_is_normal),
		cmocka_unit_test(cholesky_solves),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
