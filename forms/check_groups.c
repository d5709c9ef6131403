/* check_groups.c - wordings for the rater groups of a form about a manager */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/msgs.h"
#include "base/str.h"
#include "forms/check.h"
#include "forms/group.h"
#include "forms/loader.h"

/* A text, where it stands, and the groups that come to see it (none when what it says of them is wrong). */
struct shown {
	struct loader *loader;
	const struct text *text;
	const char *what, *id;
	int line;
	unsigned groups;
};

static bool
names_subject(const struct wording *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->runs[i].kind == RUN_SUBJECT)
			return true;
	return false;
}

/* Nobody is to read "Anna listens" about herself. */
static void
check_self(const struct shown *s, const char *lang)
{
	for (size_t i = 0; i < s->text->n; i++) {
		const struct wording *w = &s->text->wordings[i];

		if (str_eq(w->lang, lang) && w->audience == NULL && names_subject(w))
			msgs_error(s->loader->msgs, s->line, s->id, "%s says <subject/> to that person too; "
				"it needs a wording for=\"self\" in %s", s->what, lang);
	}
}

/* The first wording for this audience speaks for the others. */
static bool
is_first(const struct text *t, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (str_eq(t->wordings[j].audience, t->wordings[i].audience))
			return false;
	return true;
}

/* Where one language has words of their own for a group, another would tell them everybody's. */
static void
check_group(const struct shown *s, const struct wording *w)
{
	const struct form *f = s->loader->form;

	if (s->groups != 0 && !groups_include(s->groups, w->audience)) {
		msgs_error(s->loader->msgs, s->line, s->id, "%s is for %s, a group that does not see it",
			s->what, w->audience);
		return;
	}
	for (size_t i = 0; i < f->n_langs; i++)
		if (!text_has(s->text, f->langs[i], w->audience) && text_has(s->text, f->langs[i], NULL))
			msgs_error(s->loader->msgs, s->line, s->id,
				"%s has a wording for %s in %s, but none in %s", s->what, w->audience,
				w->lang, f->langs[i]);
}

static void
check_shown(struct loader *l, const struct text *t, const char *what, const char *id, int line,
	unsigned groups)
{
	const struct shown s = { l, t, what, id, line, groups };
	bool self = false;

	for (size_t i = 0; i < t->n; i++) {
		const struct wording *w = &t->wordings[i];

		self = self || str_eq(w->audience, group_names[GROUP_SELF]);
		if (w->audience != NULL && group_find(w->audience) >= 0 && is_first(t, i))
			check_group(&s, w);
	}
	if (self || !groups_include(groups, group_names[GROUP_SELF]))
		return;
	for (size_t i = 0; i < l->form->n_langs; i++)
		check_self(&s, l->form->langs[i]);
}

static void
check_question(struct loader *l, const struct question *q)
{
	check_shown(l, &q->stem, "the stem", q->id, q->line, q->groups);
	check_shown(l, &q->note, "the note", q->id, q->line, q->groups);
	for (size_t i = 0; q->scale != NULL && q->scale->id == q->id && i < q->scale->n_points; i++)
		check_shown(l, &q->scale->points[i].label, "an option", q->id, q->line, q->groups);
}

/* Titles may name the person to themselves; all else speaks to the reader. */
void
check_groups(struct loader *l)
{
	const struct form *f = l->form;

	if (f->subject != SUBJECT_MANAGER)
		return;
	check_shown(l, &f->intro, "the introduction", NULL, f->line, GROUPS_ALL);
	for (size_t i = 0; i < f->n_pages; i++)
		check_shown(l, &f->pages[i].intro, "the introduction", f->pages[i].id, f->pages[i].line,
			f->pages[i].groups);
	for (size_t i = 0; i < f->n_scales; i++)
		for (size_t j = 0; j < f->scales[i].n_points; j++)
			check_shown(l, &f->scales[i].points[j].label, "a point", f->scales[i].id,
				f->scales[i].line, GROUPS_ALL);
	for (size_t i = 0; i < f->n_questions; i++)
		check_question(l, &f->questions[i]);
	for (size_t i = 0; i < f->n_items; i++)
		check_shown(l, &f->items[i].text, "the text", f->items[i].id, f->items[i].line,
			f->items[i].groups);
}
