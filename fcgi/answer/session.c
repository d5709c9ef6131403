/* session.c - a respondent at the door: the ticket, what it opens, and the guards of the pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/answer/session.h"

#include "base/arena.h"
#include "base/ctx.h"
#include "base/lang.h"
#include "base/str.h"
#include "base/token.h"
#include "fcgi/answer/notice.h"
#include "fcgi/guard.h"
#include "fcgi/reply.h"
#include "fcgi/route.h"

/* What the respondent has just asked for, else chose before, else what the invitation or the browser says. */
static void
choose_language(struct visit *v, struct sitting *s)
{
	const char *lang = NULL;

	if (s->form != NULL) {
		lang = form_lang(s->form, fields_find(&v->request->query, "lang"));
		if (lang == NULL)
			lang = form_lang(s->form, s->respondent.lang);
		if (lang == NULL)
			lang = lang_negotiate(v->request->accept_language, s->form->langs,
				(int)s->form->n_langs);
		s->respondent.lang = lang;
	}
	lang_set(lang != NULL ? lang : notice_language(v));
}

static bool
load(struct visit *v, const char *ticket)
{
	struct session *session = arena_make(v->c->arena, struct session);
	struct sitting *s = &session->sitting;

	v->session = session;
	if (ticket != NULL && ticket_is_well_formed(ticket)) {
		session->ticket = ticket;
		session->token = guard_token(v->c->arena, v->site, ticket);
		if (!sitting_load(v->c, ticket, s))
			return false;
	}
	choose_language(v, s);
	if (s->state == SITTING_READY)
		session->flow = flow_evaluate(v->c->arena, s->form, &s->respondent, &s->answers);
	return true;
}

/* Checked before anything else is looked at: a forged form learns nothing. */
static bool
form_is_ours(struct visit *v, const char *ticket)
{
	if (ticket != NULL && guard_is_own_form(v->c->arena, v->site, v->request, ticket))
		return true;
	return fail(v->c, E_DENIED, "the form does not belong to this link");
}

static const char *
cookie(struct visit *v)
{
	return guard_cookie(v->c->arena, v->site, v->request);
}

bool
session_by_link(struct visit *v)
{
	return load(v, v->args[0]);
}

bool
session_by_link_posted(struct visit *v)
{
	return form_is_ours(v, v->args[0]) && load(v, v->args[0]);
}

bool
session_by_cookie(struct visit *v)
{
	return load(v, cookie(v));
}

bool
session_by_cookie_posted(struct visit *v)
{
	return form_is_ours(v, cookie(v)) && load(v, cookie(v));
}

static bool
has_begun(struct visit *v)
{
	const struct sitting *s = &v->session->sitting;

	if (s->state != SITTING_READY)
		notice_state(v);
	else if (s->response_id == 0)
		reply_see_other(v->reply, "/");
	return s->state == SITTING_READY && s->response_id != 0;
}

bool
session_begun(struct visit *v)
{
	return session_by_cookie(v) && has_begun(v);
}

bool
session_begun_posted(struct visit *v)
{
	return session_by_cookie_posted(v) && has_begun(v);
}

/* The earlier of: the first page with a required answer missing, the first page never saved. */
const char *
session_resume(struct visit *v)
{
	const struct sitting *s = &v->session->sitting;
	const struct flow *flow = &v->session->flow;
	int open = flow_first_open(s->form, flow, &s->answers);

	for (int page = flow_next(s->form, flow, -1); page >= 0; page = flow_next(s->form, flow, page))
		if (page == open || s->revisions[page] == 0)
			return arena_printf(v->c->arena, "/p/%s", s->form->pages[page].id);
	return "/check";
}
