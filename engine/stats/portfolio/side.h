/* side.h - what a tally says about one side of an alliance on one scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_SIDE_H
#define ENGINE_STATS_PORTFOLIO_SIDE_H

#include <stddef.h>

#include "engine/stats/portfolio/tally.h"
#include "engine/stats/refusal.h"
#include "engine/stats/scores.h"

/* Agreement from the counts of all answers, with the formulas, dropped items and refusals of agreement_of
 * (agreement/agreement.h): ad, variance and rwg(j) over `items` items. The rest of what that computes is not
 * needed for a portfolio. */
struct spread {
	enum refusal refused;
	size_t items;
	double ad, variance, rwg;
};

/* score: number, mean and variance of the side's scores, in points (scores.h). */
struct side {
	struct summary score;
	struct spread spread;
};

/* unit = shape_unit, which takes longer than all the rest. */
struct side side_of(const struct shape *, int64_t unit, const struct tally *);

#endif
