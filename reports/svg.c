/* svg.c - the strokes a chart is drawn with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/svg.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"

/* In tenths, digit by digit: a picture is mostly coordinates, and printf would take most of its time. */
static const char *
tenths(struct html *h, double x)
{
	long n = lround(10 * x), rest = labs(n);
	char digits[32], *at = digits + sizeof(digits) - 1;

	*at = '\0';
	if (rest % 10 != 0) {
		*--at = (char)('0' + rest % 10);
		*--at = '.';
	}
	for (rest /= 10; rest > 0 || *at == '.' || *at == '\0'; rest /= 10)
		*--at = (char)('0' + rest % 10);
	if (n < 0)
		*--at = '-';
	return arena_strdup(h->out->arena, at);
}

/* Presentation attributes, not classes: WeasyPrint does not apply the page's style sheet inside a picture. */

double
axis_x(const struct axis *axis, double value)
{
	double inside = fmin(fmax(value, axis->from), axis->to);

	return axis->left + (inside - axis->from) / (axis->to - axis->from) * (axis->right - axis->left);
}

void
svg_open(struct html *h, double width, double height, const char *title, const char *desc)
{
	html_open(h, "svg", "xmlns", "http://www.w3.org/2000/svg", "role", "img");
	html_attrf(h, "viewBox", "0 0 %s %s", tenths(h, width), tenths(h, height));
	html_elem(h, "title", title);
	html_elem(h, "desc", desc);
}

void
svg_open_silent(struct html *h, const char *css_class, double width, double height)
{
	html_open(h, "svg", "xmlns", "http://www.w3.org/2000/svg", "aria-hidden", "true", "class", css_class);
	html_attr(h, "width", tenths(h, width));
	html_attr(h, "height", tenths(h, height));
	html_attrf(h, "viewBox", "0 0 %s %s", tenths(h, width), tenths(h, height));
}

void
svg_close(struct html *h)
{
	html_close(h, "svg");
}

static void
line(struct html *h, double x1, double y1, double x2, double y2, const char *colour, double width,
	const char *dashes)
{
	html_open(h, "path", "fill", "none", "stroke", colour, "stroke-dasharray", dashes);
	html_attrf(h, "d", "M%s %sL%s %s", tenths(h, x1), tenths(h, y1), tenths(h, x2), tenths(h, y2));
	html_attr(h, "stroke-width", tenths(h, width));
	html_close(h, "path");
}

void
svg_line(struct html *h, double x1, double y1, double x2, double y2, const char *colour, double width)
{
	line(h, x1, y1, x2, y2, colour, width, NULL);
}

void
svg_dashed(struct html *h, double x1, double y1, double x2, double y2, const char *colour, double width)
{
	line(h, x1, y1, x2, y2, colour, width, "3 2");
}

void
svg_polygon(struct html *h, const double *points, size_t n, const char *colour, bool filled)
{
	struct buf *d = buf_new(h->out->arena);

	for (size_t i = 0; i < n; i++)
		buf_printf(d, "%c%s %s", i == 0 ? 'M' : 'L', tenths(h, points[2 * i]), tenths(h, points[2 * i + 1]));
	buf_putc(d, 'Z');
	html_open(h, "path", "fill", filled ? colour : "none", "fill-opacity", filled ? "0.1" : NULL,
		"stroke", colour, "stroke-width", "1.8", "stroke-linejoin", "round", "d", d->bytes);
	html_close(h, "path");
}

void
svg_bar(struct html *h, double x, double y, double width, double height, const char *colour)
{
	html_open(h, "rect", "fill", colour);
	html_attr(h, "x", tenths(h, x));
	html_attr(h, "y", tenths(h, y));
	html_attr(h, "width", tenths(h, width));
	html_attr(h, "height", tenths(h, height));
	html_close(h, "rect");
}

void
svg_interval(struct html *h, const struct axis *axis, double low, double high, double y, const char *colour)
{
	double x1 = axis_x(axis, low), x2 = axis_x(axis, high);

	if (isnan(low) || isnan(high))
		return;
	svg_line(h, x1, y, x2, y, colour, 1.6);
	if (low >= axis->from)
		svg_line(h, x1, y - 3, x1, y + 3, colour, 1.6);
	if (high <= axis->to)
		svg_line(h, x2, y - 3, x2, y + 3, colour, 1.6);
}

/* Corners on a circle of this radius, the first at this angle (turns, 0 is up); every second one pulled in
 * for a star. */
static void
corners(struct html *h, double x, double y, double radius, int n, double first, double inner)
{
	struct buf *d = buf_new(h->out->arena);

	for (int i = 0; i < n; i++) {
		double angle = 2 * M_PI * (first + (double)i / n), r = i % 2 == 1 ? radius * inner : radius;

		buf_printf(d, "%c%s %s", i == 0 ? 'M' : 'L', tenths(h, x + r * sin(angle)),
			tenths(h, y - r * cos(angle)));
	}
	buf_putc(d, 'Z');
	html_attr(h, "d", d->bytes);
}

static void
outline(struct html *h, enum shape shape, double x, double y, double r)
{
	switch (shape) {
	case SHAPE_CIRCLE:
		break;
	case SHAPE_DIAMOND:
		corners(h, x, y, 1.25 * r, 4, 0, 1);
		break;
	case SHAPE_SQUARE:
		corners(h, x, y, 1.25 * r, 4, .125, 1);
		break;
	case SHAPE_TRIANGLE:
		corners(h, x, y + .2 * r, 1.3 * r, 3, 0, 1);
		break;
	case SHAPE_POINT_DOWN:
		corners(h, x, y - .2 * r, 1.3 * r, 3, .5, 1);
		break;
	case SHAPE_CROSS:
		corners(h, x, y, 1.3 * r, 8, .125, .35);
		break;
	case SHAPE_HEXAGON:
		corners(h, x, y, 1.1 * r, 6, 0, 1);
		break;
	case SHAPE_STAR:
		corners(h, x, y, 1.35 * r, 10, 0, .45);
		break;
	}
}

static void
paint(struct html *h, const char *colour, bool hollow)
{
	html_attr(h, "fill", hollow ? COLOUR_PAPER : colour);
	html_attr(h, "stroke", hollow ? colour : COLOUR_PAPER);
	html_attr(h, "stroke-width", tenths(h, hollow ? 1.8 : 1.0));
}

void
svg_shape(struct html *h, enum shape shape, double x, double y, double radius, const char *colour,
	bool hollow)
{
	if (shape == SHAPE_CIRCLE) {
		html_open(h, "circle");
		html_attr(h, "cx", tenths(h, x));
		html_attr(h, "cy", tenths(h, y));
		html_attr(h, "r", tenths(h, radius));
		paint(h, colour, hollow);
		html_close(h, "circle");
		return;
	}
	html_open(h, "path");
	outline(h, shape, x, y, radius);
	paint(h, colour, hollow);
	html_close(h, "path");
}

void
svg_text(struct html *h, double x, double y, const char *anchor, const char *colour, const char *text)
{
	html_open(h, "text", "text-anchor", anchor, "fill", colour, "font-size", "11",
		"font-family", "Liberation Sans, Helvetica, Arial, DejaVu Sans, sans-serif");
	html_attr(h, "x", tenths(h, x));
	html_attr(h, "y", tenths(h, y));
	html_text(h, text);
	html_close(h, "text");
}
