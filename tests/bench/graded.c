/* graded.c - what a graded response model of 20 items of five points costs, and everybody's scores */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/response/graded.h"
#include "tests/bench/clock.h"
#include "tests/stats/answers.h"

enum { FITS = 5 };

/* Medians, in ms: until the gradient is below its tolerance, with standard errors; and scores of all. */
static void
measure(size_t people)
{
	struct arena *a = arena_new();
	struct answers_model battery = answers_battery(a, 20, 5);
	struct ratings r = answers_draw(a, &battery, people, 0, 1, 0, 7);
	double *theta = arena_make_n(a, people, double), *se = arena_make_n(a, people, double);
	double fit[FITS], scores[FITS];
	struct graded g = { 0 };

	for (size_t i = 0; i < FITS; i++) {
		fit[i] = clock_cpu_ms();
		g = graded_fit(a, &r);
		fit[i] = clock_cpu_ms() - fit[i];
		CHECK(g.refused == REFUSED_NOT && g.convergence.gradient <= 1e-11);
		scores[i] = clock_cpu_ms();
		graded_scores(&g, &r, theta, se);
		scores[i] = clock_cpu_ms() - scores[i];
	}
	printf("%.1f %.2f\n", clock_median(fit, FITS), clock_median(scores, FITS));
	arena_free(a);
}

int
main(void)
{
	measure(5000);
	measure(100000);
	return 0;
}
