/* chart_gaps.c - how far the sides differ, with interval, zero line and verdict in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/words.h"

enum { HEIGHT = 26 };

/* Two parties: one comparison. Three and more: each against the mean of the others. */
static size_t
n_comparisons(const struct view *v)
{
	return v->release->n_parties == 2 ? 1 : v->release->n_parties;
}

static const struct cell *
gap(const struct view *v, enum measure measure, const char *of, size_t party)
{
	return view_cell(v, measure, of, v->release->parties[party].id, NULL);
}

/* Wide enough for every interval of the release. */
static struct axis
gap_axis(const struct view *v)
{
	double reach = 0;

	for (size_t i = 0; i < v->form->n_dimensions; i++)
		for (size_t p = 0; p < n_comparisons(v); p++) {
			const char *of = v->form->dimensions[i].id;
			const struct cell *cell = gap(v, MEASURE_GAP, of, p);

			if (cell != NULL)
				reach = fmax(reach, view_points(v, of, chart_reach(cell)));
		}
	return chart_axis_around_zero(reach);
}

/* Told gaps wear the colour of the side that scores higher; where we cannot tell, the mark is hollow and
 * grey. */
static struct look
look_of(const struct view *v, const struct cell *cell, size_t party)
{
	if (!chart_gap_told(cell))
		return (struct look){ COLOUR_QUIET, SHAPE_CIRCLE, "" };
	return *palette_party(cell->value < 0 && v->release->n_parties == 2 ? 1 : party);
}

static void
picture(struct view *v, const struct axis *axis, const char *of, const struct cell *cell, size_t party)
{
	struct dot dot = { view_points(v, of, cell->low), view_points(v, of, cell->value),
		view_points(v, of, cell->high),
		look_of(v, cell, party), !chart_gap_told(cell) };
	const char *desc = arena_printf(v->arena, _("Difference %s points, interval %s: %s"),
		words_signed(v->arena, dot.value, 0),
		words_signed_interval(v->arena, dot.low, dot.high, 0), words_key(cell->word));

	html_open(v->html, "td", "class", "picture");
	chart_dot(v, axis, HEIGHT, view_title(v, of), desc, &dot);
	html_close(v->html, "td");
}

static void
figures(struct view *v, const struct axis *axis, const char *of, size_t party)
{
	const struct cell *cell = gap(v, MEASURE_GAP, of, party), *profile = gap(v, MEASURE_PROFILE_GAP, of,
		party);
	struct arena *a = v->arena;

	if (cell == NULL) {
		enum shown why = view_why(v, MEASURE_GAP, of, v->release->parties[party].id, NULL);

		html_elem(v->html, "td", words_hidden(a, why, v->release->k), "class", "why", "colspan", "6");
		return;
	}
	picture(v, axis, of, cell, party);
	chart_number(v, _("Gap"), words_signed(a, view_points(v, of, cell->value), 0));
	chart_number(v, _("Effect g"), words_signed(a, cell->effect, 1));
	chart_number(v, _("95% interval"),
		words_signed_interval(a, view_points(v, of, cell->low), view_points(v, of, cell->high), 0));
	chart_number(v, _("Profile gap"), profile == NULL ? "–"
		: words_signed(a, view_points(v, of, profile->value), 0));
	chart_verdict(v, cell);
}

static void
title(struct view *v, const char *of)
{
	struct html *h = v->html;

	html_open(h, "tr", "class", "group");
	html_elem(h, "th", view_title(v, of), "scope", "rowgroup", "colspan", "7");
	html_close(h, "tr");
}

static void
row(struct view *v, const struct axis *axis, const char *of, size_t party)
{
	struct html *h = v->html;

	html_open(h, "tr");
	html_open(h, "th", "scope", "row", "class", "name");
	if (n_comparisons(v) > 1)
		chart_party_mark(v, party);
	html_text(h, n_comparisons(v) > 1 ? v->release->parties[party].name : view_title(v, of));
	html_close(h, "th");
	figures(v, axis, of, party);
	html_close(h, "tr");
}

static void
dimension(struct view *v, const struct axis *axis, const char *of)
{
	html_open(v->html, "tbody");
	if (n_comparisons(v) > 1)
		title(v, of);
	for (size_t i = 0; i < n_comparisons(v); i++)
		row(v, axis, of, i);
	html_close(v->html, "tbody");
}

static void
head(struct view *v, const struct axis *axis)
{
	struct html *h = v->html;

	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Dimension"));
	chart_axis_cell(v, axis);
	chart_th(v, "figure", _("Gap"));
	chart_th(v, "figure", _("Effect g"));
	chart_th(v, "figure wide", _("95% interval"));
	chart_th(v, "figure", _("Profile gap"));
	chart_th(v, "verdict", _("Verdict"));
	html_close(h, "tr");
	html_close(h, "thead");
}

/* Which way a gap points. */
static void
legend(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "p", "class", "legend");
	if (n_comparisons(v) > 1)
		html_text(h, _("Each side against the mean of the others: right of the line it sees the "
			"dimension better."));
	else
		for (size_t i = 2; i-- > 0;) {
			html_open(h, "span");
			html_text(h, i == 1 ? "← " : "");
			chart_party_mark(v, i);
			html_textf(h, _("%s sees it better"), v->release->parties[i].name);
			html_text(h, i == 0 ? " →" : "");
			html_close(h, "span");
		}
	html_close(h, "p");
}

void
chart_gaps(struct view *v)
{
	struct axis axis = gap_axis(v);
	struct html *h = v->html;

	legend(v);
	html_open(h, "table", "class", n_comparisons(v) > 1 ? "chart gaps long" : "chart gaps");
	head(v, &axis);
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (v->form->dimensions[i].role == ROLE_DRIVER)
			dimension(v, &axis, v->form->dimensions[i].id);
	html_close(h, "table");
	view_notes(v);
}
