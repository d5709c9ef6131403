/* theil_sen.c - a straight trend that single outliers cannot turn */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/change/theil_sen.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"
#include "engine/stats/quantile.h"

#define WAVES_MIN 4

/* The slopes of all pairs with different times, ascending, and the pairs' balance. */
struct slopes {
	double *of_pair, s;
	size_t n;
};

static int
sign(double x)
{
	return (x > 0) - (x < 0);
}

static struct slopes
slopes_of(struct arena *arena, const double x[], const double y[], size_t n)
{
	struct slopes all = { arena_make_n(arena, n * (n - 1) / 2, double), 0, 0 };

	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++) {
			double dx = x[j] - x[i], dy = y[j] - y[i];

			all.s += sign(dx) * sign(dy);
			if (dx != 0)
				all.of_pair[all.n++] = dy / dx;
		}
	quantile_sort(all.of_pair, all.n);
	return all;
}

static double
intercept_of(struct arena *arena, const double x[], const double y[], size_t n, double slope)
{
	double *rest = arena_make_n(arena, n, double);

	for (size_t i = 0; i < n; i++)
		rest[i] = y[i] - slope * x[i];
	quantile_sort(rest, n);
	return quantile_type7(rest, n, .5);
}

/* Powers t (t - 1) (2 t + 5), t (t - 1) and t (t - 1) (t - 2) summed over groups of t equal values. */
struct ties {
	double fives, pairs, triples;
};

static struct ties
ties_of(struct arena *arena, const double values[], size_t n)
{
	double *x = arena_memdup(arena, values, n * sizeof *x);
	struct ties ties = { 0, 0, 0 };

	quantile_sort(x, n);
	for (size_t i = 0, end; i < n; i = end) {
		double t;

		for (end = i + 1; end < n && x[end] == x[i];)
			end++;
		t = (double)(end - i);
		ties.fives += t * (t - 1) * (2 * t + 5);
		ties.pairs += t * (t - 1);
		ties.triples += t * (t - 1) * (t - 2);
	}
	return ties;
}

/* Var S over all orders of y (Kendall 1970, 4.3-4.4). */
static double
variance_of_s(double n, const struct ties *x, const struct ties *y)
{
	return (n * (n - 1) * (2 * n + 5) - x->fives - y->fives) / 18 + x->pairs * y->pairs / (2 * n * (n - 1))
	    + x->triples * y->triples / (9 * n * (n - 1) * (n - 2));
}

/* P(i inversions) of a random order, i = 0 .. n (n - 1) / 2: the k-th value goes before 0 .. k - 1 of the
 * earlier ones, each equally likely. */
static double *
inversions(struct arena *arena, size_t n)
{
	size_t most = n * (n - 1) / 2;
	double *mass = arena_make_n(arena, most + 1, double), *next = arena_make_n(arena, most + 1, double);

	mass[0] = 1;
	for (size_t k = 2; k <= n; k++) {
		double window = 0, *swap = mass;

		for (size_t i = 0; i <= most; i++) {
			window += mass[i] - (i >= k ? mass[i - k] : 0);
			next[i] = window / (double)k;
		}
		mass = next;
		next = swap;
	}
	return mass;
}

/* s = pairs - 2 inversions; the tail of few inversions mirrors that of many. */
static void
test_exactly(struct arena *arena, size_t n, struct theil_sen *trend, double *r)
{
	double *mass = inversions(arena, n), below = 0, pairs = (double)(n * (n - 1) / 2);

	trend->p = 0;
	*r = 0;
	for (size_t i = 0; 2 * (double)i <= pairs - fabs(trend->s); i++)
		trend->p += 2 * mass[i];
	trend->p = fmin(1, trend->p);
	for (size_t i = 0; 2 * (below + mass[i]) <= .05; i++) {
		below += mass[i];
		*r = (double)i + 1;
	}
}

static void
test_normally(double pairs, double variance, struct theil_sen *trend, double *r)
{
	trend->p = fmin(1, 2 * normal_p(-fmax(0, fabs(trend->s) - 1) / sqrt(variance)));
	*r = floor((pairs - normal_inv(.975) * sqrt(variance)) / 2);
}

static void
test_trend(struct arena *arena, const double x[], const double y[], size_t n, const struct slopes *all,
	struct theil_sen *trend)
{
	struct ties of_x = ties_of(arena, x, n), of_y = ties_of(arena, y, n);
	double r;

	trend->exact = of_x.pairs == 0 && of_y.pairs == 0 && n <= THEIL_SEN_EXACT_MAX;
	if (trend->exact)
		test_exactly(arena, n, trend, &r);
	else
		test_normally((double)all->n, variance_of_s((double)n, &of_x, &of_y), trend, &r);
	if (r >= 1)
		trend->ci95 = (struct interval){ all->of_pair[(size_t)r - 1], all->of_pair[all->n - (size_t)r] };
}

static struct theil_sen
trend_of(struct arena *scratch, const double x[], const double y[], size_t n)
{
	struct theil_sen trend = { REFUSED_NO_SPREAD, NAN, NAN, NAN, NAN, { NAN, NAN }, false };
	struct slopes all = slopes_of(scratch, x, y, n);

	if (all.n == 0)
		return trend;
	trend.slope = quantile_type7(all.of_pair, all.n, .5);
	trend.intercept = intercept_of(scratch, x, y, n, trend.slope);
	if (all.of_pair[0] == 0 && all.of_pair[all.n - 1] == 0)
		return trend;
	trend.refused = REFUSED_NOT;
	trend.s = all.s;
	test_trend(scratch, x, y, n, &all, &trend);
	return trend;
}

struct theil_sen
theil_sen_trend(const double x[], const double y[], size_t n)
{
	struct theil_sen trend = { REFUSED_EMPTY, NAN, NAN, NAN, NAN, { NAN, NAN }, false };
	struct arena *scratch;

	for (size_t i = 0; i < n; i++)
		CHECK(isfinite(x[i]) && isfinite(y[i]));
	if (n < WAVES_MIN) {
		trend.refused = n == 0 ? REFUSED_EMPTY : REFUSED_TOO_FEW;
		return trend;
	}
	scratch = arena_new();
	trend = trend_of(scratch, x, y, n);
	arena_free(scratch);
	return trend;
}
