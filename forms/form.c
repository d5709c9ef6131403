/* form.c - looking things up in a form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/form.h"

#include "base/arena.h"
#include "base/str.h"
#include "forms/group.h"

const char *
form_lang(const struct form *f, const char *lang)
{
	for (size_t i = 0; lang != NULL && i < f->n_langs; i++)
		if (str_eq(f->langs[i], lang))
			return f->langs[i];
	return NULL;
}

int
form_item(const struct form *f, const char *id)
{
	for (size_t i = 0; i < f->n_items; i++)
		if (str_eq(f->items[i].id, id))
			return (int)i;
	return -1;
}

int
form_dimension(const struct form *f, const char *id)
{
	for (size_t i = 0; i < f->n_dimensions; i++)
		if (str_eq(f->dimensions[i].id, id))
			return (int)i;
	return -1;
}

const struct weight_set *
form_weights(const struct form *f, const char *id)
{
	for (size_t i = 0; i < f->n_weight_sets; i++)
		if (str_eq(f->weight_sets[i].id, id))
			return &f->weight_sets[i];
	return NULL;
}

size_t
dimension_min_valid(const struct form *f, const struct dimension *d, const char *group)
{
	size_t asked = 0;

	for (size_t i = 0; i < d->n_items; i++)
		asked += groups_include(f->items[d->items[i]].groups, group);
	return asked == 0 ? 0 : (d->min_valid * asked + d->n_items - 1) / d->n_items;
}

/* Own audience beats everybody's wording, the language beats both; another audience's wording never fits. */
static int
fit(const struct wording *w, const struct form *f, const char *lang, const char *party, const char *group)
{
	int language = str_eq(w->lang, lang) ? 4 : str_eq(w->lang, f->langs[0]) ? 2 : 0;

	if (language == 0)
		return 0;
	if (w->audience == NULL)
		return language;
	return str_eq(w->audience, group) || str_eq(w->audience, party) ? language + 1 : 0;
}

const struct wording *
text_wording(const struct form *f, const struct text *t, const char *lang, const char *party,
	const char *group)
{
	const struct wording *best = t->n > 0 ? &t->wordings[0] : NULL;
	int best_fit = 0;

	for (size_t i = 0; i < t->n; i++) {
		int this_fit = fit(&t->wordings[i], f, lang, party, group);

		if (this_fit > best_fit) {
			best_fit = this_fit;
			best = &t->wordings[i];
		}
	}
	return best;
}

bool
text_has(const struct text *t, const char *lang, const char *audience)
{
	for (size_t i = 0; i < t->n; i++)
		if (str_eq(t->wordings[i].lang, lang) && str_eq(t->wordings[i].audience, audience))
			return true;
	return false;
}

struct answers
answers_new(struct arena *a, const struct form *f)
{
	struct answers new = { arena_make_n(a, f->n_slots, int16_t),
		arena_make_n(a, f->n_texts, const char *) };

	for (size_t i = 0; i < f->n_slots; i++)
		new.codes[i] = ANSWER_NONE;
	return new;
}

bool
answers_has(const struct form *f, const struct answers *answers, size_t item)
{
	return answers->codes[f->items[item].slot] != ANSWER_NONE;
}
