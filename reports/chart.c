/* chart.c - what the charts share: marks of the parties, head cells, axes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/html.h"
#include "reports/charts.h"
#include "reports/svg.h"
#include "reports/words.h"

void
chart_party_mark(struct view *v, size_t party)
{
	const struct look *look = palette_party(party);

	svg_open_silent(v->html, "mark", 12, 12);
	svg_shape(v->html, look->shape, 6, 6, 4.4, look->colour, false);
	svg_close(v->html);
	html_text(v->html, "\u00a0");
}

void
chart_party_th(struct view *v, size_t party)
{
	html_open(v->html, "th", "scope", "col", "class", "figure");
	chart_party_mark(v, party);
	html_text(v->html, v->release->parties[party].name);
	html_close(v->html, "th");
}

void
chart_th(struct view *v, const char *css_class, const char *text)
{
	html_elem(v->html, "th", text, "scope", "col", "class", css_class);
}

void
chart_number(struct view *v, const char *label, const char *text)
{
	html_elem(v->html, "td", text, "class", "figure", "data-label", label);
}

void
chart_axis_th(struct view *v, const struct axis *axis, const double *ticks, size_t n)
{
	struct html *h = v->html;

	html_open(h, "th", "scope", "col", "class", "picture");
	svg_open_silent(h, "axis", CHART_WIDTH, 18);
	for (size_t i = 0; i < n; i++) {
		bool both_ways = axis->from < 0;

		svg_text(h, axis_x(axis, ticks[i]), 13, "middle", COLOUR_QUIET,
			both_ways ? words_signed(v->arena, ticks[i], 0) : words_number(v->arena, ticks[i], 0));
	}
	svg_close(h);
	html_close(h, "th");
}
