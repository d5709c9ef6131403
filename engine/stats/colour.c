/* colour.c - a colour needs a probability, not a point estimate */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/colour.h"

#include <math.h>

#include "base/check.h"

#define SURE .8

struct colouring
colour_of(const struct estimate *e, double target, double floor)
{
	struct colouring c = { COLOUR_GREY, welch_p_at_least(e, target), 1 - welch_p_at_least(e, floor) };

	CHECK(target >= floor);
	if (isnan(c.p_target))
		return c;
	c.colour = c.p_target >= SURE ? COLOUR_GREEN : c.p_floor >= SURE ? COLOUR_RED : COLOUR_AMBER;
	return c;
}

const char *
colour_name(enum colour c)
{
	static const char *const names[] = {
		[COLOUR_GREY] = "grey",
		[COLOUR_GREEN] = "green",
		[COLOUR_AMBER] = "amber",
		[COLOUR_RED] = "red",
	};

	return names[c];
}
