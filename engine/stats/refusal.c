/* refusal.c - the words for why a statistic was not computed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/refusal.h"

const char *
refusal_name(enum refusal r)
{
	static const char *const names[] = {
		[REFUSED_NOT] = "no",
		[REFUSED_EMPTY] = "empty",
		[REFUSED_TOO_FEW] = "too-few",
		[REFUSED_NO_SPREAD] = "no-spread",
	};

	return names[r];
}
