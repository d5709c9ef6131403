/* loader.h - a form while it is being built: the lists can still be written, and references are still
 * words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_LOADER_H
#define FORMS_LOADER_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "forms/form.h"
#include "forms/names.h"

struct arena;
struct msgs;
struct rule;

/* A condition as found: which items stand before it, and the item whose answer `.` means, or -1. */
struct loader_rule {
	struct rule *rule;
	const char *id, *expression;
	int line, self;
	size_t earlier;
};

/* A <value-of/> as found: it may name only items before it; outside of pages any. */
struct loader_mention {
	const char *item, *id;
	int line;
	size_t earlier;
};

struct loader {
	struct arena *arena;
	struct msgs *msgs;
	struct form *form;
	struct names *names;
	/* The form's own lists, writable; each has room for all elements of its sort. */
	struct scale *scales;
	struct page *pages;
	struct question *questions;
	struct item *items;
	struct dimension *dimensions;
	struct index *indexes;
	struct weight_set *weight_sets;
	const char **mirrors;		/* per item, as written; NULL: none */
	size_t n_rules, n_mentions;
	struct loader_rule *rules;
	struct loader_mention *mentions;
};

/* The attribute's value, NULL when absent. A number that is not one has been told already: then the
 * fallback. */
const char *load_attr(struct loader *, const xmlNode *, const char *name);
int load_int(struct loader *, const xmlNode *, const char *name, int fallback);
double load_number(struct loader *, const xmlNode *, const char *name, double fallback);
/* id attribute, entered into the names: a second thing of the same id is told. */
const char *load_id(struct loader *, const xmlNode *, enum name_of, size_t index);
/* The thing of this sort that the word names; NULL after a message with the nearest name. */
const struct name *load_reference(struct loader *, int line, const char *id, const char *word, enum name_of);
/* The list with room for one more than n; only ever called with the list it returned for n - 1. */
void *load_grow(struct loader *, void *list, size_t n, size_t size);
/* A compiled condition, or NULL when there is no such attribute or it is wrong. */
const struct rule *load_rule(struct loader *, const xmlNode *, const char *attribute, const char *id,
	int self);

/* The rater groups the element names, as a set; those around it when it has no such attribute. A group that
 * does not see what is around the element is told; an empty set is the remainder of such mistakes. */
unsigned load_groups(struct loader *, const xmlNode *, const char *id, unsigned around);

/* Wordings of the <t> children. */
struct text load_text(struct loader *, const xmlNode *, const char *id);
/* Wordings of the child element of this name; an empty text when there is none. */
struct text load_text_of(struct loader *, const xmlNode *parent, const char *element, const char *id);

void load_scale(struct loader *, const xmlNode *);
/* The points or options among the children. */
void load_points(struct loader *, const xmlNode *, const char *element, struct scale *);
/* The scale an attribute names, or NULL. */
const struct scale *load_named_scale(struct loader *, const xmlNode *, const char *id);
/* Options of a question as a scale of its own. */
const struct scale *load_options(struct loader *, const xmlNode *, const char *id);
/* One more item of the question, from its element. */
struct item *load_item(struct loader *, const xmlNode *, struct question *);
void load_page(struct loader *, xmlNode *);
void load_dimension(struct loader *, const xmlNode *);
void load_index(struct loader *, const xmlNode *);
void load_weights(struct loader *, const xmlNode *);

#endif
