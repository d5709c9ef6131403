/* people.h - answers to the items of a scale from a table, or at random */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STATS_PEOPLE_H
#define TESTS_STATS_PEOPLE_H

#include <stdint.h>

#include "engine/stats/ratings.h"

struct arena;
struct table;

/* The columns named `stem` followed by 1, 2, ... items; an empty cell is a missing answer. */
struct ratings people_load(struct arena *, const struct table *, const char *stem, size_t items, unsigned points);

/* Answers that hang together, since people differ in level; `missing` is the share of answers left out. */
struct ratings people_random(struct arena *, uint64_t seed, size_t people, size_t items, unsigned points,
    double missing);

/* Person p is the one who was p * people_step modulo their number, items likewise: 1 keeps the order, another
 * step that is prime to the number shuffles. */
struct ratings people_shuffle(struct arena *, const struct ratings *, size_t people_step, size_t items_step);

/* x becomes points + 1 - x. */
struct ratings people_reverse(struct arena *, const struct ratings *);

#endif
