/* grammar.c - form.rng, compiled, and as a list of what belongs where */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/grammar.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/form_rng.h"
#include "forms/load.h"
#include "forms/xml.h"

struct reader {
	struct arena *arena;
	xmlNode *root;
	struct grammar_element *element;
};

struct occurrence {
	size_t place;
	bool optional, repeated;
};

static bool
is(const xmlNode *node, const char *name)
{
	return str_eq(xml_name(node), name);
}

static xmlNode *
define(const struct reader *r, const char *name)
{
	for (xmlNode *node = xml_first(r->root); node != NULL; node = xml_next(node))
		if (is(node, "define") && str_eq(xml_attr(r->arena, node, "name"), name))
			return node;
	CHECK(!"the grammar refers to a define it lacks");
	return NULL;
}

static void
add_value(struct reader *r, struct grammar_attribute *attribute, const xmlNode *node)
{
	CHECK(attribute->n_values < sizeof(attribute->values) / sizeof(*attribute->values));
	attribute->values[attribute->n_values++] = arena_strdup(r->arena,
		(const char *)node->children->content);
}

static void
add_attribute(struct reader *r, const xmlNode *node, bool required)
{
	struct grammar_attribute *attribute = &r->element->attributes[r->element->n_attributes++];
	const xmlNode *value = xml_first(node);

	CHECK(r->element->n_attributes <= GRAMMAR_MOST);
	attribute->name = xml_attr(r->arena, node, "name");
	attribute->required = required;
	if (is(value, "ref"))
		attribute->type = xml_attr(r->arena, value, "name");
	else
		for (const xmlNode *one = xml_first(value); one != NULL; one = xml_next(one))
			add_value(r, attribute, one);
}

static void
add_child(struct reader *r, const char *name, struct occurrence o)
{
	struct grammar_element *e = r->element;

	CHECK(e->n_children < GRAMMAR_MOST);
	e->children[e->n_children++] = (struct grammar_child){ name, o.place, !o.optional, o.repeated };
}

static void read_all(struct reader *, const xmlNode *parent, struct occurrence);

static void
read_one(struct reader *r, const xmlNode *node, struct occurrence o)
{
	if (is(node, "attribute"))
		add_attribute(r, node, !o.optional);
	else if (is(node, "text"))
		r->element->words = true;
	else if (is(node, "ref")) {
		const char *name = xml_attr(r->arena, node, "name");
		xmlNode *body = define(r, name);

		if (is(xml_first(body), "element"))
			add_child(r, name, o);
		else
			read_all(r, body, o);
	} else if (!is(node, "empty")) {
		o.optional = o.optional || is(node, "optional") || is(node, "zeroOrMore")
			|| is(node, "choice");
		o.repeated = o.repeated || is(node, "zeroOrMore") || is(node, "oneOrMore");
		read_all(r, node, o);
	}
}

/* What stands in sequence has later and later places; alternatives and repetitions share one. */
static void
read_all(struct reader *r, const xmlNode *parent, struct occurrence o)
{
	bool sequence = is(parent, "element") || is(parent, "define");

	for (const xmlNode *node = xml_first(parent); node != NULL; node = xml_next(node)) {
		if (sequence && !o.repeated)
			o.place = r->element->n_children;
		read_one(r, node, o);
	}
}

static void
read_grammar(struct arena *a, xmlDoc *doc, struct grammar *g)
{
	struct reader r = { a, xmlDocGetRootElement(doc), NULL };

	g->elements = arena_make_n(a, xmlChildElementCount(r.root), struct grammar_element);
	for (xmlNode *node = xml_first(r.root); node != NULL; node = xml_next(node)) {
		const xmlNode *element = xml_first(node);

		if (!is(node, "define") || !is(element, "element"))
			continue;
		r.element = &g->elements[g->n_elements++];
		r.element->name = xml_attr(a, element, "name");
		read_all(&r, element, (struct occurrence){ 0, false, false });
	}
}

static void
grammar_load(struct arena *a, struct grammar *g)
{
	xmlDoc *doc = xmlReadMemory((const char *)form_rng, (int)sizeof(form_rng), NULL, NULL,
		XML_PARSE_NONET);
	xmlRelaxNGParserCtxt *parser;

	CHECK(doc != NULL);
	read_grammar(a, doc, g);
	parser = xmlRelaxNGNewDocParserCtxt(doc);
	g->validator = xmlRelaxNGParse(parser);
	CHECK(g->validator != NULL);
	xmlRelaxNGFreeParserCtxt(parser);
	xmlFreeDoc(doc);
}

const struct grammar *
grammar_get(void)
{
	static struct arena *kept;
	static struct grammar g;

	forms_init();
	if (kept == NULL) {
		kept = arena_new();
		grammar_load(kept, &g);
	}
	return &g;
}

const struct grammar_element *
grammar_element(const struct grammar *g, const char *name)
{
	for (size_t i = 0; i < g->n_elements; i++)
		if (str_eq(g->elements[i].name, name))
			return &g->elements[i];
	return NULL;
}

static void
on_error(void *data, xmlError *e)
{
	struct msgs *m = data;

	msgs_error(m, e->line, NULL, "this is not allowed by the grammar: %s",
		str_trim(m->arena, e->message));
}

bool
grammar_validate(const struct grammar *g, xmlDoc *doc, struct msgs *m)
{
	xmlRelaxNGValidCtxt *validation = xmlRelaxNGNewValidCtxt(g->validator);
	bool valid;

	CHECK(validation != NULL);
	xmlRelaxNGSetValidStructuredErrors(validation, (xmlStructuredErrorFunc)on_error, m);
	valid = xmlRelaxNGValidateDoc(validation, doc) == 0;
	xmlRelaxNGFreeValidCtxt(validation);
	CHECK(valid || m->n_errors > 0);
	return valid;
}
