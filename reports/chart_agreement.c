/* chart_agreement.c - how far people of one side agree with each other */
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

enum { WIDTH = 110, HEIGHT = 20 };

/* From everybody alike to half at either end of the answer scale, on which AD is told also where the score is
 * not; up to the cut-off lies the band of agreement. */
static void
picture(struct view *v, const char *of, const struct cell *cell, size_t party)
{
	const struct dimension *d = &v->form->dimensions[form_dimension(v->form, of)];
	struct range range = view_range(v, v->form->items[d->items[0]].id);
	double span = range.max - range.min;
	struct axis axis = { 0, span / 2, 6, WIDTH - 6 };
	const struct look *look = palette_party(party);
	const char *desc = arena_printf(v->arena, _("%s: mean distance from the middle %s scale points, %s"),
		v->release->parties[party].name, words_number(v->arena, cell->value, 2),
		words_key(cell->word));

	svg_open(v->html, WIDTH, HEIGHT, view_title(v, of), desc);
	svg_bar(v->html, axis.left, 4, axis_x(&axis, (span + 1) / 6) - axis.left, HEIGHT - 8, COLOUR_TRACK);
	svg_line(v->html, axis.left, HEIGHT / 2.0, axis.right, HEIGHT / 2.0, COLOUR_RULE, 1);
	svg_shape(v->html, look->shape, axis_x(&axis, cell->value), HEIGHT / 2.0, 4.5, look->colour,
		!str_eq(cell->word, "aligned"));
	svg_close(v->html);
}

static void
side(struct view *v, const char *of, size_t party)
{
	const struct release_party *p = &v->release->parties[party];
	const struct cell *cell = view_cell(v, MEASURE_AGREEMENT, of, p->id, NULL);
	struct html *h = v->html;

	if (cell == NULL) {
		view_withheld(v, view_why(v, MEASURE_AGREEMENT, of, p->id, NULL));
		return;
	}
	html_open(h, "td", "class", "agreement", "data-label", p->name);
	if (!isnan(cell->value))
		picture(v, of, cell, party);
	html_open(h, "span", "class", "words");
	html_elem(h, "span", words_key(cell->word), "class", str_eq(cell->word, "split") ? "told" : NULL);
	if (!isnan(cell->value)) {
		html_open(h, "span", "class", "aside");
		html_textf(h, _("AD %s"), words_number(v->arena, cell->value, 2));
		if (!isnan(cell->effect))
			html_textf(h, _("; rwg %s"), words_number(v->arena, cell->effect, 2));
		html_close(h, "span");
	}
	html_close(h, "span");
	html_close(h, "td");
}

void
chart_agreement(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "table", "class", v->release->n_parties > 2 ? "chart agreement many"
		: "chart agreement");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Dimension"));
	for (size_t i = 0; i < v->release->n_parties; i++)
		chart_party_th(v, i);
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t d = 0; d < v->form->n_dimensions; d++) {
		if (v->form->dimensions[d].role != ROLE_DRIVER)
			continue;
		html_open(h, "tr");
		html_elem(h, "th", view_title(v, v->form->dimensions[d].id), "scope", "row", "class", "name");
		for (size_t i = 0; i < v->release->n_parties; i++)
			side(v, v->form->dimensions[d].id, i);
		html_close(h, "tr");
	}
	html_close(h, "tbody");
	html_close(h, "table");
	view_notes(v);
}
