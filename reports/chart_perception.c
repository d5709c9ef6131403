/* chart_perception.c - mirrored items: how a side sees itself against how the other side sees it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/words.h"

enum { HEIGHT = 24 };

/* Two means that are coded to the same value differ by nothing a reader may see. */
static bool
is_told(const struct cell *cell)
{
	return cell->p_adjusted < .05 && fabs(cell->value) > 0;
}

static const char *
reading(const struct cell *cell)
{
	if (!is_told(cell))
		return _("cannot tell");
	return cell->value > 0 ? _("rates itself higher") : _("rates itself lower");
}

static void
picture(struct view *v, const struct axis *axis, const struct item *item, const struct cell *cell,
	size_t party)
{
	struct dot dot = { view_points(v, item->id, cell->low), view_points(v, item->id, cell->value),
		view_points(v, item->id, cell->high),
		*palette_party(party), !is_told(cell) };
	const char *desc = arena_printf(v->arena,
		_("Own view minus the other side's: %s points, interval %s: %s"),
		words_signed(v->arena, dot.value, 0), words_signed_interval(v->arena, dot.low, dot.high, 0),
		reading(cell));

	if (dot.hollow)
		dot.look.colour = COLOUR_QUIET;
	chart_dot(v, axis, HEIGHT, view_item_text(v, item->id, (int)party), desc, &dot);
}

static void
row(struct view *v, const struct axis *axis, const struct item *item, size_t party)
{
	const char *group = v->release->parties[party].id, *mirror = v->form->items[item->mirror].id;
	const struct cell *cell = view_cell(v, MEASURE_PERCEPTION, item->id, group, mirror);
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", view_item_text(v, item->id, (int)party), "scope", "row", "class", "name");
	if (cell == NULL) {
		enum shown why = view_why(v, MEASURE_PERCEPTION, item->id, group, mirror);

		html_elem(h, "td", words_hidden(v->arena, why, v->release->k), "class", "why", "colspan",
			"3");
	} else {
		html_open(h, "td", "class", "picture");
		picture(v, axis, item, cell, party);
		html_close(h, "td");
		chart_number(v, _("Difference"), words_signed(v->arena, view_points(v, item->id, cell->value),
			0));
		html_elem(h, "td", reading(cell), "class", is_told(cell) ? "verdict told" : "verdict",
			"data-label", _("Reading"));
	}
	html_close(h, "tr");
}

static void
head(struct view *v, const struct axis *axis)
{
	struct html *h = v->html;

	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Statement"));
	chart_axis_cell(v, axis);
	chart_th(v, "figure", _("Difference"));
	chart_th(v, "verdict", _("Reading"));
	html_close(h, "tr");
	html_close(h, "thead");
}

static void
side(struct view *v, const struct axis *axis, size_t party)
{
	struct html *h = v->html;

	html_open(h, "tbody");
	html_open(h, "tr", "class", "group");
	html_open(h, "th", "scope", "rowgroup", "colspan", "4");
	chart_party_mark(v, party);
	html_textf(h, _("%s about itself"), v->release->parties[party].name);
	html_close(h, "th");
	html_close(h, "tr");
	for (size_t i = 0; i < v->form->n_items; i++) {
		const struct item *item = &v->form->items[i];

		if (item->mirror >= 0 && view_has(v, MEASURE_PERCEPTION, item->id,
			v->release->parties[party].id,
		    v->form->items[item->mirror].id))
			row(v, axis, item, party);
	}
	html_close(h, "tbody");
}

/* Wide enough for every interval of the release. */
static struct axis
perception_axis(const struct view *v)
{
	double reach = 0;

	for (size_t i = 0; i < v->form->n_items; i++)
		for (size_t p = 0; v->form->items[i].mirror >= 0 && p < v->release->n_parties; p++) {
			const struct item *item = &v->form->items[i];
			const struct cell *cell = view_cell(v, MEASURE_PERCEPTION, item->id,
				v->release->parties[p].id,
				v->form->items[item->mirror].id);

			if (cell != NULL)
				reach = fmax(reach, view_points(v, item->id, chart_reach(cell)));
		}
	return chart_axis_around_zero(reach);
}

/* One sentence a side: the answer to "who overrates themselves". */
static void
conclusion(struct view *v, size_t party)
{
	size_t n = 0, higher = 0;

	for (size_t i = 0; i < v->form->n_items; i++) {
		const struct item *item = &v->form->items[i];
		const struct cell *cell = item->mirror < 0 ? NULL : view_cell(v, MEASURE_PERCEPTION, item->id,
			v->release->parties[party].id, v->form->items[item->mirror].id);

		n += cell != NULL;
		higher += cell != NULL && is_told(cell) && cell->value > 0;
	}
	html_open(v->html, "p", "class", "conclusion");
	chart_party_mark(v, party);
	html_textf(v->html, ngettext("%s rates itself higher than it is rated on %zu of %zu statement.",
		"%s rates itself higher than it is rated on %zu of %zu statements.", n),
		v->release->parties[party].name, higher, n);
	html_close(v->html, "p");
}

void
chart_perception(struct view *v)
{
	struct axis axis = perception_axis(v);

	for (size_t i = 0; i < v->release->n_parties; i++)
		conclusion(v, i);
	html_open(v->html, "table", "class", "chart perception");
	head(v, &axis);
	for (size_t i = 0; i < v->release->n_parties; i++)
		side(v, &axis, i);
	html_close(v->html, "table");
}
