/* chart_response.c - how many of the invited people answered, side by side */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/svg.h"
#include "reports/words.h"

enum { HEIGHT = 20 };

static void
picture(struct view *v, size_t party)
{
	const struct release_party *p = &v->release->parties[party];

	svg_open(v->html, CHART_WIDTH, HEIGHT, p->name, view_response(v, party));
	svg_bar(v->html, 0, 6, CHART_WIDTH, HEIGHT - 12, COLOUR_TRACK);
	svg_bar(v->html, 0, 6, (double)CHART_WIDTH * p->answered / p->invited, HEIGHT - 12,
		palette_party(party)->colour);
	svg_close(v->html);
}

static void
row(struct view *v, size_t party)
{
	const struct release_party *p = &v->release->parties[party];
	struct html *h = v->html;

	html_open(h, "tr");
	html_open(h, "th", "scope", "row", "class", "name");
	chart_party_mark(v, party);
	html_text(h, p->name);
	html_close(h, "th");
	html_open(h, "td", "class", "picture");
	if (p->invited > 0)
		picture(v, party);
	html_close(h, "td");
	chart_number(v, _("Answered"), words_number(v->arena, p->answered, 0));
	chart_number(v, _("Invited"), p->invited > 0 ? words_number(v->arena, p->invited, 0) : "–");
	chart_number(v, _("Share"), p->invited > 0 ? words_share(v->arena, (double)p->answered / p->invited)
		: "–");
	html_close(h, "tr");
}

void
chart_response(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "table", "class", "chart response");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Side"));
	html_open(h, "td", "class", "picture");
	html_close(h, "td");
	chart_th(v, "figure", _("Answered"));
	chart_th(v, "figure", _("Invited"));
	chart_th(v, "figure", _("Share"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < v->release->n_parties; i++)
		row(v, i);
	html_close(h, "tbody");
	html_close(h, "table");
}
