/* drivers.c - which dimensions go with the outcomes, from one wave to the next within the same alliances */
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

static const struct axis shares = { 0, 100, CHART_EDGE, CHART_WIDTH - CHART_EDGE };

static void
picture(struct view *v, const struct benchmark_driver *d)
{
	struct html *h = v->html;

	html_open(h, "td", "class", "picture");
	svg_open(h, CHART_WIDTH, 22, view_title(v, d->of), arena_printf(v->arena, _("Share %s, interval %s"),
		words_share(v->arena, d->share), words_interval(v->arena, 100 * d->share95.lo, 100 * d->share95.hi, 0)));
	for (int tick = 0; tick <= 100; tick += 25)
		svg_line(h, axis_x(&shares, tick), 0, axis_x(&shares, tick), 22, COLOUR_TRACK, 1);
	svg_interval(h, &shares, 100 * d->share95.lo, 100 * d->share95.hi, 11, palette_party(0)->colour);
	svg_shape(h, SHAPE_CIRCLE, axis_x(&shares, 100 * d->share), 11, 4.4, palette_party(0)->colour, false);
	svg_close(h);
	html_close(h, "td");
}

static void
row(struct view *v, const struct benchmark_driver *d)
{
	struct arena *a = v->arena;
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", view_title(v, d->of), "scope", "row", "class", "name");
	picture(v, d);
	chart_number(v, _("Share"), words_share(a, d->share));
	chart_number(v, _("95% interval"), words_interval(a, 100 * d->share95.lo, 100 * d->share95.hi, 0));
	chart_number(v, "β", words_signed(a, d->beta, 2));
	chart_number(v, "r", words_signed(a, d->r, 2));
	html_close(h, "tr");
}

static void
table(struct view *v, const struct benchmark_drivers *d)
{
	struct html *h = v->html;
	size_t n = 0;

	html_open(h, "table", "class", "chart key-drivers");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Dimension"));
	chart_axis_cell(v, &shares);
	chart_th(v, "figure", _("Share"));
	chart_th(v, "figure wide", _("95% interval"));
	chart_th(v, "figure", "β");
	chart_th(v, "figure", "r");
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t r = 0; r < v->benchmark->n_rows; r++)
		if (!v->benchmark->rows[r].is_index && v->benchmark->rows[r].role == ROLE_DRIVER)
			row(v, &d->drivers[n++]);
	html_close(h, "tbody");
	html_close(h, "table");
}

/* The one that goes with the outcome most, when its interval lies above every other's; else NULL. */
static const struct benchmark_driver *
outstanding(const struct view *v, const struct benchmark_drivers *d)
{
	const struct benchmark_driver *best = NULL;
	double next = 0;
	size_t n = 0;

	for (size_t r = 0; r < v->benchmark->n_rows; r++)
		n += !v->benchmark->rows[r].is_index && v->benchmark->rows[r].role == ROLE_DRIVER;
	for (size_t i = 0; i < n; i++)
		if (best == NULL || d->drivers[i].share > best->share)
			best = &d->drivers[i];
	for (size_t i = 0; i < n; i++)
		if (&d->drivers[i] != best)
			next = fmax(next, d->drivers[i].share95.hi);
	return best != NULL && best->share95.lo > next ? best : NULL;
}

static void
told(struct view *v, const struct benchmark_drivers *d)
{
	const struct benchmark_driver *best = outstanding(v, d);
	struct arena *a = v->arena;

	html_open(v->html, "p", "class", "conclusion");
	page_sentence(v, best != NULL ? arena_printf(a, _("%s goes with it most."), view_title(v, best->of))
		: _("The intervals overlap: which dimension goes with it most cannot be told."));
	page_sentence(v, arena_printf(a, _("All together go with %s of the differences between people of the "
		"same alliance (%zu people of %zu alliances)."), words_share(a, d->r2), d->people, d->alliances));
	html_close(v->html, "p");
	table(v, d);
	html_elem(v->html, "p", arena_printf(a, _("Intervals from %zu of %zu resamples of whole alliances, seed %lu."),
		d->used, d->replicates, (unsigned long)d->seed), "class", "note");
}

static void
outcome(struct view *v, const struct benchmark_drivers *d)
{
	html_elem(v->html, "h3", view_title(v, d->outcome));
	if (d->refused == REFUSED_NOT)
		told(v, d);
	else if (d->refused == REFUSED_SINGULAR && d->culprit != NULL)
		html_elem(v->html, "p", arena_printf(v->arena, _("%s says the same as other dimensions, so that the shares cannot "
			"be told apart."), view_title(v, d->culprit)), "class", "why");
	else
		html_elem(v->html, "p", _("There are too few answers to tell what goes with it."), "class", "why");
}

void
portfolio_drivers(struct view *v)
{
	if (v->benchmark->n_drivers == 0)
		return;
	page_section(v, "drivers", _("What goes with the outcomes"),
		_("Do people who rate a dimension higher than others of the same alliance also rate the "
		"outcome higher? The share tells how much of what goes together falls to each dimension. "
		"What goes together need not cause each other: a good result may as well colour every answer."));
	for (size_t i = 0; i < v->benchmark->n_drivers; i++)
		outcome(v, &v->benchmark->drivers[i]);
	html_close(v->html, "section");
}
