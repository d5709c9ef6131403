/* dimensions.c - dimension by dimension: the mean of all alliances, how much they differ, where they are going */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/page.h"
#include "reports/portfolio/portfolio.h"
#include "reports/words.h"

enum { HEIGHT = 24, FIRST = 0, LOWER = 2, MIDDLE = 3, UPPER = 4, LAST = BENCHMARK_QUANTILES - 1 };

static const struct axis hundred = { 0, 100, CHART_EDGE, CHART_WIDTH - CHART_EDGE };

/* A line from 5 to 95 percent, a box over the middle half, a stroke at the median. */
static void
picture(struct view *v, const struct benchmark_row *row)
{
	const char *colour = palette_party(0)->colour;
	double x[BENCHMARK_QUANTILES];
	struct html *h = v->html;

	for (int i = 0; i < BENCHMARK_QUANTILES; i++)
		x[i] = portfolio_percent(row, row->quantiles[i]);
	html_open(h, "td", "class", "picture");
	svg_open(h, CHART_WIDTH, HEIGHT, view_title(v, row->of), arena_printf(v->arena,
		_("Half of the alliances between %s and %s, nine of ten between %s and %s"),
		words_number(v->arena, x[LOWER], 0), words_number(v->arena, x[UPPER], 0),
		words_number(v->arena, x[FIRST], 0), words_number(v->arena, x[LAST], 0)));
	for (int tick = 0; tick <= 100; tick += 25)
		svg_line(h, axis_x(&hundred, tick), 0, axis_x(&hundred, tick), HEIGHT, COLOUR_TRACK, 1);
	if (!isnan(x[FIRST])) {
		svg_line(h, axis_x(&hundred, x[FIRST]), HEIGHT / 2, axis_x(&hundred, x[LAST]), HEIGHT / 2, colour, 1.6);
		svg_bar(h, axis_x(&hundred, x[LOWER]), HEIGHT / 2 - 5,
			axis_x(&hundred, x[UPPER]) - axis_x(&hundred, x[LOWER]), 10, colour);
		svg_line(h, axis_x(&hundred, x[MIDDLE]), HEIGHT / 2 - 5, axis_x(&hundred, x[MIDDLE]), HEIGHT / 2 + 5,
			COLOUR_PAPER, 1.6);
	}
	svg_close(h);
	html_close(h, "td");
}

static void
trend(struct view *v, const struct benchmark_row *row)
{
	const struct benchmark_slope *t = &row->trend;
	enum direction d = portfolio_direction(t->p_rise);
	struct html *h = v->html;

	html_open(h, "td", "class", "verdict", "data-label", _("Trend"));
	if (t->refused != REFUSED_NOT) {
		html_text(h, _("cannot tell"));
		html_close(h, "td");
		return;
	}
	portfolio_arrow(v, d);
	html_text(h, portfolio_direction_words(d));
	html_elem(h, "span", arena_printf(v->arena, _("%s a year, %s"),
		words_signed(v->arena, portfolio_points(row, t->value), 1),
		words_signed_interval(v->arena, portfolio_points(row, t->ci95.lo), portfolio_points(row, t->ci95.hi), 1)),
		"class", "aside");
	html_close(h, "td");
}

static void
figures(struct view *v, const struct benchmark_row *row)
{
	struct arena *a = v->arena;

	picture(v, row);
	chart_number(v, _("Mean"), words_number(a, portfolio_percent(row, row->mu), 0));
	chart_number(v, _("95% interval"), words_interval(a, portfolio_percent(row, row->mu - 1.96 * row->se_mu),
		portfolio_percent(row, row->mu + 1.96 * row->se_mu), 0));
	chart_number(v, _("Between alliances"), words_share(a, row->icc_alliance));
	chart_number(v, _("Between sides"), words_share(a, row->icc_party - row->icc_alliance));
	trend(v, row);
}

static void
dimension(struct view *v, const struct benchmark_row *row)
{
	struct html *h = v->html;

	html_open(h, "tr", "class", row->is_index ? "index" : NULL);
	html_elem(h, "th", view_title(v, row->of), "scope", "row", "class", "name");
	if (row->refused != REFUSED_NOT)
		html_elem(h, "td", _("There are too few alliances, or they answered too alike, for estimates."), "class", "why",
			"colspan", "6");
	else
		figures(v, row);
	html_close(h, "tr");
}

void
portfolio_dimensions(struct view *v)
{
	struct html *h = v->html;

	page_section(v, "dimensions", _("How the portfolio looks, dimension by dimension"),
		_("Mean of all alliances from 0 to 100. The box holds half of the alliances as the answers "
		"let us believe them, the line nine of ten. The shares tell how much of what people answer "
		"differently goes with the alliance, and with the side inside it; the rest are differences "
		"between people."));
	html_open(h, "table", "class", "chart pool");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Dimension"));
	chart_axis_cell(v, &hundred);
	chart_th(v, "figure", _("Mean"));
	chart_th(v, "figure wide", _("95% interval"));
	chart_th(v, "figure", _("Between alliances"));
	chart_th(v, "figure", _("Between sides"));
	chart_th(v, "verdict", _("Trend"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t r = 0; r < v->benchmark->n_rows; r++)
		dimension(v, &v->benchmark->rows[r]);
	html_close(h, "tbody");
	html_close(h, "table");
	html_close(h, "section");
}
