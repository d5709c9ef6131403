/* scales.c - what omega and polychoric correlations cost: scales FILE prints ms and leaves the answers in FILE */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/covariance.h"
#include "engine/stats/reliability/omega.h"
#include "engine/stats/reliability/polychoric.h"
#include "tests/bench/clock.h"
#include "tests/stats/answers.h"

enum { PEOPLE = 2800, ITEMS = 25, POINTS = 6, SCALE = 5, TIMES = 25 };

/* A line a person, a digit an answer: for whoever is to be compared. */
static void
save(const struct ratings *r, const char *path)
{
	FILE *f = fopen(path, "w");

	CHECK(f != NULL);
	for (size_t p = 0; p < r->people; p++) {
		for (size_t i = 0; i < r->items; i++)
			fputc('0' + r->column[i][p], f);
		fputc('\n', f);
	}
	CHECK(fclose(f) == 0);
}

/* The first scale's omega from its covariance, which counting answers for is not part of. */
static double
omega_ms(const struct ratings *all)
{
	struct arena *a = arena_new();
	struct ratings scale = { all->column, all->people, SCALE, all->points };
	struct covariance c = covariance_listwise(a, &scale);
	double begin = clock_cpu_ms(), ms;
	struct omega o = omega_of(&c);

	ms = clock_cpu_ms() - begin;
	CHECK(o.refused == REFUSED_NOT);
	arena_free(a);
	return ms;
}

static double
polychoric_ms(const struct ratings *r)
{
	double begin = clock_cpu_ms(), ms;
	struct arena *a = arena_new();
	struct polychoric_matrix m = polychoric_matrix_of(a, r);

	ms = clock_cpu_ms() - begin;
	CHECK(m.correlation.refused == REFUSED_NOT);
	arena_free(a);
	return ms;
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct answers_model battery = answers_battery(a, ITEMS, POINTS);
	struct ratings r = answers_draw(a, &battery, PEOPLE, 0, 1, 0, 7);
	double omega[TIMES], polychoric[TIMES];

	CHECK(argc == 2);
	save(&r, argv[1]);
	for (size_t i = 0; i < TIMES; i++) {
		omega[i] = omega_ms(&r);
		polychoric[i] = polychoric_ms(&r);
	}
	printf("%.4f %.2f\n", clock_median(omega, TIMES), clock_median(polychoric, TIMES));
	arena_free(a);
	return 0;
}
