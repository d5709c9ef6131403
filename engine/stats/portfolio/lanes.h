/* lanes.h - counting 32 people at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_LANES_H
#define ENGINE_STATS_PORTFOLIO_LANES_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/stats/portfolio/columns.h"
#include "engine/stats/portfolio/tally.h"

struct arena;

/* A person is a byte in a vector of 32; a sum over up to 128 people is kept in bytes or 16-bit words and
 * folded into the tally. So it takes at most LANES_ITEMS_MAX items, 22 points, and items * points <= 255; all
 * questionnaires in use fit. Looking up what each pattern of answers adds would take a table of 7,776 rows of
 * 46 sums for five items of five points, more than stays near the processor, and longer scales have too many
 * patterns. */
#define LANES_ITEMS_MAX 32
bool lanes_fit(const struct shape *);

struct lanes;

struct lanes *lanes_new(struct arena *, const struct columns *, const struct scale *);
/* As counting_add. */
void lanes_add(const struct lanes *, size_t from, size_t to, struct tally *);

#endif
