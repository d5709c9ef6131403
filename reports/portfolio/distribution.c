/* distribution.c - how the estimates of all alliances lie between 0 and 100 */
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

enum { STACKS = 41, FOOT = 18, WIDTH = 280, HEIGHT = 96 };

struct stacks {
	size_t heights[STACKS], most, n;
};

static struct stacks
stacks_of(const struct view *v, size_t r)
{
	struct stacks s = { .most = 1 };

	for (size_t i = 0; i < v->benchmark->n_alliances; i++) {
		const struct benchmark_cell *c = &v->benchmark->alliances[i].cells[r];
		double at = portfolio_percent(&v->benchmark->rows[r], c->shrunken);
		size_t *height;

		if (c->shrunken_refused != REFUSED_NOT)
			continue;
		height = &s.heights[(size_t)lround(fmin(fmax(at, 0), 100) / 100 * (STACKS - 1))];
		*height += 1;
		s.most = *height > s.most ? *height : s.most;
		s.n++;
	}
	return s;
}

static void
scale(struct view *v, const struct axis *x, double bottom)
{
	for (int i = 0; i <= 4; i++) {
		double tick = x->from + i * (x->to - x->from) / 4;

		svg_line(v->html, axis_x(x, tick), 6, axis_x(x, tick), bottom, COLOUR_TRACK, 1);
		svg_text(v->html, axis_x(x, tick), bottom + 14, i == 0 ? "start" : i == 4 ? "end" : "middle",
			COLOUR_QUIET, words_number(v->arena, tick, 0));
	}
}

static void
dots(struct view *v, const struct stacks *s, const struct axis *x, double bottom)
{
	double step = fmin(7, (bottom - 12) / (double)s->most);

	for (size_t at = 0; at < STACKS; at++)
		for (size_t k = 0; k < s->heights[at]; k++)
			svg_shape(v->html, SHAPE_CIRCLE, axis_x(x, 100 * (double)at / (STACKS - 1)),
				bottom - 4 - (double)k * step, 3.4, palette_party(0)->colour, false);
}

static void
bars(struct view *v, const struct stacks *s, const struct axis *x, double bottom)
{
	for (size_t at = 0; at < STACKS; at++) {
		double height = (bottom - 10) * (double)s->heights[at] / (double)s->most;

		if (s->heights[at] > 0)
			svg_bar(v->html, axis_x(x, 100 * (double)at / (STACKS - 1)) - 3, bottom - height, 6, height,
				palette_party(0)->colour);
	}
}

void
portfolio_distribution(struct view *v, size_t r, const struct axis *x, double height)
{
	const struct benchmark_row *row = &v->benchmark->rows[r];
	const struct stacks s = stacks_of(v, r);
	double bottom = height - FOOT, mean = axis_x(x, portfolio_percent(row, row->mu));

	scale(v, x, bottom);
	if (s.n <= PORTFOLIO_LISTED)
		dots(v, &s, x, bottom);
	else
		bars(v, &s, x, bottom);
	svg_dashed(v->html, mean, 0, mean, bottom, COLOUR_INK, 1);
}

static void
picture(struct view *v, size_t r)
{
	const struct axis x = { 0, 100, 8, WIDTH - 8 };
	const struct benchmark_row *row = &v->benchmark->rows[r];
	struct html *h = v->html;

	if (row->refused != REFUSED_NOT)
		return;
	html_open(h, "figure");
	html_elem(h, "figcaption", view_title(v, row->of));
	svg_open(h, WIDTH, HEIGHT, view_title(v, row->of), arena_printf(v->arena,
		_("Estimates of %zu alliances, nine of ten from %s to %s"),
		stacks_of(v, r).n, words_number(v->arena, portfolio_percent(row, row->quantiles[0]), 0),
		words_number(v->arena, portfolio_percent(row, row->quantiles[BENCHMARK_QUANTILES - 1]), 0)));
	portfolio_distribution(v, r, &x, HEIGHT);
	svg_close(h);
	html_close(h, "figure");
}

void
portfolio_distributions(struct view *v)
{
	if (portfolio_is_listed(v) || portfolio_is_own(v))
		return;
	html_open(v->html, "section", "id", "distributions");
	html_elem(v->html, "h2", _("Distribution of the estimates of all alliances"));
	html_open(v->html, "div", "class", "small-multiples");
	for (size_t r = 0; r < v->benchmark->n_rows; r++)
		picture(v, r);
	html_close(v->html, "div");
	html_close(v->html, "section");
}
