/* check_texts.c - languages, audiences, empty texts, marks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/check.h"
#include "forms/group.h"
#include "forms/loader.h"
#include "forms/nearest.h"

enum { MOST_WORDINGS = 256 };

/* Where a text stands, for its messages: what it is, whose. */
struct place {
	struct loader *loader;
	const char *what, *id;
	int line;
};

static const char *
list(struct arena *a, const char *const *words, size_t n)
{
	struct buf *b = buf_new(a);

	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%s%s", i == 0 ? "" : " ", words[i]);
	return b->bytes;
}

static bool
contains(const char *const *words, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(words[i], word))
			return true;
	return false;
}

static bool
has_groups(const struct form *f)
{
	return f->subject == SUBJECT_MANAGER;
}

static void
check_audience(const struct place *p, const char *audience)
{
	const struct form *f = p->loader->form;
	struct nearest search = nearest_begin(audience);

	if (contains(f->parties, f->n_parties, audience)
		|| (has_groups(f) && group_find(audience) >= 0))
		return;
	for (size_t i = 0; i < f->n_parties; i++)
		nearest_offer(&search, f->parties[i]);
	for (size_t i = 0; has_groups(f) && i < N_GROUPS; i++)
		nearest_offer(&search, group_names[i]);
	msgs_error(p->loader->msgs, p->line, p->id, "%s is for %s, which is no party%s of this form%s",
		p->what, audience, has_groups(f) ? " or rater group" : "",
		nearest_hint(p->loader->arena, &search));
}

static bool
is_empty(const struct wording *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->runs[i].kind <= RUN_VALUE_OF)
			return false;
	return true;
}

static void
check_wording(const struct place *p, const struct text *t, size_t i)
{
	const struct form *f = p->loader->form;
	const struct wording *w = &t->wordings[i];

	if (!contains(f->langs, f->n_langs, w->lang))
		msgs_error(p->loader->msgs, p->line, p->id,
			"%s is in the language %s, which langs=\"%s\" does not name", p->what, w->lang,
			list(p->loader->arena, f->langs, f->n_langs));
	if (w->audience != NULL)
		check_audience(p, w->audience);
	if (is_empty(w))
		msgs_error(p->loader->msgs, p->line, p->id, "%s is empty in %s", p->what, w->lang);
	for (size_t j = 0; j < i; j++)
		if (str_eq(t->wordings[j].lang, w->lang) && str_eq(t->wordings[j].audience, w->audience)) {
			msgs_error(p->loader->msgs, p->line, p->id, "%s stands there twice in %s%s%s",
				p->what, w->lang, w->audience == NULL ? "" : " for ",
				w->audience == NULL ? "" : w->audience);
			return;
		}
}

/* A language is complete when everybody, or each of the parties, or each of the groups has a wording. */
static void
check_language(const struct place *p, const struct text *t, const char *lang)
{
	const struct form *f = p->loader->form;
	size_t n = 0, last = 0, n_groups = 0;

	if (text_has(t, lang, NULL))
		return;
	for (size_t i = 0; i < f->n_parties; i++)
		if (text_has(t, lang, f->parties[i]))
			n++;
		else
			last = i;
	for (size_t i = 0; i < N_GROUPS; i++)
		n_groups += text_has(t, lang, group_names[i]);
	if (n == 0)
		msgs_error(p->loader->msgs, p->line, p->id, "%s is missing in %s%s", p->what, lang,
			n_groups > 0 ? " for everybody" : "");
	else if (n < f->n_parties)
		msgs_error(p->loader->msgs, p->line, p->id, "%s is missing in %s for the party %s", p->what,
			lang, f->parties[last]);
}

