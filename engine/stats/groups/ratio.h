/* ratio.h - the variance ratio at which a likelihood is largest */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RATIO_H
#define ENGINE_STATS_RATIO_H

#include <stddef.h>

#include "engine/stats/convergence.h"
#include "engine/stats/refusal.h"
#include "engine/stats/groups/jet.h"

/* deviance(data, r) = -2 log likelihood at the ratio r >= 0 as a jet in x = r. Every minimum between r = 0
 * and 1e12 that is more than a factor 2 away from the next is found: the sign of the derivative is looked at
 * on a grid of doublings, each bracketed root is polished by Newton's method kept inside its bracket, and the
 * lowest deviance wins. r = 0 is a legitimate answer, where the derivative is not negative.
 * convergence.gradient: |d log likelihood / d log r| per person, which has no units; 0 at the boundary, whose
 * derivative only has to have the right sign. REFUSED_NOT_CONVERGED: no minimum below 1e12, or the gradient
 * is above 1e-12. */
struct ratio {
	enum refusal refused;
	double ratio;
	struct convergence convergence;
};

struct ratio ratio_minimise(struct jet (*deviance)(const void *data, double r), const void *data,
	size_t people);

#endif
