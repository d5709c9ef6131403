/* behaviours.c - behaviours one by one: the highest, the lowest, and all where enough people rated */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "forms/group.h"
#include "reports/page.h"
#include "reports/profile/circle.h"
#include "reports/profile/section.h"
#include "reports/words.h"

enum { RANKS = 5 };

static const char *
item_of_rank(const struct view *v, int rank)
{
	for (size_t i = 0; i < v->form->n_items; i++) {
		const struct cell *cell = circle_cell(v, MEASURE_RANK, v->form->items[i].id);

		if (cell != NULL && (int)cell->value == rank)
			return v->form->items[i].id;
	}
	return NULL;
}

static const char *
competency_of(const struct view *v, const char *item)
{
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		for (size_t j = 0; j < v->form->dimensions[i].n_items; j++)
			if (str_eq(v->form->items[v->form->dimensions[i].items[j]].id, item))
				return view_title(v, v->form->dimensions[i].id);
	return NULL;
}

static void
list(struct view *v, const char *title, int sign)
{
	struct html *h = v->html;

	html_open(h, "div");
	html_elem(h, "h3", title);
	html_open(h, "ol", "class", "ranks");
	for (int rank = 1; rank <= RANKS; rank++) {
		const char *item = item_of_rank(v, sign * rank);

		if (item == NULL)
			continue;
		html_open(h, "li");
		html_text(h, view_item_text(v, item, NO_PARTY));
		html_elem(h, "span", competency_of(v, item), "class", "aside");
		html_close(h, "li");
	}
	html_close(h, "ol");
	html_close(h, "div");
}

void
section_behaviours(struct view *v)
{
	if (view_any(v, MEASURE_RANK)) {
		page_section(v, "behaviours", _("Seen most and least often"),
			_("The behaviours that others together rate highest and lowest, whatever their "
			"competency."));
		html_open(v->html, "div", "class", "halves");
		list(v, _("Seen most often"), 1);
		list(v, _("Seen least often"), -1);
		html_close(v->html, "div");
		html_close(v->html, "section");
	}
}

static bool
has_items(const struct view *v, const char *group)
{
	for (size_t i = 0; i < v->form->n_items; i++)
		if (view_cell(v, MEASURE_ITEM, v->form->items[i].id, group, NULL) != NULL)
			return true;
	return false;
}

/* The self-rating beside the others', then what single groups say where they are large enough. */
void
section_items(struct view *v)
{
	struct voice voices[N_GROUPS + 1];
	size_t n = 0, n_groups;
	const char **groups = circle_groups(v, &n_groups);

	if (!has_items(v, circle_others))
		return;
	if (has_items(v, circle_self))
		voices[n++] = (struct voice){ circle_self, words_group(circle_self),
			circle_look(circle_self) };
	voices[n++] = (struct voice){ circle_others, words_group(circle_others), circle_look(circle_others) };
	for (size_t g = 0; g < n_groups; g++)
		if (has_items(v, groups[g]))
			voices[n++] = (struct voice){ groups[g], words_group(groups[g]), NULL };
	page_section(v, "items", _("Behaviour by behaviour"),
		_("Mean on the scale of the question. Shown from ten others, for a group from twenty people; "
		"means near the end of the scale are told as at most or at least."));
	chart_items(v, voices, n);
	html_close(v->html, "section");
}
