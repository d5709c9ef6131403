/* chart_nps.c - who would recommend working here: promoters minus detractors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/svg.h"
#include "reports/words.h"

enum { HEIGHT = 30 };

static const struct axis axis = { -100, 100, 16, 284 };

/* The joint figure has no colour of a side. */
struct row {
	const char *group, *name;
	struct look look;
};

static void
picture(struct view *v, const struct cell *cell, const struct row *row)
{
	struct html *h = v->html;
	const char *desc = arena_printf(v->arena, _("%s, interval %s"), words_signed(v->arena, cell->value, 0),
		words_signed_interval(v->arena, cell->low, cell->high, 0));

	svg_open(h, CHART_WIDTH, HEIGHT, row->name, desc);
	for (int tick = -100; tick <= 100; tick += 50)
		svg_line(h, axis_x(&axis, tick), 0, axis_x(&axis, tick), HEIGHT, tick == 0 ? COLOUR_INK : COLOUR_TRACK, 1);
	svg_interval(h, &axis, cell->low, cell->high, HEIGHT / 2.0, row->look.colour);
	svg_shape(h, row->look.shape, axis_x(&axis, cell->value), HEIGHT / 2.0, 5, row->look.colour, false);
	svg_close(h);
}

static void
figures(struct view *v, const char *of, const struct row *row)
{
	const struct cell *cell = view_cell(v, MEASURE_NPS, of, row->group, NULL);
	struct html *h = v->html;

	if (cell == NULL) {
		enum shown why = view_why(v, MEASURE_NPS, of, row->group, NULL);

		html_elem(h, "td", words_hidden(v->arena, why, v->release->k), "class", "why", "colspan", "4");
		return;
	}
	html_open(h, "td", "class", "picture");
	picture(v, cell, row);
	html_close(h, "td");
	chart_number(v, _("NPS"), words_signed(v->arena, cell->value, 0));
	chart_number(v, _("95% interval"), words_signed_interval(v->arena, cell->low, cell->high, 0));
	chart_number(v, _("Answers"), words_number(v->arena, cell->n, 0));
}

static void
side(struct view *v, const char *of, const struct row *row, int party)
{
	struct html *h = v->html;

	html_open(h, "tr");
	html_open(h, "th", "scope", "row", "class", "name");
	if (party != NO_PARTY)
		chart_party_mark(v, (size_t)party);
	html_text(h, row->name);
	html_close(h, "th");
	figures(v, of, row);
	html_close(h, "tr");
}

static void
head(struct view *v)
{
	static const double ticks[] = { -100, -50, 0, 50, 100 };
	struct html *h = v->html;

	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Side"));
	chart_axis_th(v, &axis, ticks, sizeof(ticks) / sizeof(*ticks));
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
	struct row joint = { "joint", _("Joint"), { COLOUR_INK, SHAPE_CIRCLE, "" } };

	html_elem(h, "p", view_item_text(v, of, NO_PARTY), "class", "asked");
	html_open(h, "table", "class", "chart nps");
	head(v);
	html_open(h, "tbody");
	for (size_t i = 0; i < v->release->n_parties; i++) {
		struct row row = { v->release->parties[i].id, v->release->parties[i].name, *palette_party(i) };

		side(v, of, &row, (int)i);
	}
	if (view_has(v, MEASURE_NPS, of, "joint", NULL))
		side(v, of, &joint, NO_PARTY);
	html_close(h, "tbody");
	html_close(h, "table");
}

void
chart_nps(struct view *v)
{
	for (size_t i = 0; i < v->form->n_items; i++)
		for (size_t p = 0; p < v->release->n_parties; p++)
			if (view_cell(v, MEASURE_NPS, v->form->items[i].id, v->release->parties[p].id, NULL) != NULL) {
				one_item(v, v->form->items[i].id);
				break;
			}
}
