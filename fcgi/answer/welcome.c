/* welcome.c - the first page: who asks, about what, how long it takes, what is promised */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/ctx.h"
#include "base/day.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "fcgi/answer/frame.h"
#include "fcgi/answer/notice.h"
#include "fcgi/answer/pages.h"
#include "fcgi/answer/promise.h"
#include "fcgi/answer/session.h"
#include "fcgi/guard.h"
#include "fcgi/layout.h"
#include "fcgi/reply.h"
#include "fcgi/request.h"
#include "fcgi/route.h"
#include "forms/group.h"
#include "forms/render.h"

static void
fact(struct html *h, const char *name, const char *value)
{
	if (value == NULL)
		return;
	html_open(h, "li");
	html_elem(h, "span", name);
	html_text(h, " ");
	html_elem(h, "strong", value);
	html_close(h, "li");
}

static const char *
length(struct arena *a, const struct session *session)
{
	const struct form *f = session->sitting.form;
	size_t items = 0;

	for (size_t i = 0; i < f->n_items; i++)
		items += session->flow.items[i];
	return arena_printf(a, ngettext("%zu question", "%zu questions", items), items);
}

static const char *
everybody_asked(struct arena *a, const struct sitting *s)
{
	const char *names = NULL;

	for (size_t i = 0; i < s->n_parties; i++)
		names = names == NULL ? s->party_names[i]
			: arena_printf(a, "%s, %s", names, s->party_names[i]);
	return names;
}

/* NULL: in a wave about an alliance there is none, and the assessed person is told apart from all. */
static const char *
group_of_raters(const struct sitting *s)
{
	int group = group_find(s->respondent.group);

	return group < 0 || group == GROUP_SELF ? NULL : group_title((enum rater_group)group);
}

static void
show_facts(struct visit *v, struct html *h)
{
	const struct sitting *s = &v->session->sitting;
	struct arena *a = v->c->arena;

	html_open(h, "ul", "class", "facts");
	fact(h, s->person == NULL ? _("You answer for") : _("Your organisation"), s->respondent.own);
	fact(h, _("Your group"), group_of_raters(s));
	fact(h, _("Who is asked"), everybody_asked(a, s));
	fact(h, _("Length"), length(a, v->session));
	fact(h, _("Open until"), s->closes == 0 ? NULL : day_words(a, s->closes));
	html_close(h, "ul");
}

/* Links, because a GET changes nothing: the choice is kept by Begin. */
static void
show_languages(struct visit *v, struct html *h)
{
	const struct form *f = v->session->sitting.form;

	if (f->n_langs < 2)
		return;
	html_open(h, "nav", "class", "languages", "aria-label", _("Language"));
	for (size_t i = 0; i < f->n_langs; i++)
		if (str_eq(f->langs[i], lang_current()))
			html_elem(h, "strong", lang_own_name(f->langs[i]));
		else
			html_elem(h, "a", lang_own_name(f->langs[i]),
				"lang", f->langs[i], "hreflang", f->langs[i], "href",
				arena_printf(v->c->arena, "%s?lang=%s", v->request->path, f->langs[i]));
	html_close(h, "nav");
}

static void
show_begin(struct visit *v, struct html *h)
{
	frame_open_form(v, h, v->request->path);
	html_void(h, "input", "type", "hidden", "name", "_lang", "value", lang_current());
	html_open(h, "div", "class", "buttons");
	html_elem(h, "button", v->session->sitting.response_id == 0 ? _("Begin")
		: _("Go on where you left off"),
		"type", "submit", "class", "primary");
	html_close(h, "div");
	html_close(h, "form");
}

static bool
show_welcome(struct visit *v)
{
	const struct sitting *s = &v->session->sitting;
	const char *title = text_plain(v->c->arena, s->form, &s->form->title, &s->respondent), *words;
	struct html h;

	if (!sitting_welcome(v->c, s, &words))
		return false;
	frame_begin(v, &h, 200, title);
	show_languages(v, &h);
	html_elem(&h, "h1", title);
	html_open(&h, "p", "class", "intro");
	render_text(&h, s->form, &s->form->intro, &s->respondent, NULL);
	html_close(&h, "p");
	if (words != NULL)
		html_elem(&h, "p", words, "class", "words");
	show_facts(v, &h);
	html_open(&h, "section", "class", "answers-kept");
	html_elem(&h, "h2", _("What happens with your answers"));
	promise_render(&h, s);
	html_close(&h, "section");
	html_elem(&h, "p", _("Every button saves. You can stop at any time and come back "
		"with your link, from any device."));
	show_begin(v, &h);
	frame_end(v, &h);
	return true;
}

static bool
show_for_state(struct visit *v)
{
	switch (v->session->sitting.state) {
	case SITTING_READY: return show_welcome(v);
	case SITTING_SUBMITTED: finish_thank(v); break;
	default: notice_state(v); break;
	}
	return true;
}

bool
welcome_link(struct visit *v)
{
	return show_for_state(v);
}

static void
show_nobody(struct visit *v)
{
	struct html h;

	frame_begin(v, &h, 200, _("Your personal link"));
	html_elem(&h, "h1", _("Your personal link"));
	html_elem(&h, "p",
		_("To answer a questionnaire, please open the personal link from your invitation."));
	frame_end(v, &h);
}

bool
welcome_home(struct visit *v)
{
	const struct sitting *s = &v->session->sitting;

	if (v->session->ticket == NULL) {
		show_nobody(v);
		return true;
	}
	if (s->state != SITTING_READY || s->response_id == 0)
		return show_for_state(v);
	reply_see_other(v->reply, session_resume(v));
	return true;
}

static const char *
wished_language(const struct visit *v)
{
	const struct form *f = v->session->sitting.form;
	const char *wish = fields_find(&v->request->posted, "_lang");

	for (size_t i = 0; wish != NULL && i < f->n_langs; i++)
		if (str_eq(f->langs[i], wish))
			return f->langs[i];
	return v->session->sitting.respondent.lang;
}

bool
welcome_begin(struct visit *v)
{
	struct sitting *s = &v->session->sitting;

	if (s->state != SITTING_READY)
		return show_for_state(v);
	if (!sitting_begin(v->c, s, wished_language(v)))
		return false;
	v->reply->cookie = guard_set_cookie(v->c->arena, v->site, v->session->ticket);
	reply_see_other(v->reply, session_resume(v));
	return true;
}
