/* instrument.c - how well the questionnaire measures, in words for a board and with the figures behind them */
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

static const char *
reliability(const struct benchmark_instrument *x)
{
	if (x->alpha_refused != REFUSED_NOT)
		return _("cannot tell");
	if (x->alpha95.lo >= .8)
		return _("measures reliably");
	if (x->alpha95.lo >= .7)
		return _("reliable enough to compare groups");
	return x->alpha95.hi < .7 ? _("measures loosely: read single items too") : _("cannot tell");
}

/* Three items fit one factor always: only with more there is something to test. */
static bool
is_tested(const struct benchmark_instrument *x)
{
	return x->factor_refused == REFUSED_NOT && x->df > 0 && !isnan(x->cfi) && !isnan(x->srmr);
}

static const char *
fit(const struct benchmark_instrument *x)
{
	if (!is_tested(x))
		return NULL;
	return x->cfi >= .95 && x->srmr <= .08 ? _("its items measure one thing")
		: _("its items may measure more than one thing");
}

static void
words(struct view *v, const struct benchmark_instrument *x)
{
	struct html *h = v->html;

	html_open(h, "td", "class", "verdict", "data-label", _("Reading"));
	html_text(h, reliability(x));
	if (fit(x) != NULL)
		html_elem(h, "span", fit(x), "class", "aside");
	html_close(h, "td");
}

static void
coefficient(struct view *v, const char *label, double value, struct interval ci)
{
	struct html *h = v->html;

	html_open(h, "td", "class", "figure", "data-label", label);
	html_text(h, words_number(v->arena, value, 2));
	if (!isnan(ci.lo))
		html_elem(h, "span", words_interval(v->arena, ci.lo, ci.hi, 2), "class", "aside");
	html_close(h, "td");
}

static void
row(struct view *v, const struct benchmark_row *row)
{
	const struct benchmark_instrument *x = &row->instrument;
	struct arena *a = v->arena;
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", view_title(v, row->of), "scope", "row", "class", "name");
	words(v, x);
	chart_number(v, _("Items"), words_number(a, (double)x->items, 0));
	chart_number(v, _("People"), words_number(a, (double)x->people, 0));
	coefficient(v, "α", x->alpha, x->alpha95);
	coefficient(v, "ω", x->omega, x->omega95);
	chart_number(v, "CFI", is_tested(x) ? words_number(a, x->cfi, 2) : "–");
	chart_number(v, "RMSEA", is_tested(x) ? words_number(a, x->rmsea, 2) : "–");
	chart_number(v, "SRMR", is_tested(x) ? words_number(a, x->srmr, 2) : "–");
	html_close(h, "tr");
}

static void
head(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Dimension"));
	chart_th(v, "verdict", _("Reading"));
	chart_th(v, "figure", _("Items"));
	chart_th(v, "figure", _("People"));
	chart_th(v, "figure wide", "α");
	chart_th(v, "figure wide", "ω");
	chart_th(v, "figure", "CFI");
	chart_th(v, "figure", "RMSEA");
	chart_th(v, "figure", "SRMR");
	html_close(h, "tr");
	html_close(h, "thead");
}

static bool
is_measured(const struct benchmark_row *row)
{
	return !row->is_index && row->instrument.items > 1;
}

void
portfolio_instrument(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	struct html *h = v->html;
	size_t n = 0;

	for (size_t r = 0; r < b->n_rows; r++)
		n += is_measured(&b->rows[r]);
	if (n == 0)
		return;
	page_section(v, "instrument", _("How well the questionnaire measures"),
		_("A dimension is asked with several items so that chance in one of them weighs less. "
		"Reliable: who answers one item high answers the others high too. From everybody in the "
		"newest waves who answered all items of the dimension."));
	html_open(h, "table", "class", "chart instrument");
	head(v);
	html_open(h, "tbody");
	for (size_t r = 0; r < b->n_rows; r++)
		if (is_measured(&b->rows[r]))
			row(v, &b->rows[r]);
	html_close(h, "tbody");
	html_close(h, "table");
	html_elem(h, "p", _("Whether the items measure one thing can be tested from four items on."), "class", "note");
	html_close(h, "section");
}
