/* subset_lattice.h - subset.h for many people: the characteristic function inverted on a lattice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_SUBSET_LATTICE_H
#define ENGINE_STATS_SUBSET_LATTICE_H

#include <stdbool.h>

#include "engine/stats/gap/subset.h"

struct arena;

/* A reduced problem: x ascends from 0 without common factor, 0 < m <= n / 2, total = sum x, subsets of m have
 * sums lowest .. highest, observed = |n sum - m total| of the sum seen. Belongs to subset.c. */
struct subset {
	int64_t *x, n, m, total, lowest, highest, observed;
};

bool subset_lattice_fits(const struct subset *);
struct subset_tail subset_lattice_tail(struct arena *, const struct subset *);

#endif
