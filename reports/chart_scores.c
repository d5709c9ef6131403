/* chart_scores.c - every dimension on 0-100: both sides with their intervals, the joint score, the target */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/svg.h"
#include "reports/words.h"

static const struct axis hundred = { 0, 100, CHART_EDGE, CHART_WIDTH - CHART_EDGE };

static double
row_height(const struct view *v)
{
	return fmax(38, 11.0 * (double)(v->release->n_parties + 1));
}

static double
row_y(const struct view *v, size_t party)
{
	return row_height(v) / 2 + 11 * ((double)party - (double)(v->release->n_parties - 1) / 2);
}

static void
scaffold(struct view *v, bool with_target)
{
	double bottom = row_height(v);

	for (int tick = 0; tick <= 100; tick += 25)
		svg_line(v->html, axis_x(&hundred, tick), 0, axis_x(&hundred, tick), bottom, COLOUR_TRACK, 1);
	if (with_target)
		svg_dashed(v->html, axis_x(&hundred, v->release->target), 0,
			axis_x(&hundred, v->release->target), bottom,
			COLOUR_INK, 1.1);
}

static void
party_mark(struct view *v, const char *of, size_t party)
{
	const struct cell *cell = view_cell(v, MEASURE_SCORE, of, v->release->parties[party].id, NULL);
	const struct look *look = palette_party(party);
	double y = row_y(v, party);

	if (cell == NULL || isnan(cell->value))
		return;
	svg_interval(v->html, &hundred, view_percent(v, of, cell->low), view_percent(v, of, cell->high), y,
		look->colour);
	svg_shape(v->html, look->shape, axis_x(&hundred, view_percent(v, of, cell->value)), y, 4.6,
		look->colour, false);
}

static const char *
in_words(struct view *v, const char *of)
{
	struct buf *out = buf_new(v->arena);

	for (size_t i = 0; i < v->release->n_parties; i++) {
		const struct release_party *party = &v->release->parties[i];
		const struct cell *cell = view_cell(v, MEASURE_SCORE, of, party->id, NULL);

		if (i > 0)
			buf_puts(out, "; ");
		if (cell == NULL)
			buf_printf(out, "%s: %s", party->name,
				words_hidden(v->arena, view_why(v, MEASURE_SCORE, of, party->id, NULL),
				v->release->k));
		else if (isnan(cell->value))
			buf_printf(out, "%s: %s", party->name, words_key(cell->word));
		else
			buf_printf(out, _("%s: %s of 100, interval %s"), party->name,
				words_number(v->arena, view_percent(v, of, cell->value), 0),
				words_interval(v->arena, view_percent(v, of, cell->low),
				view_percent(v, of, cell->high), 0));
	}
	return out->bytes;
}

static void
picture(struct view *v, const char *of, bool with_target)
{
	svg_open(v->html, CHART_WIDTH, row_height(v), view_title(v, of), in_words(v, of));
	scaffold(v, with_target);
	for (size_t i = 0; i < v->release->n_parties; i++)
		party_mark(v, of, i);
	svg_close(v->html);
}

static void
score_cell(struct view *v, const char *of, const char *group, const char *label)
{
	const struct cell *cell = view_cell(v, MEASURE_SCORE, of, group, NULL);

	if (cell == NULL)
		view_withheld(v, view_why(v, MEASURE_SCORE, of, group, NULL));
	else if (isnan(cell->value))
		chart_number(v, label, words_key(cell->word));
	else
		chart_number(v, label, arena_printf(v->arena, cell->capped ? "≈\u00a0%s" : "%s",
			words_number(v->arena, cell->percent, 0)));
}

static const char *
target_heading(const struct view *v)
{
	return arena_printf(v->arena, _("Chance of %s or more"), words_number(v->arena, v->release->target,
		0));
}

/* Amber has two faces: probably between floor and target, or anything. */
static const char *
standing(const struct cell *cell)
{
	if (str_eq(cell->word, "amber") && cell->p <= .2)
		return _("probably short of target");
	return words_key(cell->word);
}

static void
target_cell(struct view *v, const char *of)
{
	const struct cell *cell = view_cell(v, MEASURE_COLOUR, of, "joint", NULL);
	struct html *h = v->html;

	if (cell == NULL) {
		view_withheld(v, view_why(v, MEASURE_COLOUR, of, "joint", NULL));
		return;
	}
	html_open(h, "td", "class", "verdict", "data-label", target_heading(v));
	svg_open_silent(h, "chip", 10, 10);
	svg_bar(h, 0, 0, 10, 10, palette_colour(cell->word));
	svg_close(h);
	html_textf(h, "\u00a0%s", isnan(cell->p) ? "–" : words_share(v->arena, cell->p));
	html_elem(h, "span", standing(cell), "class", "aside");
	html_close(h, "td");
}

static void
row(struct view *v, const char *of, const char *css_class, bool with_target)
{
	struct html *h = v->html;

	html_open(h, "tr", "class", css_class);
	html_elem(h, "th", view_title(v, of), "scope", "row", "class", "name");
	html_open(h, "td", "class", "picture");
	picture(v, of, with_target);
	html_close(h, "td");
	for (size_t i = 0; i < v->release->n_parties; i++)
		score_cell(v, of, v->release->parties[i].id, v->release->parties[i].name);
	score_cell(v, of, "joint", _("Joint"));
	if (with_target)
		target_cell(v, of);
	html_close(h, "tr");
}

static void
head(struct view *v, bool with_target)
{
	struct html *h = v->html;

	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Dimension"));
	chart_axis_cell(v, &hundred);
	for (size_t i = 0; i < v->release->n_parties; i++)
		chart_party_th(v, i);
	chart_th(v, "figure", _("Joint"));
	if (with_target)
		chart_th(v, "verdict", target_heading(v));
	html_close(h, "tr");
	html_close(h, "thead");
}

void
chart_scores(struct view *v, enum role role)
{
	bool with_target = role == ROLE_DRIVER && !isnan(v->release->target);
	const struct index *index = view_index(v);
	struct html *h = v->html;

	chart_phone_legend(v);
	html_open(h, "table", "class", with_target ? "chart scores" : "chart scores outcomes");
	head(v, with_target);
	html_open(h, "tbody");
	if (role == ROLE_DRIVER && index != NULL)
		row(v, index->id, "index", with_target);
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (v->form->dimensions[i].role == role)
			row(v, v->form->dimensions[i].id, NULL, with_target);
	html_close(h, "tbody");
	html_close(h, "table");
	view_notes(v);
}
