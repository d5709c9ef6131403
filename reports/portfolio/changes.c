/* changes.c - what became of each alliance's index since the wave before, and where the questions changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/page.h"
#include "reports/portfolio/portfolio.h"
#include "reports/words.h"

enum { WIDTH = 150, HEIGHT = 30, EDGE = 8 };

struct changed {
	size_t alliance;
	double p_rise;
};

static int
by_probability(const void *x, const void *y)
{
	const struct changed *a = x, *b = y;

	if (a->p_rise < b->p_rise || a->p_rise > b->p_rise)
		return a->p_rise < b->p_rise ? -1 : 1;
	return a->alliance < b->alliance ? -1 : 1;
}

/* Alliances whose change is told, probable falls first. */
static struct changed *
list(struct view *v, size_t r, size_t *n_r)
{
	const struct benchmark *b = v->benchmark;
	struct changed *all = arena_make_n(v->arena, b->n_alliances, struct changed);
	size_t n = 0;

	for (size_t i = 0; i < b->n_alliances; i++)
		if (b->alliances[i].cells[r].change_refused == REFUSED_NOT)
			all[n++] = (struct changed){ i, b->alliances[i].cells[r].p_rise };
	qsort(all, n, sizeof(*all), by_probability);
	*n_r = n;
	return all;
}

/* Waves stand at their day; a line joins those that ask the same, a new series begins where the meaning changed. */
static void
line(struct view *v, const struct benchmark_alliance *a, const struct benchmark_row *row, size_t r)
{
	double first = (double)a->waves[0].closed, last = (double)a->waves[a->n_waves - 1].closed;
	const struct axis x = { first, fmax(last, first + 1), EDGE, WIDTH - EDGE }, y = { 0, 100, HEIGHT - 5, 5 };
	const char *colour = palette_party(0)->colour;
	double before_x = NAN, before_y = NAN;

	for (size_t w = 0; w < a->n_waves; w++) {
		double at = axis_x(&x, (double)a->waves[w].closed), value = a->waves[w].raw[r];
		enum difference_class mark = a->waves[w].marks[r];

		if (w > 0 && mark >= DIFFERENCE_MEANING) {
			double edge = (at + axis_x(&x, (double)a->waves[w - 1].closed)) / 2;

			svg_line(v->html, edge, 0, edge, HEIGHT, COLOUR_INK, 1);
			before_x = NAN;
		}
		if (isnan(value))
			continue;
		value = axis_x(&y, portfolio_percent(row, value));
		if (!isnan(before_x))
			(mark == DIFFERENCE_WORDING ? svg_dashed : svg_line)(v->html, before_x, before_y, at, value,
				colour, 1.6);
		svg_shape(v->html, SHAPE_CIRCLE, at, value, 3.4, colour, false);
		before_x = at;
		before_y = value;
	}
}

static const char *
waves_in_words(struct view *v, const struct benchmark_alliance *a, const struct benchmark_row *row, size_t r)
{
	const char *words = "";

	for (size_t w = 0; w < a->n_waves; w++)
		words = arena_printf(v->arena, "%s%s%s: %s", words, w == 0 ? "" : "; ", a->waves[w].name,
			words_number(v->arena, portfolio_percent(row, a->waves[w].raw[r]), 0));
	return words;
}

static void
waves_cell(struct view *v, const struct benchmark_alliance *a, const struct benchmark_row *row, size_t r,
	const char *title)
{
	struct html *h = v->html;

	html_open(h, "td", "class", "picture");
	svg_open(h, WIDTH, HEIGHT, title, waves_in_words(v, a, row, r));
	svg_line(h, 0, HEIGHT - .5, WIDTH, HEIGHT - .5, COLOUR_TRACK, 1);
	line(v, a, row, r);
	svg_close(h);
	html_close(h, "td");
}

static const char *
mark_words(enum difference_class mark)
{
	switch (mark) {
	case DIFFERENCE_NONE:
		break;
	case DIFFERENCE_WORDING:
		return _("asked in other words");
	case DIFFERENCE_MEANING:
	case DIFFERENCE_CRITICAL:
		return _("asked something else: a new series");
	}
	return NULL;
}

