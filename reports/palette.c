/* palette.c - the colours of a report, and the shape that goes with each side's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/palette.h"

#include "base/check.h"
#include "base/lang.h"
#include "base/str.h"
#include "forms/form.h"

static const struct look looks[] = {
	{ "#1b62b5", SHAPE_CIRCLE, N_("circle") },
	{ "#c2500a", SHAPE_DIAMOND, N_("diamond") },
	{ "#0b4a3c", SHAPE_SQUARE, N_("square") },
	{ "#8d5a9e", SHAPE_TRIANGLE, N_("triangle") },
	{ "#6b1230", SHAPE_POINT_DOWN, N_("triangle pointing down") },
	{ "#4d7d2a", SHAPE_CROSS, N_("cross") },
	{ "#4a4f5c", SHAPE_HEXAGON, N_("hexagon") },
	{ "#8a6a00", SHAPE_STAR, N_("star") },
};

_Static_assert(sizeof(looks) / sizeof(*looks) == FORM_MAX_PARTIES, "a look for every party");

const struct look *
palette_party(size_t party)
{
	CHECK(party < FORM_MAX_PARTIES);
	return &looks[party];
}

const char *
palette_colour(const char *key)
{
	if (str_eq(key, "green"))
		return COLOUR_GREEN;
	if (str_eq(key, "amber"))
		return COLOUR_AMBER;
	return str_eq(key, "red") ? COLOUR_RED : COLOUR_QUIET;
}
