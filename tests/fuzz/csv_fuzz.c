/* csv_fuzz.c - any table is read or refused; what was read can be written and read again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/csv.h"
#include "base/msgs.h"
#include "base/str.h"
#include "tests/fuzz/fuzz.h"

static void
write_row(struct buf *out, const char *const *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			csv_sep(out);
		csv_cell(out, cells[i]);
	}
	csv_end_row(out);
}

/* Equal but for the mark that keeps a spreadsheet from taking text for a formula. */
static bool
same_cell(const char *written, const char *read)
{
	bool marked = *written != '\0' && strchr("=+-@\t\r", *written) != NULL;

	return str_eq(written, read + (marked && *read == '\''));
}

static void
check_again(struct arena *a, const struct csv *first)
{
	struct buf *out = buf_new(a);
	struct msgs *m = msgs_new(a, NULL);
	struct csv again;

	write_row(out, first->columns, first->n_columns);
	for (size_t r = 0; r < first->n_rows; r++)
		write_row(out, first->rows[r].cells, first->rows[r].n);
	CHECK(csv_read(a, out->bytes, out->n, m, &again));
	CHECK(m->n_errors == 0 && again.n_columns == first->n_columns && again.n_rows == first->n_rows);
	for (size_t r = 0; r < first->n_rows; r++)
		for (size_t c = 0; c < first->n_columns; c++)
			CHECK(same_cell(first->rows[r].cells[c], again.rows[r].cells[c]));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct msgs *m = msgs_new(a, "table.csv");
	struct csv csv;
	bool read = csv_read(a, (const char *)bytes, n, m, &csv);

	CHECK(read || m->n_errors > 0);
	for (size_t r = 0; read && r < csv.n_rows; r++)
		for (size_t c = 0; c < csv.n_columns; c++)
			CHECK(str_is_text(csv.rows[r].cells[c], strlen(csv.rows[r].cells[c])));
	/* In a table of one column an empty cell is an empty line, which says nothing. */
	if (read && m->n_errors == 0 && csv.n_columns > 1)
		check_again(a, &csv);
	arena_free(a);
	return 0;
}
