/* portfolio.h - many groups, from tables or drawn with a truth that is known */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STATS_PORTFOLIO_H
#define TESTS_STATS_PORTFOLIO_H

#include <stddef.h>
#include <stdint.h>

#include "engine/stats/groups/group.h"

struct arena;

/* truth: the groups' true means, NULL when nobody knows. alliance: to which each belongs, or NULL. */
struct groups {
	struct group *group;
	double *truth;
	size_t *alliance;
	size_t n;
};

/* A data set of the reference tables: the groups of groups.csv that belong to it, or "portfolio60_s1", which
 * is portfolio_sides. */
struct groups groups_load(struct arena *, const char *dataset);
/* Both sides of the 60 alliances of portfolio60.csv by the mean of the answered items of the first scale:
 * alliance 1's first side, its second, alliance 2's ... */
struct groups portfolio_sides(struct arena *);

/* `count` groups of least..most people around 3 + tau * (standard normal), people sigma around that. */
struct groups groups_draw(struct arena *, uint64_t seed, size_t count, size_t least, size_t most, double tau,
	double sigma);
/* The last group first. */
void groups_reverse(struct groups *);

#endif
