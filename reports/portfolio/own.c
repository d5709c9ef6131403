/* own.c - the benchmark made for one alliance: where it lies among the others, which are not named */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/page.h"
#include "reports/portfolio/places.h"
#include "reports/portfolio/portfolio.h"

static void
row(struct view *v, const struct axis *axis, size_t r)
{
	const struct benchmark_row *row = &v->benchmark->rows[r];
	const struct benchmark_cell *c = &v->benchmark->alliances[0].cells[r];
	struct html *h = v->html;

	html_open(h, "tr", "class", row->is_index ? "index" : NULL);
	html_elem(h, "th", view_title(v, row->of), "scope", "row", "class", "name");
	if (c->shrunken_refused != REFUSED_NOT)
		html_elem(h, "td", _("nothing can be said"), "class", "why", "colspan", portfolio_place_columns(v));
	else {
		portfolio_estimate_cells(v, axis, view_title(v, row->of), row, c);
		portfolio_place(v, c);
	}
	html_close(h, "tr");
}

void
portfolio_own(struct view *v)
{
	const struct axis axis = portfolio_axis(0, 100);
	struct html *h = v->html;

	if (!portfolio_is_own(v) || v->benchmark->n_alliances == 0)
		return;
	page_section(v, "own", _("Where this alliance lies among the others"),
		_("The others are not named, and nothing is said that fewer than five of them say together. "
		"The band holds the true score with a probability of 80%; the dashed line is the mean of all."));
	html_open(h, "table", "class", "chart places-of-all");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Dimension"));
	portfolio_estimate_th(v, &axis);
	portfolio_place_th(v);
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t r = 0; r < v->benchmark->n_rows; r++)
		row(v, &axis, r);
	html_close(h, "tbody");
	html_close(h, "table");
	html_close(h, "section");
}
