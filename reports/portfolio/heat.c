/* heat.c - alliances by dimensions: estimates in cells that are coloured where the answers allow a judgement */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/page.h"
#include "reports/portfolio/portfolio.h"
#include "reports/words.h"

/* How an estimate lies to the mean of all alliances. Colour needs a probability of .8; how much colour, the
 * distance in points of 0-100. */
static const char *
shade(const struct benchmark_row *row, const struct benchmark_cell *cell)
{
	static const char *const low[] = { "low-1", "low-2", "low-3" }, *const high[] = { "high-1", "high-2",
		"high-3" };
	double distance;
	int step;

	if (cell->refused != REFUSED_NOT)
		return "none";
	if (cell->shrunken_refused != REFUSED_NOT || isnan(cell->p_below))
		return "unsure";
	distance = fabs(portfolio_points(row, cell->shrunken - row->mu));
	step = distance < 5 ? 0 : distance < 10 ? 1 : 2;
	if (cell->p_below >= .8)
		return low[step];
	return cell->p_below <= .2 ? high[step] : "unsure";
}

static void
cell(struct view *v, size_t r, const struct benchmark_cell *c)
{
	const struct benchmark_row *row = &v->benchmark->rows[r];
	double value = c->shrunken_refused == REFUSED_NOT ? c->shrunken : c->raw;
	const char *css = shade(row, c);
	struct html *h = v->html;

	html_open(h, "td", "class", css, "data-label", view_title(v, row->of));
	if (c->refused != REFUSED_NOT)
		html_text(h, "–");
	else
		html_text(h, words_number(v->arena, portfolio_percent(row, value), 0));
	if (str_starts(css, "low"))
		html_elem(h, "span", _("probably below the mean"), "class", "said");
	else if (str_starts(css, "high"))
		html_elem(h, "span", _("probably above the mean"), "class", "said");
	html_close(h, "td");
}

static void
head(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Alliance"));
	for (size_t r = 0; r < v->benchmark->n_rows; r++)
		chart_th(v, v->benchmark->rows[r].is_index ? "index" : NULL, view_title(v, v->benchmark->rows[r].of));
	html_close(h, "tr");
	html_close(h, "thead");
}

static void
means(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "tbody");
	html_open(h, "tr", "class", "means-of-all");
	html_elem(h, "th", _("Mean of all alliances"), "scope", "row", "class", "name");
	for (size_t r = 0; r < v->benchmark->n_rows; r++) {
		const struct benchmark_row *row = &v->benchmark->rows[r];

		html_elem(h, "td", words_number(v->arena, portfolio_percent(row, row->mu), 0), "class", "mean",
			"data-label", view_title(v, row->of));
	}
	html_close(h, "tr");
	html_close(h, "tbody");
}

/* By group, then those that need a look in the order of the list, then the lowest index first. */
struct place {
	const struct benchmark_alliance *alliance;
	const char *group;
	size_t attention;
	double index;
};

static int
by_place(const void *x, const void *y)
{
	const struct place *a = x, *b = y;
	int groups = (*a->group == '\0') - (*b->group == '\0');

	if (groups == 0)
		groups = strcmp(a->group, b->group);
	if (groups != 0)
		return groups;
	if (a->attention != b->attention)
		return a->attention < b->attention ? -1 : 1;
	if (a->index < b->index || a->index > b->index)
		return a->index < b->index ? -1 : 1;
	return strcmp(a->alliance->key, b->alliance->key);
}

/* By type when any is told, else by stage; else they are one group. */
static bool
any(const struct benchmark *b, bool of_type)
{
	for (size_t i = 0; i < b->n_alliances; i++) {
		const char *told = of_type ? b->alliances[i].type : b->alliances[i].stage;

		if (told != NULL && *told != '\0')
			return true;
	}
	return false;
}

static const char *
told_group(const struct benchmark *b, size_t i, bool by_type)
{
	const char *told = by_type ? b->alliances[i].type : b->alliances[i].stage;

	return told == NULL ? "" : told;
}

