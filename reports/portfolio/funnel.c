/* funnel.c - which alliances lie further out than alliances of their size ordinarily do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/page.h"
#include "reports/portfolio/portfolio.h"
#include "reports/words.h"

enum { WIDTH = 640, HEIGHT = 330, LEFT = 34, RIGHT = WIDTH - 14, TOP = 10, BOTTOM = HEIGHT - 40, STEPS = 60,
	LABEL_HEIGHT = 12, NAMED = 20, DOTS = 1500 };

/* The ends of 95% and 99.8% of a normal distribution. */
static const double limits[] = { 1.959963984540054, 3.090232306167813 };

struct plot {
	const struct benchmark_row *row;
	size_t r;
	double most;			/* people */
	struct axis x, y;		/* y: left is the bottom */
	size_t outliers, n_named;
	size_t named[NAMED];		/* the furthest of them, in the order of the alliances */
};

static const struct benchmark_cell *
cell(const struct view *v, const struct plot *p, size_t i)
{
	const struct benchmark_cell *c = &v->benchmark->alliances[i].cells[p->r];

	return c->refused == REFUSED_NOT && c->n > 0 ? c : NULL;
}

static double
limit(const struct plot *p, double people, double z)
{
	double sd = sqrt(p->row->funnel_sigma2 / people + p->row->funnel_between);

	return portfolio_percent(p->row, p->row->funnel_centre + z * sd);
}

/* The people by whom the limits were made: with sides of unequal size fewer than answered. */
static double
counted(const struct plot *p, const struct benchmark_cell *c)
{
	double sd = (c->raw - p->row->funnel_centre) / c->funnel_z;
	double people = p->row->funnel_sigma2 / (sd * sd - p->row->funnel_between);

	return isfinite(people) && people >= 1 && people <= c->n ? people : c->n;
}

static struct plot
plot_of(const struct view *v, size_t r)
{
	struct plot p = { .row = &v->benchmark->rows[r], .r = r, .most = 10 };
	double low = INFINITY, high = -INFINITY;

	for (size_t i = 0; i < v->benchmark->n_alliances; i++) {
		const struct benchmark_cell *c = cell(v, &p, i);

		if (c == NULL)
			continue;
		p.most = fmax(p.most, c->n);
		low = fmin(low, portfolio_percent(p.row, c->raw));
		high = fmax(high, portfolio_percent(p.row, c->raw));
	}
	p.x = (struct axis){ 0, 20 * ceil(p.most / 20 + .05), LEFT, RIGHT };
	p.y = portfolio_axis(low, high);
	p.y.left = BOTTOM;
	p.y.right = TOP;
	return p;
}

static void
scales(struct view *v, const struct plot *p)
{
	for (int i = 0; i <= 4; i++) {
		double y = p->y.from + i * (p->y.to - p->y.from) / 4, x = p->x.to * i / 4;

		svg_line(v->html, LEFT, axis_x(&p->y, y), RIGHT, axis_x(&p->y, y), COLOUR_TRACK, 1);
		svg_text(v->html, LEFT - 6, axis_x(&p->y, y) + 4, "end", COLOUR_QUIET, words_number(v->arena, y, 0));
		svg_text(v->html, axis_x(&p->x, x), BOTTOM + 16, i == 4 ? "end" : "middle", COLOUR_QUIET,
			words_number(v->arena, x, 0));
	}
	svg_text(v->html, RIGHT, BOTTOM + 32, "end", COLOUR_QUIET, _("People who answered"));
}

static void
curve(struct view *v, const struct plot *p, double z, bool dashed)
{
	double before_x = 0, before_y = 0;
	bool drawn = false;

	for (int i = 0; i <= STEPS; i++) {
		double people = 2 + (p->x.to - 2) * pow((double)i / STEPS, 2), value = limit(p, people, z);
		double x = axis_x(&p->x, people), y = axis_x(&p->y, value);
		bool inside = value >= p->y.from && value <= p->y.to;

		if (drawn && inside)
			(dashed ? svg_dashed : svg_line)(v->html, before_x, before_y, x, y, COLOUR_QUIET, 1);
		drawn = inside;
		before_x = x;
		before_y = y;
	}
}

struct outlier {
	size_t alliance;
	double z;
};

static int
furthest_first(const void *x, const void *y)
{
	const struct outlier *a = x, *b = y;

	if (a->z < b->z || a->z > b->z)
		return a->z > b->z ? -1 : 1;
	return a->alliance < b->alliance ? -1 : 1;
}

