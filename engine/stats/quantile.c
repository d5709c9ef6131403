/* quantile.c - where a value stands among others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/quantile.h"

#include <math.h>
#include <stdlib.h>

#include "base/check.h"

static int
ascend(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

void
quantile_sort(double x[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		CHECK(!isnan(x[i]));
	qsort(x, n, sizeof *x, ascend);
}

double
quantile_type7(const double ascending[], size_t n, double p)
{
	double place = (double)(n - (n > 0)) * p, share = place - floor(place);
	size_t i = (size_t)place;

	CHECK(p >= 0 && p <= 1);
	if (n == 0)
		return NAN;
	return share == 0 ? ascending[i] : ascending[i] + share * (ascending[i + 1] - ascending[i]);
}

/* How many of the ascending values are < x, or <= x if x itself counts. */
static size_t
count_below(const double ascending[], size_t n, double x, int itself)
{
	size_t lo = 0;

	while (n > 0) {
		size_t half = n / 2;

		if (ascending[lo + half] < x || (itself && ascending[lo + half] == x)) {
			lo += half + 1;
			n -= half + 1;
		} else {
			n = half;
		}
	}
	return lo;
}

double
quantile_rank(const double ascending[], size_t n, double x)
{
	size_t below = count_below(ascending, n, x, 0), up_to = count_below(ascending, n, x, 1);

	return n == 0 ? NAN : 50 * (double)(below + up_to) / (double)n;
}
