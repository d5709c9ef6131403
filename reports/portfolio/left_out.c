/* left_out.c - which releases are not in the benchmark, and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/page.h"
#include "reports/portfolio/portfolio.h"
#include "reports/words.h"

static const char *
why(enum benchmark_exclusion_reason reason)
{
	static const char *const words[N_EXCLUSIONS] = {
		[EXCLUDED_OLD] = N_("stored before benchmarks were prepared at the close of a wave"),
		[EXCLUDED_FORM] = N_("another questionnaire without a common dimension"),
		[EXCLUDED_ITEMS] = N_("other items in this dimension"),
		[EXCLUDED_MEANING] = N_("the same items, but something in them means something else"),
	};

	return _(words[reason]);
}

static const char *
form(struct view *v, const struct benchmark_exclusion *x)
{
	return x->form_id == NULL ? "–" : arena_printf(v->arena, _("%s, version %d"), x->form_id, x->form_version);
}

static void
row(struct view *v, const struct benchmark_exclusion *x)
{
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", why(x->reason), "scope", "row", "class", "name");
	html_elem(h, "td", form(v, x), "data-label", _("Questionnaire"));
	html_elem(h, "td", x->of == NULL ? _("all") : v->form == NULL ? x->of : view_title(v, x->of), "data-label",
		_("Dimension"));
	chart_number(v, _("Releases"), words_number(v->arena, (double)x->releases, 0));
	html_close(h, "tr");
}

void
portfolio_left_out(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	struct html *h = v->html;

	if (b->n_excluded == 0)
		return;
	page_section(v, "left-out", _("What was left out"),
		_("Only what was asked and scored in the same way is compared."));
	html_open(h, "table", "class", "chart left-out");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Why"));
	chart_th(v, NULL, _("Questionnaire"));
	chart_th(v, NULL, _("Dimension"));
	chart_th(v, "figure", _("Releases"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < b->n_excluded; i++)
		row(v, &b->excluded[i]);
	html_close(h, "tbody");
	html_close(h, "table");
	html_close(h, "section");
}
