/* portfolio.h - one pass from everybody's answers to the figures of a portfolio */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_PORTFOLIO_H
#define ENGINE_STATS_PORTFOLIO_PORTFOLIO_H

#include "engine/stats/portfolio/columns.h"
#include "engine/stats/portfolio/gaps.h"
#include "engine/stats/portfolio/side.h"
#include "engine/stats/portfolio/tallies.h"
#include "engine/stats/reliability/alpha.h"

struct arena;

/* sides[s][g]: group g on scale s; gaps[s][a]: the groups 2a and 2a + 1. pools[s]:
 * all groups together, with what tally_pool adds; alphas[s]: Cronbach's alpha of its covariance, listwise.
 * Each figure says by itself when it is refused. */
struct portfolio {
	struct tallies tallies;
	struct side *const *sides;
	struct gap *const *gaps;
	struct tally *const *pools;
	const struct alpha *alphas;
};

/* The figures are the same to the last bit with any number of threads. CHECKs the columns. */
struct portfolio portfolio_pass(struct arena *, const struct columns *, unsigned threads);

/* From tallies that were stored, or added from parts: the same figures as from the answers. Their groups are
 * an even number (CHECK). */
struct portfolio portfolio_from(struct arena *, const struct tallies *, unsigned threads);

#endif
