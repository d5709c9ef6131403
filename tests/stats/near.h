/* near.h - assertions on numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STATS_NEAR_H
#define TESTS_STATS_NEAR_H

#include <math.h>

#include "tests/unit/unit.h"

/* |actual - expected| <= tolerance * max(1, |expected|); a NAN is near nothing. */
#define assert_near(actual, expected, tolerance) \
	near_check((actual), (expected), (tolerance), #actual, __FILE__, __LINE__)

/* |actual - expected| <= tolerance * |expected|; two underflown tails are equal. */
#define assert_relative(actual, expected, tolerance) \
	near_within((actual), (expected), (tolerance) * fabs(expected) + 1e-300, #actual, __FILE__, __LINE__)

static inline void
near_within(double actual, double expected, double distance, const char *what, const char *file, int line)
{
	if (fabs(actual - expected) <= distance)
		return;
	print_error("%s is %.17g, not %.17g\n", what, actual, expected);
	_fail(file, line);
}

static inline void
near_check(double actual, double expected, double tolerance, const char *what, const char *file, int line)
{
	near_within(actual, expected, tolerance * fmax(1, fabs(expected)), what, file, line);
}

#endif
