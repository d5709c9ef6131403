/* similarity.c - correlation and distance of profiles */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stats/similarity.h"

#include <math.h>
#include <stdbool.h>

static double
mean(const double *x, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += x[i];
	return sum / (double)n;
}

static bool
is_flat(const double *x, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (x[i] < x[0] || x[i] > x[0])
			return false;
	return true;
}

/* One more than those below, and half of the others as high. */
static double
mid_rank(const double *x, size_t n, double value)
{
	double rank = .5;

	for (size_t i = 0; i < n; i++)
		rank += x[i] < value ? 1 : x[i] > value ? 0 : .5;
	return rank;
}

static double
correlation(const double *x, const double *y, size_t n, bool ranked)
{
	double mx = ranked ? (double)(n + 1) / 2 : mean(x, n), my = ranked ? mx : mean(y, n);
	double xx = 0, yy = 0, xy = 0;

	for (size_t i = 0; i < n; i++) {
		double dx = (ranked ? mid_rank(x, n, x[i]) : x[i]) - mx;
		double dy = (ranked ? mid_rank(y, n, y[i]) : y[i]) - my;

		xx += dx * dx;
		yy += dy * dy;
		xy += dx * dy;
	}
	return xy / sqrt(xx * yy);
}

static double
distance(const double *x, const double *y, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += (x[i] - y[i]) * (x[i] - y[i]);
	return sqrt(sum);
}

struct similarity
similarity_of(const double x[], const double y[], size_t n)
{
	struct similarity s = { REFUSED_TOO_FEW, NAN, NAN, NAN };

	if (n < 3)
		return s;
	s.distance = distance(x, y, n);
	s.refused = is_flat(x, n) || is_flat(y, n) ? REFUSED_NO_SPREAD : REFUSED_NOT;
	if (s.refused != REFUSED_NOT)
		return s;
	s.r = correlation(x, y, n, false);
	s.rho = correlation(x, y, n, true);
	return s;
}
