/* krippendorff.h - do coders say the same, whatever their number and whoever is missing? Krippendorff's alpha */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_KRIPPENDORFF_H
#define ENGINE_STATS_KRIPPENDORFF_H

#include <stddef.h>

#include "engine/stats/ratings.h"
#include "engine/stats/refusal.h"

/* How far apart two codes c <= k are, squared:
 * nominal   1 unless they are the same;
 * ordinal   by how many values lie between: (n_c / 2 + those between + n_k / 2)^2, n_c values of code c;
 * interval  (c - k)^2;
 * ratio     ((c - k) / (c + k))^2. */
enum krippendorff_metric {
	KRIPPENDORFF_NOMINAL,
	KRIPPENDORFF_ORDINAL,
	KRIPPENDORFF_INTERVAL,
	KRIPPENDORFF_RATIO
};

/* alpha = 1 - observed / expected disagreement, 1 = all the same, 0 = as by chance, below 0 worse than that
 * (Krippendorff 2004, Content Analysis, chapter 11). Columns of the ratings are coders, rows units; a unit
 * counts with as many values as it has, if at least two. values: how many counted, units: of how many units.
 * Whole sums decide: the order of units and coders does not matter to the last bit.
 * REFUSED_EMPTY: no values at all. REFUSED_TOO_FEW: no unit with two values. REFUSED_NO_SPREAD: all values
 * that count are the same code. */
struct krippendorff {
	enum refusal refused;
	size_t units, values;
	double alpha;
};

struct krippendorff krippendorff_of(const struct ratings *, enum krippendorff_metric);

#endif
