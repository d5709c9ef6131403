/* groups.c - what a portfolio's statistics cost: groups FILE prints ms and leaves the data in FILE */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints: REML of 20,000 groups, one pass over them (the least it can cost), REML of 10,000 alliances of two
 * parties, the standing of 10,000 alliances, Shapley shares of 9 predictors, 512 regressions one by one for
 * the same, and the intervals of the shares from 1,000 samples of 60 alliances. */
#include "config.h"

#include <math.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/drivers/drivers.h"
#include "engine/stats/drivers/importance.h"
#include "engine/stats/groups/intercept.h"
#include "engine/stats/groups/nested.h"
#include "engine/stats/groups/standing.h"
#include "tests/bench/clock.h"
#include "tests/stats/portfolio.h"
#include "tests/unit/normal.h"

enum { GROUPS = 20000, PREDICTORS = 9, ALLIANCES = 60, PEOPLE = 15, SAMPLES = 1000, TIMES = 15 };

/* What is to be timed, with its data; the figure that it returns keeps the compiler from leaving it out. */
struct work {
	struct groups groups;
	struct nested_data nested;
	struct shrunken *shrunken;
	struct standing *standing;
	struct cross cross[ALLIANCES];
	double correlation[CROSS_MAX * CROSS_MAX];
};

static double
reml(struct work *w)
{
	return random_intercept_fit(w->groups.group, w->groups.n).tau2;
}

static double
one_pass(struct work *w)
{
	double people = 0, sum = 0, squares = 0, within = 0;

	for (size_t i = 0; i < w->groups.n; i++) {
		const struct group *g = &w->groups.group[i];

		people += (double)g->n;
		sum += (double)g->n * g->mean;
		squares += (double)g->n * g->mean * g->mean;
		within += g->within;
	}
	return within + squares - sum * sum / people;
}

static double
nested(struct work *w)
{
	return nested_fit(&w->nested).tau2_party;
}

static double
standing(struct work *w)
{
	standing_of(w->shrunken, GROUPS / 2, w->standing);
	return w->standing[7].p_lowest;
}

static double
shapley(struct work *w)
{
	double share[PREDICTORS];

	CHECK(importance_shapley(w->correlation, PREDICTORS, share) == REFUSED_NOT);
	return share[0];
}

/* What is left of the outcome when a subset of the predictors is taken out, one after the other. */
static double
unexplained(const struct work *w, size_t subset)
{
	double a[CROSS_MAX][CROSS_MAX];

	for (size_t i = 0; i <= PREDICTORS; i++)
		for (size_t j = 0; j <= i; j++)
			a[i][j] = w->correlation[i * (PREDICTORS + 1) + j];
	for (size_t k = 0; k < PREDICTORS; k++)
		for (size_t i = k + 1; (subset >> k & 1) != 0 && i <= PREDICTORS; i++)
			for (size_t j = k + 1; j <= i; j++)
				a[i][j] -= a[i][k] / a[k][k] * a[j][k];
	return a[PREDICTORS][PREDICTORS];
}

static double
one_by_one(struct work *w)
{
	double sum = 0;

	for (size_t subset = 0; subset < (size_t)1 << PREDICTORS; subset++)
		sum += unexplained(w, subset);
	return sum;
}

static double
resampled(struct work *w)
{
	return drivers_resample(w->cross, ALLIANCES, true, 1, SAMPLES).share95[0].hi;
}

static double
median_ms(struct work *w, double (*run)(struct work *), unsigned repeat)
{
	double ms[TIMES];

	for (size_t i = 0; i < TIMES; i++) {
		double begin = clock_cpu_ms();

		for (unsigned k = 0; k < repeat; k++)
			CHECK(isfinite(run(w)));
		ms[i] = (clock_cpu_ms() - begin) / repeat;
	}
	return clock_median(ms, TIMES);
}

static void
draw_drivers(struct arena *arena, struct work *w)
{
	double *column[PREDICTORS + 1];
	struct cross pool;

	for (size_t i = 0; i <= PREDICTORS; i++)
		column[i] = arena_make_n(arena, ALLIANCES * PEOPLE, double);
	for (size_t p = 0; p < ALLIANCES * PEOPLE; p++) {
		double mood = draw_normal();

		column[PREDICTORS][p] = draw_normal();
		for (size_t i = 0; i < PREDICTORS; i++) {
			column[i][p] = mood + draw_normal();
			column[PREDICTORS][p] += (double)i / 20 * column[i][p];
		}
	}
	for (size_t i = 0; i < ALLIANCES; i++)
		w->cross[i] = cross_of((const double *const *)column, PREDICTORS + 1, i * PEOPLE,
			(i + 1) * PEOPLE);
	pool = cross_pool(w->cross, NULL, ALLIANCES, true);
	CHECK(cross_correlation(&pool, w->correlation) == REFUSED_NOT);
}

static struct work *
prepare(struct arena *arena)
{
	struct work *w = arena_make(arena, struct work);
	size_t *alliance = arena_make_n(arena, GROUPS, size_t);
	struct shrunken *parties = arena_make_n(arena, GROUPS, struct shrunken);
	struct nested f;

	w->groups = groups_draw(arena, 1, GROUPS, 3, 14, .4, .8);
	for (size_t i = 0; i < GROUPS; i++)
		alliance[i] = i / 2;
	w->nested = (struct nested_data){ w->groups.group, alliance, GROUPS, GROUPS / 2 };
	f = nested_fit(&w->nested);
	w->shrunken = arena_make_n(arena, GROUPS / 2, struct shrunken);
	w->standing = arena_make_n(arena, GROUPS / 2, struct standing);
	nested_shrink(&f, &w->nested, w->shrunken, parties);
	draw_drivers(arena, w);
	return w;
}

/* n, mean, within of every group; then the rows of the correlation matrix. Both with what was found, for
 * whoever computes the same. */
static void
save(struct work *w, const char *path)
{
	FILE *f = fopen(path, "w");

	CHECK(f != NULL);
	fprintf(f, "%.17g %.17g\n", reml(w), shapley(w));
	for (size_t i = 0; i < GROUPS; i++) {
		const struct group *g = &w->groups.group[i];

		fprintf(f, "%zu %.17g %.17g\n", g->n, g->mean, g->within);
	}
	for (size_t i = 0; i < (PREDICTORS + 1) * (PREDICTORS + 1); i++)
		fprintf(f, "%.17g%c", w->correlation[i], (i + 1) % (PREDICTORS + 1) == 0 ? '\n' : ' ');
	CHECK(fclose(f) == 0);
}

int
main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct work *w = prepare(arena);

	CHECK(argc == 2);
	save(w, argv[1]);
	printf("%.3f %.3f ", median_ms(w, reml, 5), median_ms(w, one_pass, 20));
	printf("%.1f %.1f ", median_ms(w, nested, 1), median_ms(w, standing, 1));
	printf("%.4f %.4f ", median_ms(w, shapley, 50), median_ms(w, one_by_one, 20));
	printf("%.1f\n", median_ms(w, resampled, 1));
	arena_free(arena);
	return 0;
}
