/* chart_gaps.c - how far the sides differ, with interval, zero line and verdict in words */
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

enum { HEIGHT = 34 };

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

/* Wide enough for every interval of the release, in steps of 20 points. */
static struct axis
gap_axis(const struct view *v)
{
	double reach = 20;

	for (size_t i = 0; i < v->form->n_dimensions; i++)
		for (size_t p = 0; p < n_comparisons(v); p++) {
			const char *of = v->form->dimensions[i].id;
			const struct cell *cell = gap(v, MEASURE_GAP, of, p);

			if (cell != NULL && !isnan(cell->value))
				reach = fmax(reach, fabs(view_points(v, of, cell->value)));
			if (cell != NULL && !isnan(cell->low))
				reach = fmax(reach, fmax(view_points(v, of, cell->high), -view_points(v, of, cell->low)));
		}
	reach = fmin(20 * ceil(reach / 20), 100);
	return (struct axis){ -reach, reach, 16, 284 };
}

static bool
is_told(const char *verdict)
{
	return str_eq(verdict, "clear-gap") || str_eq(verdict, "probable-gap");
}

/* Told gaps wear the colour of the side that scores higher; where we cannot tell, the mark is hollow and grey. */
static void
draw(struct view *v, const struct axis *axis, const char *of, const struct cell *cell, size_t party)
{
	double value = view_points(v, of, cell->value), middle = HEIGHT / 2.0;
	size_t higher = value < 0 && v->release->n_parties == 2 ? 1 : party;
	const struct look *look = palette_party(higher);
	const char *colour = is_told(cell->word) ? look->colour : COLOUR_QUIET;

	svg_interval(v->html, axis, view_points(v, of, cell->low), view_points(v, of, cell->high), middle, colour);
	svg_shape(v->html, is_told(cell->word) ? look->shape : SHAPE_CIRCLE, axis_x(axis, value), middle, 5, colour,
		!is_told(cell->word));
}

static void
picture(struct view *v, const struct axis *axis, const char *of, const struct cell *cell, size_t party)
{
	struct html *h = v->html;
	const char *desc = arena_printf(v->arena, _("Difference %s points, interval %s: %s"),
		words_signed(v->arena, view_points(v, of, cell->value), 0),
		words_signed_interval(v->arena, view_points(v, of, cell->low), view_points(v, of, cell->high), 0), words_key(cell->word));

	html_open(h, "td", "class", "picture");
	svg_open(h, CHART_WIDTH, HEIGHT, view_title(v, of), desc);
	for (double tick = axis->from; tick <= axis->to; tick += axis->to / 2)
		svg_line(h, axis_x(axis, tick), 0, axis_x(axis, tick), HEIGHT, COLOUR_TRACK, 1);
	svg_line(h, axis_x(axis, 0), 0, axis_x(axis, 0), HEIGHT, COLOUR_INK, 1.1);
	draw(v, axis, of, cell, party);
	svg_close(h);
	html_close(h, "td");
}

static void
verdict_cell(struct view *v, const struct cell *cell)
{
	struct html *h = v->html;

	html_open(h, "td", "class", is_told(cell->word) ? "verdict told" : "verdict", "data-label", _("Verdict"));
	html_text(h, words_key(cell->word));
	if (!isnan(cell->p)) {
		html_open(h, "span", "class", "aside");
		if (isnan(cell->p_adjusted))
			html_textf(h, "p %s", words_p(v->arena, cell->p));
		else
			html_textf(h, _("p %s, Holm %s"), words_p(v->arena, cell->p), words_p(v->arena, cell->p_adjusted));
		if (!isnan(cell->effect))
			html_textf(h, _("; g %s"), words_signed(v->arena, cell->effect, 1));
		html_close(h, "span");
	}
	html_close(h, "td");
}

static void
figures(struct view *v, const struct axis *axis, const char *of, size_t party)
{
	const struct cell *cell = gap(v, MEASURE_GAP, of, party), *profile = gap(v, MEASURE_PROFILE_GAP, of, party);
	struct arena *a = v->arena;

	if (cell == NULL) {
		enum shown why = view_why(v, MEASURE_GAP, of, v->release->parties[party].id, NULL);

		html_elem(v->html, "td", words_hidden(a, why, v->release->k), "class", "why", "colspan", "5");
		return;
	}
	picture(v, axis, of, cell, party);
	chart_number(v, _("Gap"), words_signed(a, view_points(v, of, cell->value), 0));
	chart_number(v, _("95% interval"),
		words_signed_interval(a, view_points(v, of, cell->low), view_points(v, of, cell->high), 0));
	chart_number(v, _("Profile gap"), profile == NULL ? "–" : words_signed(a, view_points(v, of, profile->value), 0));
	verdict_cell(v, cell);
}

static void
rows(struct view *v, const struct axis *axis, const char *of)
{
	struct html *h = v->html;
	bool several = n_comparisons(v) > 1;

	html_open(h, "tbody");
	for (size_t i = 0; i < n_comparisons(v); i++) {
		html_open(h, "tr", "class", several && i > 0 ? "more" : NULL);
		if (i == 0) {
			html_open(h, "th", "scope", several ? "rowgroup" : "row", "class", "name");
			if (several)
				html_attrf(h, "rowspan", "%zu", n_comparisons(v));
			html_text(h, view_title(v, of));
			html_close(h, "th");
		}
		if (several) {
			html_open(h, "th", "scope", "row", "class", "side");
			chart_party_mark(v, i);
			html_text(h, v->release->parties[i].name);
			html_close(h, "th");
		}
		figures(v, axis, of, i);
		html_close(h, "tr");
	}
	html_close(h, "tbody");
}

static void
head(struct view *v, const struct axis *axis)
{
	const double ticks[] = { axis->from, axis->from / 2, 0, axis->to / 2, axis->to };
	struct html *h = v->html;

	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Dimension"));
	if (n_comparisons(v) > 1)
		chart_th(v, "side", _("Side"));
	chart_axis_th(v, axis, ticks, sizeof(ticks) / sizeof(*ticks));
	chart_th(v, "figure", _("Gap"));
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
		html_text(h, _("Each side against the mean of the others: right of the line it sees the dimension better."));
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
	html_open(h, "table", "class", n_comparisons(v) > 1 ? "chart gaps several" : "chart gaps");
	head(v, &axis);
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (v->form->dimensions[i].role == ROLE_DRIVER)
			rows(v, &axis, v->form->dimensions[i].id);
	html_close(h, "table");
	view_notes(v);
}
