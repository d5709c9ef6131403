/* stale.c - two windows saved the same page: both versions side by side, and the respondent decides */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/ctx.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "fcgi/answer/frame.h"
#include "fcgi/answer/pages.h"
#include "fcgi/answer/session.h"
#include "fcgi/route.h"
#include "forms/render.h"

static void
show_version(struct html *h, const char *where, const char *words)
{
	html_open(h, "dd", "class", words == NULL ? "none" : NULL);
	html_elem(h, "span", where, "class", "where");
	html_text(h, " ");
	html_elem(h, "span", words == NULL ? _("No answer") : words, "class", "words");
	html_close(h, "dd");
}

static void
show_difference(struct visit *v, struct html *h, size_t item, const struct answers *here,
	const struct answers *other)
{
	const struct sitting *s = &v->session->sitting;
	const char *words_here = words_of_answer(v->c->arena, s->form, &s->respondent, here, item);
	const char *words_other = words_of_answer(v->c->arena, s->form, &s->respondent, other, item);

	if (str_eq(words_here, words_other))
		return;
	html_open(h, "dt");
	render_text(h, s->form, words_asked(s->form, item), &s->respondent, here);
	html_close(h, "dt");
	show_version(h, _("Other window:"), words_other);
	show_version(h, _("This window:"), words_here);
}

/* Sends again what this window had, now knowing of the other revision. */
static void
show_choice(struct visit *v, struct html *h, size_t page, const char *action)
{
	const struct sitting *s = &v->session->sitting;
	struct arena *a = v->c->arena;
	const char *path = arena_printf(a, "/p/%s", s->form->pages[page].id);

	frame_open_form(v, h, path);
	html_void(h, "input", "type", "hidden", "name", "_revision", "value",
		arena_printf(a, "%d", s->revisions[page]));
	frame_repost(v, h);
	html_open(h, "div", "class", "buttons");
	frame_button(h, action, _("Use the answers of this window"), NULL);
	html_elem(h, "a", _("Keep the answers of the other window"), "href", path, "class", "button");
	html_close(h, "div");
	html_close(h, "form");
}

void
stale_show(struct visit *v, size_t page, const char *action, const struct answers *here,
	const struct answers *other)
{
	const struct page *p = &v->session->sitting.form->pages[page];
	struct html h;

	frame_begin(v, &h, 409, _("This page was saved in another window"));
	html_elem(&h, "h1", _("This page was saved in another window"));
	html_elem(&h, "p", _("Since you opened this page, other answers to it have been saved, perhaps in a "
		"second window or on another device. Nothing was overwritten. Which answers shall count?"));
	html_open(&h, "dl", "class", "versions");
	for (size_t i = p->first_item; i < p->first_item + p->n_items; i++)
		show_difference(v, &h, i, here, other);
	html_close(&h, "dl");
	show_choice(v, &h, page, action);
	frame_end(v, &h);
}
