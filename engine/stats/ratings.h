/* ratings.h - the answers of many people to the items of one scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RATINGS_H
#define ENGINE_STATS_RATINGS_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* items columns of people codes: item i of person p is column[i][p], 1..points, already reversed where the
 * item is; 0 = missing. A column is contiguous, so that a pass over one item reads memory in order. */
struct ratings {
	const uint8_t *const *column;
	size_t people, items;
	unsigned points;
};

/* The people who answered every item, in their order, copied; with no items, nobody. */
struct ratings ratings_complete(struct arena *, const struct ratings *);

#endif
