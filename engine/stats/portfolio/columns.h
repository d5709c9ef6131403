/* columns.h - the answers of a portfolio's people, and the scales they are to be counted on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_COLUMNS_H
#define ENGINE_STATS_PORTFOLIO_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/stats/portfolio/shape.h"

/* column[i] is that of the scale's i-th item; a reversed item's code x counts as points + 1 - x. */
struct scale {
	struct shape shape;
	const size_t *column;
	const bool *reversed;
};

/* column[c][p] is what person p answered to question c: 1..points of its scale, 0 = missing. The people of a
 * group stand behind each other: group g has first[g] <= p < first[g + 1]; first[0] = 0, first[groups] =
 * people. A group is one side of an alliance: alliance a has the groups 2a and 2a + 1. */
struct columns {
	const uint8_t *const *column;
	size_t n_columns, people, groups;
	const size_t *first;
	const struct scale *scales;
	size_t n_scales;
};

/* CHECKs all of the above but the codes, which are checked where they are counted, and that no group has more
 * people than its tallies hold. */
void columns_check(const struct columns *);

#endif
