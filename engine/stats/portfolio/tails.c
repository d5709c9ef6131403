/* tails.c - the two-sided tails of Student's t, many at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/tails.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/check.h"
#include "engine/stats/portfolio/processor.h"

#define LANES 4
#define SERIES_SQUARE 10
#define SERIES_Y .9	/* nearer to 1 the series is slow */
#define STRIDE 4	/* terms between looks whether they still matter */
#define TOLERANCE 1e-15
#define TERM_MIN 1e-16

typedef double lanes __attribute__((vector_size(LANES * sizeof(double))));
typedef int64_t tests __attribute__((vector_size(LANES * sizeof(double))));

/* Up to four tests that are computed in the same way: x^a (1 - x)^b / (a B(a, b)) times a sum, where x is df
 * / (df + t^2), or t^2 / (df + t^2) for the series, and half_df is the one of a and b that is not 1/2. */
struct batch {
	lanes half_df, x, front, sum;
	size_t place[LANES];
	size_t n;
};

/* Gamma(z + 1/2) / Gamma(z), z > 0: raised to z >= 10 by the recurrence, there the asymptotic series of its
 * logarithm, sum over k of -(1 - 4^-k) B(2k) / (k (2k - 1)) z^(1 - 2k) (from Abramowitz & Stegun 6.1.40). */
static double
gamma_ratio(double z)
{
	double above = 1, below = 1, w, series;

	for (; z < 10; z++) {
		above *= z;
		below *= z + .5;
	}
	w = 1 / (z * z);
	series = -1. / 8 + w * (1. / 192 + w * (-1. / 640 + w * (17. / 14336 + w * (-31. / 18432 +
	    w * (691. / 180224)))));
	return above / below * sqrt(z) * exp(series / z);
}

INLINE bool
any(const tests *t)
{
	int64_t sum = 0;

	for (int i = 0; i < LANES; i++)
		sum |= (*t)[i];
	return sum != 0;
}

/* A lane that has arrived is left alone, so that a test's result does not depend on its company. */
INLINE void
keep_moving(lanes *x, const tests *moving)
{
	*x = (lanes)((tests)*x & *moving);
}

/* 1 + sum over n of the products of (half_df + 1/2 + k) x / (3/2 + k), k < n. */
FOR_EACH_PROCESSOR static void
sum_series(struct batch *b)
{
	lanes term = { 1, 1, 1, 1 }, sum = term, above = b->half_df + .5;
	double below = 1.5;
	tests moving;

	do {
		for (int i = 0; i < STRIDE; i++) {
			term *= above * (b->x * (1 / below));
			sum += term;
			above += 1;
			below++;
		}
		moving = term > TERM_MIN * sum;
		keep_moving(&term, &moving);
	} while (any(&moving));
	b->sum = sum;
}

/* Two steps of the fraction at a time: numerators `above` and denominators `below` of this step and the one
 * before, divided by the last denominator so that they neither overflow nor vanish. */
FOR_EACH_PROCESSOR static void
sum_fraction(struct batch *batch)
{
	const double b = .5;
	const lanes a = batch->half_df, x = batch->x;
	lanes above_before = { 1, 1, 1, 1 }, below_before = above_before, above = above_before;
	lanes below = 1 - (a + b) * x / (a + 1);
	double k = 0;
	tests moving = { -1, -1, -1, -1 };

	do {
		lanes even, odd, last = above, scale;

		k++;
		even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k));
		odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1));
		above_before = above + even * above_before;
		below_before = below + even * below_before;
		scale = 1 / (below_before + odd * below);
		above = (above_before + odd * above) * scale;
		below = (lanes){ 1, 1, 1, 1 };
		above_before *= scale;
		below_before *= scale;
		batch->sum = (lanes)(((tests)above & moving) | ((tests)batch->sum & ~moving));
		moving &= (above - last > TOLERANCE * above) | (last - above > TOLERANCE * above);
	} while (any(&moving));
}

static bool
in_series(double square, double df)
{
	return square < SERIES_SQUARE && square < SERIES_Y * (df + square);
}

static void
add_test(struct batch *b, double square, double df, size_t place)
{
	bool series = in_series(square, df);
	double y = square / (df + square);

	b->half_df[b->n] = df / 2;
	b->x[b->n] = series ? y : df / (df + square);
	b->front[b->n] = exp(-df / 2 * log1p(square / df)) * sqrt(y / M_PI) * gamma_ratio(df / 2) /
	    (series ? .5 : df / 2);
	b->place[b->n++] = place;
}

/* Lanes without a test have an easy one. */
static void
compute(struct batch *b, bool series, double p_r[])
{
	for (size_t i = b->n; i < LANES; i++)
		b->half_df[i] = 5, b->x[i] = .1;
	if (series)
		sum_series(b);
	else
		sum_fraction(b);
	for (size_t i = 0; i < b->n; i++)
		p_r[b->place[i]] = series ? 1 - b->front[i] * b->sum[i] : b->front[i] * b->sum[i];
	b->n = 0;
}

void
tails_two_sided(const double t[], const double df[], size_t n, double p_r[])
{
	struct batch batches[2] = { { .n = 0 }, { .n = 0 } };

	for (size_t i = 0; i < n; i++) {
		double square = t[i] * t[i];
		bool series = in_series(square, df[i]);
		struct batch *b = &batches[series];

		p_r[i] = NAN;
		if (isnan(t[i]))
			continue;
		CHECK(df[i] > 0 && df[i] <= 1e10 && isfinite(square));
		add_test(b, square, df[i], i);
		if (b->n == LANES)
			compute(b, series, p_r);
	}
	compute(&batches[false], false, p_r);
	compute(&batches[true], true, p_r);
}
