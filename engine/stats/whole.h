/* whole.h - whole numbers: the wide type, and what C has no function for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_WHOLE_H
#define ENGINE_STATS_WHOLE_H

#include <stdint.h>

__extension__ typedef __int128 whole128;

/* Of the absolute values; whole_gcd(0, b) = |b|. */
static inline int64_t
whole_gcd(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a < 0 ? -a : a;
}

static inline int64_t
whole_min(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* Order for qsort over int64_t. */
static inline int
whole_order(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

#endif
