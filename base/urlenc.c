/* urlenc.c - fields of a form body or query string */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/urlenc.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum { MAX_FIELDS = 4000 };

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

static const char *
decoded(struct arena *a, const char *s, size_t n)
{
	char *out = arena_alloc(a, n + 1);
	size_t length = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] != '%') {
			out[length++] = s[i] == '+' ? ' ' : s[i];
			continue;
		}
		if (i + 2 >= n || hex_digit(s[i + 1]) < 0 || hex_digit(s[i + 2]) < 0)
			return NULL;
		out[length++] = (char)(hex_digit(s[i + 1]) * 16 + hex_digit(s[i + 2]));
		i += 2;
	}
	return str_is_text(out, length) ? out : NULL;
}

static bool
one_field(struct arena *a, const char *s, size_t n, struct field *field_r)
{
	const char *equals = memchr(s, '=', n);
	size_t name_n = equals == NULL ? n : (size_t)(equals - s);

	field_r->name = decoded(a, s, name_n);
	field_r->value = equals == NULL ? "" : decoded(a, equals + 1, n - name_n - 1);
	return field_r->name != NULL && field_r->value != NULL;
}

static size_t
count_fields(const char *s, size_t n)
{
	size_t count = n > 0;

	for (size_t i = 0; i < n; i++)
		count += s[i] == '&';
	return count;
}

bool
urlenc_parse(struct arena *a, const char *s, size_t n, struct fields *fields_r)
{
	size_t most = count_fields(s, n);

	if (most > MAX_FIELDS)
		return false;
	*fields_r = (struct fields){ 0, arena_make_n(a, most, struct field) };
	for (size_t at = 0; at < n; ) {
		const char *amp = memchr(s + at, '&', n - at);
		size_t length = amp == NULL ? n - at : (size_t)(amp - s) - at;

		if (length > 0 && !one_field(a, s + at, length, &fields_r->list[fields_r->n++]))
			return false;
		at += length + 1;
	}
	return true;
}

const char *
fields_find(const struct fields *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->list[i].name, name))
			return f->list[i].value;
	return NULL;
}

void
urlenc_add(struct buf *out, const char *s)
{
	static const char safe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

	for (; *s != '\0'; s++)
		if (strchr(safe, *s) != NULL)
			buf_putc(out, *s);
		else
			buf_printf(out, "%%%02X", (unsigned char)*s);
}
