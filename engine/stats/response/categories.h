/* categories.h - answer codes merged where too few people chose them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_CATEGORIES_H
#define ENGINE_STATS_RESPONSE_CATEGORIES_H

#include <stddef.h>
#include <stdint.h>

enum { CATEGORIES_POINTS_MAX = 11, CATEGORIES_LEAST = 5 };

/* n categories; of[code] is the category 1..n of a code 1..points, of[0] = 0. Order is kept. */
struct categories {
	unsigned n;
	uint8_t of[CATEGORIES_POINTS_MAX + 1];
};

/* frequency[code], code 1..points: as long as a category has fewer than CATEGORIES_LEAST people, empty ones
 * too, the smallest is merged with its smaller neighbour; of equals the lower. A threshold that hardly
 * anybody has crossed cannot be estimated. n = 1: the item is constant, or was answered by fewer people
 * than CATEGORIES_LEAST. points 1..CATEGORIES_POINTS_MAX (CHECK). */
struct categories categories_merge(const size_t *frequency, unsigned points);

#endif
