/* table.c - reference values from CSV files beside this one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/stats/table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"

static size_t
columns_in(const char *line)
{
	size_t n = 1;

	for (; *line != '\0'; line++)
		n += *line == ',';
	return n;
}

static void
split(struct arena *arena, char *line, char **cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *cell = strsep(&line, ",");

		CHECK(cell != NULL);
		cells[i] = arena_strdup(arena, cell);
	}
	CHECK(line == NULL);
}

static void
add_row(struct arena *arena, struct table *t, char *line)
{
	if ((t->rows & (t->rows - 1)) == 0) {
		char **grown = arena_make_n(arena, (2 * t->rows + 1) * t->columns, char *);

		if (t->rows > 0)
			memcpy(grown, t->cells, t->rows * t->columns * sizeof *grown);
		t->cells = grown;
	}
	split(arena, line, t->cells + t->rows++ * t->columns, t->columns);
}

struct table *
table_load(struct arena *arena, const char *name)
{
	struct table *t = arena_make(arena, struct table);
	const char *top = getenv("srcdir");
	FILE *f = fopen(arena_printf(arena, "%s/tests/stats/%s.csv", top == NULL ? "." : top, name), "r");
	char line[4096];

	CHECK(f != NULL);
	while (fgets(line, sizeof line, f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#')
			continue;
		if (t->names != NULL) {
			add_row(arena, t, line);
			continue;
		}
		t->columns = columns_in(line);
		t->names = arena_make_n(arena, t->columns, char *);
		split(arena, line, t->names, t->columns);
	}
	fclose(f);
	CHECK(t->rows > 0);
	return t;
}

const char *
table_text(const struct table *t, size_t row, const char *column)
{
	CHECK(row < t->rows);
	for (size_t i = 0; i < t->columns; i++)
		if (strcmp(t->names[i], column) == 0)
			return t->cells[row * t->columns + i];
	CHECK(!"no such column");
	abort();
}

double
table_number(const struct table *t, size_t row, const char *column)
{
	const char *cell = table_text(t, row, column);

	return cell[0] == '\0' ? NAN : strtod(cell, NULL);
}
