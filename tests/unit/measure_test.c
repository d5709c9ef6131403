/* measure_test.c - a wave measured: values against hand computation */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#include "base/arena.h"
#include "base/str.h"
#include "engine/measure/cell.h"
#include "tests/unit/survey.h"

static void
measures_two_parties(void **state)
{
	struct arena *a = arena_new();
	struct survey s = survey_new(a, 2, (const size_t[]){ 12, 12 });
	struct release *release;
	struct timespec from, to;

	(void)state;
	survey_draw(&s, 7);
	clock_gettime(CLOCK_MONOTONIC, &from);
	release = measure_wave(a, &s.wave);
	clock_gettime(CLOCK_MONOTONIC, &to);
	print_message("# 24 responses measured in %.2f ms\n", 1e3 * (double)(to.tv_sec - from.tv_sec) +
	    1e-6 * (double)(to.tv_nsec - from.tv_nsec));
	for (size_t p = 0; p < 2; p++)
		for (size_t d = 0; d < 5; d++) {
			const struct cell *cell = survey_cell(release, MEASURE_SCORE, s.wave.form->dimensions[d].id, p == 0 ? "a" : "b");

			assert_int_equal(cell->shown, SHOWN);
			assert_int_equal(cell->n, 12);
			assert_true(cell->low < cell->value && cell->value < cell->high);
		}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(measures_two_parties),
	};

	return cmocka_run_group_tests_name("measure", tests, NULL, NULL);
}
