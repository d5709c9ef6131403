/* xml.h - libxml2 kept on a short lead; only files of forms/ include this */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_XML_H
#define FORMS_XML_H

#include <libxml/tree.h>
#include <stddef.h>

struct arena;
struct msgs;

#define FORM_NAMESPACE "urn:attune:form:1"

/* No DTD, no entities, no network. NULL after a message about what is not well-formed. The document lives
 * in the arena. */
xmlDoc *xml_parse(struct arena *, const char *bytes, size_t n, struct msgs *);
/* SHA-256 of the canonical XML (C14N 1.0, without comments). */
void xml_fingerprint(xmlDoc *, unsigned char hash_r[32]);

/* Name of an element; its first and next element; NULL when there is none. */
const char *xml_name(const xmlNode *);
xmlNode *xml_first(const xmlNode *);
xmlNode *xml_next(const xmlNode *);
int xml_line(const xmlNode *);
/* The attribute's name as written: xml:lang has its prefix. */
const char *xml_attr_name(struct arena *, const xmlAttr *);
/* At most so many bytes, whole characters only: for messages about input of any length. */
const char *xml_cut(struct arena *, const char *, size_t most);
/* The element's id, as far as an id may be long; NULL when it has none. */
const char *xml_id(struct arena *, const xmlNode *);
/* A copy of the value; NULL when the element does not have it. "xml:lang" is found under that name. */
const char *xml_attr(struct arena *, const xmlNode *, const char *name);

#endif
