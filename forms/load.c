/* load.c - from bytes to a form, with every problem named */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/load.h"

#include <string.h>

#include "base/arena.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/check.h"
#include "forms/grammar.h"
#include "forms/kinds/kind.h"
#include "forms/loader.h"
#include "forms/scan.h"
#include "forms/shape.h"
#include "forms/value.h"
#include "forms/xml.h"

struct counts {
	size_t scales, pages, questions, items, dimensions, indexes, weight_sets;
};

static struct counts
count(const xmlNode *root)
{
	struct counts n = { 0 };

	for (const xmlNode *node = xml_first(root); node != NULL; node = xml_next(node)) {
		n.scales += str_eq(xml_name(node), "scale");
		n.dimensions += str_eq(xml_name(node), "dimension");
		n.indexes += str_eq(xml_name(node), "index");
		n.weight_sets += str_eq(xml_name(node), "weights");
		if (!str_eq(xml_name(node), "page"))
			continue;
		n.pages++;
		for (const xmlNode *child = xml_first(node); child != NULL; child = xml_next(child)) {
			int kind = kind_of_element(xml_name(child));

			n.questions += kind >= 0;
			n.items += kind == KIND_BATTERY ? xmlChildElementCount((xmlNode *)child) : 1;
		}
	}
	return n;
}

static void
make_room(struct loader *l, struct counts n)
{
	struct form *f = l->form;

	f->scales = l->scales = arena_make_n(l->arena, n.scales, struct scale);
	f->pages = l->pages = arena_make_n(l->arena, n.pages, struct page);
	f->questions = l->questions = arena_make_n(l->arena, n.questions, struct question);
	f->items = l->items = arena_make_n(l->arena, n.items, struct item);
	f->dimensions = l->dimensions = arena_make_n(l->arena, n.dimensions, struct dimension);
	f->indexes = l->indexes = arena_make_n(l->arena, n.indexes, struct index);
	f->weight_sets = l->weight_sets = arena_make_n(l->arena, n.weight_sets, struct weight_set);
	l->mirrors = arena_make_n(l->arena, n.items, const char *);
	l->names = names_new(l->arena,
		n.scales + n.pages + n.questions + n.items + n.dimensions + n.indexes + n.weight_sets + 1);
}

/* The form's own language first, then the others as listed. */
static void
load_languages(struct loader *l, const xmlNode *root)
{
	const char *own = load_attr(l, root, "xml:lang"), *list = load_attr(l, root, "langs");
	size_t n = 0;
	char **langs = list == NULL ? NULL : str_words(l->arena, list, &n);
	bool listed = list == NULL;

	l->form->langs[l->form->n_langs++] = own == NULL || value_fault(l->arena, "language", own) != NULL
		? "en" : own;
	for (size_t i = 0; i < n; i++) {
		bool is_own = str_eq(langs[i], own);

		if (value_fault(l->arena, "language", langs[i]) != NULL)
			continue;
		if (is_own && listed)
			msgs_error(l->msgs, xml_line(root), NULL, "langs names %s twice", own);
		else if (!is_own && l->form->n_langs == FORM_MAX_LANGS)
			msgs_error(l->msgs, xml_line(root), NULL, "a form has at most %d languages",
				FORM_MAX_LANGS);
		else if (!is_own)
			l->form->langs[l->form->n_langs++] = langs[i];
		listed = listed || is_own;
	}
	if (!listed)
		msgs_error(l->msgs, xml_line(root), NULL, "langs must name the form's own language %s too",
			l->form->langs[0]);
}

static void
load_parties(struct loader *l, const xmlNode *root)
{
	const char *list = load_attr(l, root, "parties");
	size_t n;
	char **parties = str_words(l->arena, list == NULL ? "a b" : list, &n);

	if (n < 2 || n > FORM_MAX_PARTIES)
		msgs_error(l->msgs, xml_line(root), NULL, "a form has 2 to %d parties, not %zu",
			FORM_MAX_PARTIES, n);
	for (size_t i = 0; i < n && i < FORM_MAX_PARTIES; i++)
		if (str_is_id(parties[i]))
			l->form->parties[l->form->n_parties++] = parties[i];
}

