/* table.h - reference values from CSV files beside this one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STATS_TABLE_H
#define TESTS_STATS_TABLE_H

#include <stddef.h>

struct arena;

/* Lines that begin with # say where the values come from and are skipped; the first other line names the
 * columns. */
struct table {
	char **names, **cells;
	size_t columns, rows;
};

/* tests/stats/<name>.csv of the source tree; aborts when it is not there or a row has too few cells. */
struct table *table_load(struct arena *, const char *name);
/* Aborts on a column that does not exist. An empty cell is "" and NAN. */
const char *table_text(const struct table *, size_t row, const char *column);
double table_number(const struct table *, size_t row, const char *column);

#endif
