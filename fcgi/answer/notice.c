/* notice.c - pages that say why there is no questionnaire here, and what to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/answer/notice.h"

#include <string.h>

#include "base/ctx.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "fcgi/answer/frame.h"
#include "fcgi/answer/promise.h"
#include "fcgi/answer/session.h"
#include "fcgi/guard.h"
#include "fcgi/reply.h"
#include "fcgi/route.h"

enum { RETRY_SECONDS = 10, WORTH_COPYING = 12 };

struct notice {
	int status;
	const char *title, *paragraphs[2];
};

const char *
notice_language(const struct visit *v)
{
	return lang_negotiate(v->request->accept_language, lang_codes, N_LANGS);
}

static void
begin(struct visit *v, struct html *h, const struct notice *n)
{
	frame_begin(v, h, n->status, _(n->title));
	html_elem(h, "h1", _(n->title));
	for (size_t i = 0; i < 2 && n->paragraphs[i] != NULL; i++)
		html_elem(h, "p", _(n->paragraphs[i]));
}

static void
show(struct visit *v, const struct notice *n)
{
	struct html h;

	begin(v, &h, n);
	frame_end(v, &h);
}

static const struct notice unknown = {
	404, N_("This link does not work"), {
		N_("Please open the whole link from your invitation; some mail programs cut long links in "
			"two. Links of a questionnaire that closed some time ago were destroyed to "
			"protect everybody who answered."),
		N_("If it still does not work, please ask the person who invited you for a new link.") }
}, withdrawn = {
	410, N_("This invitation was taken back"), {
		N_("You need not do anything. If you think that this is a mistake, please "
			"ask the person who invited you.") }
}, early = {
	403, N_("The questionnaire is not open yet"), {
		N_("Please come back later. Your link stays the same.") }
}, closed = {
	410, N_("The questionnaire has closed"), {
		N_("Answers can no longer be given or changed. Thank you for your interest.") }
}, submitted = {
	409, N_("You have handed in this questionnaire"), {
		N_("Your answers are complete and can no longer be changed. You need "
			"not do anything more. Thank you.") }
};

/* And who will see what was answered. */
static void
show_closed(struct visit *v)
{
	const struct sitting *s = &v->session->sitting;
	struct html h;

	begin(v, &h, &closed);
	html_open(&h, "p");
	if (s->person != NULL)
		promise_readers(&h, s);
	else
		html_text(&h, _("The results go to all organisations of the alliance at the same moment."));
	html_close(&h, "p");
	frame_end(v, &h);
}

void
notice_state(struct visit *v)
{
	switch (v->session->sitting.state) {
	case SITTING_WITHDRAWN: show(v, &withdrawn); break;
	case SITTING_EARLY: show(v, &early); break;
	case SITTING_CLOSED: show_closed(v); break;
	case SITTING_SUBMITTED: show(v, &submitted); break;
	default: show(v, &unknown); break;
	}
}

static const struct notice away = {
	503, N_("Back in a moment"), {
		N_("The questionnaire cannot be reached just now. Everything you saved so far is safe."),
		N_("Please wait half a minute and load this page again.") }
}, unsaved = {
	503, N_("Not saved yet"), {
		N_("Your answers could not be saved just now. They are still here, on "
			"this page: please do not close it."),
		N_("Wait a moment, then send them again. Nothing is counted twice.") }
}, foreign = {
	403, N_("This page belongs to another link"), {
		N_("Perhaps you opened a second invitation in this browser "
			"after this page. Nothing was saved."),
		N_("Please open your personal link again and go on from there.") }
}, too_big = {
	413, N_("This is too much text"), {
		N_("Please go back, shorten what you wrote and send it again.") }
}, missing = {
	404, N_("There is no such page"), {
		N_("Please open your personal link from the invitation; it leads to where you left off.") }
}, broken = {
	400, N_("This did not work"), {
		N_("Please open your personal link from the invitation and go on "
			"from there. What you saved is safe.") }
};

static const struct notice *
notice_for(const struct visit *v, int status)
{
	switch (status) {
	case 503: return v->request->posted.n > 0 ? &unsaved : &away;
	case 403: return &foreign;
	case 404: return &missing;
	case 413: return &too_big;
	default: return &broken;
	}
}

/* What took effort to write, so that it can be copied even if sending it again never works. */
static void
show_written(struct visit *v, struct html *h)
{
	const struct fields *posted = &v->request->posted;

	for (size_t i = 0; i < posted->n; i++)
		if (posted->list[i].name[0] != '_' && strlen(posted->list[i].value) >= WORTH_COPYING)
			html_elem(h, "blockquote", posted->list[i].value, "class", "written");
}

static void
show_again(struct visit *v, struct html *h)
{
	const struct fields *posted = &v->request->posted;

	html_open(h, "form", "method", "post", "action", v->request->path, "autocomplete", "off");
	for (size_t i = 0; i < posted->n; i++)
		html_void(h, "input", "type", "hidden", "name", posted->list[i].name, "value",
			posted->list[i].value);
	html_open(h, "div", "class", "buttons");
	html_elem(h, "button", _("Send again"), "type", "submit", "class", "primary");
	html_close(h, "div");
	html_close(h, "form");
}

void
notice_explain(struct visit *v, int status)
{
	const struct notice *n = notice_for(v, status);
	struct html h;

	if (v->session == NULL || v->session->sitting.form == NULL)
		lang_set(notice_language(v));
	begin(v, &h, n);
	v->reply->status = status;
	if (n == &unsaved)
		show_again(v, &h);
	if (n == &unsaved || (n == &foreign && guard_is_own_site(v->site, v->request)))
		show_written(v, &h);
	if (status == 503)
		v->reply->retry_after = RETRY_SECONDS;
	frame_end(v, &h);
}
