/* shape.c - are the right elements and attributes in the right places? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/shape.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/grammar.h"
#include "forms/nearest.h"
#include "forms/value.h"
#include "forms/xml.h"

/* Bytes of a word of the file that a message repeats. */
enum { QUOTED = 80 };

struct shape {
	struct arena *arena;
	struct msgs *msgs;
	const struct grammar *grammar;
	bool sound;
};

/* The id nearest above an element, by which an author finds it. */
static const char *
id_of(const struct shape *s, const xmlNode *node)
{
	const char *id = NULL;

	for (; id == NULL && node != NULL && node->type == XML_ELEMENT_NODE
		&& node->parent->type == XML_ELEMENT_NODE; node = node->parent)
		id = xml_id(s->arena, node);
	return id;
}

static const char *
allowed_values(const struct shape *s, const struct grammar_attribute *allowed)
{
	struct buf *b = buf_new(s->arena);

	for (size_t i = 0; i < allowed->n_values; i++)
		buf_printf(b, "%s%s", i == 0 ? "" : i + 1 < allowed->n_values ? ", " : " or ",
			allowed->values[i]);
	return b->bytes;
}

static void
check_value(struct shape *s, const xmlNode *node, const struct grammar_attribute *allowed, const char *value)
{
	const char *expected;

	for (size_t i = 0; i < allowed->n_values; i++)
		if (str_eq(allowed->values[i], value))
			return;
	expected = allowed->type == NULL ? allowed_values(s, allowed)
		: value_fault(s->arena, allowed->type, value);
	if (expected != NULL)
		msgs_error(s->msgs, xml_line(node), id_of(s, node), "%s=\"%s\" must be %s", allowed->name,
			xml_cut(s->arena, value, QUOTED), expected);
}

static void
unknown_attribute(struct shape *s, const xmlNode *node, const struct grammar_element *e, const char *name)
{
	struct nearest search = nearest_begin(name);

	for (size_t i = 0; i < e->n_attributes; i++)
		nearest_offer(&search, e->attributes[i].name);
	msgs_error(s->msgs, xml_line(node), id_of(s, node), "<%s> has no attribute %s%s", e->name,
		xml_cut(s->arena, name, QUOTED), nearest_hint(s->arena, &search));
}

static const struct grammar_attribute *
allowed_attribute(const struct grammar_element *e, const char *name)
{
	for (size_t i = 0; i < e->n_attributes; i++)
		if (str_eq(e->attributes[i].name, name))
			return &e->attributes[i];
	return NULL;
}

static void
check_attributes(struct shape *s, const xmlNode *node, const struct grammar_element *e)
{
	for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next) {
		const char *name = xml_attr_name(s->arena, attr);
		const struct grammar_attribute *allowed = allowed_attribute(e, name);

		if (allowed == NULL)
			unknown_attribute(s, node, e, name);
		else
			check_value(s, node, allowed, xml_attr(s->arena, node, name));
	}
}

static void
check_required(struct shape *s, const xmlNode *node, const struct grammar_element *e)
{
	for (size_t i = 0; i < e->n_attributes; i++)
		if (e->attributes[i].required && xml_attr(s->arena, node, e->attributes[i].name) == NULL)
			msgs_error(s->msgs, xml_line(node), id_of(s, node), "<%s> needs the attribute %s",
				e->name, e->attributes[i].name);
}

static const struct grammar_child *
allowed_child(const struct grammar_element *e, const char *name)
{
	for (size_t i = 0; i < e->n_children; i++)
		if (str_eq(e->children[i].name, name))
			return &e->children[i];
	return NULL;
}

