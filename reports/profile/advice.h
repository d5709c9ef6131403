/* advice.h - what the person could begin with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_PROFILE_ADVICE_H
#define REPORTS_PROFILE_ADVICE_H

#include "reports/view.h"

enum { ADVICE_MAX = 3 };

/* In the order in which they call for attention. */
enum advice_cause {
	ADVICE_BLIND_SPOT,
	ADVICE_NEED,
	ADVICE_VIEWS,			/* the two organisations clearly see different things */
	ADVICE_SELF_HIGHER,		/* more than usual, though it is not certain to be a weakness */
	ADVICE_LOWEST,			/* nothing is certain: the lowest scores */
	ADVICE_NONE
};

struct advice {
	const struct dimension *dimension;
	enum advice_cause cause;
	double gain;			/* weight in this kind of alliance times what is missing to 100 */
};

/* Up to ADVICE_MAX competencies, none of them a strength unless the organisations see it differently; among
 * equal causes what this kind of alliance gains most from comes first. */
size_t advice_find(const struct view *, struct advice advice_r[ADVICE_MAX]);

#endif
