/* portfolio.c - the benchmark of a portfolio as one HTML file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/portfolio/portfolio.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/lang.h"
#include "reports/page.h"
#include "reports/report.h"

static const char *
title(struct view *v)
{
	const struct benchmark *b = v->benchmark;

	if (portfolio_is_own(v) && b->n_alliances > 0)
		return arena_printf(v->arena, _("%s: portfolio benchmark, %s"), portfolio_name(&b->alliances[0]),
			day_words(v->arena, b->made));
	return arena_printf(v->arena, _("Portfolio benchmark, %s"), day_words(v->arena, b->made));
}

static void
content(struct view *v)
{
	portfolio_summary(v);
	if (v->benchmark->refused == BENCHMARK_GOOD) {
		portfolio_own(v);
		portfolio_heat(v);
		portfolio_attention(v);
		portfolio_dimensions(v);
		portfolio_distributions(v);
		portfolio_estimates(v);
		portfolio_funnel(v);
		portfolio_changes(v);
		portfolio_gaps(v);
		portfolio_drivers(v);
		portfolio_managers(v);
		portfolio_instrument(v);
	}
	portfolio_left_out(v);
	if (v->benchmark->refused == BENCHMARK_GOOD)
		portfolio_method(v);
}

void
report_benchmark_html(const struct benchmark *b, const char *lang, struct buf *out)
{
	static const struct release nothing = { .wave = "", .alliance = "" };
	static const struct page_kind portfolio = { title, content };
	struct view v = { .release = &nothing, .benchmark = b, .form = b->form };

	page_write(&portfolio, &v, lang == NULL ? "en" : lang, out);
}
