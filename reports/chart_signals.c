/* chart_signals.c - early-warning facts: how many people of each side reported them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/svg.h"
#include "reports/words.h"

enum { WIDTH = 90, HEIGHT = 12 };

/* party is NO_PARTY for everybody together. */
static void
group(struct view *v, const char *of, const char *detail, int party)
{
	const char *id = party == NO_PARTY ? "joint" : v->release->parties[party].id;
	const char *name = party == NO_PARTY ? _("Together") : v->release->parties[party].name;
	const struct cell *cell = view_cell(v, MEASURE_COUNT, of, id, detail);
	struct html *h = v->html;
	const char *words;

	if (cell == NULL) {
		view_withheld(v, view_why(v, MEASURE_COUNT, of, id, detail));
		return;
	}
	words = arena_printf(v->arena, _("%s of %s"), words_number(v->arena, cell->value, 0),
		words_number(v->arena, cell->n, 0));
	html_open(h, "td", "class", "count", "data-label", name);
	svg_open(h, WIDTH, HEIGHT, name, words);
	svg_bar(h, 0, 3, WIDTH, HEIGHT - 6, COLOUR_TRACK);
	svg_bar(h, 0, 3, cell->n > 0 ? WIDTH * cell->value / cell->n : 0, HEIGHT - 6,
		party == NO_PARTY ? COLOUR_QUIET : palette_party((size_t)party)->colour);
	svg_close(h);
	html_elem(h, "span", words, "class", "word");
	html_close(h, "td");
}

static void
row(struct view *v, const char *of, const char *text, const char *detail)
{
	html_open(v->html, "tr");
	html_elem(v->html, "th", text, "scope", "row", "class", "name");
	for (size_t i = 0; i < v->release->n_parties; i++)
		group(v, of, detail, (int)i);
	group(v, of, detail, NO_PARTY);
	html_close(v->html, "tr");
}

/* One row for a yes-or-no fact, one for each option where several could be ticked. */
static void
fact(struct view *v, const struct item *item)
{
	if (view_has(v, MEASURE_COUNT, item->id, NULL, NULL))
		row(v, item->id, view_item_text(v, item->id, NO_PARTY), NULL);
	for (size_t i = 0; item->scale != NULL && i < item->scale->n_points; i++) {
		const char *code = arena_printf(v->arena, "%d", item->scale->points[i].code);

		if (view_has(v, MEASURE_COUNT, item->id, NULL, code))
			row(v, item->id, view_text(v, &item->scale->points[i].label, NO_PARTY), code);
	}
}

void
chart_signals(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "table", "class", "chart signals");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Fact"));
	for (size_t i = 0; i < v->release->n_parties; i++)
		chart_party_th(v, i);
	chart_th(v, "figure", _("Together"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < v->form->n_items; i++)
		fact(v, &v->form->items[i]);
	html_close(h, "tbody");
	html_close(h, "table");
	view_notes(v);
}
