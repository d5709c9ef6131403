/* tallies.h - the tallies of many groups on several scales */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_TALLIES_H
#define ENGINE_STATS_PORTFOLIO_TALLIES_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/stats/portfolio/tally.h"

struct arena;

/* All groups of a scale stand behind each other. What a release keeps of an alliance are the tallies of its
 * groups. */
struct tallies {
	const struct shape *shapes;
	size_t n_scales, groups;
	char *const *scales;
};

/* All of nobody. The shapes are copied. */
struct tallies tallies_new(struct arena *, const struct shape shapes[], size_t n_scales, size_t groups);

static inline struct tally *
tallies_at(const struct tallies *t, size_t scale, size_t group)
{
	return (struct tally *)(void *)(t->scales[scale] + group * tally_size(&t->shapes[scale]));
}

/* The groups first <= g < first + groups (CHECK), such as the two sides of one alliance: not a copy, but the
 * same tallies. */
struct tallies tallies_slice(struct arena *, const struct tallies *, size_t first, size_t groups);

/* Adds part's tallies, of other people, to those of the groups from `first` on: an alliance to a portfolio, or
 * the rest of its people to an alliance. False, and t unchanged, when there are not that many groups, a shape
 * differs, or a group would have more than shape_people_max people. */
bool tallies_merge(struct tallies *t, size_t first, const struct tallies *part);

#endif
