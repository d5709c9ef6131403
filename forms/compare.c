/* compare.c - what changed between two versions of a form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/compare.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "forms/form.h"

static const char *
difference_name(enum difference_class class)
{
	static const char *const names[] = { "none", "wording", "meaning", "critical" };

	return names[class];
}

void
compare_add(struct comparison *c, enum difference_class class, const char *id, const char *format, ...)
{
	va_list ap;

	/* Rooms are the powers of two. */
	if ((c->n & (c->n - 1)) == 0) {
		struct difference *larger = arena_make_n(c->arena, c->n == 0 ? 1 : 2 * c->n,
			struct difference);

		if (c->n > 0)
			memcpy(larger, c->list, c->n * sizeof(*larger));
		c->list = larger;
	}
	va_start(ap, format);
	c->list[c->n++] = (struct difference){ class, id, arena_vprintf(c->arena, format, ap) };
	va_end(ap);
	c->worst = class > c->worst ? class : c->worst;
}

/* Letters and digits of the words, without case, blanks and ASCII punctuation, which change nothing. */
static const char *
essence(struct arena *a, const struct wording *w)
{
	struct buf *b = buf_new(a);

	for (size_t i = 0; i < w->n; i++)
		for (const char *s = w->runs[i].kind == RUN_TEXT ? w->runs[i].text : ""; *s != '\0'; s++)
			if (isalnum((unsigned char)*s) || (*s & 0x80) != 0)
				buf_putc(b, (char)tolower((unsigned char)*s));
	return b->bytes;
}

/* Who and what is named, in order. */
static const char *
named(struct arena *a, const struct wording *w)
{
	struct buf *b = buf_new(a);

	for (size_t i = 0; i < w->n; i++)
		if (w->runs[i].kind >= RUN_OWN && w->runs[i].kind <= RUN_VALUE_OF)
			buf_printf(b, "%d %s ", (int)w->runs[i].kind, w->runs[i].text == NULL ? ""
				: w->runs[i].text);
	return b->bytes;
}

static enum difference_class
compare_wordings(struct arena *a, const struct wording *old, const struct wording *new)
{
	bool same_words = str_eq(essence(a, old), essence(a, new)),
		same_names = str_eq(named(a, old), named(a, new));

	return same_words && same_names ? DIFFERENCE_NONE : same_words ? DIFFERENCE_CRITICAL
		: DIFFERENCE_WORDING;
}

static enum difference_class
compare_for(const struct comparison *c, const struct text *old, const struct text *new, const char *audience)
{
	enum difference_class worst = DIFFERENCE_NONE;

	for (size_t i = 0; i < c->old->n_langs; i++)
		for (size_t j = 0; j < c->new->n_langs; j++) {
			const char *lang = c->old->langs[i];
			enum difference_class class;

			if (!str_eq(lang, c->new->langs[j]))
				continue;
			class = compare_wordings(c->arena, text_wording(c->old, old, lang, audience, NULL),
				text_wording(c->new, new, lang, audience, NULL));
			worst = class > worst ? class : worst;
		}
	return worst;
}

enum difference_class
compare_texts(const struct comparison *c, const struct text *old, const struct text *new)
{
	enum difference_class worst, class;

	if (old->n == 0 || new->n == 0)
		return old->n == new->n ? DIFFERENCE_NONE : DIFFERENCE_WORDING;
	worst = compare_for(c, old, new, NULL);
	for (size_t i = 0; i < old->n + new->n; i++) {
		const char *audience = i < old->n ? old->wordings[i].audience
			: new->wordings[i - old->n].audience;

		class = audience == NULL ? DIFFERENCE_NONE : compare_for(c, old, new, audience);
		worst = class > worst ? class : worst;
	}
	return worst;
}

static void
compare_parties(struct comparison *c)
{
	bool same = c->old->n_parties == c->new->n_parties;

	for (size_t i = 0; same && i < c->old->n_parties; i++)
		same = str_eq(c->old->parties[i], c->new->parties[i]);
	if (!same)
		compare_add(c, DIFFERENCE_MEANING, NULL, "it asks other parties");
}

static void
compare_langs(struct comparison *c)
{
	for (size_t i = 0; i < c->old->n_langs; i++)
		if (form_lang(c->new, c->old->langs[i]) == NULL)
			compare_add(c, DIFFERENCE_NONE, NULL, "the language %s is gone", c->old->langs[i]);
	for (size_t i = 0; i < c->new->n_langs; i++)
		if (form_lang(c->old, c->new->langs[i]) == NULL)
			compare_add(c, DIFFERENCE_NONE, NULL, "the language %s is new", c->new->langs[i]);
}

static void
compare_heads(struct comparison *c)
{
	if (!str_eq(c->old->id, c->new->id))
		compare_add(c, DIFFERENCE_CRITICAL, NULL, "%s and %s are not versions of one form",
			c->old->id, c->new->id);
	else if (c->new->version <= c->old->version)
		compare_add(c, DIFFERENCE_CRITICAL, NULL, "the content differs, so version must be above %d",
			c->old->version);
	if (c->old->subject != c->new->subject)
		compare_add(c, DIFFERENCE_CRITICAL, NULL, "it is about another kind of subject");
	compare_parties(c);
	compare_langs(c);
	if (compare_texts(c, &c->old->title, &c->new->title) > DIFFERENCE_NONE
	    || compare_texts(c, &c->old->intro, &c->new->intro) > DIFFERENCE_NONE)
		compare_add(c, DIFFERENCE_NONE, NULL, "title or introduction have other words");
}

const struct comparison *
form_compare(struct arena *a, const struct form *old, const struct form *new)
{
	struct comparison *c = arena_make(a, struct comparison);

	*c = (struct comparison){ .arena = a, .old = old, .new = new,
		.ancestors = arena_make_n(a, new->n_items, int),
		.items = arena_make_n(a, new->n_items, enum difference_class) };
	if (memcmp(old->fingerprint, new->fingerprint, sizeof(old->fingerprint)) != 0)
		compare_heads(c);
	compare_items(c);
	compare_scoring(c);
	return c;
}

void
compare_print(const struct comparison *c, struct buf *out)
{
	for (int class = DIFFERENCE_CRITICAL; class >= DIFFERENCE_NONE; class--)
		for (size_t i = 0; i < c->n; i++) {
			const struct difference *d = &c->list[i];

			if ((int)d->class == class)
				buf_printf(out, "%s: %s%s%s\n", difference_name(d->class),
					d->id == NULL ? "" : d->id, d->id == NULL ? "" : ": ", d->text);
		}
}
