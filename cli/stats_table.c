/* stats_table.c - the columns of a CSV file as answers, numbers and groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/stats_table.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msgs.h"
#include "base/str.h"

static const char *
skip_comments(const char *text, const char *end, int *lines_r)
{
	for (*lines_r = 0; text < end && *text == '#'; ++*lines_r) {
		const char *line_end = memchr(text, '\n', (size_t)(end - text));

		text = line_end == NULL ? end : line_end + 1;
	}
	return text;
}

bool
stats_table_read(struct arena *a, const char *text, size_t n, struct msgs *m, struct stats_table *table_r)
{
	int comments;
	const char *header = skip_comments(text, text + n, &comments);
	bool read;

	*table_r = (struct stats_table){ .arena = a, .msgs = m };
	read = csv_read(a, header, (size_t)(text + n - header), m, &table_r->csv);
	for (size_t i = 0; i < m->n; i++)
		m->list[i].line += comments;
	if (!read || m->n_errors > 0)
		return false;
	table_r->n = table_r->csv.n_rows;
	table_r->row = arena_make_n(a, table_r->n, const struct csv_row *);
	for (size_t i = 0; i < table_r->n; i++) {
		table_r->csv.rows[i].line += comments;
		table_r->row[i] = &table_r->csv.rows[i];
	}
	return true;
}

struct stats_table
stats_table_part(const struct stats_table *t, const struct labels *labels, size_t label)
{
	struct stats_table part = *t;

	part.row = arena_make_n(t->arena, t->n, const struct csv_row *);
	part.n = 0;
	for (size_t i = 0; i < t->n; i++)
		if (labels->of[i] == label)
			part.row[part.n++] = t->row[i];
	return part;
}

static bool
find_column(const struct stats_table *t, const char *name, size_t *column_r)
{
	int column = csv_column(&t->csv, name);

	if (column >= 0)
		*column_r = (size_t)column;
	return column >= 0;
}

static bool
no_column(const struct stats_table *t, const char *name)
{
	msgs_error(t->msgs, 0, name, "There is no column of this name; the first one is `%s`.", t->csv.columns[0]);
	return false;
}

static void
add_column(const struct stats_table *t, struct picked *p, size_t column)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->column[i] == column) {
			msgs_error(t->msgs, 0, t->csv.columns[column], "This column is named twice.");
			return;
		}
	p->name[p->n] = t->csv.columns[column];
	p->column[p->n++] = column;
}

/* A name may hold a hyphen itself: it is a range only when there is no such column. */
static bool
add_columns(const struct stats_table *t, const char *word, struct picked *p)
{
	size_t first, last;
	const char *hyphen;

	if (find_column(t, word, &first)) {
		add_column(t, p, first);
		return true;
	}
	for (hyphen = strchr(word, '-'); hyphen != NULL; hyphen = strchr(hyphen + 1, '-'))
		if (find_column(t, arena_strndup(t->arena, word, (size_t)(hyphen - word)), &first) &&
		    find_column(t, hyphen + 1, &last) && first <= last)
			break;
	if (hyphen == NULL)
		return no_column(t, word);
	for (; first <= last; first++)
		add_column(t, p, first);
	return true;
}

bool
stats_table_pick(const struct stats_table *t, const char *list, struct picked *picked_r)
{
	size_t errors = t->msgs->n_errors;
	char *rest = list == NULL ? NULL : arena_strdup(t->arena, list);

	*picked_r = (struct picked){
		.column = arena_make_n(t->arena, t->csv.n_columns, size_t),
		.name = arena_make_n(t->arena, t->csv.n_columns, const char *),
	};
	while (rest != NULL)
		add_columns(t, str_trim(t->arena, strsep(&rest, ",")), picked_r);
	return t->msgs->n_errors == errors;
}

/* NULL: missing. */
static const char *
cell(const struct stats_table *t, size_t row, size_t column)
{
	const char *text = str_trim(t->arena, t->row[row]->cells[column]);

	return *text == '\0' || str_eq(text, "NA") ? NULL : text;
}

static uint8_t
read_code(const struct stats_table *t, size_t row, size_t column, unsigned most)
{
	const char *text = cell(t, row, column);
	int64_t code;

	if (text == NULL)
		return 0;
	if (str_to_int(text, 1, most, &code))
		return (uint8_t)code;
	msgs_error(t->msgs, t->row[row]->line, t->csv.columns[column],
	    "`%s` is not a whole number from 1 to %u; leave the cell empty where there is no answer.", text, most);
	return 0;
}

