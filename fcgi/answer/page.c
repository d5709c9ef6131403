/* page.c - one page of the questionnaire: shown, and saved by every button */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"
#include "fcgi/answer/frame.h"
#include "fcgi/answer/notice.h"
#include "fcgi/answer/pages.h"
#include "fcgi/answer/session.h"
#include "fcgi/reply.h"
#include "fcgi/request.h"
#include "fcgi/route.h"
#include "forms/accept.h"
#include "forms/render.h"

_Static_assert(REQUEST_MAX_BODY >= PAGE_MAX_CHARACTERS * ((int)sizeof("%F0%9F%98%82") - 1) + 64 * 1024,
	"whatever fits a page can be sent");

int
page_index(const struct visit *v, const char *id)
{
	const struct form *f = v->session->sitting.form;

	for (size_t i = 0; i < f->n_pages; i++)
		if (str_eq(f->pages[i].id, id))
			return (int)i;
	return -1;
}

static size_t
count_visible(const struct flow *flow, size_t end)
{
	size_t n = 0;

	for (size_t i = 0; i < end; i++)
		n += flow->pages[i];
	return n;
}

static void
show_progress(struct visit *v, struct html *h, size_t page)
{
	const struct flow *flow = &v->session->flow;
	size_t number = count_visible(flow, page + 1), total = count_visible(flow,
		v->session->sitting.form->n_pages);

	html_open(h, "p", "class", "progress");
	html_open(h, "span");
	html_textf(h, _("Page %zu of %zu"), number, total);
	html_close(h, "span");
	html_open(h, "progress", "aria-hidden", "true");
	html_attrf(h, "value", "%zu", number);
	html_attrf(h, "max", "%zu", total);
	html_close(h, "progress");
	html_close(h, "p");
}

static void
show_buttons(struct visit *v, struct html *h, size_t page)
{
	html_open(h, "div", "class", "buttons");
	frame_button(h, "continue", _("Continue"), "primary");
	if (flow_previous(&v->session->flow, (int)page) >= 0)
		frame_button(h, "back", _("Back"), NULL);
	frame_button(h, "later", _("Save and come back later"), NULL);
	html_close(h, "div");
}

static void
show_form(struct visit *v, struct html *h, size_t page, const struct fields *typed, const struct msgs *msgs)
{
	const struct sitting *s = &v->session->sitting;
	struct arena *a = v->c->arena;

	frame_open_form(v, h, arena_printf(a, "/p/%s", s->form->pages[page].id));
	html_void(h, "input", "type", "hidden", "name", "_revision", "value",
		arena_printf(a, "%d", s->revisions[page]));
	render_page(h, s->form, page, &s->respondent, &s->answers, &v->session->flow, typed, msgs);
	show_buttons(v, h, page);
	frame_languages(v, h);
	html_close(h, "form");
}

void
page_show(struct visit *v, size_t page, int status, const struct fields *typed, const struct msgs *msgs)
{
	const struct sitting *s = &v->session->sitting;
	const struct page *p = &s->form->pages[page];
	struct arena *a = v->c->arena;
	const char *title = text_plain(a, s->form, p->title.n > 0 ? &p->title : &s->form->title,
		&s->respondent);
	bool wrong = msgs != NULL && msgs->n_errors > 0;
	struct html h;

	frame_begin(v, &h, status, wrong ? arena_printf(a, _("Please correct: %s"), title) : title);
	if (wrong)
		render_problems(&h, s->form, &s->respondent, NULL, msgs);
	show_progress(v, &h, page);
	html_elem(&h, "h1", title);
	if (fields_find(&v->request->query, "more") != NULL)
		html_elem(&h, "p",
			_("Your answers are saved. Because of them there is more to answer on this page."),
			"class", "told", "role", "status");
	show_form(v, &h, page, typed, msgs);
	frame_end(v, &h);
}

