/* json.c - a JSON writer that keeps commas and nesting right */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json.h"

#include <inttypes.h>
#include <math.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/check.h"

static void
quoted(struct buf *out, const char *s)
{
	buf_putc(out, '"');
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\')
			buf_putc(out, '\\');
		if (c < 0x20 || c == '<')
			buf_printf(out, "\\u%04x", c);
		else
			buf_putc(out, *s);
	}
	buf_putc(out, '"');
}

/* Everything starts on a line of its own, so that two outputs can be compared by line. */
static void
lead(struct json *j, const char *key)
{
	if (j->comma)
		buf_putc(j->out, ',');
	if (j->depth > 0)
		buf_putc(j->out, '\n');
	for (int i = 0; i < j->depth; i++)
		buf_putc(j->out, ' ');
	if (key != NULL) {
		quoted(j->out, key);
		buf_puts(j->out, ": ");
	}
	j->comma = true;
}

static void
open_with(struct json *j, const char *key, char bracket)
{
	lead(j, key);
	buf_putc(j->out, bracket);
	j->depth++;
	j->comma = false;
}

static void
close_with(struct json *j, char bracket)
{
	CHECK(j->depth > 0);
	j->depth--;
	if (j->comma) {
		buf_putc(j->out, '\n');
		for (int i = 0; i < j->depth; i++)
			buf_putc(j->out, ' ');
	}
	buf_putc(j->out, bracket);
	j->comma = true;
}

void
json_begin(struct json *j, struct buf *out)
{
	*j = (struct json){ .out = out };
}

void
json_end(struct json *j)
{
	CHECK(j->depth == 0);
	buf_putc(j->out, '\n');
}

void
json_object(struct json *j, const char *key)
{
	open_with(j, key, '{');
}

void
json_object_end(struct json *j)
{
	close_with(j, '}');
}

void
json_array(struct json *j, const char *key)
{
	open_with(j, key, '[');
}

void
json_array_end(struct json *j)
{
	close_with(j, ']');
}

void
json_string(struct json *j, const char *key, const char *value)
{
	lead(j, key);
	if (value == NULL)
		buf_puts(j->out, "null");
	else
		quoted(j->out, value);
}

void
json_int(struct json *j, const char *key, int64_t value)
{
	lead(j, key);
	buf_printf(j->out, "%" PRId64, value);
}

void
json_double(struct json *j, const char *key, double value)
{
	lead(j, key);
	if (isfinite(value))
		buf_printf(j->out, "%.17g", value);
	else
		buf_puts(j->out, "null");
}

void
json_bool(struct json *j, const char *key, bool value)
{
	lead(j, key);
	buf_puts(j->out, value ? "true" : "false");
}
