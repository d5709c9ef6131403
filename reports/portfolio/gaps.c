/* gaps.c - where the two sides of an alliance see it differently, among all comparisons of the portfolio */
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

enum { MOST = 60 };
#define FALSE_DISCOVERIES .05

struct gap {
	const struct benchmark_alliance *alliance;
	const struct benchmark_row *row;
	const struct benchmark_cell *cell;
	double points;
};

static int
by_size(const void *x, const void *y)
{
	const struct gap *a = x, *b = y;

	if (fabs(a->points) < fabs(b->points) || fabs(a->points) > fabs(b->points))
		return fabs(a->points) > fabs(b->points) ? -1 : 1;
	return a->cell < b->cell ? -1 : 1;
}

/* Gaps that stand; made for one alliance, all that could be compared. */
static struct gap *
list(struct view *v, size_t *n_r, size_t *compared_r)
{
	const struct benchmark *b = v->benchmark;
	struct gap *all = arena_make_n(v->arena, b->n_alliances * b->n_rows, struct gap);
	size_t n = 0, compared = 0;

	for (size_t i = 0; i < b->n_alliances; i++)
		for (size_t r = 0; r < b->n_rows; r++) {
			const struct benchmark_cell *c = &b->alliances[i].cells[r];

			if (c->gap_refused != REFUSED_NOT)
				continue;
			compared++;
			if (portfolio_is_own(v) || c->gap_adjusted <= FALSE_DISCOVERIES)
				all[n++] = (struct gap){ &b->alliances[i], &b->rows[r], c,
					portfolio_points(&b->rows[r], c->gap) };
		}
	qsort(all, n, sizeof(*all), by_size);
	*n_r = n;
	*compared_r = compared;
	return all;
}

static void
row(struct view *v, const struct gap *g, const struct axis *axis)
{
	bool stands = g->cell->gap_adjusted <= FALSE_DISCOVERIES;
	struct arena *a = v->arena;
	struct html *h = v->html;
	const struct dot dot = { NAN, g->points, NAN, stands ? *palette_party(g->points < 0 ? 1 : 0)
		: (struct look){ COLOUR_QUIET, SHAPE_CIRCLE, "" }, !stands };

	html_open(h, "tr");
	html_open(h, "th", "scope", "row", "class", "name");
	if (!portfolio_is_own(v)) {
		html_text(h, portfolio_name(g->alliance));
		html_elem(h, "span", view_title(v, g->row->of), "class", "aside");
	} else
		html_text(h, view_title(v, g->row->of));
	html_close(h, "th");
	html_open(h, "td", "class", "picture");
	chart_dot(v, axis, 22, view_title(v, g->row->of), arena_printf(a, _("Difference %s points"),
		words_signed(a, g->points, 0)), &dot);
	html_close(h, "td");
	chart_number(v, _("Gap"), words_signed(a, g->points, 0));
	chart_number(v, _("p, adjusted"), words_p(a, g->cell->gap_adjusted));
	html_open(h, "td", "class", stands ? "verdict told" : "verdict", "data-label", _("Verdict"));
	html_text(h, !stands ? _("cannot tell") : g->points > 0 ? _("side A sees it better")
		: _("side B sees it better"));
	if (g->cell->split)
		html_elem(h, "span", _("opinions inside a side are split"), "class", "aside");
	html_close(h, "td");
	html_close(h, "tr");
}

static void
table(struct view *v, const struct gap *all, size_t n)
{
	struct axis axis = chart_axis_around_zero(fabs(all[0].points));
	struct html *h = v->html;

	html_open(h, "table", "class", "chart sides-apart");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", portfolio_is_own(v) ? _("Dimension") : _("Alliance"));
	chart_axis_cell(v, &axis);
	chart_th(v, "figure", _("Gap"));
	chart_th(v, "figure", _("p, adjusted"));
	chart_th(v, "verdict", _("Verdict"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < n && i < MOST; i++)
		row(v, &all[i], &axis);
	html_close(h, "tbody");
	html_close(h, "table");
}

void
portfolio_gaps(struct view *v)
{
	size_t n, compared;
	const struct gap *all = list(v, &n, &compared);

	if (compared == 0)
		return;
	page_section(v, "gaps", _("Where the two sides see it differently"),
		_("Side A minus side B, in points. So many comparisons bring some large gaps by chance; "
		"those named here are chosen so that about one in twenty of them may be a false alarm "
		"(Benjamini and Hochberg)."));
	if (n == 0)
		html_elem(v->html, "p", arena_printf(v->arena, ngettext("Of %zu comparison none is certain enough to be named.",
			"Of %zu comparisons none is certain enough to be named.", compared), compared), "class", "conclusion");
	else {
		if (!portfolio_is_own(v))
			html_elem(v->html, "p", arena_printf(v->arena, ngettext("%zu of %zu comparison is named.",
				"%zu of %zu comparisons are named.", compared), n, compared), "class", "conclusion");
		table(v, all, n);
	}
	if (n > MOST)
		html_elem(v->html, "p", arena_printf(v->arena, _("%zu more are in the data as CSV and JSON."), n - MOST), "class",
			"note");
	html_close(v->html, "section");
}
