/* clock.c - how long something took, and the figure in the middle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/bench/clock.h"

#include <stdlib.h>
#include <time.h>

static double
seconds_of(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

double
clock_seconds(void)
{
	return seconds_of(CLOCK_MONOTONIC);
}

double
clock_cpu_ms(void)
{
	return seconds_of(CLOCK_PROCESS_CPUTIME_ID) * 1e3;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double
clock_median(double *x, size_t n)
{
	qsort(x, n, sizeof(*x), by_size);
	return x[n / 2];
}
