/* rank.c - the distribution of each rank when all values are uncertain */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/rank.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"

/* REACH: beyond so many SDs a belief has less than 1e-15. */
enum { REACH = 8, NODES_MAX = 4096 };

struct grid {
	double from, step;
	size_t nodes;
};

static double
smallest_sd(const struct belief b[], size_t n)
{
	double least = INFINITY;

	for (size_t i = 0; i < n; i++) {
		CHECK(b[i].sd > 0);
		least = fmin(least, b[i].sd);
	}
	return least;
}

static struct grid
grid_over(const struct belief b[], size_t n, double step)
{
	double lo = INFINITY, hi = -INFINITY;

	for (size_t i = 0; i < n; i++) {
		lo = fmin(lo, b[i].mean - REACH * b[i].sd);
		hi = fmax(hi, b[i].mean + REACH * b[i].sd);
	}
	step = fmax(step, (hi - lo) / (NODES_MAX - 2));
	return (struct grid){ lo, step, 2 + (size_t)((hi - lo) / step) };
}

static double
node(const struct grid *g, size_t i)
{
	return g->from + (double)i * g->step;
}

static double
below(const struct belief *b, double t)
{
	return erfc((b->mean - t) / b->sd * M_SQRT1_2) / 2;
}

/* Apart from a constant. */
static double
density(const struct belief *b, double t)
{
	double z = (t - b->mean) / b->sd;

	return fabs(z) > REACH ? 0 : exp(-z * z / 2);
}

/* How many values are expected below t, how fast that rises, and its variance. */
struct crowd {
	double below, rise, variance;
};

static struct crowd
crowd_at(const struct belief b[], size_t n, double t)
{
	struct crowd c = { 0, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		double p = below(&b[i], t);

		c.below += p;
		c.variance += p * (1 - p);
		c.rise += density(&b[i], t) / b[i].sd;
	}
	c.rise *= M_2_SQRTPI / 2 * M_SQRT1_2;
	return c;
}

/* P(K <= k | t) falls from 1 to 0 over about sqrt(V) / M' in t: the step must resolve that and the narrowest
 * belief. */
static struct grid
fine_grid(const struct belief b[], size_t n)
{
	double step = smallest_sd(b, n) / 2;
	struct grid g = grid_over(b, n, step);

	for (size_t i = 0; i < g.nodes; i++) {
		struct crowd c = crowd_at(b, n, node(&g, i));

		step = fmin(step, .75 * sqrt(1 + c.variance) / c.rise);
	}
	return grid_over(b, n, step);
}

/* all_r[k], k = 0..n: P(k of n yes-or-no's are yes). */
static void
convolve(const double p[], size_t n, double all_r[])
{
	memset(all_r, 0, (n + 1) * sizeof *all_r);
	all_r[0] = 1;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = i + 1; k > 0; k--)
			all_r[k] = all_r[k] * (1 - p[i]) + all_r[k - 1] * p[i];
		all_r[0] *= 1 - p[i];
	}
}

/* Takes one out again, from the end at which errors shrink; adds weight times the rest to sum_r[0..n-1]. */
static void
add_without(const double all[], size_t n, double p, double weight, double sum_r[])
{
	double rest = 0;

	if (p <= .5)
		for (size_t k = 0; k < n; k++) {
			rest = (all[k] - p * rest) / (1 - p);
			sum_r[k] += weight * rest;
		}
	else
		for (size_t k = n; k-- > 0;) {
			rest = (all[k + 1] - (1 - p) * rest) / p;
			sum_r[k] += weight * rest;
		}
}

static double
percentile(double k, size_t n)
{
	return 100 * (k + .5) / (double)n;
}

/* weight[k] in proportion to P(K = k), k < n. */
static struct rank
summarise(const double weight[], size_t n)
{
	struct rank r = { 0, 0, { NAN, NAN } };
	double total = 0, sum = 0;

	for (size_t k = 0; k < n; k++)
		total += weight[k];
	for (size_t k = 0; k < n; k++) {
		double at = percentile((double)k, n);

		sum += weight[k] / total;
		r.expected += weight[k] / total * at;
		if (at <= 25)
			r.p_lowest = fmin(1, sum);
		if (isnan(r.band80.lo) && sum >= .1)
			r.band80.lo = at;
		if (isnan(r.band80.hi) && sum >= .9)
			r.band80.hi = at;
	}
	return r;
}

