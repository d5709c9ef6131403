/* html.c - HTML and SVG that cannot be malformed and cannot carry an injection */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/html.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"

enum { MAX_DEPTH = sizeof(((struct html *)0)->stack) / sizeof(char *) };

void
html_begin(struct html *h, struct buf *out)
{
	*h = (struct html){ .out = out };
}

void
html_end(struct html *h)
{
	CHECK(h->depth == 0 && !h->in_tag);
}

static void
escaped(struct buf *out, const char *s, size_t n)
{
	static const char escapes[][8] = { "", "&amp;", "&lt;", "&gt;", "&quot;", "&#39;" };
	static const unsigned char which[256] = { ['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\''] = 5 };
	size_t plain = 0;

	for (size_t i = 0; i < n; i++) {
		const unsigned char escape = which[(unsigned char)s[i]];

		if (escape == 0)
			continue;
		buf_add(out, s + plain, i - plain);
		buf_puts(out, escapes[escape]);
		plain = i + 1;
	}
	buf_add(out, s + plain, n - plain);
}

static void
finish_tag(struct html *h)
{
	if (h->in_tag)
		buf_putc(h->out, '>');
	h->in_tag = 0;
}

static bool
is_address(const char *attr)
{
	switch (*attr) {
	case 'h': return strcmp(attr, "href") == 0;
	case 's': return strcmp(attr, "src") == 0;
	case 'a': return strcmp(attr, "action") == 0;
	default: return false;
	}
}

/* A colon before any of / ? # makes a scheme. */
static bool
scheme_is_safe(const char *url)
{
	static const char *const safe[] = { "https:", "http:", "mailto:", "data:image/" };
	size_t before = strcspn(url, ":/?#");

	if (url[before] != ':')
		return true;
	for (size_t i = 0; i < sizeof(safe) / sizeof(*safe); i++)
		if (strncasecmp(url, safe[i], strlen(safe[i])) == 0)
			return true;
	return false;
}

void
html_add_attr(struct html *h, const char *name, const char *value)
{
	CHECK(h->in_tag);
	if (value == NULL)
		return;
	CHECK(!is_address(name) || scheme_is_safe(value));
	buf_putc(h->out, ' ');
	buf_puts(h->out, name);
	buf_puts(h->out, "=\"");
	escaped(h->out, value, strlen(value));
	buf_putc(h->out, '"');
}

void
html_attrf(struct html *h, const char *name, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	html_add_attr(h, name, arena_vprintf(h->out->arena, format, ap));
	va_end(ap);
}

static void
start_tag(struct html *h, const char *name, const char *const *attrs, size_t n)
{
	CHECK(n % 2 == 0);
	finish_tag(h);
	buf_putc(h->out, '<');
	buf_puts(h->out, name);
	h->in_tag = 1;
	for (size_t i = 0; i < n; i += 2)
		html_add_attr(h, attrs[i], attrs[i + 1]);
}

void
html_open_element(struct html *h, const char *const *words, size_t n)
{
	CHECK(h->depth < MAX_DEPTH);
	start_tag(h, words[0], words + 1, n - 1);
	h->stack[h->depth++] = words[0];
}

void
html_void_element(struct html *h, const char *const *words, size_t n)
{
	start_tag(h, words[0], words + 1, n - 1);
	buf_puts(h->out, "/>");
	h->in_tag = 0;
}

void
html_elem_element(struct html *h, const char *const *words, size_t n)
{
	CHECK(n >= 2);
	start_tag(h, words[0], words + 2, n - 2);
	h->stack[h->depth++] = words[0];
	html_text(h, words[1] == NULL ? "" : words[1]);
	html_close_element(h, words[0]);
}

void
html_close_element(struct html *h, const char *name)
{
	CHECK(h->depth > 0 && (h->stack[h->depth - 1] == name || strcmp(h->stack[h->depth - 1], name) == 0));
	finish_tag(h);
	h->depth--;
	buf_puts(h->out, "</");
	buf_puts(h->out, name);
	buf_putc(h->out, '>');
}

void
html_textn(struct html *h, const char *s, size_t n)
{
	finish_tag(h);
	escaped(h->out, s, n);
}

void
html_text(struct html *h, const char *s)
{
	html_textn(h, s, strlen(s));
}

void
html_textf(struct html *h, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	html_text(h, arena_vprintf(h->out->arena, format, ap));
	va_end(ap);
}

void
html_raw_literal(struct html *h, const char *s)
{
	finish_tag(h);
	buf_puts(h->out, s);
}

void
html_style(struct html *h, const char *css)
{
	CHECK(strstr(css, "</") == NULL);
	html_open(h, "style");
	html_raw_literal(h, css);
	html_close(h, "style");
}
