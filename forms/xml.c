/* xml.c - libxml2 kept on a short lead */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/xml.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/token.h"
#include "forms/load.h"

enum { LONGEST_ID = 64 };

/* Under memory failure libxml2 returns wrong answers, so it never sees one. */
static void *
allocate(size_t size)
{
	void *p = malloc(size);

	CHECK(p != NULL);
	return p;
}

static void *
reallocate(void *old, size_t size)
{
	void *p = realloc(old, size);

	CHECK(p != NULL || size == 0);
	return p;
}

static char *
duplicate(const char *s)
{
	char *copy = strdup(s);

	CHECK(copy != NULL);
	return copy;
}

static xmlParserInput *
refuse_entity(const char *url, const char *id, xmlParserCtxt *parser)
{
	(void)url;
	(void)id;
	(void)parser;
	return NULL;
}

void
forms_init(void)
{
	static bool done;

	if (done)
		return;
	done = true;
	CHECK(xmlMemSetup(free, allocate, reallocate, duplicate) == 0);
	xmlInitParser();
	xmlSetExternalEntityLoader(refuse_entity);
}

/* The slips that happen most, in words for those who do not know the parser's. */
static const struct {
	int code;
	const char *words;
} slips[] = {
	{ XML_ERR_TAG_NAME_MISMATCH, "an element is closed that is not the one opened last" },
	{ XML_ERR_ENTITYREF_NO_NAME, "a bare & is written &amp;" },
	{ XML_ERR_UNDECLARED_ENTITY,
		"there are no named characters but &lt; &gt; &amp; &quot; &apos;; "
		"write the character itself" },
	{ XML_ERR_LT_IN_ATTRIBUTE,
		"a < in an attribute is written &lt;; or a quotation mark is missing before it" },
	{ XML_ERR_ATTRIBUTE_REDEFINED, "an attribute stands there twice" },
	{ XML_ERR_DOCUMENT_END, "something follows after the end of the form" },
	{ XML_ERR_TAG_NOT_FINISHED, "the file ends before all elements are closed" },
};

static void
on_error(void *parser, xmlError *e)
{
	struct msgs *m = ((xmlParserCtxt *)parser)->_private;

	if (m->n_errors > 0 || e->level < XML_ERR_ERROR)
		return;
	for (size_t i = 0; i < sizeof(slips) / sizeof(*slips); i++)
		if (slips[i].code == e->code) {
			msgs_error(m, e->line, NULL, "this is not well-formed XML: %s (%s)", slips[i].words,
				str_trim(m->arena, e->message));
			return;
		}
	msgs_error(m, e->line, NULL, "this is not well-formed XML: %s", str_trim(m->arena, e->message));
}

static void
free_doc(void *doc)
{
	xmlFreeDoc(doc);
}

xmlDoc *
xml_parse(struct arena *a, const char *bytes, size_t n, struct msgs *m)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	size_t errors = m->n_errors;
	xmlDoc *doc;

	CHECK(parser != NULL);
	parser->_private = m;
	parser->sax->serror = (xmlStructuredErrorFunc)on_error;
	doc = xmlCtxtReadMemory(parser, bytes, (int)n, NULL, "UTF-8",
		XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT);
	if (!parser->wellFormed && m->n_errors == errors)
		msgs_error(m, 1, NULL, "this is not well-formed XML");
	xmlFreeParserCtxt(parser);
	if (doc != NULL)
		arena_defer(a, free_doc, doc);
	return m->n_errors == errors ? doc : NULL;
}

void
xml_fingerprint(xmlDoc *doc, unsigned char hash_r[32])
{
	xmlChar *canonical;
	int n = xmlC14NDocDumpMemory(doc, NULL, XML_C14N_1_0, NULL, 0, &canonical);

	CHECK(n >= 0);
	token_sha256(canonical, (size_t)n, hash_r);
	xmlFree(canonical);
}

const char *
xml_name(const xmlNode *node)
{
	return (const char *)node->name;
}

static xmlNode *
element_from(xmlNode *node)
{
	while (node != NULL && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

xmlNode *
xml_first(const xmlNode *node)
{
	return element_from(node->children);
}

xmlNode *
xml_next(const xmlNode *node)
{
	return element_from(node->next);
}

int
xml_line(const xmlNode *node)
{
	return (int)xmlGetLineNo(node);
}

const char *
xml_attr_name(struct arena *a, const xmlAttr *attr)
{
	if (attr->ns == NULL)
		return (const char *)attr->name;
	return arena_printf(a, "%s:%s", attr->ns->prefix == NULL ? "" : (const char *)attr->ns->prefix,
		attr->name);
}

/* Without entities an attribute's value is one text node, or none when it is empty. */
static const char *
value(const xmlNode *node, const char *name)
{
	bool in_xml = str_starts(name, "xml:");

	for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
		if ((attr->ns != NULL) == in_xml && str_eq((const char *)attr->name, name + (in_xml ? 4 : 0)))
			return attr->children == NULL ? "" : (const char *)attr->children->content;
	return NULL;
}

const char *
xml_cut(struct arena *a, const char *s, size_t most)
{
	size_t n = strnlen(s, most + 1);

	if (n > most)
		for (n = most; n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80;)
			n--;
	return arena_strndup(a, s, n);
}

const char *
xml_id(struct arena *a, const xmlNode *node)
{
	const char *id = value(node, "id");

	return id == NULL ? NULL : xml_cut(a, id, LONGEST_ID);
}

const char *
xml_attr(struct arena *a, const xmlNode *node, const char *name)
{
	const char *s = value(node, name);

	return s == NULL ? NULL : arena_strdup(a, s);
}
