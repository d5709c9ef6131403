/* ratings.c - the answers of many people to the items of one scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/ratings.h"

#include <string.h>

#include "base/arena.h"

/* 1 for whoever answered every item, 0 for the others. */
static uint8_t *
answered_all(struct arena *arena, const struct ratings *r)
{
	uint8_t *all = arena_make_n(arena, r->people, uint8_t);

	memset(all, r->items > 0, r->people);
	for (size_t i = 0; i < r->items; i++)
		for (size_t p = 0; p < r->people; p++)
			all[p] &= r->column[i][p] != 0;
	return all;
}

struct ratings
ratings_complete(struct arena *arena, const struct ratings *r)
{
	const uint8_t **column = arena_make_n(arena, r->items, const uint8_t *);
	const uint8_t *all = answered_all(arena, r);
	size_t people = 0;

	for (size_t p = 0; p < r->people; p++)
		people += all[p];
	for (size_t i = 0; i < r->items; i++) {
		uint8_t *kept = arena_make_n(arena, people + 1, uint8_t);

		column[i] = kept;
		for (size_t p = 0; p < r->people; p++) {
			*kept = r->column[i][p];
			kept += all[p];
		}
	}
	return (struct ratings){ column, people, r->items, r->points };
}
