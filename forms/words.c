/* words.c - texts of a form for one respondent, with their names, marks and earlier answers filled in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/render.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "forms/ask/ask.h"

const char *
words_of_answer(struct arena *a, const struct form *f, const struct respondent *who,
	const struct answers *answers, size_t item)
{
	const struct item *i = &f->items[item];

	if (!answers_has(f, answers, item))
		return NULL;
	return ask_of(ask_question(f, i)->kind)->words(a, f, who, answers, i);
}

const struct text *
words_asked(const struct form *f, size_t item)
{
	const struct item *i = &f->items[item];

	return i->text.n > 0 ? &i->text : &ask_question(f, i)->stem;
}

static const struct wording *
wording_for(const struct form *f, const struct text *t, const struct respondent *who)
{
	return text_wording(f, t, who->lang, who->party, who->group);
}

/* The words a run stands for; NULL for a mark. */
static const char *
run_words(struct arena *a, const struct form *f, const struct run *run, const struct respondent *who,
	const struct answers *answers)
{
	int item;

	switch (run->kind) {
	case RUN_TEXT: return run->text;
	case RUN_OWN: return who->own;
	case RUN_PARTNER: return who->partner;
	case RUN_SUBJECT: return who->subject;
	case RUN_VALUE_OF:
		item = form_item(f, run->text);
		return answers == NULL || item < 0 ? NULL : words_of_answer(a, f, who, answers, (size_t)item);
	default: return NULL;
	}
}

static void
render_mark(struct html *h, enum run_kind kind)
{
	switch (kind) {
	case RUN_BREAK: html_void(h, "br"); break;
	case RUN_EM: html_open(h, "em"); break;
	case RUN_EM_END: html_close(h, "em"); break;
	case RUN_STRONG: html_open(h, "strong"); break;
	case RUN_STRONG_END: html_close(h, "strong"); break;
	default: break;
	}
}

static void
render_run(struct html *h, const struct form *f, const struct run *run, const struct respondent *who,
	const struct answers *answers)
{
	const char *words;

	if (run->kind == RUN_TEXT) {
		html_add_escaped(h, run->escaped);
		return;
	}
	words = run_words(h->out->arena, f, run, who, answers);
	if (words != NULL)
		html_text(h, words);
	else
		render_mark(h, run->kind);
}

/* A text that is not there in the respondent's language says which language it is in. */
void
render_text(struct html *h, const struct form *f, const struct text *t, const struct respondent *who,
	const struct answers *answers)
{
	const struct wording *w = wording_for(f, t, who);
	bool foreign = w != NULL && !str_eq(w->lang, who->lang);

	if (w == NULL)
		return;
	if (foreign)
		html_open(h, "span", "lang", w->lang);
	for (size_t i = 0; i < w->n; i++)
		render_run(h, f, &w->runs[i], who, answers);
	if (foreign)
		html_close(h, "span");
}

const char *
text_plain(struct arena *a, const struct form *f, const struct text *t, const struct respondent *who)
{
	const struct wording *w = wording_for(f, t, who);
	struct buf *out;

	if (w == NULL)
		return "";
	if (w->n == 1 && w->runs[0].kind == RUN_TEXT)
		return w->runs[0].text;
	out = buf_new(a);
	for (size_t i = 0; i < w->n; i++) {
		const char *words = run_words(a, f, &w->runs[i], who, NULL);

		if (words != NULL)
			buf_puts(out, words);
		else if (w->runs[i].kind == RUN_BREAK)
			buf_putc(out, ' ');
	}
	return out->bytes;
}
