/* common.c - what the parts of the portfolio benchmark share: names, numbers, order, the band of a row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/portfolio/portfolio.h"
#include "reports/words.h"

bool
portfolio_is_listed(const struct view *v)
{
	return v->benchmark->n_alliances <= PORTFOLIO_LISTED;
}

bool
portfolio_is_own(const struct view *v)
{
	return v->benchmark->choice.own != NULL;
}

bool
portfolio_has_places(const struct view *v)
{
	return v->benchmark->pool_alliances >= BENCHMARK_WORDS_BELOW;
}

double
portfolio_percent(const struct benchmark_row *row, double value)
{
	return 100 * (value - row->min) / (row->max - row->min);
}

double
portfolio_points(const struct benchmark_row *row, double difference)
{
	return 100 * difference / (row->max - row->min);
}

const char *
portfolio_name(const struct benchmark_alliance *a)
{
	return a->name != NULL && a->name[0] != '\0' ? a->name : a->key;
}

const char *
portfolio_kind(const char *key)
{
	static const struct {
		const char *key, *text;
	} kinds[] = {
		{ "reseller", N_("Reseller") }, { "codevelopment", N_("Co-development") },
		{ "technology", N_("Technology") }, { "licensing", N_("Licensing") },
		{ "venture", N_("Joint venture") }, { "consortium", N_("Consortium") },
		{ "start", N_("Start") }, { "build", N_("Building up") },
		{ "run", N_("Running") }, { "renew", N_("Renewal") },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_eq(kinds[i].key, key))
			return _(kinds[i].text);
	return key;
}

const char *
portfolio_side(const struct view *v, const char *party)
{
	if (party == NULL || party[0] < 'a' || party[0] > 'z' || party[1] != '\0')
		return party == NULL ? "" : party;
	return arena_printf(v->arena, "%c", party[0] - 'a' + 'A');
}

const char *
portfolio_chance(const struct view *v, double p)
{
	return words_share(v->arena, isnan(p) ? p : fmin(fmax(p, .001), .999));
}

size_t
portfolio_first_index(const struct view *v)
{
	for (size_t r = 0; r < v->benchmark->n_rows; r++)
		if (v->benchmark->rows[r].is_index)
			return r;
	return 0;
}

const char *
portfolio_competency(const struct view *v, const char *of)
{
	struct view managers = *v;

	managers.form = v->benchmark->manager_form;
	return view_title(&managers, of);
}

enum direction
portfolio_direction(double p_up)
{
	if (p_up >= .95)
		return UP_SURELY;
	if (p_up >= .8)
		return UP_PROBABLY;
	if (p_up <= .05)
		return DOWN_SURELY;
	return p_up <= .2 ? DOWN_PROBABLY : UNDECIDED;
}

void
portfolio_arrow(struct view *v, enum direction d)
{
	static const char *const arrows[] = { "↓", "↘", "", "↗", "↑" };

	if (d != UNDECIDED)
		html_elem(v->html, "span", arrows[d], "class", "arrow", "aria-hidden", "true");
}

const char *
portfolio_direction_words(enum direction d)
{
	static const char *const words[] = { N_("very probably fell"), N_("probably fell"), N_("cannot tell"),
		N_("probably rose"), N_("very probably rose") };

	return _(words[d]);
}

struct estimate {
	size_t alliance;
	double value;
};

static int
by_value(const void *x, const void *y)
{
	const struct estimate *a = x, *b = y;

	if (a->value < b->value || a->value > b->value)
		return a->value < b->value ? -1 : 1;
	return a->alliance < b->alliance ? -1 : 1;
}

size_t *
portfolio_by_estimate(const struct view *v, size_t row, size_t *n_r)
{
	const struct benchmark *b = v->benchmark;
	struct estimate *all = arena_make_n(v->arena, b->n_alliances, struct estimate);
	size_t *order = arena_make_n(v->arena, b->n_alliances, size_t), n = 0;

	for (size_t i = 0; i < b->n_alliances; i++)
		if (b->alliances[i].cells[row].shrunken_refused == REFUSED_NOT)
			all[n++] = (struct estimate){ i, b->alliances[i].cells[row].shrunken };
	qsort(all, n, sizeof(*all), by_value);
	for (size_t i = 0; i < n; i++)
		order[i] = all[i].alliance;
	*n_r = n;
	return order;
}

enum { HEIGHT = 20 };

void
portfolio_band(struct view *v, const struct axis *axis, const char *title, const char *desc,
	struct interval band, double value, double mean)
{
	struct html *h = v->html;

	html_open(h, "td", "class", "picture");
	svg_open(h, CHART_WIDTH, HEIGHT, title, desc);
	for (int i = 0; i <= 4; i++) {
		double x = axis_x(axis, axis->from + i * (axis->to - axis->from) / 4);

		svg_line(h, x, 0, x, HEIGHT, COLOUR_TRACK, 1);
	}
	if (!isnan(mean))
		svg_dashed(h, axis_x(axis, mean), 0, axis_x(axis, mean), HEIGHT, COLOUR_INK, 1);
	svg_interval(h, axis, band.lo, band.hi, HEIGHT / 2, palette_party(0)->colour);
	if (!isnan(value))
		svg_shape(h, SHAPE_CIRCLE, axis_x(axis, value), HEIGHT / 2, 4.2, palette_party(0)->colour, false);
	svg_close(h);
	html_close(h, "td");
}

struct axis
portfolio_axis(double low, double high)
{
	double from = 20 * floor(low / 20), to = 20 * ceil(high / 20);

	if (isnan(low) || isnan(high))
		return (struct axis){ 0, 100, CHART_EDGE, CHART_WIDTH - CHART_EDGE };
	return (struct axis){ fmax(from, 0), fmin(fmax(to, from + 20), 100), CHART_EDGE, CHART_WIDTH - CHART_EDGE };
}
