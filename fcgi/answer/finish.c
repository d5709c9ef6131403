/* finish.c - checking the answers, handing them in, thank you; and leaving for now */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/ctx.h"
#include "base/day.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "fcgi/answer/frame.h"
#include "fcgi/answer/notice.h"
#include "fcgi/answer/pages.h"
#include "fcgi/answer/promise.h"
#include "fcgi/answer/session.h"
#include "fcgi/layout.h"
#include "fcgi/reply.h"
#include "fcgi/route.h"
#include "forms/render.h"

static struct msgs *
still_open(struct visit *v)
{
	const struct sitting *s = &v->session->sitting;
	struct msgs *msgs = msgs_new(v->c->arena, NULL);

	for (size_t i = 0; i < s->form->n_items; i++)
		if (v->session->flow.items[i] && s->form->questions[s->form->items[i].question].required
		    && !answers_has(s->form, &s->answers, i))
			msgs_error(msgs, 0, s->form->items[i].id, "%s", _("This is still open."));
	return msgs;
}

static void
show_submit(struct visit *v, struct html *h, const struct msgs *open)
{
	const struct sitting *s = &v->session->sitting;
	int last = flow_previous(&v->session->flow, (int)s->form->n_pages);

	frame_open_form(v, h, "/submit");
	html_open(h, "div", "class", "buttons");
	if (open->n == 0)
		html_elem(h, "button", _("Hand in"), "type", "submit", "class", "primary");
	else
		html_elem(h, "a", _("Go to the first open question"), "href", session_resume(v), "class",
			"button primary");
	if (last >= 0)
		html_elem(h, "a", _("Back"), "class", "button",
			"href", arena_printf(v->c->arena, "/p/%s", s->form->pages[last].id));
	html_close(h, "div");
	html_close(h, "form");
}

static void
show_check(struct visit *v, int status, const struct msgs *open)
{
	const struct sitting *s = &v->session->sitting;
	struct html h;

	frame_begin(v, &h, status, _("Check your answers"));
	if (open->n > 0)
		render_problems(&h, s->form, &s->respondent, "/p/", open);
	html_elem(&h, "h1", _("Check your answers"));
	html_elem(&h, "p", _("Everything is saved, but not handed in yet. Once handed in, answers cannot be "
		"changed."),
		"class", "intro");
	render_review(&h, s->form, &s->respondent, &s->answers, &v->session->flow, "/p/");
	show_submit(v, &h, open);
	frame_end(v, &h);
}

bool
finish_check(struct visit *v)
{
	show_check(v, 200, still_open(v));
	return true;
}

bool
finish_submit(struct visit *v)
{
	struct msgs *open;
	enum save_outcome outcome;

	if (v->session->sitting.state == SITTING_SUBMITTED) {	/* the button was pressed twice */
		reply_see_other(v->reply, "/done");
		return true;
	}
	if (v->session->sitting.state != SITTING_READY || v->session->sitting.response_id == 0) {
		notice_state(v);
		return true;
	}
	open = still_open(v);
	if (open->n > 0) {
		show_check(v, 422, open);
		return true;
	}
	if (!sitting_submit(v->c, &v->session->sitting, &outcome))
		return false;
	reply_see_other(v->reply, outcome == PAGE_REFUSED ? "/" : "/done");
	return true;
}

static void
show_next(struct visit *v, struct html *h)
{
	const struct sitting *s = &v->session->sitting;

	html_elem(h, "h2", _("What happens next"));
	html_open(h, "ol", "class", "next");
	html_open(h, "li");
	if (s->closes != 0)
		html_textf(h, _("The questionnaire stays open for the others until %s."),
			day_words(v->c->arena, s->closes));
	else
		html_text(h, _("The questionnaire stays open for the others until it is closed."));
	html_close(h, "li");
	html_elem(h, "li", s->person == NULL
		? _("Then the answers are put into random order, counted, and the report is made.")
		: _("Then the answers are counted, and the profile is made."));
	html_open(h, "li");
	if (s->person != NULL)
		promise_readers(h, s);
	else
		html_text(h, _("All organisations of the alliance see the same report at the same "
			"moment, and agree on what to do."));
	html_close(h, "li");
	html_close(h, "ol");
}

void
finish_thank(struct visit *v)
{
	struct html h;

	frame_begin(v, &h, 200, _("Thank you"));
	html_elem(&h, "h1", _("Thank you"));
	html_elem(&h, "p", _("Your answers have been handed in. You need not do anything "
		"more, and you may close this window."), "class", "intro");
	show_next(v, &h);
	frame_end(v, &h);
}

bool
finish_done(struct visit *v)
{
	if (v->session->sitting.state == SITTING_SUBMITTED)
		finish_thank(v);
	else
		reply_see_other(v->reply, "/");
	return true;
}

bool
finish_later(struct visit *v)
{
	const struct sitting *s = &v->session->sitting;
	struct html h;

	frame_begin(v, &h, 200, _("Your answers are saved"));
	html_elem(&h, "h1", _("Your answers are saved"));
	html_open(&h, "p", "class", "intro");
	if (s->closes != 0)
		html_textf(&h, _("Open your personal link again whenever you like, from any device, until "
			"%s. You go on where you left off."), day_words(v->c->arena, s->closes));
	else
		html_text(&h, _("Open your personal link again whenever you like, from any "
			"device. You go on where you left off."));
	html_close(&h, "p");
	html_elem(&h, "p", _("Your answers count once you hand them in on the last page."));
	html_open(&h, "div", "class", "buttons");
	html_elem(&h, "a", _("Go on now"), "href", "/", "class", "button");
	html_close(&h, "div");
	frame_end(v, &h);
	return true;
}
