/* respondent.c - who answers in a benchmark: a list in a file, one per line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/bench/respondent.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/str.h"

enum { MAX_FILE = 64 * 1024 * 1024 };

static size_t
count_lines(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += *s == '\n';
	return n;
}

struct respondent_line *
respondent_read(struct arena *a, const char *path, size_t *n_r)
{
	size_t bytes;
	const char *s = str_read_file(a, path, MAX_FILE, &bytes);
	struct respondent_line *list;

	CHECK(s != NULL);
	*n_r = count_lines(s);
	list = arena_make_n(a, *n_r, struct respondent_line);
	for (size_t i = 0; i < *n_r; i++) {
		struct respondent_line *r = &list[i];

		CHECK(sscanf(s, "%32s %64s %64s %d", r->ticket, r->token, r->hash, &r->revision) == 4);
		s = strchr(s, '\n') + 1;
	}
	return list;
}

void
respondent_write(struct arena *a, const char *path, const struct respondent_line *list, size_t n)
{
	struct buf *out = buf_new(a);

	for (size_t i = 0; i < n; i++)
		buf_printf(out, "%s %s %s %d\n", list[i].ticket, list[i].token, list[i].hash, list[i].revision);
	CHECK(str_write_file(path, out->bytes, out->n));
}

static const char *
value_of(const struct respondent_line *r, const char *name, size_t n, char number[16])
{
	if (strncmp(name, "TICKET", n) == 0)
		return r->ticket;
	if (strncmp(name, "TOKEN", n) == 0)
		return r->token;
	if (strncmp(name, "HASH", n) == 0)
		return r->hash;
	if (strncmp(name, "CODE", n) == 0)
		return r->revision % 2 == 0 ? "2" : "4";
	CHECK(strncmp(name, "REVISION", n) == 0);
	snprintf(number, 16, "%d", r->revision);
	return number;
}

static void
fill_in(const struct respondent_line *r, const char *s, size_t n, struct buf *out)
{
	char number[16];

	for (const char *end = s + n; s < end; ) {
		size_t plain = strcspn(s, "@"), name;

		plain = plain < (size_t)(end - s) ? plain : (size_t)(end - s);
		buf_add(out, s, plain);
		s += plain;
		if (s == end)
			return;
		name = strcspn(s + 1, "@");
		buf_puts(out, value_of(r, s + 1, name, number));
		s += name + 2;
	}
}

void
respondent_request(const struct respondent_line *r, const char *template, struct buf *out)
{
	const char *body = strstr(template, "\r\n\r\n");
	struct buf *filled = buf_new(out->arena);

	CHECK(body != NULL);
	fill_in(r, body + 4, strlen(body + 4), filled);
	fill_in(r, template, (size_t)(body + 2 - template), out);
	if (filled->n > 0)
		buf_printf(out, "Content-Length: %zu\r\n", filled->n);
	buf_puts(out, "\r\n");
	buf_add(out, filled->bytes, filled->n);
}
