/* flips.h - the exact distribution of a sum whose terms have random signs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_FLIPS_H
#define ENGINE_STATS_FLIPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Give each of the n values a sign by a fair coin; D is their sum. beyond = P(|D| > |observed|), equal =
 * P(|D| = |observed|), observed = the sum with the signs seen. The signs of the values do not matter
 * otherwise, nor do zeros and a common factor, which are removed first. Nothing left: beyond 0, equal 1.
 *
 * exact: the sums of the positive terms are convolved value by value (Pagano & Tritchler 1983), n * sum
 * |x| steps <= 2^27; probabilities are whole multiples of 2^-n, so without rounding up to 53 values.
 * Beyond that: normal with variance sum x^2, equal 0. */
struct flips_tail {
	double beyond, equal;
	bool exact;
};

struct flips_tail flips_sum_tail(const int64_t x[], size_t n);

#endif
