/* quality.h - marks of careless answering, as counts of people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_QUALITY_H
#define ENGINE_STATS_QUALITY_H

#include <stddef.h>

#include "engine/stats/ratings.h"
#include "engine/stats/refusal.h"

/* Only how many people show a mark is told: the marks do not prove carelessness, so nobody is pointed at
 * and nobody's answers are dropped. Codes are to be given as they were answered, NOT reversed, items in
 * the order in which they were shown. Missing answers are skipped, and do not end a run.
 *
 * long_runs: people whose longest run of the same answer is `run` items or more (longstring: Johnson 2005;
 * half of the items is a usual limit, Curran 2016). flat: people whose intra-individual variability, the
 * standard deviation of their own answers with divisor n - 1, is `spread` points or less (Marjanovic et
 * al. 2015; Dunn et al. 2018). people: those with two answers at least, from whom both are counted.
 * REFUSED_EMPTY: nobody at all. REFUSED_TOO_FEW: nobody has two answers. CHECKs run >= 2, spread >= 0. */
struct quality {
	enum refusal refused;
	size_t people, long_runs, flat;
};

struct quality quality_count(const struct ratings *, size_t run, double spread);

#endif
