/* standing.h - where each group stands among the others, and how sure that is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_STANDING_H
#define ENGINE_STATS_STANDING_H

#include <stddef.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"
#include "engine/stats/groups/shrink.h"

/* In words, by a percentile: lowest <= 25, highest >= 75, middle: the half between; unknown: NAN. */
enum quarter { QUARTER_UNKNOWN, QUARTER_LOWEST, QUARTER_MIDDLE, QUARTER_HIGHEST };

enum quarter quarter_of(double percentile);
/* "unknown", "lowest quarter", "middle half", "highest quarter". */
const char *quarter_name(enum quarter);

/* From the posterior of every group given mu (shrink.h: mean and sd_given_mu; not knowing mu moves all of
 * them nearly alike and no rank: it changes p_lowest by less than .002 with 20 groups). percentile: mid-P
 * rank of the shrunken mean (order.h). expected, band80, p_lowest: of the true percentile, 0..100 and 0..1,
 * see rank.h; exactly up to STANDING_EXACT groups. A small group's band is wide and its expected percentile
 * near 50, whatever its rank.
 *
 * quarter, from the shrunken mean's percentile, is what may be said with few groups:
 * REFUSED_TOO_FEW: below STANDING_GROUPS groups; quarter is given, UNKNOWN below 4, and no number.
 * REFUSED_NO_SPREAD: groups do not differ (tau2 = 0); the quarter is MIDDLE for all.
 * A refused shrunken mean keeps its refusal, is UNKNOWN and counts nowhere. */
struct standing {
	enum refusal refused;
	enum quarter quarter;
	double percentile, expected, p_lowest;
	struct interval band80;
};

enum { STANDING_GROUPS = 20, STANDING_EXACT = 100 };

void standing_of(const struct shrunken groups[], size_t n, struct standing standing_r[]);

#endif
