/* group.h - what the models of this folder need to know of the people of one group */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_GROUP_H
#define ENGINE_STATS_GROUP_H

#include <stddef.h>
#include <stdint.h>

struct moments;

/* n people with a score, their mean in points, and within = sum (x - mean)^2 in points squared. n = 0:
 * nobody; the other two are not looked at, and the group counts nowhere. */
struct group {
	size_t n;
	double mean, within;
};

/* Exact sums of whole numbers, one unit to a point's fraction (scores.h): merge parts as moments first. */
struct group group_from(const struct moments *, int64_t unit);
/* Any numbers; NAN = no score, left out. */
struct group group_of(const double x[], size_t n);

#endif