static void
verdict(struct view *v, const struct benchmark_alliance *a, size_t r)
{
	const struct benchmark_cell *c = &a->cells[r];
	const char *mark = mark_words(c->change_refused == REFUSED_NOT ? c->mark : a->waves[a->n_waves - 1].marks[r]);
	enum direction d = portfolio_direction(c->p_rise);
	struct html *h = v->html;

	html_open(h, "td", "class", d == UNDECIDED ? "verdict" : "verdict told", "data-label", _("Verdict"));
	if (c->change_refused != REFUSED_NOT)
		html_text(h, mark != NULL ? mark : _("nothing to compare with"));
	else {
		portfolio_arrow(v, d);
		html_text(h, portfolio_direction_words(d));
		if (d != UNDECIDED)
			html_elem(h, "span", arena_printf(v->arena, _("probability %s"),
				portfolio_chance(v, d > UNDECIDED ? c->p_rise : 1 - c->p_rise)), "class", "aside");
		if (mark != NULL)
			html_elem(h, "span", mark, "class", "aside");
	}
	html_close(h, "td");
}

static void
row(struct view *v, size_t i, size_t r, const char *title)
{
	const struct benchmark_row *row = &v->benchmark->rows[r];
	const struct benchmark_alliance *a = &v->benchmark->alliances[i];
	const struct benchmark_cell *c = &a->cells[r];
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", title, "scope", "row", "class", "name");
	waves_cell(v, a, row, r, title);
	chart_number(v, _("Difference"), words_signed(v->arena, portfolio_points(row, c->change), 0));
	chart_number(v, _("95% interval"), words_signed_interval(v->arena, portfolio_points(row, c->change95.lo),
		portfolio_points(row, c->change95.hi), 0));
	verdict(v, a, r);
	html_close(h, "tr");
}

static void
head(struct view *v, const char *what)
{
	struct html *h = v->html;

	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", what);
	chart_th(v, "waves", _("Waves, from 0 to 100"));
	chart_th(v, "figure", _("Difference"));
	chart_th(v, "figure wide", _("95% interval"));
	chart_th(v, "verdict", _("Verdict"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
}

static void
of_the_portfolio(struct view *v, size_t r, const struct changed *all, size_t n)
{
	bool listed = n <= PORTFOLIO_LISTED;

	html_elem(v->html, "h3", view_title(v, v->benchmark->rows[r].of));
	if (!listed)
		html_elem(v->html, "p", _("The falls and the rises that are surest."), "class", "asked");
	html_open(v->html, "table", "class", "chart moves");
	head(v, _("Alliance"));
	for (size_t k = 0; k < n; k++)
		if (listed || k < PORTFOLIO_ENDS || k >= n - PORTFOLIO_ENDS)
			row(v, all[k].alliance, r, portfolio_name(&v->benchmark->alliances[all[k].alliance]));
	html_close(v->html, "tbody");
	html_close(v->html, "table");
}

static void
of_one(struct view *v)
{
	const struct benchmark *b = v->benchmark;

	html_open(v->html, "table", "class", "chart moves");
	head(v, _("Dimension"));
	for (size_t r = 0; r < b->n_rows; r++)
		row(v, 0, r, view_title(v, b->rows[r].of));
	html_close(v->html, "tbody");
	html_close(v->html, "table");
}

static bool
several_waves(const struct view *v)
{
	for (size_t i = 0; i < v->benchmark->n_alliances; i++)
		if (v->benchmark->alliances[i].n_waves > 1)
			return true;
	return false;
}

void
portfolio_changes(struct view *v)
{
	size_t r = portfolio_first_index(v), n;
	const struct changed *all = list(v, r, &n);

	if (!several_waves(v) || (n == 0 && !portfolio_is_own(v)))
		return;
	page_section(v, "changes", _("What changed since the wave before"),
		_("Points since the wave before, with the 95% interval; falls first. A direction is named "
		"from a probability of 80%. A dashed line: asked in other words; an upright line: the "
		"questions mean something else, and a new series begins."));
	if (portfolio_is_own(v))
		of_one(v);
	else
		of_the_portfolio(v, r, all, n);
	html_close(v->html, "section");
}