static void
misplaced(struct shape *s, const xmlNode *node, const struct grammar_element *parent)
{
	const char *name = xml_cut(s->arena, xml_name(node), QUOTED);
	struct nearest search = nearest_begin(name);

	s->sound = false;
	for (size_t i = 0; i < parent->n_children; i++)
		nearest_offer(&search, parent->children[i].name);
	if (!str_eq((const char *)(node->ns == NULL ? NULL : node->ns->href), FORM_NAMESPACE))
		msgs_error(s->msgs, xml_line(node), id_of(s, node), "<%s> is not in the namespace %s", name,
			FORM_NAMESPACE);
	else if (grammar_element(s->grammar, name) == NULL)
		msgs_error(s->msgs, xml_line(node), id_of(s, node), "there is no element <%s>%s", name,
			parent->words ? "; words are marked with em, strong and br only"
			: nearest_hint(s->arena, &search));
	else
		msgs_error(s->msgs, xml_line(node), id_of(s, node), "<%s> does not belong into <%s>%s", name,
			parent->name, nearest_hint(s->arena, &search));
}

/* The children must come in the order of their places, and only repeated ones more than once. */
static void
check_order(struct shape *s, const xmlNode *node, const struct grammar_child *child,
	const struct grammar_child *last)
{
	if (last == NULL || child->place > last->place || (child->place == last->place && child->repeated))
		return;
	s->sound = false;
	if (child == last)
		msgs_error(s->msgs, xml_line(node), id_of(s, node),
			"there is a second <%s> here; only one is allowed", child->name);
	else
		msgs_error(s->msgs, xml_line(node), id_of(s, node), "<%s> must come before <%s>", child->name,
			last->name);
}

static void
check_text(struct shape *s, const xmlNode *text, const struct grammar_element *e)
{
	const char *words = (const char *)text->content;

	if (e->words || words[strspn(words, " \t\r\n")] == '\0')
		return;
	msgs_error(s->msgs, xml_line(text), id_of(s, text->parent),
		"words stand in <%s>, where none are allowed; put them into <t>", e->name);
}

/* A reference to an entity that nobody declared, or other things that are neither text nor element. */
static void
check_other(struct shape *s, const xmlNode *node)
{
	if (node->type == XML_COMMENT_NODE)
		return;
	s->sound = false;
	msgs_error(s->msgs, xml_line(node), NULL, "only elements, words and comments may stand in a form");
}

static void
check_needed(struct shape *s, const xmlNode *node, const struct grammar_element *e, const bool *seen)
{
	for (size_t i = 0; i < e->n_children; i++)
		if (e->children[i].required && !seen[i]) {
			s->sound = false;
			msgs_error(s->msgs, xml_line(node), id_of(s, node), "<%s> needs %s <%s>", e->name,
				e->children[i].repeated ? "at least one" : "a", e->children[i].name);
		}
}

static void check_element(struct shape *, const xmlNode *, const struct grammar_element *);

static void
check_children(struct shape *s, const xmlNode *parent, const struct grammar_element *e)
{
	const struct grammar_child *last = NULL;
	bool seen[GRAMMAR_MOST] = { false };

	for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
		const struct grammar_child *child;

		if (node->type == XML_TEXT_NODE)
			check_text(s, node, e);
		else if (node->type != XML_ELEMENT_NODE)
			check_other(s, node);
		else if ((child = allowed_child(e, xml_name(node))) == NULL || node->ns == NULL
		    || !str_eq((const char *)node->ns->href, FORM_NAMESPACE))
			misplaced(s, node, e);
		else {
			check_order(s, node, child, last);
			seen[child - e->children] = true;
			last = last == NULL || child->place >= last->place ? child : last;
			check_element(s, node, grammar_element(s->grammar, child->name));
		}
	}
	check_needed(s, parent, e, seen);
}

static void
check_element(struct shape *s, const xmlNode *node, const struct grammar_element *e)
{
	check_required(s, node, e);
	check_attributes(s, node, e);
	check_children(s, node, e);
}

bool
shape_check(struct arena *a, xmlDoc *doc, struct msgs *m)
{
	struct shape s = { a, m, grammar_get(), true };
	const xmlNode *root = xmlDocGetRootElement(doc);

	if (root->ns == NULL || !str_eq((const char *)root->ns->href, FORM_NAMESPACE)
		|| !str_eq(xml_name(root), "form")) {
		msgs_error(m, xml_line(root), NULL,
			"this is not a form: the first element must be <form xmlns=\"%s\">", FORM_NAMESPACE);
		return false;
	}
	check_element(&s, root, grammar_element(s.grammar, "form"));
	return s.sound;
}
