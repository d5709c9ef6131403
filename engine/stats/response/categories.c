/* categories.c - answer codes merged where too few people chose them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/categories.h"

#include <string.h>

#include "base/check.h"

static unsigned
smallest(const size_t *people, unsigned n)
{
	unsigned least = 0;

	for (unsigned c = 1; c < n; c++)
		if (people[c] < people[least])
			least = c;
	return least;
}

static unsigned
lower_of_merged(const size_t *people, unsigned n, unsigned c)
{
	return c > 0 && (c == n - 1 || people[c - 1] <= people[c + 1]) ? c - 1 : c;
}

struct categories
categories_merge(const size_t *frequency, unsigned points)
{
	struct categories k = { .n = points };
	size_t people[CATEGORIES_POINTS_MAX];
	unsigned least;

	CHECK(points >= 1 && points <= CATEGORIES_POINTS_MAX);
	memcpy(people, frequency + 1, points * sizeof *people);
	for (unsigned code = 1; code <= points; code++)
		k.of[code] = (uint8_t)code;
	while (k.n > 1 && people[least = smallest(people, k.n)] < CATEGORIES_LEAST) {
		unsigned lower = lower_of_merged(people, k.n, least);

		people[lower] += people[lower + 1];
		k.n--;
		memmove(people + lower + 1, people + lower + 2, (k.n - lower - 1) * sizeof *people);
		for (unsigned code = 1; code <= points; code++)
			if (k.of[code] > lower + 1)
				k.of[code]--;
	}
	return k;
}