static void
load_head(struct loader *l, const xmlNode *root)
{
	struct form *f = l->form;

	f->line = xml_line(root);
	load_languages(l, root);
	load_parties(l, root);
	f->id = load_id(l, root, NAME_FORM, 0);
	f->version = load_int(l, root, "version", 1);
	f->subject = str_eq(load_attr(l, root, "subject"), "manager") ? SUBJECT_MANAGER : SUBJECT_ALLIANCE;
	f->title = load_text_of(l, root, "title", NULL);
	f->intro = load_text_of(l, root, "intro", NULL);
}

static void
load_body(struct loader *l, const xmlNode *root)
{
	for (xmlNode *node = xml_first(root); node != NULL; node = xml_next(node)) {
		const char *name = xml_name(node);

		if (str_eq(name, "scale"))
			load_scale(l, node);
		else if (str_eq(name, "page"))
			load_page(l, node);
		else if (str_eq(name, "dimension"))
			load_dimension(l, node);
		else if (str_eq(name, "index"))
			load_index(l, node);
		else if (str_eq(name, "weights"))
			load_weights(l, node);
	}
}

static struct form *
load_document(struct arena *a, xmlDoc *doc, struct msgs *m)
{
	struct form *f = arena_make(a, struct form);
	struct loader l = { .arena = a, .msgs = m, .form = f };
	const xmlNode *root = xmlDocGetRootElement(doc);
	struct counts n = count(root);

	if (n.items > FORM_MAX_ITEMS || n.questions > FORM_MAX_ITEMS) {
		msgs_error(m, xml_line(root), NULL,
			"a form has at most %d questions and items, this one has %zu", FORM_MAX_ITEMS,
			n.items > n.questions ? n.items : n.questions);
		return NULL;
	}
	make_room(&l, n);
	load_head(&l, root);
	load_body(&l, root);
	check_form(&l);
	return f;
}

static bool
same_place(const struct msg *a, const struct msg *b)
{
	return a->line == b->line && str_eq(a->id, b->id);
}

/* An element whose shape is wrong is not found fault with again for what follows from that. */
static void
drop_consequences(struct msgs *m, size_t first_shape, size_t first_own)
{
	size_t n = first_own;

	for (size_t i = first_own; i < m->n; i++) {
		size_t j = first_shape;

		while (j < first_own && !same_place(&m->list[j], &m->list[i]))
			j++;
		if (j == first_own)
			m->list[n++] = m->list[i];
		else
			m->n_errors -= !m->list[i].warning;
	}
	m->n = n;
}

static const struct form *
load_checked(struct arena *a, struct arena *scratch, const char *bytes, size_t n, struct msgs *m)
{
	size_t errors = m->n_errors, first = m->n, first_own;
	struct form *f;
	xmlDoc *doc;

	if (!scan_bytes(bytes, n, m) || (doc = xml_parse(scratch, bytes, n, m)) == NULL
		|| !shape_check(scratch, doc, m))
		return NULL;
	first_own = m->n;
	f = load_document(a, doc, m);
	drop_consequences(m, first, first_own);
	if (m->n_errors == errors && grammar_validate(grammar_get(), doc, m))
		xml_fingerprint(doc, f->fingerprint);
	return m->n_errors == errors ? f : NULL;
}

const struct form *
form_load(struct arena *a, const char *bytes, size_t n, struct msgs *m)
{
	/* The document is some twenty times its bytes and not needed once the form is there. */
	struct arena *scratch = arena_new();
	const struct form *f;

	forms_init();
	f = load_checked(a, scratch, bytes, n, m);
	arena_free(scratch);
	msgs_sort(m);
	return f;
}
