/* estimates.c - every alliance on an index: what is believed of it, how sure that is, where it lies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/page.h"
#include "reports/portfolio/places.h"
#include "reports/portfolio/portfolio.h"
#include "reports/words.h"

static struct axis
axis_of(const struct view *v, size_t r, const size_t *order, size_t n)
{
	const struct benchmark_row *row = &v->benchmark->rows[r];
	double low = INFINITY, high = -INFINITY;

	for (size_t i = 0; i < n; i++) {
		const struct benchmark_cell *c = &v->benchmark->alliances[order[i]].cells[r];

		low = fmin(low, portfolio_percent(row, c->band80.lo));
		high = fmax(high, portfolio_percent(row, c->band80.hi));
	}
	return portfolio_axis(low, high);
}

static const char *
quarter(enum quarter q)
{
	switch (q) {
	case QUARTER_LOWEST:
		return _("by its estimate in the lowest quarter");
	case QUARTER_MIDDLE:
		return _("by its estimate in the middle half");
	case QUARTER_HIGHEST:
		return _("by its estimate in the highest quarter");
	case QUARTER_UNKNOWN:
		break;
	}
	return _("cannot tell");
}

void
portfolio_place_th(struct view *v)
{
	if (portfolio_has_places(v)) {
		chart_th(v, "figure", _("Percentile, 80% band"));
		chart_th(v, "figure", _("Chance of lowest quarter"));
	} else
		chart_th(v, "verdict", _("Place"));
	if (v->benchmark->norm.name != NULL)
		chart_th(v, "figure", _("Percentile in the norm group"));
}

void
portfolio_place(struct view *v, const struct benchmark_cell *c)
{
	struct arena *a = v->arena;

	if (portfolio_has_places(v)) {
		chart_number(v, _("Percentile, 80% band"),
			words_interval(a, c->percentile80.lo, c->percentile80.hi, 0));
		chart_number(v, _("Chance of lowest quarter"), portfolio_chance(v, c->p_lowest));
	} else
		html_elem(v->html, "td", quarter(c->quarter), "class", "verdict", "data-label", _("Place"));
	if (v->benchmark->norm.name != NULL)
		chart_number(v, _("Percentile in the norm group"), words_number(a, c->norm_percentile, 0));
}

const char *
portfolio_place_columns(const struct view *v)
{
	return arena_printf(v->arena, "%d", 4 + portfolio_has_places(v) + (v->benchmark->norm.name != NULL));
}

void
portfolio_estimate_cells(struct view *v, const struct axis *axis, const char *title, const struct benchmark_row *row,
	const struct benchmark_cell *c)
{
	struct arena *a = v->arena;
	struct interval band = { portfolio_percent(row, c->band80.lo), portfolio_percent(row, c->band80.hi) };
	double value = portfolio_percent(row, c->shrunken);

	portfolio_band(v, axis, title, arena_printf(a, _("Estimate %s, 80%% band %s; mean of all %s"),
		words_number(a, value, 0), words_interval(a, band.lo, band.hi, 0),
		words_number(a, portfolio_percent(row, row->mu), 0)), band, value, portfolio_percent(row, row->mu));
	chart_number(v, _("Estimate"), words_number(a, value, 0));
	chart_number(v, _("80% band"), words_interval(a, band.lo, band.hi, 0));
}

void
portfolio_estimate_th(struct view *v, const struct axis *axis)
{
	chart_axis_cell(v, axis);
	chart_th(v, "figure", _("Estimate"));
	chart_th(v, "figure wide", _("80% band"));
}

static void
alliance(struct view *v, const struct axis *axis, size_t r, size_t i)
{
	const struct benchmark_row *row = &v->benchmark->rows[r];
	const struct benchmark_alliance *a = &v->benchmark->alliances[i];
	const struct benchmark_cell *c = &a->cells[r];
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", portfolio_name(a), "scope", "row", "class", "name");
	portfolio_estimate_cells(v, axis, portfolio_name(a), row, c);
	chart_number(v, _("Measured"), words_number(v->arena, portfolio_percent(row, c->raw), 0));
	chart_number(v, _("People"), words_number(v->arena, c->n, 0));
	portfolio_place(v, c);
	html_close(h, "tr");
}

static void
head(struct view *v, const struct axis *axis)
{
	struct html *h = v->html;

	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Alliance"));
	portfolio_estimate_th(v, axis);
	chart_th(v, "figure", _("Measured"));
	chart_th(v, "figure", _("People"));
	portfolio_place_th(v);
	html_close(h, "tr");
	html_close(h, "thead");
}

static void
table(struct view *v, size_t r, const size_t *order, size_t n)
{
	struct axis axis = axis_of(v, r, order, n);
	struct html *h = v->html;

	html_open(h, "table", "class", "chart places-of-all");
	head(v, &axis);
	html_open(h, "tbody");
	for (size_t i = 0; i < n; i++)
		alliance(v, &axis, r, order[i]);
	html_close(h, "tbody");
	html_close(h, "table");
}

static void
index_(struct view *v, size_t r)
{
	size_t n, *order = portfolio_by_estimate(v, r, &n);
	struct html *h = v->html;

	html_elem(h, "h3", view_title(v, v->benchmark->rows[r].of));
	if (n == 0) {
		html_elem(h, "p", _("There are too few alliances, or they answered too alike, for estimates."), "class", "why");
		return;
	}
	if (portfolio_is_listed(v)) {
		table(v, r, order, n);
		return;
	}
	html_elem(h, "p", arena_printf(v->arena, _("The lowest %d"), PORTFOLIO_ENDS), "class", "asked");
	table(v, r, order, PORTFOLIO_ENDS);
	html_elem(h, "p", arena_printf(v->arena, _("The highest %d"), PORTFOLIO_ENDS), "class", "asked");
	table(v, r, order + n - PORTFOLIO_ENDS, PORTFOLIO_ENDS);
}

void
portfolio_estimates(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	size_t first = portfolio_first_index(v);

	if (portfolio_is_own(v) || b->n_alliances == 0)
		return;
	page_section(v, "estimates", _("Where each alliance lies"),
		_("What is measured of few people is drawn towards the mean of all, because part of it is "
		"chance. The band holds the true score with a probability of 80%; the dashed line is the "
		"mean. Alliances whose bands overlap have no order."));
	for (size_t r = 0; r < b->n_rows; r++)
		if (b->rows[r].is_index || r == first)
			index_(v, r);
	html_close(v->html, "section");
}
