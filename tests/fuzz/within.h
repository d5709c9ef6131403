/* within.h - figures stay where they belong */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FUZZ_WITHIN_H
#define TESTS_FUZZ_WITHIN_H

#include <math.h>

#include "base/check.h"

/* Refused figures are NAN. */
static inline void
check_within(double x, double low, double high)
{
	const double rounding = 1e-9 * (high - low);

	CHECK(isnan(x) || (x >= low - rounding && x <= high + rounding));
}

#endif
