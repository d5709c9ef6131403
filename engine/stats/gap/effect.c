/* effect.c - how large a difference is: Hedges' g, Cliff's delta, and who is above whom */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/effect.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"
#include "engine/stats/noncentral_t.h"
#include "engine/stats/whole.h"

static const struct interval none = { NAN, NAN };

static enum refusal
refuse(size_t n_a, size_t n_b)
{
	if (n_a == 0 || n_b == 0)
		return REFUSED_EMPTY;
	return n_a < 2 || n_b < 2 ? REFUSED_TOO_FEW : REFUSED_NOT;
}

double
effect_correction(double df)
{
	return exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2);
}

struct hedges
effect_hedges(const struct summary *a, const struct summary *b)
{
	struct hedges h = { refuse(a->n, b->n), NAN, NAN, none };
	double n_a = (double)a->n, n_b = (double)b->n, df = n_a + n_b - 2;
	double pooled, scale, t, correction;

	if (h.refused != REFUSED_NOT)
		return h;
	pooled = ((n_a - 1) * a->variance + (n_b - 1) * b->variance) / df;
	if (pooled == 0) {
		h.refused = REFUSED_NO_SPREAD;
		return h;
	}
	correction = effect_correction(df);
	scale = sqrt(1 / n_a + 1 / n_b);
	h.d = (a->mean - b->mean) / sqrt(pooled);
	h.g = correction * h.d;
	t = h.d / scale;
	h.ci95.lo = correction * scale * noncentral_t_delta(t, df, .975);
	h.ci95.hi = correction * scale * noncentral_t_delta(t, df, .025);
	return h;
}

double
effect_against_others(const struct summary parties[], size_t n, size_t which)
{
	double value = 0, squares = 0, df = 0;

	for (size_t p = 0; p < n; p++) {
		if (parties[p].n < 2)
			return NAN;
		value += p == which ? parties[p].mean : -parties[p].mean / (double)(n - 1);
		squares += (double)(parties[p].n - 1) * parties[p].variance;
		df += (double)(parties[p].n - 1);
	}
	return n < 2 || squares == 0 ? NAN : effect_correction(df) * value / sqrt(squares / df);
}

/* How many of the ascending x are < bound. */
static size_t
below(const int64_t x[], size_t n, int64_t bound)
{
	size_t lo = 0;

	while (n > 0) {
		size_t half = n / 2;

		if (x[lo + half] < bound) {
			lo += half + 1;
			n -= half + 1;
		} else {
			n = half;
		}
	}
	return lo;
}

/* What the pairs of one person of `of` and one of `against` (ascending) add up to: pairs above and below, and
 * the squares of each person's own balance (above - below). */
struct pairs {
	double above, below, balance_squares;
};

static struct pairs
pairs_of(const struct scores *of, const int64_t against[], size_t n)
{
	struct pairs p = { 0, 0, 0 };

	for (size_t i = 0; i < of->n; i++) {
		double under = (double)below(against, n, of->x[i]);
		double over = (double)(n - below(against, n, of->x[i] + 1));

		p.above += under;
		p.below += over;
		p.balance_squares += (under - over) * (under - over);
	}
	return p;
}

static int64_t *
sorted(struct arena *scratch, const struct scores *s)
{
	int64_t *x = arena_memdup(scratch, s->x, s->n * sizeof *x);

	qsort(x, s->n, sizeof *x, whole_order);
	return x;
}

/* Cliff's unbiased estimate: (n_b^2 SS(rows) + n_a^2 SS(columns) - SS(pairs)) / (n_a n_b (n_a - 1) (n_b -
 * 1)), where rows and columns are people's mean balances and every SS is about delta. */
static double
cliff_variance(const struct pairs *a, const struct pairs *b, double n_a, double n_b, double delta)
{
	double pairs = n_a * n_b, rows = a->balance_squares - n_a * n_b * n_b * delta * delta;
	double columns = b->balance_squares - n_b * n_a * n_a * delta * delta;
	double cells = a->above + a->below - pairs * delta * delta;
	double least = (1 - delta * delta) / (pairs - 1);

	return fmax(least, (rows + columns - cells) / (pairs * (n_a - 1) * (n_b - 1)));
}

static struct interval
cliff_interval(double delta, double variance, double n_a, double n_b)
{
	double t = t_inv(.975, n_a + n_b - 2), n = fmin(n_a, n_b), spread, middle, half, bottom;

	if (fabs(delta) == 1) {
		double edge = (n - t * t) / (n + t * t);

		return delta > 0 ? (struct interval){ edge, 1 } : (struct interval){ -1, -edge };
	}
	spread = t * t * variance;
	middle = delta - delta * delta * delta;
	half = sqrt(spread * ((1 - delta * delta) * (1 - delta * delta) + spread));
	bottom = 1 - delta * delta + spread;
	return (struct interval){ (middle - half) / bottom, (middle + half) / bottom };
}

struct cliff
effect_cliff(const struct scores *a, const struct scores *b)
{
	struct cliff c = { refuse(a->n, b->n), NAN, NAN, NAN, NAN, NAN, NAN, none };
	double n_a = (double)a->n, n_b = (double)b->n, pairs = n_a * n_b;
	struct pairs of_a, of_b;
	struct arena *scratch;

	CHECK(a->unit == b->unit);
	if (c.refused == REFUSED_EMPTY)
		return c;
	scratch = arena_new();
	of_a = pairs_of(a, sorted(scratch, b), b->n);
	of_b = pairs_of(b, sorted(scratch, a), a->n);
	arena_free(scratch);
	c.above = of_a.above / pairs;
	c.below = of_a.below / pairs;
	c.tied = (pairs - of_a.above - of_a.below) / pairs;
	c.superiority = (of_a.above + (pairs - of_a.above - of_a.below) / 2) / pairs;
	c.delta = (of_a.above - of_a.below) / pairs;
	if (c.refused != REFUSED_NOT)
		return c;
	c.variance = cliff_variance(&of_a, &of_b, n_a, n_b, c.delta);
	c.ci95 = cliff_interval(c.delta, c.variance, n_a, n_b);
	return c;
}
