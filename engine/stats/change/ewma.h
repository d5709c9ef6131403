/* ewma.h - is a pulse leaving its usual level? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_EWMA_H
#define ENGINE_STATS_EWMA_H

#include <stddef.h>

#include "engine/stats/interval.h"

/* The exponentially weighted moving average of pulse means (Roberts 1959; Lucas & Saccucci 1990):
 * level_i = weight * mean_i + (1 - weight) level_(i-1), from level_0 = target;
 * limits_i = target -+ width sqrt(v_i), v_i = weight^2 se_i^2 + (1 - weight)^2 v_(i-1), v_0 = 0.
 * With equal standard errors v_i is the textbook se^2 weight / (2 - weight) (1 - (1 - weight)^2i); here
 * every pulse brings its own, since different numbers of people answer. Usual choices: weight .2, width 3
 * (2.7 to notice sooner). side: 1 above, -1 below the limits, else 0.
 *
 * A pulse whose mean is NAN (too few answered) leaves level and limits where they were; a NAN or negative
 * se beside a mean is our mistake (CHECK), as is a weight outside 0 < weight <= 1 or width <= 0. Nothing is
 * refused: a series of no pulses has no points. */
struct ewma_point {
	double level;
	struct interval limits;
	int side;
};

struct ewma_rule {
	double target, weight, width;
};

/* points_r has room for n. */
void ewma_follow(const double mean[], const double se[], size_t n, const struct ewma_rule *,
	struct ewma_point points_r[]);

#endif
