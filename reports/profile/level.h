/* level.h - the levels of a competency that the form describes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_PROFILE_LEVEL_H
#define REPORTS_PROFILE_LEVEL_H

#include <stdbool.h>

#include "reports/view.h"

/* One circle's level of a competency, with its words. */
struct level {
	size_t number, of;		/* 3 of 5, from the lowest */
	const char *reached, *next;	/* next NULL: this is the highest */
};

/* False when the level may not be shown, or the form describes none. */
bool level_of(const struct view *, const struct dimension *, const char *circle, struct level *level_r);

#endif
