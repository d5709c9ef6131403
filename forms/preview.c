/* preview.c - a whole questionnaire to look at, for its authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/preview.h"

#include <ctype.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "forms/flow.h"
#include "forms/form.h"
#include "forms/render.h"

/* Organisation A, B ... as the parties are called. */
static const char *
organisation(struct arena *a, const char *party)
{
	char *letters = arena_strdup(a, party);

	for (char *s = letters; *s != '\0'; s++)
		*s = (char)toupper((unsigned char)*s);
	return arena_printf(a, _("Organisation %s"), letters);
}

static const char *
others(struct arena *a, const struct form *f, const char *party)
{
	struct buf *names = buf_new(a);

	for (size_t i = 0; i < f->n_parties; i++)
		if (!str_eq(f->parties[i], party))
			buf_printf(names, "%s%s", names->n > 0 ? ", " : "", organisation(a, f->parties[i]));
	return names->bytes;
}

static struct respondent
reader(struct arena *a, const struct form *f, const char *lang, const char *party, const char *group)
{
	return (struct respondent){ .lang = lang, .party = party, .group = group, .wave = "",
		.own = organisation(a, party),
		.partner = others(a, f, party),
		.subject = f->subject == SUBJECT_MANAGER ? _("Person M") : _("the alliance"),
		.seed = (uint64_t)f->version };
}

static void
emit_page(struct html *h, const struct form *f, size_t page, size_t number, const struct respondent *who)
{
	const struct page *p = &f->pages[page];

	html_open(h, "section");
	html_open(h, "h2");
	html_textf(h, "%zu. ", number);
	render_text(h, f, p->title.n > 0 ? &p->title : &f->title, who, NULL);
	html_close(h, "h2");
	render_page_in_full(h, f, page, who, arena_printf(h->out->arena, "%s-", who->lang));
	html_close(h, "section");
}

/* A form of its own, so that the radio buttons of two languages are not one group. */
static void
emit_lang(struct html *h, const struct form *f, const char *lang, const char *party, const char *group)
{
	struct respondent who;
	struct flow flow;
	size_t n = 0;

	lang_set(lang);
	who = reader(h->out->arena, f, lang, party, group);
	flow = flow_in_full(h->out->arena, f, &who);
	html_open(h, "form", "lang", lang, "id", lang, "action", "#");
	html_open(h, "h1");
	render_text(h, f, &f->title, &who, NULL);
	html_close(h, "h1");
	html_open(h, "p", "class", "intro");
	render_text(h, f, &f->intro, &who, NULL);
	html_close(h, "p");
	if (group[0] == '\0')
		render_wordings(h, f, &f->intro, &who);
	for (size_t page = 0; page < f->n_pages; page++)
		if (flow.pages[page])
			emit_page(h, f, page, ++n, &who);
	html_close(h, "form");
}

static void
emit_head(struct html *h, const struct form *f, const char *css)
{
	html_open(h, "head");
	html_void(h, "meta", "charset", "utf-8");
	html_void(h, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
	html_open(h, "title");
	html_textf(h, "%s, %d", f->id, f->version);
	html_close(h, "title");
	html_style(h, css);
	html_close(h, "head");
}

void
preview_emit(struct buf *out, const struct form *f, const char *party, const char *group, const char *css)
{
	const char *before = lang_current();
	struct html h;

	html_begin(&h, out);
	html_raw(&h, "<!DOCTYPE html>\n");
	html_open(&h, "html", "lang", f->langs[0]);
	emit_head(&h, f, css);
	html_open(&h, "body");
	html_open(&h, "main");
	html_open(&h, "nav", "class", "languages");
	for (size_t i = 0; i < f->n_langs; i++) {
		html_open(&h, "a", "lang", f->langs[i]);
		html_attrf(&h, "href", "#%s", f->langs[i]);
		html_text(&h, lang_own_name(f->langs[i]));
		html_close(&h, "a");
	}
	html_close(&h, "nav");
	for (size_t i = 0; i < f->n_langs; i++)
		emit_lang(&h, f, f->langs[i], party, group);
	html_close(&h, "main");
	html_close(&h, "body");
	html_close(&h, "html");
	html_raw(&h, "\n");
	html_end(&h);
	lang_set(before);
}
