/* page.c - what every report is written into: one HTML file, sections, lists of rules and settings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/page.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/words.h"

#include "reports/report.css.inc"

void
page_section(struct view *v, const char *id, const char *title, const char *lead)
{
	html_open(v->html, "section", "id", id);
	html_elem(v->html, "h2", title);
	html_elem(v->html, "p", lead, "class", "lead");
}

void
page_sentence(struct view *v, const char *text)
{
	if (text == NULL)
		return;
	html_text(v->html, text);
	html_text(v->html, " ");
}

void
page_blank(struct view *v, const char *label, const char *text)
{
	html_elem(v->html, "td", text, "contenteditable", "true", "role", "textbox", "aria-label", label,
		"data-label", label);
}

void
page_rule(struct view *v, const char *term, const char *text)
{
	html_elem(v->html, "dt", term);
	html_elem(v->html, "dd", text);
}

void
page_rule_confidentiality(struct view *v)
{
	if (str_eq(v->release->mode, "confidential"))
		page_rule(v, _("Confidentiality"),
			_("While the wave was open, an answer could be tied to its invitation so that people "
			"could come back to it; at the close that link was destroyed."));
	else if (str_eq(v->release->mode, "anonymous"))
		page_rule(v, _("Confidentiality"),
			_("It was never recorded which person received which invitation."));
	else
		page_rule(v, _("Confidentiality"),
			_("People were told before the first question that their answers are identified."));
}

void
page_meanings(struct view *v, const char *title)
{
	struct html *h = v->html;

	html_elem(h, "h3", title);
	html_open(h, "dl", "class", "rules");
	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const struct dimension *d = &v->form->dimensions[i];

		if (d->means.n > 0)
			page_rule(v, view_text(v, &d->title, NO_PARTY), view_text(v, &d->means, NO_PARTY));
	}
	html_close(h, "dl");
}

void
page_setting(struct view *v, const char *name, const char *value)
{
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", name, "scope", "row");
	html_elem(h, "td", value);
	html_close(h, "tr");
}

void
page_settings_of_release(struct view *v)
{
	const struct release *r = v->release;
	struct arena *a = v->arena;

	page_setting(v, _("Questionnaire"), arena_printf(a, _("%s, version %d"),
		view_text(v, &v->form->title, NO_PARTY), r->form_version));
	page_setting(v, _("Fingerprint (SHA-256)"), r->fingerprint);
	page_setting(v, _("Engine"), r->engine_version);
	page_setting(v, _("Closed"), day_words(a, r->closed));
	page_setting(v, _("Smallest group, k"), words_number(a, r->k, 0));
}

static void
head(struct view *v, const struct page_kind *kind)
{
	struct html *h = v->html;

	html_open(h, "head");
	html_void(h, "meta", "charset", "utf-8");
	html_void(h, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
	html_void(h, "meta", "name", "generator", "content", "Attune");
	html_elem(h, "title", kind->title(v));
	html_style(h, report_css);
	html_close(h, "head");
}

void
page_write(const struct page_kind *kind, struct view *v, const char *lang, struct buf *out)
{
	const char *before = lang_current();
	struct html h;

	lang_set(lang);
	html_begin(&h, out);
	v->lang = lang;
	v->html = &h;
	v->arena = out->arena;
	html_raw(&h, "<!DOCTYPE html>\n");
	html_open(&h, "html", "lang", lang_current());
	head(v, kind);
	html_open(&h, "body");
	html_open(&h, "main");
	kind->content(v);
	html_close(&h, "main");
	html_close(&h, "body");
	html_close(&h, "html");
	html_end(&h);
	buf_putc(out, '\n');
	lang_set(before);
}

void
page_render(const struct page_kind *kind, const struct release *r, const struct form *f, const char *lang,
	struct buf *out)
{
	struct view v = { .release = r, .form = f };

	page_write(kind, &v, lang, out);
}
