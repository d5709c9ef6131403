/* quantile.h - the value below which a share of all values lies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_QUANTILE_H
#define ENGINE_STATS_QUANTILE_H

#include <stddef.h>

/* Ascending; no NAN (CHECK). */
void quantile_sort(double x[], size_t n);

/* Of n ascending values, 0 <= p <= 1 (CHECK): linear between the values at (n - 1) p (type 7 of Hyndman & Fan
 * 1996, what R and spreadsheets give); p = .5 is the median. NAN of no values. */
double quantile_type7(const double ascending[], size_t n, double p);

#endif
