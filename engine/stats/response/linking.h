/* linking.h - two models of different people on one scale, by the items they share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_LINKING_H
#define ENGINE_STATS_RESPONSE_LINKING_H

#include <stddef.h>

#include "engine/stats/convergence.h"
#include "engine/stats/refusal.h"

struct graded;

/* Each model's theta is in standard deviations of its own people. theta in `to` = slope * theta in `from` +
 * intercept; so a group of `from` has mean `intercept` and sd `slope` on the scale of `to`.
 * slope and intercept minimise, per item, the squared differences between the common items' category curves
 * as the two models see them (Haebara 1980), weighted by the standard normal density and summed over both
 * scales, so that linking back is the inverse. Every curve counts by itself: differences of two items do not
 * cancel as they may in a test's sum (Stocking & Lord 1983), and no threshold far out weighs more than the
 * people it concerns, as in mean-sigma linking.
 * distance: root of the mean of those squares at the minimum, a probability: beyond some .05 the items do not
 * mean the same to both.
 * convergence: gradient of the criterion per item. No standard errors: the models' own are not propagated. */
struct linking {
	enum refusal refused;
	size_t common;		/* items used */
	size_t left_out;	/* whose categories were merged differently in the two models */
	double slope, intercept, distance;
	struct convergence convergence;
};

/* Which item of `from` is which of `to`. */
struct linking_pair {
	size_t from, to;
};

/* REFUSED_UNLINKED: no pair is left. REFUSED_IMPROPER: the common items run against each other, the slope is
 * not positive. REFUSED_NOT_CONVERGED. A refused model's refusal is passed on. CHECKs the pairs' range. */
struct linking linking_fit(const struct graded *from, const struct graded *to, const struct linking_pair *,
    size_t pairs);

#endif
