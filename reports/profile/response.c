/* response.c - who answered, which groups were taken together, and which were left out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "forms/group.h"
#include "reports/page.h"
#include "reports/profile/circle.h"
#include "reports/profile/section.h"
#include "reports/words.h"

/* The group this one was counted with, or NULL. */
static const char *
counted_with(const struct view *v, const char *group)
{
	for (size_t other = 0; other < N_GROUPS; other++)
		if (view_has(v, MEASURE_RESPONSE, "", group, group_names[other]))
			return group_names[other];
	return NULL;
}

static const char *
standing(const struct view *v, const char *group, const struct cell *answered)
{
	const char *with = counted_with(v, group);

	if (with != NULL)
		return arena_printf(v->arena, _("too few to stand alone: counted with \u201c%s\u201d"),
			words_group(with));
	if (answered == NULL)
		return "–";
	if (str_eq(answered->word, "left-out"))
		return arena_printf(v->arena, 
			_("fewer than %d: left out of every figure, of the totals too"), v->release->k);
	return circle_seen(v, group) ? _("shown on its own") : _("counts in the totals, not shown on its own");
}

static void
row(struct view *v, const char *group)
{
	const struct cell *cell = view_cell(v, MEASURE_RESPONSE, "", group, NULL);
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", words_group(group), "scope", "row", "class", "name");
	chart_number(v, _("Answered"), cell == NULL ? "–" : words_number(v->arena, cell->value, 0));
	chart_number(v, _("Invited"),
		cell == NULL || cell->n == 0 ? "–" : words_number(v->arena, cell->n, 0));
	html_elem(h, "td", standing(v, group, cell), "class", "verdict", "data-label", _("In this report"));
	html_close(h, "tr");
}

void
section_response(struct view *v)
{
	struct html *h = v->html;

	page_section(v, "response", _("Who answered"),
		_("Numbers of people by rater group, after small groups were taken together."));
	html_open(h, "table", "class", "chart groups");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Rater group"));
	chart_th(v, "figure", _("Answered"));
	chart_th(v, "figure", _("Invited"));
	chart_th(v, "verdict", _("In this report"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t g = 0; g < N_GROUPS; g++)
		if (view_party_name(v, group_names[g]) != NULL)
			row(v, group_names[g]);
	html_close(h, "tbody");
	html_close(h, "table");
	html_close(h, "section");
}
