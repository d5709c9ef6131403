/* counting.h - from answers to tallies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_COUNTING_H
#define ENGINE_STATS_PORTFOLIO_COUNTING_H

#include <stddef.h>

#include "engine/stats/portfolio/columns.h"
#include "engine/stats/portfolio/tally.h"

struct arena;
struct lanes;

/* How the answers to one scale are counted, prepared once; read by any number of threads. */
struct counting {
	const struct columns *columns;
	const struct scale *scale;
	int64_t unit;
	const struct lanes *lanes;	/* NULL when the shape does not fit them */
};

struct counting counting_new(struct arena *, const struct columns *, const struct scale *);

/* Adds the people from <= p < to, of one group, to its tally, which has room for them (columns_check). CHECKs
 * that no code is above the scale's points. */
void counting_add(const struct counting *, size_t from, size_t to, struct tally *);
/* The same, person by person: any shape, and what the fast way must agree with to the last bit. */
void counting_add_plainly(const struct counting *, size_t from, size_t to, struct tally *);

#endif
