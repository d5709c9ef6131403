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

/* Which escape a byte needs. */
static const unsigned char which[256] = { ['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\''] = 5 };
static const char escapes[][8] = { "", "&amp;", "&lt;", "&gt;", "&quot;", "&#39;" };
enum { LONGEST_ESCAPE = 6 };

static void
escaped(struct buf *out, const char *s, size_t n)
{
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
	if (h->in_tag == HTML_VOID_TAG)
		buf_puts(h->out, "/>");
	else if (h->in_tag == HTML_START_TAG)
		buf_putc(h->out, '>');
	h->in_tag = HTML_NO_TAG;
}

void
html_end(struct html *h)
{
	CHECK(h->depth == 0);
	finish_tag(h);
}

static bool
is_address(const char *attr, size_t n)
{
	return (n == 4 && memcmp(attr, "href", 4) == 0) || (n == 3 && memcmp(attr, "src", 3) == 0)
		|| (n == 6 && memcmp(attr, "action", 6) == 0);
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

/* Values are short: one reservation, then byte by byte. */
static char *
add_value(char *to, const char *value)
{
	for (; *value != '\0'; value++) {
		const unsigned char escape = which[(unsigned char)*value];

		if (escape == 0)
			*to++ = *value;
		else
			to = stpcpy(to, escapes[escape]);
	}
	return to;
}

struct html_escaped
html_escape(struct arena *a, const char *s)
{
	size_t n = 0;
	char *bytes;

	for (const char *at = s; *at != '\0'; at++)
		n += which[(unsigned char)*at] == 0 ? 1 : strlen(escapes[which[(unsigned char)*at]]);
	bytes = arena_alloc(a, n + 1);
	add_value(bytes, s);
	return (struct html_escaped){ bytes, n };
}

void
html_add_attr(struct html *h, const char *name, size_t n, const char *value)
{
	char *to;

	CHECK(h->in_tag != HTML_NO_TAG);
	if (value == NULL)
		return;
	CHECK(!is_address(name, n) || scheme_is_safe(value));
	to = buf_room(h->out, n + LONGEST_ESCAPE * strlen(value) + sizeof(" =\"\""));
	*to++ = ' ';
	memcpy(to, name, n);
	to += n;
	*to++ = '=';
	*to++ = '"';
	to = add_value(to, value);
	*to++ = '"';
	buf_end(h->out, to);
}

void
html_attrf(struct html *h, const char *name, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	html_add_attr(h, name, strlen(name), arena_vprintf(h->out->arena, format, ap));
	va_end(ap);
}

static void
start_tag(struct html *h, const char *name, const char *const *attrs, size_t n)
{
	CHECK(n % 2 == 0);
	finish_tag(h);
	buf_putc(h->out, '<');
	buf_puts(h->out, name);
	h->in_tag = HTML_START_TAG;
	for (size_t i = 0; i < n; i += 2)
		html_add_attr(h, attrs[i], strlen(attrs[i]), attrs[i + 1]);
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
	h->in_tag = HTML_VOID_TAG;
}

void
html_elem_element(struct html *h, const char *const *words, size_t n)
{
	CHECK(n >= 2);
	start_tag(h, words[0], words + 2, n - 2);
	h->stack[h->depth++] = words[0];
	html_text(h, words[1] == NULL ? "" : words[1]);
	html_close_element(h, words[0], strlen(words[0]));
}

void
html_close_element(struct html *h, const char *name, size_t n)
{
	char *to;

	CHECK(h->depth > 0 && (h->stack[h->depth - 1] == name || strcmp(h->stack[h->depth - 1], name) == 0));
	finish_tag(h);
	h->depth--;
	to = buf_room(h->out, n + sizeof("</>"));
	*to++ = '<';
	*to++ = '/';
	memcpy(to, name, n);
	to += n;
	*to++ = '>';
	buf_end(h->out, to);
}

void
html_add_escaped(struct html *h, struct html_escaped text)
{
	finish_tag(h);
	buf_add(h->out, text.bytes, text.n);
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
