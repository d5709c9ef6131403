/* pair.h - the two variance ratios at which a likelihood is largest */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PAIR_H
#define ENGINE_STATS_PAIR_H

#include <stddef.h>

#include "engine/stats/convergence.h"
#include "engine/stats/refusal.h"
#include "engine/stats/groups/jet.h"

/* deviance(data, x, y) = -2 log likelihood at the ratios x, y >= 0, as a jet in both. From the best of nine
 * starting points (.01, .1, 1 for each) by Newton's method within the quadrant, halving steps that do not go
 * down and bending the Hessian where it is not positive definite. 0 is a legitimate answer for a ratio whose
 * derivative there is not negative.
 * convergence.gradient: the larger |d log likelihood / d log ratio| per person, which has no units.
 * REFUSED_NOT_CONVERGED: it is above 1e-11 after 100 steps. */
struct pair {
	enum refusal refused;
	double x, y;
	struct convergence convergence;
};

struct pair pair_minimise(struct jet (*deviance)(const void *data, double x, double y), const void *data,
	size_t people);

#endif
