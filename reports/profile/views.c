/* views.c - the own organisation's view against the partner organisation's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "forms/group.h"
#include "reports/page.h"
#include "reports/profile/circle.h"
#include "reports/profile/radar.h"
#include "reports/profile/section.h"
#include "reports/words.h"

static const char *const sides[2] = { "inside", "partner" };

static void
gap_cells(struct view *v, const char *of)
{
	const struct cell *gap = view_cell(v, MEASURE_GAP, of, sides[0], NULL);

	if (gap == NULL) {
		enum shown why = view_why(v, MEASURE_GAP, of, sides[0], NULL);

		html_elem(v->html, "td", words_hidden(v->arena, why, v->release->k), "class", "why",
			"colspan", "3");
		return;
	}
	chart_number(v, _("Gap"), words_signed(v->arena, view_points(v, of, gap->value), 0));
	chart_number(v, _("95% interval"), words_signed_interval(v->arena, view_points(v, of, gap->low),
		view_points(v, of, gap->high), 0));
	chart_verdict(v, gap);
}

static void
row(struct view *v, const char *of)
{
	html_open(v->html, "tr");
	html_elem(v->html, "th", view_title(v, of), "scope", "row", "class", "name");
	circle_picture(v, of, sides);
	circle_figure_cell(v, of, sides[0]);
	circle_figure_cell(v, of, sides[1]);
	gap_cells(v, of);
	html_close(v->html, "tr");
}

/* Is some behaviour of the dimension asked of raters on both sides? */
static bool
is_shared(const struct view *v, const struct dimension *d)
{
	unsigned partner = 0, own = 0;

	for (enum rater_group g = GROUP_MANAGER; g < N_GROUPS; g++)
		if (group_is_partner(g))
			partner |= 1u << g;
		else
			own |= 1u << g;
	for (size_t i = 0; i < d->n_items; i++) {
		unsigned asked = v->form->items[d->items[i]].groups;

		if ((asked & partner) != 0 && (asked & own) != 0)
			return true;
	}
	return false;
}

static void
not_shared(struct view *v)
{
	const char **titles = arena_make_n(v->arena, v->form->n_dimensions, const char *);
	size_t n = 0;

	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (circle_measured(v, i) && !is_shared(v, &v->form->dimensions[i]))
			titles[n++] = view_title(v, v->form->dimensions[i].id);
	if (n > 0)
		html_elem(v->html, "p", arena_printf(v->arena, _("Not asked of both sides: %s."),
			words_list(v->arena, titles, n)), "class", "note");
}

static void
table(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "table", "class", "chart sides");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Competency"));
	chart_axis_cell(v, &circle_axis);
	circle_th(v, sides[0]);
	circle_th(v, sides[1]);
	chart_th(v, "figure", _("Gap"));
	chart_th(v, "figure wide", _("95% interval"));
	chart_th(v, "verdict", _("Verdict"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (circle_measured(v, i) && is_shared(v, &v->form->dimensions[i]))
			row(v, v->form->dimensions[i].id);
	html_close(h, "tbody");
	html_close(h, "table");
	view_notes(v);
	not_shared(v);
}

void
section_views(struct view *v)
{
	if (!circle_seen(v, sides[0]) && !circle_seen(v, sides[1]))
		return;
	page_section(v, "views", _("Inside view and partner view"),
		_("What the own organisation and the partner organisation see. Both views rest on the "
		"behaviours that both sides are asked about, so that they can be compared; the scores above "
		"rest on all behaviours."));
	radar_render(v, _("Inside view and partner view"), sides);
	table(v);
	html_close(v->html, "section");
}
