/* colour.h - a colour needs a probability, not a point estimate */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_COLOUR_H
#define ENGINE_STATS_COLOUR_H

#include "engine/stats/gap/welch.h"

enum colour { COLOUR_GREY, COLOUR_GREEN, COLOUR_AMBER, COLOUR_RED };

/* p_target = P(score >= target), p_floor = P(score < floor), both from welch_p_at_least.
 * GREEN if p_target >= .8, RED if p_floor >= .8, else AMBER. GREY, both NAN, if the estimate was refused for
 * anything but lack of spread: a party is missing or has one person. That fewer than k people make it grey
 * too is the caller's rule: it knows k. A colour taken from the point estimate is wrong 22% of the time with
 * five people. target >= floor, in points (CHECK). */
struct colouring {
	enum colour colour;
	double p_target, p_floor;
};

struct colouring colour_of(const struct estimate *, double target, double floor);
/* "grey", "green", "amber", "red". */
const char *colour_name(enum colour);

#endif
