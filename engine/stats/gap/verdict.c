/* verdict.c - what may be said about a gap */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/verdict.h"

#define SIGNIFICANT .05

enum verdict
verdict_of(double holm_mid_p, const struct estimate *gap, double margin)
{
	if (holm_mid_p < SIGNIFICANT)
		return VERDICT_CLEAR_GAP;
	if (gap->refused != REFUSED_NOT)
		return VERDICT_CANNOT_TELL;
	if (gap->ci95.lo > 0 || gap->ci95.hi < 0)
		return VERDICT_PROBABLE_GAP;
	if (gap->ci90.lo > -margin && gap->ci90.hi < margin)
		return VERDICT_ALIGNED;
	return VERDICT_CANNOT_TELL;
}

const char *
verdict_name(enum verdict v)
{
	static const char *const names[] = {
		[VERDICT_CANNOT_TELL] = "cannot-tell",
		[VERDICT_ALIGNED] = "aligned",
		[VERDICT_PROBABLE_GAP] = "probable-gap",
		[VERDICT_CLEAR_GAP] = "clear-gap",
	};

	return names[v];
}
