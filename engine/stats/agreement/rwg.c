/* rwg.c - how much agreement people reach who answer at random */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/agreement/rwg.h"

#include <gsl/gsl_fft_halfcomplex.h>
#include <gsl/gsl_fft_real.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"

#define WAYS_MAX 50000.
#define PEOPLE_MAX 100
#define LOWEST .05

double
rwg_of(double variance, size_t points, size_t items)
{
	double a = (double)points, j = (double)items, r = 1 - variance / ((a * a - 1) / 12);

	if (r < 0)
		return 0;
	return j * r / (j * r + 1 - r);
}

/* mass[q] = P(n sum x^2 - (sum x)^2 = q), q = n (n - 1) s^2. */
struct spreads {
	double *mass;
	size_t most;
	int64_t n;
};

/* `left` people still fall on the points 1 .. k, in every way; `chance` is that of the way so far. */
static void
spreads_fill(struct spreads *s, int64_t k, int64_t left, int64_t sum, int64_t squares, double chance)
{
	if (k == 1) {
		sum += left;
		s->mass[s->n * (squares + left) - sum * sum] += chance;
		return;
	}
	for (int64_t c = 0; c <= left; c++) {
		spreads_fill(s, k - 1, left - c, sum + c * k, squares + c * k * k, chance);
		chance *= (double)(left - c) / (double)(c + 1);
	}
}

/* Turns the distribution of one spread into that of the sum of `items` independent ones. */
static void
spreads_sum(struct spreads *s, size_t size, size_t items)
{
	double *f = s->mass;

	gsl_fft_real_radix2_transform(f, 1, size);
	for (size_t i = 0; i <= size / 2; i++) {
		bool whole = i == 0 || i == size / 2;
		double re = f[i], im = whole ? 0 : f[size - i], power_re = re, power_im = im;

		for (size_t j = 1; j < items; j++) {
			double before = power_re;

			power_re = before * re - power_im * im;
			power_im = before * im + power_im * re;
		}
		f[i] = power_re;
		if (!whole)
			f[size - i] = power_im;
	}
	gsl_fft_halfcomplex_radix2_inverse(f, 1, size);
	s->most *= items;
}

/* The smallest mean variance that is not among the lowest 5%. */
static double
exact_variance(size_t n, size_t points, size_t items)
{
	struct arena *scratch = arena_new();
	struct spreads s = { .most = n * n * (points - 1) * (points - 1) / 4, .n = (int64_t)n };
	size_t size = 1, q = 0;
	double below;

	while (size <= s.most * items)
		size *= 2;
	s.mass = arena_make_n(scratch, size, double);
	spreads_fill(&s, (int64_t)points, (int64_t)n, 0, 0, pow((double)points, -(double)n));
	spreads_sum(&s, size, items);
	for (below = s.mass[0]; below <= LOWEST && q < s.most; below += s.mass[q])
		q++;
	arena_free(scratch);
	return (double)q / (double)(n * (n - 1) * items);
}

/* Of uniform points: sigma2 = (A^2 - 1) / 12, fourth central moment (A^2 - 1) (3 A^2 - 7) / 240. */
static double
normal_variance(double n, double points, double items)
{
	double a2 = points * points, sigma2 = (a2 - 1) / 12, fourth = (a2 - 1) * (3 * a2 - 7) / 240;
	double variance = (fourth - sigma2 * sigma2 * (n - 3) / (n - 1)) / n;

	return sigma2 + normal_inv(LOWEST) * sqrt(variance / items);
}

static double
ways(double n, double points)
{
	return exp(lgamma(n + points) - lgamma(n + 1) - lgamma(points));
}

double
rwg_critical(size_t n, size_t points, size_t items)
{
	CHECK(n >= 2 && points >= 2 && items >= 1);
	if (n <= PEOPLE_MAX && ways((double)n, (double)points) <= WAYS_MAX)
		return rwg_of(exact_variance(n, points, items), points, items);
	return rwg_of(normal_variance((double)n, (double)points, (double)items), points, items);
}
