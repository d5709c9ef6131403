/* change.c - the profile against the last one of the same person */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/page.h"
#include "reports/profile/circle.h"
#include "reports/profile/section.h"
#include "reports/words.h"

enum { HEIGHT = 24 };

struct since {
	const char *last;		/* the wave before */
	struct axis axis;
};

static const struct cell *
change(const struct view *v, const struct since *s, const char *of, const char *circle)
{
	return view_cell(v, MEASURE_CHANGE, of, circle, s->last);
}

static double
reach(const struct view *v, const char *last)
{
	double farthest = 0;

	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const char *of = v->form->dimensions[i].id;
		const struct cell *cell = view_cell(v, MEASURE_CHANGE, of, circle_others, last);

		if (cell != NULL)
			farthest = fmax(farthest, view_points(v, of, chart_reach(cell)));
	}
	return farthest;
}

static bool
is_told(const struct cell *cell)
{
	return str_eq(cell->word, "up") || str_eq(cell->word, "down");
}

static void
picture(struct view *v, const struct since *s, const char *of, const struct cell *cell)
{
	struct dot dot = { view_points(v, of, cell->low), view_points(v, of, cell->value),
		view_points(v, of, cell->high), *circle_look(circle_others), !is_told(cell) };
	const char *desc = arena_printf(v->arena, _("Change %s points, interval %s"),
		words_signed(v->arena, dot.value, 0), words_signed_interval(v->arena, dot.low, dot.high, 0));

	html_open(v->html, "td", "class", "picture");
	chart_dot(v, &s->axis, HEIGHT, view_title(v, of), desc, &dot);
	html_close(v->html, "td");
}

static void
others_cells(struct view *v, const struct since *s, const char *of)
{
	const struct cell *cell = change(v, s, of, circle_others);
	struct arena *a = v->arena;

	if (cell == NULL) {
		enum shown why = view_why(v, MEASURE_CHANGE, of, circle_others, s->last);

		html_elem(v->html, "td", words_hidden(a, why, v->release->k), "class", "why", "colspan", "4");
		return;
	}
	picture(v, s, of, cell);
	chart_number(v, words_group(circle_others), words_signed(a, view_points(v, of, cell->value), 0));
	chart_number(v, _("95% interval"), words_signed_interval(a, view_points(v, of, cell->low),
		view_points(v, of, cell->high), 0));
	html_elem(v->html, "td", words_key(cell->word == NULL ? "cannot-tell" : cell->word), "class",
		is_told(cell) ? "verdict told" : "verdict", "data-label", _("Verdict"));
}

static void
other_circle(struct view *v, const struct since *s, const char *of, const char *circle)
{
	const struct cell *cell = change(v, s, of, circle);

	if (cell == NULL)
		view_withheld(v, view_why(v, MEASURE_CHANGE, of, circle, s->last));
	else
		chart_number(v, words_group(circle),
			words_signed(v->arena, view_points(v, of, cell->value), 0));
}

static void
row(struct view *v, const struct since *s, const char *of)
{
	html_open(v->html, "tr");
	html_elem(v->html, "th", view_title(v, of), "scope", "row", "class", "name");
	others_cells(v, s, of);
	other_circle(v, s, of, circle_self);
	other_circle(v, s, of, circle_inside);
	other_circle(v, s, of, circle_partner);
	html_close(v->html, "tr");
}

static void
table(struct view *v, const struct since *s)
{
	struct html *h = v->html;

	html_open(h, "table", "class", "chart changes");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Competency"));
	chart_axis_cell(v, &s->axis);
	circle_th(v, circle_others);
	chart_th(v, "figure wide", _("95% interval"));
	chart_th(v, "verdict", _("Verdict"));
	circle_th(v, circle_self);
	chart_th(v, "figure", words_group(circle_inside));
	chart_th(v, "figure", words_group(circle_partner));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (view_has(v, MEASURE_CHANGE, v->form->dimensions[i].id, NULL, s->last))
			row(v, s, v->form->dimensions[i].id);
	html_close(h, "tbody");
	html_close(h, "table");
	view_notes(v);
}

void
section_change(struct view *v)
{
	struct since s = { .last = view_detail(v, MEASURE_CHANGE) };

	if (s.last == NULL)
		return;
	s.axis = chart_axis_around_zero(reach(v, s.last));
	page_section(v, "change", _("Since the last time"),
		arena_printf(v->arena,
		_("Points up or down since \u201c%s\u201d, with the 95%% interval of the change. A hollow "
		"mark means that the answers cannot tell; other people may have rated this time."), s.last));
	table(v, &s);
	html_close(v->html, "section");
}