static void
check_text(struct loader *l, const struct text *t, const char *what, const char *id, int line)
{
	struct place p = { l, what, id, line };

	if (t->n > MOST_WORDINGS)
		msgs_error(l->msgs, line, id, "%s has %zu wordings; %d is the most", what, t->n,
			MOST_WORDINGS);
	if (t->n == 0 || t->n > MOST_WORDINGS)
		return;
	for (size_t i = 0; i < t->n; i++)
		check_wording(&p, t, i);
	for (size_t i = 0; i < l->form->n_langs; i++)
		check_language(&p, t, l->form->langs[i]);
}

static void
check_points(struct loader *l, const struct scale *s, const char *sort)
{
	for (size_t i = 0; i < s->n_points; i++) {
		int code = s->points[i].code;
		const char *what = code_is_value(code)
			? arena_printf(l->arena, "the text of %s %d", sort, code)
			: arena_printf(l->arena, "the text of a missing %s", sort);

		check_text(l, &s->points[i].label, what, s->id, s->line);
	}
}

static void
check_page_texts(struct loader *l)
{
	const struct form *f = l->form;

	for (size_t i = 0; i < f->n_pages; i++) {
		check_text(l, &f->pages[i].title, "the title", f->pages[i].id, f->pages[i].line);
		check_text(l, &f->pages[i].intro, "the introduction", f->pages[i].id, f->pages[i].line);
	}
	for (size_t i = 0; i < f->n_questions; i++) {
		const struct question *q = &f->questions[i];

		check_text(l, &q->stem, "the stem", q->id, q->line);
		check_text(l, &q->note, "the note", q->id, q->line);
		if (q->kind != KIND_BATTERY && q->scale != NULL && q->scale->id == q->id)
			check_points(l, q->scale, "option");
	}
	for (size_t i = 0; i < f->n_items; i++)
		check_text(l, &f->items[i].text, "the text", f->items[i].id, f->items[i].line);
}

static void
check_scoring_texts(struct loader *l)
{
	const struct form *f = l->form;

	for (size_t i = 0; i < f->n_dimensions; i++) {
		const struct dimension *d = &f->dimensions[i];

		check_text(l, &d->title, "the title", d->id, d->line);
		check_text(l, &d->means, "what it means", d->id, d->line);
		check_text(l, &d->question, "the question for the workshop", d->id, d->line);
	}
	for (size_t i = 0; i < f->n_indexes; i++)
		check_text(l, &f->indexes[i].title, "the title", f->indexes[i].id, f->indexes[i].line);
	for (size_t i = 0; i < f->n_weight_sets; i++)
		check_text(l, &f->weight_sets[i].title, "the title", f->weight_sets[i].id,
			f->weight_sets[i].line);
}

/* On a page only answers given before can be quoted. */
static void
check_mentions(struct loader *l)
{
	for (size_t i = 0; i < l->n_mentions; i++) {
		const struct loader_mention *m = &l->mentions[i];
		const struct name *item = load_reference(l, m->line, m->id, m->item, NAME_ITEM);

		if (item != NULL && item->index >= m->earlier)
			msgs_error(l->msgs, m->line, m->id, "<value-of> quotes %s, which is asked later",
				m->item);
	}
}

static void
check_parties(struct loader *l)
{
	const struct form *f = l->form;

	for (size_t i = 0; i < f->n_parties; i++) {
		if (contains(f->parties, i, f->parties[i]))
			msgs_error(l->msgs, f->line, NULL, "parties names %s twice", f->parties[i]);
		if (group_find(f->parties[i]) >= 0)
			msgs_error(l->msgs, f->line, NULL, "the party %s has the name of a rater group",
				f->parties[i]);
	}
}

void
check_texts(struct loader *l)
{
	check_parties(l);
	check_text(l, &l->form->title, "the title", NULL, l->form->line);
	check_text(l, &l->form->intro, "the introduction", NULL, l->form->line);
	for (size_t i = 0; i < l->form->n_scales; i++)
		check_points(l, &l->form->scales[i], "point");
	check_page_texts(l);
	check_scoring_texts(l);
	check_mentions(l);
}
