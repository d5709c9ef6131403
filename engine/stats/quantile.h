/* quantile.h - where a value stands among others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_QUANTILE_H
#define ENGINE_STATS_QUANTILE_H

#include <stddef.h>

/* Ascending; no NAN (CHECK). */
void quantile_sort(double x[], size_t n);

/* Of n ascending values, 0 <= p <= 1 (CHECK): linear between the values at (n - 1) p (type 7 of Hyndman &
 * Fan 1996, what R and spreadsheets give). NAN of no values. */
double quantile_type7(const double ascending[], size_t n, double p);

/* Percentile rank of x among n ascending values, itself included if it is one of them: 100 (below + equal
 * / 2) / n, the mid-P convention, so that ranks average 50 with any ties. NAN of no values. */
double quantile_rank(const double ascending[], size_t n, double x);

#endif
