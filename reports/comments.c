/* comments.c - what people wrote, by question, shuffled */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/page.h"

static void
side(struct view *v, const char *party)
{
	for (size_t i = 0; i < v->release->n_parties; i++)
		if (str_eq(v->release->parties[i].id, party)) {
			chart_party_mark(v, i);
			html_elem(v->html, "span", v->release->parties[i].name, "class", "said");
			html_text(v->html, " ");
		}
}

/* Rater groups have no mark of their own. */
static void
rater(struct view *v, const char *group)
{
	if (group != NULL)
		html_elem(v->html, "strong", view_party_name(v, group), "class", "rater");
}

static void
comment(struct view *v, const struct comment *c)
{
	struct html *h = v->html;

	html_open(h, "li");
	if (v->release->person != NULL)
		rater(v, c->party);
	else
		side(v, c->party);
	html_text(h, c->text);
	html_close(h, "li");
}

static void
question(struct view *v, const char *item)
{
	struct html *h = v->html;

	html_elem(h, "h3", view_item_text(v, item, NO_PARTY));
	html_open(h, "ul", "class", "comments");
	for (size_t i = 0; i < v->release->n_comments; i++)
		if (str_eq(v->release->comments[i].item, item))
			comment(v, &v->release->comments[i]);
	html_close(h, "ul");
}

static bool
has_comments(const struct view *v, const char *item)
{
	for (size_t i = 0; i < v->release->n_comments; i++)
		if (str_eq(v->release->comments[i].item, item))
			return true;
	return false;
}

void
page_comments(struct view *v, const char *lead)
{
	if (v->release->n_comments == 0)
		return;
	page_section(v, "comments", _("In their own words"), lead);
	for (size_t i = 0; i < v->form->n_items; i++)
		if (has_comments(v, v->form->items[i].id))
			question(v, v->form->items[i].id);
	html_close(v->html, "section");
}
