/* contrast.h - the permutation test of one party against the mean of the others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_CONTRAST_H
#define ENGINE_STATS_CONTRAST_H

#include <stddef.h>

#include "engine/stats/gap/permutation.h"

/*
 * Two-sided, for C = mean of party `which` - mean of the other PARTIES' means, the value that
 * welch_against_others estimates: every other party has the same weight, whatever its size. (Pooling the other
 * parties' people would compare with the mean of the HEADS: a party that stands exactly between a large and a
 * small one would come out as different.)
 *
 * Conditional on the scores seen: p = P(|C| >= |observed|) over all ways to deal everybody's scores to
 * parties of the sizes seen, mid_p = P(>) + P(=) / 2. What is tested is that all parties answer alike, by a
 * statistic that looks for this one difference (Pitman 1937; linear contrasts: Puri & Sen 1971). Where the
 * other parties differ among themselves the shuffled scores are spread wider than the parties' own, so the
 * test errs towards not telling.
 *
 * C is a sum of whole numbers but for a factor: each score times lcm(sizes) / own party's size. Other parties of
 * equal size are alike here; when all are (two parties; a third as large as the second), C is a difference of
 * means of two groups and permutation_test says everything. Else the ways are counted by (how many people the
 * parties have, weighted sum), exactly, while that takes at most 2^28 additions: up to some ten people a party
 * with five-item means, twenty with one item, in 1-20 ms. Beyond it C is taken as normal with its permutation
 * variance, S^2 sum c_i^2 / n_i, S^2 that of everybody's scores (SUBSET_NORMAL). Measured where both can be
 * had, 8 + 9 + 10 people with five-item means: at most .004 off where the exact mid-p is below .1.
 *
 * REFUSED_EMPTY: a party has nobody, or there is one party only. REFUSED_NO_SPREAD: everybody has the same
 * score. CHECKs equal units and which < n.
 */
struct permutation contrast_test(const struct scores parties[], size_t n, size_t which);

#endif