static uint8_t *
read_codes(const struct stats_table *t, size_t column, unsigned most, unsigned *highest)
{
	uint8_t *codes = arena_make_n(t->arena, t->n, uint8_t);

	for (size_t i = 0; i < t->n; i++) {
		codes[i] = read_code(t, i, column, most);
		*highest = codes[i] > *highest ? codes[i] : *highest;
	}
	return codes;
}

static bool
is_picked(const struct picked *p, size_t column)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->column[i] == column)
			return true;
	return false;
}

static void
turn(uint8_t codes[], size_t n, unsigned points)
{
	for (size_t i = 0; i < n; i++)
		if (codes[i] > 0)
			codes[i] = (uint8_t)(points + 1 - codes[i]);
}

bool
stats_table_ratings(const struct stats_table *t, const struct picked *items, const struct picked *reversed,
    unsigned points, struct ratings *ratings_r)
{
	size_t errors = t->msgs->n_errors;
	uint8_t **codes = arena_make_n(t->arena, items->n, uint8_t *);
	unsigned highest = 2;

	for (size_t i = 0; i < items->n; i++)
		codes[i] = read_codes(t, items->column[i], points > 0 ? points : TABLE_POINTS_MAX, &highest);
	for (size_t i = 0; i < items->n; i++)
		if (is_picked(reversed, items->column[i]))
			turn(codes[i], t->n, points);
	for (size_t i = 0; i < reversed->n; i++)
		if (!is_picked(items, reversed->column[i]))
			msgs_error(t->msgs, 0, reversed->name[i], "This column is to be reversed but is not an item.");
	*ratings_r = (struct ratings){ (const uint8_t *const *)codes, t->n, items->n, points > 0 ? points : highest };
	return t->msgs->n_errors == errors;
}

bool
stats_table_numbers(const struct stats_table *t, const char *name, double **numbers_r)
{
	size_t column, errors = t->msgs->n_errors;
	double *x = arena_make_n(t->arena, t->n, double);

	*numbers_r = x;
	if (!find_column(t, name, &column))
		return no_column(t, name);
	for (size_t i = 0; i < t->n; i++) {
		const char *text = cell(t, i, column);

		x[i] = NAN;
		if (text != NULL && !str_to_double(text, &x[i]))
			msgs_error(t->msgs, t->row[i]->line, t->csv.columns[column],
			    "`%s` is not a number; leave the cell empty where there is none.", text);
	}
	return t->msgs->n_errors == errors;
}

/* NULL when one of the cells is empty. */
static const char *
label_of(const struct stats_table *t, size_t row, const struct picked *p)
{
	struct buf *label = buf_new(t->arena);

	for (size_t i = 0; i < p->n; i++) {
		const char *text = cell(t, row, p->column[i]);

		if (text == NULL)
			return NULL;
		buf_printf(label, "%s%s", i > 0 ? "/" : "", text);
	}
	return label->bytes;
}

static int
natural_order(const void *a, const void *b)
{
	return strverscmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t
without_repeats(const char *names[], size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (kept == 0 || !str_eq(names[kept - 1], names[i]))
			names[kept++] = names[i];
	return kept;
}

bool
stats_table_labels(const struct stats_table *t, const char *list, struct labels *labels_r)
{
	struct picked p;
	const char **of = arena_make_n(t->arena, t->n, const char *), **names;
	size_t n = 0;

	if (!stats_table_pick(t, list, &p))
		return false;
	names = arena_make_n(t->arena, t->n, const char *);
	for (size_t i = 0; i < t->n; i++)
		if ((of[i] = label_of(t, i, &p)) != NULL)
			names[n++] = of[i];
	if (n > 0)
		qsort(names, n, sizeof(*names), natural_order);
	*labels_r = (struct labels){ without_repeats(names, n), names, arena_make_n(t->arena, t->n, size_t) };
	for (size_t i = 0; i < t->n; i++) {
		const char **found = of[i] == NULL ? NULL
		    : bsearch(&of[i], names, labels_r->n, sizeof(*names), natural_order);

		labels_r->of[i] = found == NULL ? TABLE_UNLABELLED : (size_t)(found - names);
	}
	return true;
}
