/* standing.c - where each group stands among the others, and how sure that is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/standing.h"

#include <math.h>

#include "base/arena.h"
#include "engine/stats/order.h"
#include "engine/stats/groups/rank.h"

enum { QUARTER_GROUPS = 4 };

enum quarter
quarter_of(double percentile)
{
	if (isnan(percentile))
		return QUARTER_UNKNOWN;
	if (percentile <= 25)
		return QUARTER_LOWEST;
	return percentile >= 75 ? QUARTER_HIGHEST : QUARTER_MIDDLE;
}

const char *
quarter_name(enum quarter quarter)
{
	switch (quarter) {
	case QUARTER_LOWEST: return "lowest quarter";
	case QUARTER_MIDDLE: return "middle half";
	case QUARTER_HIGHEST: return "highest quarter";
	case QUARTER_UNKNOWN: break;
	}
	return "unknown";
}

/* What every group is told without any rank's distribution; returns how many count. */
static size_t
say_quarters(struct arena *scratch, const struct shrunken groups[], size_t n, double percentile_r[],
	struct standing standing_r[])
{
	double *mean = arena_make_n(scratch, n, double);
	size_t members = 0;

	for (size_t i = 0; i < n; i++) {
		members += groups[i].refused == REFUSED_NOT;
		mean[i] = groups[i].refused == REFUSED_NOT ? groups[i].mean : NAN;
	}
	order_percentiles(mean, n, percentile_r);
	for (size_t i = 0; i < n; i++)
		standing_r[i] = (struct standing){ groups[i].refused,
			members < QUARTER_GROUPS ? QUARTER_UNKNOWN : quarter_of(percentile_r[i]), NAN, NAN,
			NAN, { NAN, NAN } };
	return members;
}

static enum refusal
refuse(const struct shrunken groups[], size_t n, size_t members)
{
	if (members < STANDING_GROUPS)
		return REFUSED_TOO_FEW;
	for (size_t i = 0; i < n; i++)
		if (groups[i].refused == REFUSED_NOT && !(groups[i].sd_given_mu > 0))
			return REFUSED_NO_SPREAD;
	return REFUSED_NOT;
}

static void
say_ranks(struct arena *scratch, const struct shrunken groups[], size_t n, const double percentile[],
	struct standing standing_r[])
{
	struct belief *belief = arena_make_n(scratch, n, struct belief);
	struct rank *rank = arena_make_n(scratch, n, struct rank);
	size_t members = 0;

	for (size_t i = 0; i < n; i++)
		if (groups[i].refused == REFUSED_NOT)
			belief[members++] = (struct belief){ groups[i].mean, groups[i].sd_given_mu };
	if (members <= STANDING_EXACT)
		rank_exact(belief, members, rank);
	else
		rank_smooth(belief, members, rank);
	members = 0;
	for (size_t i = 0; i < n; i++) {
		const struct rank *r = &rank[members];

		if (groups[i].refused != REFUSED_NOT)
			continue;
		members++;
		standing_r[i].percentile = percentile[i];
		standing_r[i].expected = r->expected;
		standing_r[i].p_lowest = r->p_lowest;
		standing_r[i].band80 = r->band80;
	}
}

void
standing_of(const struct shrunken groups[], size_t n, struct standing standing_r[])
{
	struct arena *scratch = arena_new();
	double *percentile = arena_make_n(scratch, n, double);
	size_t members = say_quarters(scratch, groups, n, percentile, standing_r);
	enum refusal refused = refuse(groups, n, members);

	if (refused == REFUSED_NOT)
		say_ranks(scratch, groups, n, percentile, standing_r);
	for (size_t i = 0; i < n; i++)
		if (groups[i].refused == REFUSED_NOT)
			standing_r[i].refused = refused;
	arena_free(scratch);
}
