/* percentile.h - where a score stands among others: percentile ranks, and quarters in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PERCENTILE_H
#define ENGINE_STATS_PERCENTILE_H

#include <stddef.h>

/* Mid-P percentile ranks, 0..100: 100 (below + (same, itself included) / 2) / n. The middle of any set is 50, and
 * turning the scale round turns p into 100 - p. Scores closer than 1e-12 of the largest |score| are the same: means
 * computed in a different order differ by rounding only. NAN: no score; stays NAN and does not count.
 * percentile_r may be score itself. */
void percentile_ranks(const double score[], size_t n, double percentile_r[]);

/* lowest: percentile <= 25; highest: >= 75; middle: the half between. unknown: NAN. */
enum quarter { QUARTER_UNKNOWN, QUARTER_LOWEST, QUARTER_MIDDLE, QUARTER_HIGHEST };

enum quarter percentile_quarter(double percentile);
/* "unknown", "lowest quarter", "middle half", "highest quarter". */
const char *quarter_name(enum quarter);

#endif
