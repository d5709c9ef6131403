/* quantile.c - the value below which a share of all values lies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/quantile.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "base/check.h"

void
quantile_sort(double x[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		CHECK(!isnan(x[i]));
	gsl_sort(x, 1, n);
}

double
quantile_type7(const double ascending[], size_t n, double p)
{
	CHECK(p >= 0 && p <= 1);
	return n == 0 ? NAN : gsl_stats_quantile_from_sorted_data(ascending, 1, n, p);
}