static struct place *
places(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	struct place *all = arena_make_n(v->arena, b->n_alliances, struct place);
	size_t index = portfolio_first_index(v);
	bool by_type = any(b, true);

	for (size_t i = 0; i < b->n_alliances; i++) {
		const struct benchmark_cell *c = &b->alliances[i].cells[index];
		bool estimated = c->shrunken_refused == REFUSED_NOT, shown = c->refused == REFUSED_NOT;

		all[i] = (struct place){ &b->alliances[i], told_group(b, i, by_type), b->n_attention,
			estimated ? c->shrunken : shown ? c->raw : INFINITY };
	}
	for (size_t k = b->n_attention; k-- > 0;)
		all[b->attention[k].alliance].attention = k;
	qsort(all, b->n_alliances, sizeof(*all), by_place);
	return all;
}

static void
group_head(struct view *v, const char *group, size_t n)
{
	struct html *h = v->html;

	html_open(h, "tr", "class", "group");
	html_open(h, "th", "scope", "rowgroup");
	html_attr(h, "colspan", arena_printf(v->arena, "%zu", v->benchmark->n_rows + 1));
	html_textf(h, "%s (%zu)", *group == '\0' ? _("not told") : portfolio_kind(group), n);
	html_close(h, "th");
	html_close(h, "tr");
}

static void
alliance(struct view *v, const struct place *p)
{
	struct html *h = v->html;

	html_open(h, "tr");
	html_open(h, "th", "scope", "row", "class", "name");
	html_text(h, portfolio_name(p->alliance));
	if (p->attention < v->benchmark->n_attention)
		html_elem(h, "span", _("needs a look"), "class", "flag");
	html_close(h, "th");
	for (size_t r = 0; r < v->benchmark->n_rows; r++)
		cell(v, r, &p->alliance->cells[r]);
	html_close(h, "tr");
}

static void
groups(struct view *v)
{
	const struct place *all = places(v);
	size_t n = v->benchmark->n_alliances;
	bool several = !str_eq(all[0].group, all[n - 1].group);

	for (size_t i = 0, end; i < n; i = end) {
		for (end = i; end < n && str_eq(all[end].group, all[i].group); end++)
			;
		html_open(v->html, "tbody");
		if (several)
			group_head(v, all[i].group, end - i);
		for (size_t k = i; k < end; k++)
			alliance(v, &all[k]);
		html_close(v->html, "tbody");
	}
}

static void
key(struct view *v, const char *css, const char *sample, const char *words)
{
	html_open(v->html, "li");
	html_elem(v->html, "span", sample, "class", css, "aria-hidden", "true");
	html_textf(v->html, " %s", words);
	html_close(v->html, "li");
}

static void
legend(struct view *v)
{
	html_open(v->html, "ul", "class", "heat-key");
	key(v, "low-3", "40", _("probably below the mean of all: by 10 points or more"));
	key(v, "low-2", "50", _("by 5 to 10"));
	key(v, "low-1", "55", _("by less than 5"));
	key(v, "unsure", "60", _("cannot tell from the mean"));
	key(v, "high-1", "65", _("probably above: by less than 5"));
	key(v, "high-2", "70", _("by 5 to 10"));
	key(v, "high-3", "80", _("by 10 points or more"));
	key(v, "none", "–", _("nothing can be said"));
	html_close(v->html, "ul");
}

void
portfolio_heat(struct view *v)
{
	const struct benchmark *b = v->benchmark;

	if (!portfolio_is_listed(v) || portfolio_is_own(v) || b->n_alliances == 0)
		return;
	page_section(v, "heat", _("Every alliance on every dimension"),
		any(b, true) ? _("Estimates from 0 to 100, by type of alliance. In each group those that "
		"need a look come first, then the lowest index. A colour needs a probability of 80% or more; "
		"a white cell means that the answers cannot tell.")
		: _("Estimates from 0 to 100. Those that need a look come first, then the lowest index. A "
		"colour needs a probability of 80% or more; a white cell means that the answers cannot tell."));
	legend(v);
	html_open(v->html, "table", "class", "heat");
	head(v);
	means(v);
	groups(v);
	html_close(v->html, "table");
	html_close(v->html, "section");
}
