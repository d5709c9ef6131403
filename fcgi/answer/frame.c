/* frame.c - what the respondents' pages have around them, and the parts they share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/answer/frame.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "fcgi/answer/promise.h"
#include "fcgi/answer/session.h"
#include "fcgi/guard.h"
#include "fcgi/layout.h"
#include "fcgi/reply.h"
#include "fcgi/route.h"

static const struct sitting *
sitting_of(const struct visit *v)
{
	return v->session == NULL || v->session->sitting.form == NULL ? NULL : &v->session->sitting;
}

void
frame_begin(struct visit *v, struct html *h, int status, const char *title)
{
	const struct sitting *s = sitting_of(v);

	v->reply->status = status;
	buf_clear(v->reply->body);
	html_begin(h, v->reply->body);
	layout_begin(h, &(struct layout){ .stylesheet = "answer.css", .title = title,
		.above = s == NULL ? NULL : s->alliance, .beside = s == NULL ? NULL : s->wave });
}

void
frame_end(struct visit *v, struct html *h)
{
	const struct sitting *s = sitting_of(v);

	if (s != NULL && s->state == SITTING_READY && s->response_id != 0) {
		html_open(h, "details");
		html_elem(h, "summary", _("What happens with your answers"));
		promise_render(h, s);
		html_close(h, "details");
	}
	layout_end(h);
	html_end(h);
}

void
frame_open_form(struct visit *v, struct html *h, const char *action)
{
	html_open(h, "form", "method", "post", "action", action, "autocomplete", "off");
	html_void(h, "input", "type", "hidden", "name", GUARD_FIELD, "value", v->session->token);
}

void
frame_button(struct html *h, const char *action, const char *label, const char *css_class)
{
	html_elem(h, "button", label, "type", "submit", "name", "_do", "value", action, "class", css_class);
}

void
frame_languages(struct visit *v, struct html *h)
{
	const struct form *f = v->session->sitting.form;

	if (f->n_langs < 2)
		return;
	html_open(h, "div", "class", "languages", "role", "group", "aria-label", _("Language"));
	for (size_t i = 0; i < f->n_langs; i++)
		if (str_eq(f->langs[i], lang_current()))
			html_elem(h, "strong", lang_own_name(f->langs[i]));
		else
			html_elem(h, "button", lang_own_name(f->langs[i]), "type", "submit", "name", "_do",
				"lang", f->langs[i],
				"value", arena_printf(v->c->arena, "lang.%s", f->langs[i]));
	html_close(h, "div");
}

void
frame_repost(struct visit *v, struct html *h)
{
	const struct fields *posted = &v->request->posted;

	for (size_t i = 0; i < posted->n; i++)
		if (posted->list[i].name[0] != '_')
			html_void(h, "input", "type", "hidden", "name", posted->list[i].name, "value",
				posted->list[i].value);
}
