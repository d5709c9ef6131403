/* chart_nps.c - who would recommend working here: promoters minus detractors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/words.h"

enum { HEIGHT = 24 };

/* The joint figure has no colour of a side. */
struct row {
	const char *group, *name;
	struct look look;
};

static void
picture(struct view *v, const struct axis *axis, const struct cell *cell, const struct row *row)
{
	struct dot dot = { cell->low, cell->value, cell->high, row->look, false };

	chart_dot(v, axis, HEIGHT, row->name, arena_printf(v->arena, _("%s, interval %s"),
		words_signed(v->arena, cell->value, 0),
		words_signed_interval(v->arena, cell->low, cell->high, 0)), &dot);
}

static void
figures(struct view *v, const struct axis *axis, const char *of, const struct row *row)
{
	const struct cell *cell = view_cell(v, MEASURE_NPS, of, row->group, NULL);
	struct html *h = v->html;

	if (cell == NULL) {
		enum shown why = view_why(v, MEASURE_NPS, of, row->group, NULL);

		html_elem(h, "td", words_hidden(v->arena, why, v->release->k), "class", "why", "colspan",
			"4");
		return;
	}
	html_open(h, "td", "class", "picture");
	picture(v, axis, cell, row);
	html_close(h, "td");
	chart_number(v, _("NPS"), words_signed(v->arena, cell->value, 0));
	chart_number(v, _("95% interval"), words_signed_interval(v->arena, cell->low, cell->high, 0));
	chart_number(v, _("Answers"), words_number(v->arena, cell->n, 0));
}

static void
side(struct view *v, const struct axis *axis, const char *of, const struct row *row, int party)
{
	struct html *h = v->html;

	html_open(h, "tr");
	html_open(h, "th", "scope", "row", "class", "name");
	if (party != NO_PARTY)
		chart_party_mark(v, (size_t)party);
	html_text(h, row->name);
	html_close(h, "th");
	figures(v, axis, of, row);
	html_close(h, "tr");
}

static void
head(struct view *v, const struct axis *axis)
{
	struct html *h = v->html;

	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Side"));
	chart_axis_cell(v, axis);
	chart_th(v, "figure", _("NPS"));
	chart_th(v, "figure wide", _("95% interval"));
	chart_th(v, "figure", _("Answers"));
	html_close(h, "tr");
	html_close(h, "thead");
}

static void
one_item(struct view *v, const char *of)
{
	struct html *h = v->html;
	struct axis axis = chart_axis_around_zero(100);
	struct row joint = { "joint", _("Joint"), { COLOUR_INK, SHAPE_CIRCLE, "" } };

	html_elem(h, "p", view_item_text(v, of, NO_PARTY), "class", "asked");
	html_open(h, "table", "class", "chart nps");
	head(v, &axis);
	html_open(h, "tbody");
	for (size_t i = 0; i < v->release->n_parties; i++) {
		struct row row = { v->release->parties[i].id, v->release->parties[i].name,
			*palette_party(i) };

		side(v, &axis, of, &row, (int)i);
	}
	if (view_has(v, MEASURE_NPS, of, "joint", NULL))
		side(v, &axis, of, &joint, NO_PARTY);
	html_close(h, "tbody");
	html_close(h, "table");
}

void
chart_nps(struct view *v)
{
	for (size_t i = 0; i < v->form->n_items; i++)
		if (view_has(v, MEASURE_NPS, v->form->items[i].id, NULL, NULL))
			one_item(v, v->form->items[i].id);
}