static const char *
page_path(struct visit *v, int page)
{
	return page < 0 ? "/check"
		: arena_printf(v->c->arena, "/p/%s", v->session->sitting.form->pages[page].id);
}

/* An address of a page that these answers do not lead to, perhaps from the browser's history, goes where it
 * should. */
bool
page_get(struct visit *v)
{
	int page = page_index(v, v->args[0]);

	if (page < 0)
		return fail(v->c, E_MISSING, "there is no such page");
	if (v->session->flow.pages[page])
		page_show(v, (size_t)page, 200, NULL, NULL);
	else
		reply_see_other(v->reply, session_resume(v));
	return true;
}

/* Did these answers bring up an item of this page that was not on it? */
static bool
page_grew(const struct form *f, size_t page, const struct flow *before, const struct flow *after)
{
	const struct page *p = &f->pages[page];

	for (size_t i = p->first_item; i < p->first_item + p->n_items; i++)
		if (after->items[i] && !before->items[i])
			return true;
	return false;
}

static bool
go_on(struct visit *v, size_t page, const char *action, const struct flow *after)
{
	struct sitting *s = &v->session->sitting;
	const char *path = page_path(v, (int)page);

	if (str_starts(action, "lang.")) {
		if (!sitting_set_language(v->c, s, action + strlen("lang.")))
			return false;
	} else if (str_eq(action, "later")) {
		path = "/later";
	} else if (str_eq(action, "back")) {
		path = page_path(v, flow_previous(after, (int)page));
	} else if (page_grew(s->form, page, &v->session->flow, after)) {
		path = arena_printf(v->c->arena, "%s?more", path);
	} else {
		path = page_path(v, flow_next(s->form, after, (int)page));
	}
	reply_see_other(v->reply, path);
	return true;
}

static bool
is_action(const struct form *f, const char *action)
{
	if (str_starts(action, "lang."))
		return form_lang(f, action + strlen("lang.")) != NULL;
	return str_eq(action, "continue") || str_eq(action, "back") || str_eq(action, "later");
}

/* The wave closed or the response was handed in between loading and saving: say which. */
static bool
refuse(struct visit *v)
{
	if (!session_by_cookie(v))
		return false;
	notice_state(v);
	return true;
}

/* Valid answers are saved even when others are wrong; then the page comes back with what was typed. */
static bool
save(struct visit *v, size_t page, const char *action, int revision_seen)
{
	struct sitting *s = &v->session->sitting;
	struct msgs *msgs = msgs_new(v->c->arena, NULL);
	enum save_outcome outcome;
	struct answers newer;
	struct flow after;

	after = accept_page(v->c->arena, s->form, page, &s->respondent, &v->request->posted,
		str_eq(action, "continue"), &v->session->flow, &s->answers, msgs);
	if (!sitting_save_page(v->c, s, page, revision_seen, &outcome, &newer))
		return false;
	if (outcome == PAGE_REFUSED)
		return refuse(v);
	if (outcome == PAGE_STALE) {
		stale_show(v, page, action, &s->answers, &newer);
		return true;
	}
	if (msgs->n_errors == 0)
		return go_on(v, page, action, &after);
	page_show(v, page, 422, &v->request->posted, msgs);
	return true;
}

bool
page_save(struct visit *v)
{
	const char *action = fields_find(&v->request->posted, "_do");
	const char *revision = fields_find(&v->request->posted, "_revision");
	int page = page_index(v, v->args[0]);
	int64_t seen;

	if (page < 0)
		return fail(v->c, E_MISSING, "there is no such page");
	if (action == NULL)	/* Enter in a text field, in a browser that names no button */
		action = "continue";
	if (!is_action(v->session->sitting.form, action) || revision == NULL
		|| !str_to_int(revision, 0, INT32_MAX, &seen))
		return fail(v->c, E_INVALID, "the form is incomplete");
	return save(v, (size_t)page, action, (int)seen);
}
