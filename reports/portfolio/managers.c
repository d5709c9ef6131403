/* managers.c - what the alliance managers are good at together; never one of them */
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

static double
percent(const struct benchmark_competency *c, double value)
{
	return 100 * (value - c->min) / (c->max - c->min);
}

static void
row(struct view *v, const struct axis *axis, const struct benchmark_competency *c)
{
	const struct interval ci = { percent(c, c->ci95.lo), percent(c, c->ci95.hi) };
	const char *title = portfolio_competency(v, c->of);
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", title, "scope", "row", "class", "name");
	if (c->refused != REFUSED_NOT || c->managers < BENCHMARK_MANAGERS) {
		html_elem(h, "td", _("too few managers have a profile"), "class", "why", "colspan", "4");
		html_close(h, "tr");
		return;
	}
	portfolio_band(v, axis, title, arena_printf(v->arena, _("%s, interval %s"),
		words_number(v->arena, percent(c, c->mean), 0), words_interval(v->arena, ci.lo, ci.hi, 0)),
		ci, percent(c, c->mean), NAN);
	chart_number(v, _("Mean"), words_number(v->arena, percent(c, c->mean), 0));
	chart_number(v, _("95% interval"), words_interval(v->arena, ci.lo, ci.hi, 0));
	chart_number(v, _("Managers"), words_number(v->arena, (double)c->managers, 0));
	html_close(h, "tr");
}

static void
table(struct view *v)
{
	const struct axis axis = portfolio_axis(0, 100);
	struct html *h = v->html;

	html_open(h, "table", "class", "chart capability");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Competency"));
	chart_axis_cell(v, &axis);
	chart_th(v, "figure", _("Mean"));
	chart_th(v, "figure wide", _("95% interval"));
	chart_th(v, "figure", _("Managers"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < v->benchmark->n_competencies; i++)
		row(v, &axis, &v->benchmark->competencies[i]);
	html_close(h, "tbody");
	html_close(h, "table");
}

void
portfolio_managers(struct view *v)
{
	if (v->benchmark->manager_form == NULL || v->benchmark->n_competencies == 0)
		return;
	page_section(v, "managers", _("What the alliance managers are good at together"),
		_("Mean over the managers of what others see in them, with its 95% interval. Never fewer "
		"than five managers, and nothing about one of them."));
	table(v);
	html_close(v->html, "section");
}
