/* answers.h - portfolios made at random, and their tallies counted in the plainest way */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_ANSWERS_H
#define TESTS_UNIT_ANSWERS_H

#include "engine/stats/portfolio/columns.h"
#include "engine/stats/portfolio/tallies.h"

struct arena;

/* `groups` groups of 0..most people, all with scales of their own columns; one answer in `missing` is
 * missing (0: none). The same for the same seed. */
struct columns answers_random(struct arena *, uint64_t seed, const struct shape shapes[], size_t n_scales,
    size_t groups, size_t most, size_t missing);

/* From the definitions, one question at a time. */
struct tallies answers_tallies(struct arena *, const struct columns *);

#endif
