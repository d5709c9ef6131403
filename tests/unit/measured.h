/* measured.h - what tests of whole releases share: an arena each, answers on trust, cells shown and hidden */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_MEASURED_H
#define TESTS_UNIT_MEASURED_H

#include "base/arena.h"
#include "base/str.h"
#include "engine/measure/cell.h"
#include "tests/stats/near.h"
#include "tests/unit/survey.h"

#define NA MISSING_NA
#define PEOPLE(...) (const size_t[]){ __VA_ARGS__ }
#define CODES(...) (const int[]){ __VA_ARGS__ }

/* Numbers that are not plain arithmetic were computed with SciPy 1.10: stats.t for the intervals (its
 * quantile polished by Newton steps on its distribution function, because it is good to 1e-9 only),
 * enumeration of all allocations in fractions for the permutation test, rankdata and enumeration for
 * Mann-Whitney. */
#define TOLERANCE 1e-11

static struct arena *arena;

static inline int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static inline int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* Everybody's score on trust is the number given: t3 is reversed. */
static inline void
fill_trust(const struct survey *s, size_t party, const int *scores, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		survey_answer(s, party, i, SURVEY_T1, scores[i]);
		survey_answer(s, party, i, SURVEY_T2, scores[i]);
		survey_answer(s, party, i, SURVEY_T3, 6 - scores[i]);
	}
}

static inline void
assert_cell(const struct release *release, enum measure measure, const char *of, const char *group, int n,
	double value, double low, double high)
{
	const struct cell *cell = survey_cell(release, measure, of, group);

	assert_int_equal(cell->shown, SHOWN);
	assert_int_equal(cell->n, n);
	assert_near(cell->value, value, TOLERANCE);
	if (isnan(low)) {
		assert_true(isnan(cell->low) && isnan(cell->high));
		return;
	}
	assert_near(cell->low, low, TOLERANCE);
	assert_near(cell->high, high, TOLERANCE);
}

static inline void
assert_hidden(const struct release *release, enum measure measure, const char *of, const char *group,
	enum shown why)
{
	const struct cell *cell = survey_cell(release, measure, of, group);

	assert_string_equal(shown_name(cell->shown), shown_name(why));
	assert_int_equal(cell->n, 0);
	assert_true(isnan(cell->value) && isnan(cell->low) && isnan(cell->p) && isnan(cell->effect) &&
	    isnan(cell->percent));
	assert_null(cell->word);
}

static inline const struct cell *
perception(const struct release *release, const char *group)
{
	return release_cell(release, MEASURE_PERCEPTION, "m_own", group, "m_partner");
}

#define MEASURED(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif
