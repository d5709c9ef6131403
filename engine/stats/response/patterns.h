/* patterns.h - people who gave the same answers, counted together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_PATTERNS_H
#define ENGINE_STATS_RESPONSE_PATTERNS_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* n distinct rows of `columns` codes in ascending order, and how many people have each. Sorting makes all
 * that follows independent of the order of people, to the last bit. */
struct patterns {
	size_t n, columns, people;
	uint8_t *codes;		/* n x columns */
	double *count;		/* n */
};

/* column[i][p] is the code of person p, 0..255, 0 = missing. People whose first `answers` columns are all
 * missing say nothing and are left out: `people` counts the others. Time and memory: people x columns. */
void patterns_group(struct arena *, const uint8_t *const *column, size_t columns, size_t answers, size_t people,
    struct patterns *patterns_r);

#endif
