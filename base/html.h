/* html.h - HTML and SVG that cannot be malformed and cannot carry an injection */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_HTML_H
#define BASE_HTML_H

#include <stddef.h>

struct arena;
struct buf;

/* An element stack over a buf. Everything given as text or attribute value is escaped.
 * Element and attribute names and html_raw take string literals only (this does not compile otherwise). */
struct html {
	struct buf *out;
	int depth;
	const char *stack[64];
	enum { HTML_NO_TAG = 0, HTML_START_TAG, HTML_VOID_TAG } in_tag;	/* a tag is still open for attributes */
};

void html_begin(struct html *, struct buf *out);
/* Every element must be closed by now. */
void html_end(struct html *);

/* html_open(h, "a", "href", url): attributes come in pairs, a NULL value drops its attribute, "" stays
 * (required=""). href, src and action refuse (CHECK) a value with a scheme other than https, http, mailto
 * or data:image. */
#define html_open(h, ...) html_open_element((h), HTML_WORDS(__VA_ARGS__))
/* One more attribute for the element just opened: the quickest way to write one. */
#define html_attr(h, name, value) html_add_attr((h), "" name, sizeof("" name) - 1, (value))
void html_attrf(struct html *, const char *name, const char *format,
	...) __attribute__((format(printf, 3, 4)));
#define html_close(h, name) html_close_element((h), "" name, sizeof("" name) - 1)
/* An element without content: input, br, meta; in SVG line, rect, ... (written with />); html_attr may
 * follow. */
#define html_void(h, ...) html_void_element((h), HTML_WORDS(__VA_ARGS__))
/* html_elem(h, "p", text, "class", "lead"): opened, its text, closed. NULL text is the empty text. */
#define html_elem(h, ...) html_elem_element((h), HTML_WORDS(__VA_ARGS__))

/* A text escaped beforehand, once for many pages. Only html_escape makes one. */
struct html_escaped {
	const char *bytes;
	size_t n;
};
struct html_escaped html_escape(struct arena *, const char *);
void html_add_escaped(struct html *, struct html_escaped);

void html_text(struct html *, const char *);
void html_textn(struct html *, const char *, size_t n);
void html_textf(struct html *, const char *format, ...) __attribute__((format(printf, 2, 3)));
#define html_raw(h, literal) html_raw_literal((h), "" literal)
/* Content for <style> built from files of this program; refuses (CHECK) "</". */
void html_style(struct html *, const char *css);

/* Behind the macros: the words with their number; the first one is a literal. A name comes with its length. */
#define HTML_WORDS(...) (const char *const[]){ "" __VA_ARGS__ }, \
	sizeof((const char *const[]){ "" __VA_ARGS__ }) / sizeof(char *)
void html_open_element(struct html *, const char *const *words, size_t n);
void html_void_element(struct html *, const char *const *words, size_t n);
void html_elem_element(struct html *, const char *const *words, size_t n);
void html_close_element(struct html *, const char *name, size_t n);
void html_add_attr(struct html *, const char *name, size_t n, const char *value);
void html_raw_literal(struct html *, const char *);

#endif
