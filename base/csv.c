/* csv.c - reading and writing RFC 4180 tables, safe to open in a spreadsheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/csv.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msgs.h"
#include "base/str.h"

/* Where the reader stands. */
struct reader {
	struct arena *arena;
	struct msgs *msgs;
	const char *at, *end;
	char separator;
	int line;
};

/* The separator the header row has most of, outside quotes. */
static char
guess_separator(const char *s, const char *end)
{
	size_t commas = 0, semicolons = 0, tabs = 0;
	bool quoted = false;

	for (; s < end && (quoted || (*s != '\n' && *s != '\r')); s++) {
		quoted ^= *s == '"';
		commas += !quoted && *s == ',';
		semicolons += !quoted && *s == ';';
		tabs += !quoted && *s == '\t';
	}
	if (semicolons > commas)
		return semicolons >= tabs ? ';' : '\t';
	return tabs > commas ? '\t' : ',';
}

/* The mark that closes a quoted cell: the first one that is not doubled. */
static const char *
closing_mark(const struct reader *r)
{
	const char *s = r->at + 1;

	for (; s < r->end; s++)
		if (*s == '"') {
			if (s + 1 == r->end || s[1] != '"')
				return s;
			s++;
		}
	return s;
}

static const char *
quoted_cell(struct reader *r)
{
	const char *close = closing_mark(r);
	char *out = arena_alloc(r->arena, (size_t)(close - r->at) + 1);
	size_t n = 0;

	if (close == r->end)
		msgs_error(r->msgs, r->line, NULL, "The quotation mark opened here is never closed.");
	for (r->at++; r->at < close; r->at++) {
		r->at += *r->at == '"';
		r->line += *r->at == '\n';
		out[n++] = *r->at;
	}
	r->at = close < r->end ? close + 1 : r->end;
	return out;
}

static const char *
plain_cell(struct reader *r)
{
	const char *start = r->at;

	while (r->at < r->end && *r->at != r->separator && *r->at != '\n' && *r->at != '\r')
		r->at++;
	return arena_strndup(r->arena, start, (size_t)(r->at - start));
}

static const char *
cell(struct reader *r)
{
	const char *text;

	if (r->at == r->end || *r->at != '"')
		return plain_cell(r);
	text = quoted_cell(r);
	if (r->at < r->end && *r->at != r->separator && *r->at != '\n' && *r->at != '\r') {
		msgs_error(r->msgs, r->line, NULL,
			"There is text after a closing quotation mark; double the marks inside.");
		plain_cell(r);
	}
	return text;
}

static void
end_line(struct reader *r)
{
	if (r->at < r->end && *r->at == '\r')
		r->at++;
	if (r->at < r->end && *r->at == '\n')
		r->at++;
	r->line++;
}

static bool
line_is_blank(const struct reader *r)
{
	return *r->at == '\n' || *r->at == '\r';
}

/* A cell may hold line breaks (quoted) but no other control character. */
static const char *
checked(struct reader *r, int line, const char *text)
{
	if (str_is_text(text, strlen(text)))
		return text;
	msgs_error(r->msgs, line, NULL, "The text in this row is not clean UTF-8; save the file as UTF-8.");
	return "";
}

/* One row, at most `room` cells kept; the number found is in n. */
static struct csv_row
row(struct reader *r, size_t room)
{
	struct csv_row found = { r->line, 0, arena_make_n(r->arena, room, const char *) };

	for (;;) {
		const char *text = checked(r, found.line, cell(r));

		if (found.n < room)
			found.cells[found.n] = text;
		found.n++;
		if (r->at == r->end || *r->at != r->separator)
			break;
		r->at++;
	}
	end_line(r);
	return found;
}

enum { MAX_COLUMNS = 4096 };

static bool
header(struct reader *r, struct csv *csv_r)
{
	struct csv_row names = row(r, MAX_COLUMNS);

	if (names.n > MAX_COLUMNS) {
		msgs_error(r->msgs, names.line, NULL, "There are more than %d columns.", MAX_COLUMNS);
		return false;
	}
	csv_r->n_columns = names.n;
	csv_r->columns = names.cells;
	for (size_t i = 0; i < names.n; i++) {
		names.cells[i] = str_trim(r->arena, names.cells[i]);
		if (*names.cells[i] == '\0')
			msgs_error(r->msgs, names.line, NULL, "Column %zu has no name.", i + 1);
		else if (csv_column(csv_r, names.cells[i]) != (int)i)
			msgs_error(r->msgs, names.line, names.cells[i],
				"There are two columns of this name.");
	}
	return true;
}

static size_t
count_lines(const struct reader *r)
{
	size_t n = 1;

	for (const char *s = r->at; s < r->end; s++)
		n += *s == '\n' || *s == '\r';
	return n;
}

static void
body(struct reader *r, struct csv *csv_r)
{
	csv_r->rows = arena_make_n(r->arena, count_lines(r), struct csv_row);
	while (r->at < r->end) {
		struct csv_row found;

		if (line_is_blank(r)) {
			end_line(r);
			continue;
		}
		found = row(r, csv_r->n_columns);
		if (found.n == csv_r->n_columns)
			csv_r->rows[csv_r->n_rows++] = found;
		else
			msgs_error(r->msgs, found.line, NULL,
				"This row has %zu cells, but the header row has %zu.", found.n,
				csv_r->n_columns);
	}
}

bool
csv_read(struct arena *a, const char *text, size_t n, struct msgs *m, struct csv *csv_r)
{
	struct reader r = { a, m, text, text + n, ',', 1 };

	*csv_r = (struct csv){ 0 };
	if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		r.at += 3;
	if (memchr(text, '\0', n) != NULL) {
		msgs_error(m, 0, NULL, "This is not a text file; save the table as CSV in UTF-8.");
		return false;
	}
	while (r.at < r.end && line_is_blank(&r))
		end_line(&r);
	if (r.at == r.end) {
		msgs_error(m, 0, NULL, "The file is empty.");
		return false;
	}
	r.separator = guess_separator(r.at, r.end);
	if (!header(&r, csv_r))
		return false;
	body(&r, csv_r);
	return true;
}

int
csv_column(const struct csv *csv, const char *name)
{
	for (size_t i = 0; i < csv->n_columns; i++)
		if (strcasecmp(csv->columns[i], name) == 0)
			return (int)i;
	return -1;
}

static void
quoted_out(struct buf *out, const char *s)
{
	buf_putc(out, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"')
			buf_putc(out, '"');
		buf_putc(out, *s);
	}
	buf_putc(out, '"');
}

void
csv_cell(struct buf *out, const char *text)
{
	bool formula = *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
	const char *safe = formula ? arena_printf(out->arena, "'%s", text) : text;

	if (strpbrk(safe, ",;\"\t\r\n") != NULL)
		quoted_out(out, safe);
	else
		buf_puts(out, safe);
}

void
csv_number(struct buf *out, double value)
{
	if (isfinite(value))
		buf_printf(out, "%.15g", value);
}

void
csv_sep(struct buf *out)
{
	buf_putc(out, ',');
}

void
csv_end_row(struct buf *out)
{
	buf_puts(out, "\r\n");
}
