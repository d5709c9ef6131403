/* svg.h - the strokes a chart is drawn with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_SVG_H
#define REPORTS_SVG_H

#include <stdbool.h>

#include "reports/palette.h"

struct html;

/* Values from..to lie on x left..right. */
struct axis {
	double from, to, left, right;
};

double axis_x(const struct axis *, double value);	/* a value outside lies on the nearest end */

/* A picture with its own words: title names it, desc says in a sentence what it shows. Scales to the width
 * it is given. */
void svg_open(struct html *, double width, double height, const char *title, const char *desc);
void svg_close(struct html *);
/* Decoration beside words that say the same: hidden from those who have the words read to them. */
void svg_open_silent(struct html *, const char *css_class, double width, double height);

void svg_line(struct html *, double x1, double y1, double x2, double y2, const char *colour, double width);
void svg_dashed(struct html *, double x1, double y1, double x2, double y2, const char *colour, double width);
/* A closed line through n points x, y; filled lightly when `filled`. */
void svg_polygon(struct html *, const double *points, size_t n, const char *colour, bool filled);
void svg_bar(struct html *, double x, double y, double width, double height, const char *colour);
/* From low to high at y, with end ticks where the end lies inside the axis. Nothing when there is no
 * interval. */
void svg_interval(struct html *, const struct axis *, double low, double high, double y, const char *colour);
void svg_shape(struct html *, enum shape, double x, double y, double radius, const char *colour, bool hollow);
void svg_text(struct html *, double x, double y, const char *anchor, const char *colour, const char *text);

#endif
