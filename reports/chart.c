/* chart.c - what the charts share: marks of the parties, head cells, axes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/svg.h"
#include "reports/words.h"

void
chart_mark(struct view *v, const struct look *look)
{
	svg_open_silent(v->html, "mark", 12, 12);
	svg_shape(v->html, look->shape, 6, 6, 4.4, look->colour, false);
	svg_close(v->html);
	html_text(v->html, "\u00a0");
}

void
chart_party_mark(struct view *v, size_t party)
{
	chart_mark(v, palette_party(party));
}

void
chart_phone_legend(struct view *v)
{
	html_open(v->html, "p", "class", "legend phone");
	for (size_t i = 0; i < v->release->n_parties; i++) {
		html_open(v->html, "span");
		chart_party_mark(v, i);
		html_text(v->html, v->release->parties[i].name);
		html_close(v->html, "span");
	}
	html_close(v->html, "p");
}

void
chart_voice_th(struct view *v, const struct voice *voice)
{
	html_open(v->html, "th", "scope", "col", "class", "figure");
	if (voice->look != NULL)
		chart_mark(v, voice->look);
	html_text(v->html, voice->name);
	html_close(v->html, "th");
}

void
chart_party_th(struct view *v, size_t party)
{
	const struct voice voice = { NULL, v->release->parties[party].name, palette_party(party) };

	chart_voice_th(v, &voice);
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

bool
chart_gap_told(const struct cell *gap)
{
	return str_eq(gap->word, "clear-gap") || str_eq(gap->word, "probable-gap");
}

void
chart_verdict(struct view *v, const struct cell *cell)
{
	struct html *h = v->html;

	html_open(h, "td", "class", chart_gap_told(cell) ? "verdict told" : "verdict", "data-label",
		_("Verdict"));
	html_text(h, words_key(cell->word));
	if (!isnan(cell->p)) {
		html_open(h, "span", "class", "aside");
		if (isnan(cell->p_adjusted))
			html_textf(h, "p %s", words_p(v->arena, cell->p));
		else
			html_textf(h, _("p %s, Holm %s"), words_p(v->arena, cell->p),
				words_p(v->arena, cell->p_adjusted));
		html_close(h, "span");
	}
	html_close(h, "td");
}

void
chart_axis_cell(struct view *v, const struct axis *axis)
{
	struct html *h = v->html;

	html_open(h, "td", "class", "picture");
	svg_open_silent(h, "axis", CHART_WIDTH, 18);
	for (int i = 0; i < 5; i++) {
		double tick = axis->from + i * (axis->to - axis->from) / 4;

		svg_text(h, axis_x(axis, tick), 14, "middle", COLOUR_QUIET,
			axis->from < 0 ? words_signed(v->arena, tick, 0) : words_number(v->arena, tick, 0));
	}
	svg_close(h);
	html_close(h, "td");
}

double
chart_reach(const struct cell *cell)
{
	return fmax(fabs(cell->value), fmax(cell->high, -cell->low));
}

struct axis
chart_axis_around_zero(double reach)
{
	double end = fmin(20 * ceil(fmax(reach, 1) / 20), 100);

	return (struct axis){ -end, end, CHART_EDGE, CHART_WIDTH - CHART_EDGE };
}

void
chart_dot(struct view *v, const struct axis *axis, double height, const char *title, const char *desc,
	const struct dot *dot)
{
	struct html *h = v->html;
	double zero = axis_x(axis, 0);

	svg_open(h, CHART_WIDTH, height, title, desc);
	for (int i = -2; i <= 2; i++)
		svg_line(h, axis_x(axis, i * axis->to / 2), 0, axis_x(axis, i * axis->to / 2), height,
			COLOUR_TRACK, 1);
	svg_line(h, zero, 0, zero, height, COLOUR_INK, 1);
	svg_interval(h, axis, dot->low, dot->high, height / 2, dot->look.colour);
	svg_shape(h, dot->look.shape, axis_x(axis, dot->value), height / 2, 4.6, dot->look.colour,
		dot->hollow);
	svg_close(h);
}
