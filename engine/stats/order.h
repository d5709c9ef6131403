/* order.h - the order of many numbers, and where each stands among them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_ORDER_H
#define ENGINE_STATS_ORDER_H

#include <stddef.h>
#include <stdint.h>

/* order_r[0] is the place of the smallest of x, and so on; equal numbers (0 and -0 are) stay in the order of
 * their places. n < 2^32; no NAN (CHECK). Sorts by bytes of the representation (radix sort): linear in n. */
void order_of(const double x[], size_t n, uint32_t order_r[]);

/* Of each its mid-P percentile rank among all, 0..100: 100 (number below + half the number
 * equal, oneself included) / n. A NAN has rank NAN and does not count in n. */
void order_percentiles(const double x[], size_t n, double percentile_r[]);

#endif