static int
by_alliance(const void *x, const void *y)
{
	const size_t *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

static void
choose_outliers(struct view *v, struct plot *p)
{
	struct outlier *all = arena_make_n(v->arena, v->benchmark->n_alliances, struct outlier);

	for (size_t i = 0; i < v->benchmark->n_alliances; i++) {
		const struct benchmark_cell *c = cell(v, p, i);

		if (c != NULL && c->funnel_side != 0)
			all[p->outliers++] = (struct outlier){ i, fabs(c->funnel_z) };
	}
	qsort(all, p->outliers, sizeof(*all), furthest_first);
	p->n_named = p->outliers < NAMED ? p->outliers : NAMED;
	for (size_t i = 0; i < p->n_named; i++)
		p->named[i] = all[i].alliance;
	qsort(p->named, p->n_named, sizeof(*p->named), by_alliance);
}

/* Names of outliers, the highest first, each at least a line below the one before. One that would come too far from
 * its mark is left to the table. */
struct label {
	double x, y;
	const char *text;
};

static int
by_height(const void *a, const void *b)
{
	double x = ((const struct label *)a)->y, y = ((const struct label *)b)->y;

	return (x > y) - (x < y);
}

static void
names(struct view *v, const struct plot *p)
{
	struct label labels[NAMED];
	size_t n = p->n_named;
	double free_y = -INFINITY;

	for (size_t i = 0; i < n; i++) {
		const struct benchmark_cell *c = &v->benchmark->alliances[p->named[i]].cells[p->r];

		labels[i] = (struct label){ axis_x(&p->x, counted(p, c)),
			axis_x(&p->y, portfolio_percent(p->row, c->raw)) + 4,
			portfolio_name(&v->benchmark->alliances[p->named[i]]) };
	}
	qsort(labels, n, sizeof(*labels), by_height);
	for (size_t i = 0; i < n; i++) {
		bool left = labels[i].x > (LEFT + RIGHT) / 2;

		if (free_y + LABEL_HEIGHT > labels[i].y + 2 * LABEL_HEIGHT)
			continue;
		free_y = fmax(labels[i].y, free_y + LABEL_HEIGHT);
		svg_text(v->html, labels[i].x + (left ? -8 : 8), free_y, left ? "end" : "start", COLOUR_INK,
			labels[i].text);
	}
}

static void
dots(struct view *v, const struct plot *p)
{
	static const enum shape shapes[] = { SHAPE_POINT_DOWN, SHAPE_CIRCLE, SHAPE_TRIANGLE };
	size_t n = v->benchmark->n_alliances, every = n > DOTS ? n / DOTS : 1;

	for (size_t i = 0; i < n; i++) {
		const struct benchmark_cell *c = cell(v, p, i);

		if (c == NULL || (c->funnel_side == 0 && i % every != 0))
			continue;
		svg_shape(v->html, shapes[1 + (c->funnel_side > 0) - (c->funnel_side < 0)],
			axis_x(&p->x, counted(p, c)), axis_x(&p->y, portfolio_percent(p->row, c->raw)),
			c->funnel_side == 0 ? 3 : 4.4,
			c->funnel_side == 0 ? COLOUR_QUIET : palette_party(c->funnel_side < 0)->colour,
			c->funnel_side == 0);
	}
}

static void
picture(struct view *v, const struct plot *p)
{
	struct html *h = v->html;

	html_open(h, "figure", "class", "funnel");
	svg_open(h, WIDTH, HEIGHT, view_title(v, p->row->of), arena_printf(v->arena,
		ngettext("Score by number of people; %zu alliance lies outside of the 95%% limits",
		"Score by number of people; %zu alliances lie outside of the 95%% limits", p->outliers), p->outliers));
	scales(v, p);
	for (int k = 0; k < 2; k++) {
		curve(v, p, limits[k], k == 0);
		curve(v, p, -limits[k], k == 0);
	}
	svg_line(v->html, LEFT, axis_x(&p->y, limit(p, 1, 0)), RIGHT, axis_x(&p->y, limit(p, 1, 0)), COLOUR_INK, 1);
	dots(v, p);
	if (portfolio_is_listed(v))
		names(v, p);
	svg_close(h);
	html_close(h, "figure");
}

static const char *
position(int side)
{
	static const char *const words[] = { N_("below the 99.8% limit"), N_("below the 95% limit"),
		N_("between the limits"), N_("above the 95% limit"), N_("above the 99.8% limit") };

	return _(words[side + 2]);
}

static void
outlier(struct view *v, const struct plot *p, size_t i)
{
	const struct benchmark_cell *c = &v->benchmark->alliances[i].cells[p->r];
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", portfolio_name(&v->benchmark->alliances[i]), "scope", "row", "class", "name");
	chart_number(v, _("People"), words_number(v->arena, c->n, 0));
	chart_number(v, _("Measured"), words_number(v->arena, portfolio_percent(p->row, c->raw), 0));
	html_elem(h, "td", position(c->funnel_side), "class", "verdict", "data-label", _("Position"));
	html_close(h, "tr");
}

static void
table(struct view *v, const struct plot *p)
{
	struct html *h = v->html;

	html_open(h, "table", "class", "chart outliers");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Alliance"));
	chart_th(v, "figure", _("People"));
	chart_th(v, "figure", _("Measured"));
	chart_th(v, "verdict", _("Position"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < p->n_named; i++)
		outlier(v, p, p->named[i]);
	html_close(h, "tbody");
	html_close(h, "table");
}

void
portfolio_funnel(struct view *v)
{
	size_t r = portfolio_first_index(v);
	struct plot p;

	if (portfolio_is_own(v) || v->benchmark->n_alliances == 0
	    || v->benchmark->rows[r].funnel_refused != REFUSED_NOT)
		return;
	p = plot_of(v, r);
	choose_outliers(v, &p);
	page_section(v, "funnel", _("Who is further out than its size explains"),
		_("Few people make an extreme score easily, many do not: the limits hold 95% (dashed) and "
		"99.8% of ordinary alliances of that size. Only the furthest outside are named."));
	html_elem(v->html, "h3", view_title(v, p.row->of));
	picture(v, &p);
	if (p.n_named > 0)
		table(v, &p);
	else
		html_elem(v->html, "p", _("No alliance lies outside of the limits."), "class", "conclusion");
	if (p.outliers > p.n_named)
		html_elem(v->html, "p", arena_printf(v->arena, _("%zu more are in the data as CSV and JSON."),
			p.outliers - p.n_named), "class", "note");
	html_elem(v->html, "p", portfolio_is_listed(v) ? _("People and measured scores of all stand in the table of estimates.")
		: _("People and measured scores of all are in the data as CSV and JSON; the picture shows "
			"some of those inside."),
		"class", "note");
	html_close(v->html, "section");
}