void
rank_exact(const struct belief b[], size_t n, struct rank rank_r[])
{
	struct arena *scratch = arena_new();
	struct grid g = fine_grid(b, n);
	double *p = arena_make_n(scratch, n, double), *all = arena_make_n(scratch, n + 1, double);
	double *weight = arena_make_n(scratch, n * n, double);

	for (size_t i = 0; i < g.nodes; i++) {
		double t = node(&g, i);

		for (size_t j = 0; j < n; j++)
			p[j] = below(&b[j], t);
		convolve(p, n, all);
		for (size_t j = 0; j < n; j++) {
			double w = density(&b[j], t);

			if (w > 0)
				add_without(all, n, p[j], w, weight + j * n);
		}
	}
	for (size_t j = 0; j < n; j++)
		rank_r[j] = summarise(weight + j * n, n);
	arena_free(scratch);
}

/* The crowd at every node, and between them by Hermite's cubic and straight lines. */
struct table {
	struct grid grid;
	struct crowd *crowd;
};

static struct table
tabulate(struct arena *scratch, const struct belief b[], size_t n)
{
	struct table t = { .grid = grid_over(b, n, smallest_sd(b, n) / 2) };

	t.crowd = arena_make_n(scratch, t.grid.nodes, struct crowd);
	for (size_t i = 0; i < t.grid.nodes; i++)
		t.crowd[i] = crowd_at(b, n, node(&t.grid, i));
	return t;
}

static struct crowd
look_up(const struct table *t, double at)
{
	double h = t->grid.step, last = (double)(t->grid.nodes - 1) - 1e-9;
	double x = fmin(fmax((at - t->grid.from) / h, 0), last);
	size_t i = (size_t)x;
	const struct crowd *a = &t->crowd[i], *b = a + 1;
	double u = x - (double)i, v = 1 - u;

	return (struct crowd){ v * v * (1 + 2 * u) * a->below + u * u * (1 + 2 * v) * b->below +
			h * u * v * (v * a->rise - u * b->rise),
		v * a->rise + u * b->rise, v * a->variance + u * b->variance };
}

/* The belief's own SD and what others make of it, in units of t; the latter damped where there is next to
 * nobody: K is no longer nearly M then, but 0 or all. */
static double
widened(const struct belief *b, const struct crowd *c)
{
	double v = c->variance, others = v * v / (1 + v * v) * v / (c->rise * c->rise);

	return sqrt(b->sd * b->sd + (c->rise > 0 ? others : 0));
}

/* The percentile that K does not exceed with probability p: t = mean + z widened(t) by repeated insertion. */
static double
quantile(const struct table *table, const struct belief *b, size_t n, double z)
{
	double t = b->mean;

	for (int i = 0; i < 20; i++) {
		struct crowd c = look_up(table, t);

		t = b->mean + z * widened(b, &c);
	}
	return percentile(fmax(0, ceil(look_up(table, t).below - below(b, t) - .5)), n);
}

/* At the t where the bound between the last place of the lowest quarter and the next lies. */
static double
p_lowest(const struct table *table, const struct belief *b, size_t n)
{
	double places = floor((double)n / 4 + .5), lo = table->grid.from, t = lo;
	double hi = node(&table->grid, table->grid.nodes - 1);
	struct crowd c;

	for (int i = 0; i < 50; i++) {
		t = (lo + hi) / 2;
		if (look_up(table, t).below - below(b, t) < places - .5)
			lo = t;
		else
			hi = t;
	}
	c = look_up(table, t);
	return normal_p((t - b->mean) / widened(b, &c));
}

static double
expected(const struct table *table, const struct belief *b, size_t n)
{
	size_t first = (size_t)fmax(0, (b->mean - REACH * b->sd - table->grid.from) / table->grid.step);
	double sum = 0, total = 0;

	for (size_t i = first; i < table->grid.nodes; i++) {
		double t = node(&table->grid, i), w = density(b, t);

		if (t > b->mean + REACH * b->sd)
			break;
		total += w;
		sum += w * (table->crowd[i].below - below(b, t));
	}
	return percentile(sum / total, n);
}

void
rank_smooth(const struct belief b[], size_t n, struct rank rank_r[])
{
	struct arena *scratch = arena_new();
	struct table t = tabulate(scratch, b, n);
	double z = normal_inv(.9);

	for (size_t j = 0; j < n; j++)
		rank_r[j] = (struct rank){ expected(&t, &b[j], n), p_lowest(&t, &b[j], n),
			{ quantile(&t, &b[j], n, -z), quantile(&t, &b[j], n, z) } };
	arena_free(scratch);
}
