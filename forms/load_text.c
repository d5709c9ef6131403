/* load_text.c - wordings and their inline marks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "forms/loader.h"
#include "forms/xml.h"

/* Runs of one wording. Blanks and line breaks of the file collapse into single blanks, none at either end. */
struct runs {
	struct loader *loader;
	const char *id;
	struct run *list;
	size_t n;
	bool blank;			/* the words so far end in a blank */
};

static size_t
count_nodes(const xmlNode *parent)
{
	size_t n = 0;

	for (const xmlNode *node = parent->children; node != NULL; node = node->next)
		n += 2 + count_nodes(node);
	return n;
}

static void
add_words(struct runs *r, const char *words)
{
	char *text = arena_alloc(r->loader->arena, strlen(words) + 1), *end = text;

	for (; *words != '\0'; words++) {
		bool blank = strchr(" \t\r\n", *words) != NULL;

		if (!blank || !r->blank)
			*end++ = blank ? ' ' : *words;
		r->blank = blank;
	}
	if (end > text)
		r->list[r->n++] = (struct run){ .kind = RUN_TEXT, .text = text };
}

static void
add_mention(struct loader *l, const char *item, const char *id, int line)
{
	l->mentions = load_grow(l, l->mentions, l->n_mentions, sizeof(*l->mentions));
	l->mentions[l->n_mentions++] = (struct loader_mention){ item, id, line, l->form->n_items };
}

static void add_runs(struct runs *, const xmlNode *);

static void
add_enclosed(struct runs *r, const xmlNode *node, enum run_kind begin, enum run_kind end)
{
	r->list[r->n++] = (struct run){ .kind = begin };
	add_runs(r, node);
	r->list[r->n++] = (struct run){ .kind = end };
}

static void
add_mark(struct runs *r, const xmlNode *node)
{
	static const struct {
		const char *element;
		enum run_kind kind;
	} marks[] = { { "own", RUN_OWN }, { "partner", RUN_PARTNER }, { "subject", RUN_SUBJECT },
		{ "br", RUN_BREAK } };

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (str_eq(xml_name(node), marks[i].element)) {
			r->list[r->n++] = (struct run){ .kind = marks[i].kind };
			r->blank = marks[i].kind == RUN_BREAK;
		}
	if (str_eq(xml_name(node), "em"))
		add_enclosed(r, node, RUN_EM, RUN_EM_END);
	else if (str_eq(xml_name(node), "strong"))
		add_enclosed(r, node, RUN_STRONG, RUN_STRONG_END);
	else if (str_eq(xml_name(node), "value-of")) {
		const char *item = load_attr(r->loader, node, "item");

		r->list[r->n++] = (struct run){ .kind = RUN_VALUE_OF, .text = item == NULL ? "" : item };
		r->blank = false;
		if (item != NULL)
			add_mention(r->loader, item, r->id, xml_line(node));
	}
}

static void
add_runs(struct runs *r, const xmlNode *parent)
{
	for (const xmlNode *node = parent->children; node != NULL; node = node->next)
		if (node->type == XML_TEXT_NODE)
			add_words(r, (const char *)node->content);
		else if (node->type == XML_ELEMENT_NODE)
			add_mark(r, node);
}

static void
trim_end(struct runs *r)
{
	struct run *last = r->n > 0 ? &r->list[r->n - 1] : NULL;

	if (!r->blank || last == NULL || last->kind != RUN_TEXT)
		return;
	last->text = arena_strndup(r->loader->arena, last->text, strlen(last->text) - 1);
	r->n -= last->text[0] == '\0';
}

/* Once for all pages that show them. */
static void
escape_words(struct runs *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->list[i].kind == RUN_TEXT)
			r->list[i].escaped = html_escape(r->loader->arena, r->list[i].text);
}

/* The form's own copy of a language is found by its address, see text_wording. */
static const char *
load_lang(struct loader *l, const xmlNode *t)
{
	const char *lang = load_attr(l, t, "xml:lang"), *own = form_lang(l->form, lang);

	return lang == NULL ? l->form->langs[0] : own == NULL ? lang : own;
}

static struct wording
load_wording(struct loader *l, const xmlNode *t, const char *id)
{
	struct runs r = { l, id, arena_make_n(l->arena, count_nodes(t), struct run), 0, true };

	add_runs(&r, t);
	trim_end(&r);
	escape_words(&r);
	return (struct wording){ load_lang(l, t), load_attr(l, t, "for"), r.n, r.list };
}

struct text
load_text(struct loader *l, const xmlNode *parent, const char *id)
{
	size_t n = 0;
	struct wording *wordings = arena_make_n(l->arena, xmlChildElementCount((xmlNode *)parent),
		struct wording);

	for (const xmlNode *node = xml_first(parent); node != NULL; node = xml_next(node))
		if (str_eq(xml_name(node), "t"))
			wordings[n++] = load_wording(l, node, id);
	return (struct text){ n, wordings };
}

struct text
load_text_of(struct loader *l, const xmlNode *parent, const char *element, const char *id)
{
	for (const xmlNode *node = xml_first(parent); node != NULL; node = xml_next(node))
		if (str_eq(xml_name(node), element))
			return load_text(l, node, id);
	return (struct text){ 0, NULL };
}
