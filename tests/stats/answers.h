/* answers.h - answers of many people: from counts of patterns, or drawn from a graded response model */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STATS_ANSWERS_H
#define TESTS_STATS_ANSWERS_H

#include <stdint.h>

#include "engine/stats/ratings.h"

struct arena;
struct table;

/* Every row of the table `count` times; the other columns are the items. */
struct ratings answers_of_patterns(struct arena *, const struct table *, unsigned points);

/* Item i: slope[i], threshold[i * (points - 1) + k]. People's traits are normal with this mean and sd; a
 * share of the answers is missing. The same on every machine that rounds exp alike. */
struct answers_model {
	size_t items;
	unsigned points;
	const double *slope, *threshold;
};

struct ratings answers_draw(struct arena *, const struct answers_model *, size_t people, double mean, double sd,
    double missing, uint64_t seed);
/* Slopes 0.8..2.2, thresholds around -1..1 and `points` apart evenly: what a good battery looks like. */
struct answers_model answers_battery(struct arena *, size_t items, unsigned points);

/* Copies that can be changed. */
uint8_t *answers_column(const struct ratings *, size_t item);
struct ratings answers_copy(struct arena *, const struct ratings *);
/* a's people, then b's. */
struct ratings answers_join(struct arena *, const struct ratings *a, const struct ratings *b);

#endif
