/* attention.c - which alliances need a look, and why, in sentences */
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

size_t
portfolio_reasons_together(const struct view *v, size_t first)
{
	const struct benchmark *b = v->benchmark;
	size_t n = 1;

	while (first + n < b->n_attention && b->attention[first + n].alliance == b->attention[first].alliance)
		n++;
	return n;
}

size_t
portfolio_needing_a_look(const struct view *v)
{
	size_t n = 0;

	for (size_t i = 0; i < v->benchmark->n_attention; i += portfolio_reasons_together(v, i))
		n++;
	return n;
}

static const char *
drop(struct view *v, const struct benchmark_attention *x)
{
	const struct benchmark_row *row = benchmark_row(v->benchmark, x->of);

	return arena_printf(v->arena, _("%s fell by %s points (probability %s)."), view_title(v, x->of),
		words_number(v->arena, row == NULL ? NAN : fabs(portfolio_points(row, x->value)), 0),
		portfolio_chance(v, x->p));
}

static const char *
reason(struct view *v, const struct benchmark_attention *x)
{
	struct arena *a = v->arena;
	int count = isnan(x->value) ? 0 : (int)x->value;

	switch (x->reason) {
	case REASON_DROP:
		return drop(v, x);
	case REASON_SILENT:
		if (isnan(x->value))
			return arena_printf(a, _("Too few people of side %s answered to show what they say."),
				portfolio_side(v, x->party));
		return arena_printf(a, _("Of side %s only %s answered."), portfolio_side(v, x->party), words_share(a, x->value));
	case REASON_SPLIT:
		return arena_printf(a, ngettext("Side %s is split within itself on %d dimension.",
			"Side %s is split within itself on %d dimensions.", (unsigned long)count),
			portfolio_side(v, x->party), count);
	case REASON_SIGNALS:
		return arena_printf(a, ngettext("A third or more report %d early-warning fact.",
			"A third or more report %d early-warning facts.", (unsigned long)count), count);
	case REASON_OVERDUE:
		return arena_printf(a, ngettext("The last wave closed %d month ago.",
			"The last wave closed %d months ago.", (unsigned long)count), count);
	case N_REASONS:
		break;
	}
	return NULL;
}

void
portfolio_reasons(struct view *v, const struct benchmark_attention *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		page_sentence(v, reason(v, &list[i]));
}

static void
row(struct view *v, const struct benchmark_attention *list, size_t n)
{
	const struct benchmark_alliance *a = &v->benchmark->alliances[list->alliance];
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", portfolio_name(a), "scope", "row", "class", "name");
	html_open(h, "td", "class", "why-look");
	portfolio_reasons(v, list, n);
	html_close(h, "td");
	html_close(h, "tr");
}

static void
table(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	struct html *h = v->html;
	size_t n = 0;

	html_open(h, "table", "class", "chart attention");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Alliance"));
	chart_th(v, NULL, _("Why"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < b->n_attention && n < PORTFOLIO_ATTENTION; n++) {
		size_t together = portfolio_reasons_together(v, i);

		row(v, &b->attention[i], together);
		i += together;
	}
	html_close(h, "tbody");
	html_close(h, "table");
}

void
portfolio_attention(struct view *v)
{
	size_t n = portfolio_needing_a_look(v);

	if (n == 0 || portfolio_is_own(v))
		return;
	page_section(v, "attention", _("Which alliances need a look"),
		_("Most and gravest reasons first: a probable drop, a silent side, a split side, "
		"early-warning facts, a wave that is overdue. A reason to talk to each other, not a verdict."));
	table(v);
	if (n > PORTFOLIO_ATTENTION)
		html_elem(v->html, "p", arena_printf(v->arena, _("%zu more are in the data as CSV and JSON."),
			n - PORTFOLIO_ATTENTION), "class", "note");
	html_close(v->html, "section");
}
