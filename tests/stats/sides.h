/* sides.h - two sides' scores from a table, from a list, or at random */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STATS_SIDES_H
#define TESTS_STATS_SIDES_H

#include <stdint.h>

#include "engine/stats/scores.h"

struct arena;
struct table;

struct sides {
	struct scores a, b;
};

/* Whole-number answers in `column`, sides "A" and "B" in the column `side`. */
struct sides sides_load(struct arena *, const struct table *, const char *column);

/* n_a and n_b scores 0..top, each a whole number times `step`, from a generator started by `seed`. */
struct sides sides_random(struct arena *, uint64_t seed, size_t n_a, size_t n_b, int64_t top, int64_t step);

struct sides sides_swap(const struct sides *);
/* The same people, last first. */
struct sides sides_reverse(struct arena *, const struct sides *);

#endif
