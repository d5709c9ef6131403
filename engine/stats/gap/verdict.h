/* verdict.h - two sides compared, dimension by dimension, and what may be said about it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_VERDICT_H
#define ENGINE_STATS_VERDICT_H

#include <stddef.h>

#include "engine/stats/gap/effect.h"
#include "engine/stats/gap/permutation.h"
#include "engine/stats/gap/welch.h"

enum verdict { VERDICT_CANNOT_TELL, VERDICT_ALIGNED, VERDICT_PROBABLE_GAP, VERDICT_CLEAR_GAP };

/* In this order:
 * clear gap     mid-p, adjusted by Holm over the dimensions of the report, < .05;
 * probable gap  the unadjusted 95% Welch interval excludes 0;
 * aligned       the 90% Welch interval lies inside -margin .. +margin points (two one-sided tests: Schuirmann
 *               1987), which takes about 18 people a side;
 * cannot tell   everything else. "Not significant" is never "no gap".
 * holm_mid_p = NAN: that test was refused or not wanted. A refused interval can show neither gap nor
 * alignment: when nobody differs within the sides only the exact test can speak, and equal unanimous sides
 * stay "cannot tell" (gap->value says equal or different). */
#define VERDICT_MARGIN 0.5
enum verdict verdict_of(double holm_mid_p, const struct estimate *gap, double margin);
/* "cannot-tell", "aligned", "probable-gap", "clear-gap". */
const char *verdict_name(enum verdict);

/* One dimension, side a against side b: gap = a - b in points. */
struct comparison {
	struct summary a, b;
	struct estimate gap;
	struct permutation permutation;
	double holm_mid_p;		/* over the family; NAN where the test was refused */
	struct hedges hedges;
	struct cliff cliff;
	enum verdict verdict;
};

/* n dimensions make one family for Holm: a[i] against b[i], equal units (CHECK). comparisons_r has room for
 * n. */
void verdict_compare(const struct scores a[], const struct scores b[], size_t n, double margin,
	struct comparison comparisons_r[]);

#endif
