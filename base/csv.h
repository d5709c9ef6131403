/* csv.h - reading and writing RFC 4180 tables, safe to open in a spreadsheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct msgs;

struct csv_row {
	int line;		/* in the file, counted from 1 */
	size_t n;
	const char **cells;	/* UTF-8, surrounding blanks kept */
};

struct csv {
	size_t n_columns;
	const char **columns;	/* the header row, trimmed */
	size_t n_rows;
	struct csv_row *rows;	/* each has n_columns cells */
};

/* Text with a header row; a byte order mark is skipped; the separator is comma, semicolon or tab, whichever
 * the header row has most of. Rows of the wrong width, a missing closing quote, bytes that are not UTF-8,
 * control characters and duplicate or empty column names become messages; the rows that are right are
 * returned all the same. False when there is no table at all. */
bool csv_read(struct arena *, const char *text, size_t n, struct msgs *, struct csv *csv_r);
/* Column by name, ASCII case ignored; -1 when absent. */
int csv_column(const struct csv *, const char *name);

/* One cell: quoted when needed; text that a spreadsheet would take for a formula (= + - @ tab CR first)
 * gets a leading '. Numbers are for csv_number, which writes them as they are. */
void csv_cell(struct buf *, const char *text);
void csv_number(struct buf *, double);	/* NaN becomes an empty cell */
void csv_sep(struct buf *);
void csv_end_row(struct buf *);

#endif
