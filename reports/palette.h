/* palette.h - the colours of a report, and the shape that goes with each side's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_PALETTE_H
#define REPORTS_PALETTE_H

#include <stddef.h>

/* Text and marks reach 4.5:1 on paper (WCAG 2.1, 1.4.3); neighbouring parties also differ for readers with
 * protan, deutan and tritan vision. A side is always told by its shape too, so that a black-and-white
 * print reads the same. */
#define COLOUR_PAPER "#ffffff"
#define COLOUR_INK "#1d2430"
#define COLOUR_QUIET "#5c6573"
#define COLOUR_RULE "#d5d9df"
#define COLOUR_TRACK "#e9ecf0"
#define COLOUR_GREEN "#1a7a55"
#define COLOUR_AMBER "#8f6300"
#define COLOUR_RED "#b0291f"

enum shape { SHAPE_CIRCLE, SHAPE_DIAMOND, SHAPE_SQUARE, SHAPE_TRIANGLE, SHAPE_POINT_DOWN, SHAPE_CROSS,
	SHAPE_HEXAGON, SHAPE_STAR };

struct look {
	const char *colour;
	enum shape shape;
	const char *shape_name;		/* translated where it is used */
};

/* The look of the party with this index; there is one for each of FORM_MAX_PARTIES. */
const struct look *palette_party(size_t party);
/* "green", "amber", "red"; quiet for everything else. */
const char *palette_colour(const char *key);

#endif
