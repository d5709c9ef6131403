/* norm_file.c - norm groups as a table, written and read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/csv.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/utc.h"
#include "engine/measure/benchmark/norm.h"
#include "engine/stats/portfolio/encoding.h"

#define CHECKSUM "checksum"
enum { TEXTS = 8, COLUMNS = 27, HASH_DIGITS = 16 };

static const char *const columns[COLUMNS] = { "norm", "type", "stage", "made", "form", "version", "row", "items",
	"alliances", "people", "min", "max", "mean", "se", "tau2_alliance", "tau2_party", "sigma2", "parties", "q05", "q10",
	"q25", "q50", "q75", "q90", "q95", "alpha", "omega" };

static void
write_texts(const char *const *texts, size_t n, struct buf *out)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			csv_sep(out);
		csv_cell(out, texts[i]);
	}
}

static void
write_row(const struct norm *n, const struct norm_row *r, struct buf *out)
{
	const char *texts[TEXTS] = { n->name, n->type, n->stage, utc_date(out->arena, n->made), n->form_id,
		arena_printf(out->arena, "%d", n->form_version), r->of, r->items };
	const double numbers[COLUMNS - TEXTS] = { (double)r->alliances, (double)r->people, r->min, r->max, r->mu, r->se_mu,
		r->tau2_alliance, r->tau2_party, r->sigma2, r->parties, r->quantiles[0], r->quantiles[1], r->quantiles[2],
		r->quantiles[3], r->quantiles[4], r->quantiles[5], r->quantiles[6], r->alpha, r->omega };

	write_texts(texts, TEXTS, out);
	for (size_t i = 0; i < COLUMNS - TEXTS; i++) {
		csv_sep(out);
		csv_number(out, numbers[i]);
	}
	csv_end_row(out);
}

void
norm_write(const struct norm *n, struct buf *out)
{
	size_t start = out->n;

	write_texts(columns, COLUMNS, out);
	csv_end_row(out);
	for (size_t r = 0; r < n->n_rows; r++)
		write_row(n, &n->rows[r], out);
	buf_printf(out, CHECKSUM ",%016llx",
		(unsigned long long)encoding_hash((const uint8_t *)out->bytes + start, out->n - start));
	for (size_t i = 2; i < COLUMNS; i++)
		csv_sep(out);
	csv_end_row(out);
}

/* The last line's digits against the bytes before it. */
static bool
checksum_agrees(const char *text, size_t n)
{
	const char *mark = "\n" CHECKSUM ",", *at = NULL, *next = text;
	char expected[HASH_DIGITS + 1];

	while ((next = strstr(next, mark)) != NULL)
		at = next++;
	if (at == NULL || (size_t)(text + n - at) < strlen(mark) + HASH_DIGITS)
		return false;
	snprintf(expected, sizeof(expected), "%016llx",
		(unsigned long long)encoding_hash((const uint8_t *)text, (size_t)(at + 1 - text)));
	return strncmp(at + strlen(mark), expected, HASH_DIGITS) == 0;
}

static bool
refuse(struct msgs *m, int line, const char *what)
{
	msgs_error(m, line, NULL, "%s", what);
	return false;
}

static bool
has_columns(const struct csv *csv)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (i >= csv->n_columns || !str_eq(csv->columns[i], columns[i]))
			return false;
	return csv->n_columns == COLUMNS;
}

/* An empty cell is NAN. */
static bool
read_numbers(const struct csv_row *row, double *numbers_r)
{
	for (size_t i = 0; i < COLUMNS - TEXTS; i++) {
		const char *cell = row->cells[TEXTS + i];

		numbers_r[i] = NAN;
		if (*cell != '\0' && !str_to_double(cell, &numbers_r[i]))
			return false;
	}
	return true;
}

static bool
is_count(double x)
{
	return x >= 0 && x < 1e9 && fabs(x - floor(x)) <= 0;
}

static bool
is_possible(const struct norm_row *r)
{
	for (size_t q = 0; q < BENCHMARK_QUANTILES; q++)
		if (!isfinite(r->quantiles[q]) || (q > 0 && r->quantiles[q] < r->quantiles[q - 1]))
			return false;
	return r->min < r->max && r->mu >= r->min && r->mu <= r->max && r->se_mu >= 0 && r->tau2_alliance >= 0
	    && r->tau2_party >= 0 && r->sigma2 > 0 && r->parties >= 1 && !(r->alpha > 1) && !(r->omega > 1)
	    && r->people >= r->alliances && isfinite(r->tau2_alliance) && isfinite(r->tau2_party);
}

static bool
read_row(const struct csv_row *row, struct msgs *m, struct norm_row *r)
{
	double x[COLUMNS - TEXTS];

	if (!read_numbers(row, x) || !is_count(x[0]) || !is_count(x[1]) || !str_is_id(row->cells[6]))
		return refuse(m, row->line, "this line is not that of a norm group");
	*r = (struct norm_row){ row->cells[6], row->cells[7], (size_t)x[0], (size_t)x[1], x[2], x[3], x[4], x[5], x[6], x[7],
		x[8], x[9], { x[10], x[11], x[12], x[13], x[14], x[15], x[16] }, x[17], x[18] };
	if (r->alliances <= BENCHMARK_OTHERS)
		return refuse(m, row->line, "a norm group is made of six alliances or more");
	return is_possible(r) || refuse(m, row->line, "these figures cannot have been measured");
}

/* The same in every line. */
static bool
read_head(const struct csv *csv, struct msgs *m, struct norm *n)
{
	const struct csv_row *first = &csv->rows[0];
	int64_t version;

	n->name = first->cells[0];
	n->type = first->cells[1];
	n->stage = first->cells[2];
	n->form_id = first->cells[4];
	if (!norm_name_is_valid(n->name) || !utc_parse_date(first->cells[3], &n->made) || !str_is_id(n->form_id)
	    || !str_to_int(first->cells[5], 1, INT32_MAX, &version))
		return refuse(m, first->line, "name, date, form or version cannot be read");
	for (size_t r = 1; r + 1 < csv->n_rows; r++)
		for (size_t i = 0; i < 6; i++)
			if (!str_eq(csv->rows[r].cells[i], first->cells[i]))
				return refuse(m, csv->rows[r].line, "this line is of another norm group");
	n->form_version = (int)version;
	return true;
}

bool
norm_read(struct arena *a, const char *text, size_t n, struct msgs *m, struct norm *norm_r)
{
	struct csv csv;
	struct norm_row *rows;

	text = arena_strndup(a, text, n);
	if (!str_is_text(text, n) || !csv_read(a, text, n, m, &csv) || !has_columns(&csv))
		return refuse(m, 0, "this is not the file of a norm group");
	if (!checksum_agrees(text, n))
		return refuse(m, 0, "the file was cut or changed: its checksum is another");
	if (csv.n_rows < 2 || csv.n_rows > NORM_ROWS_MAX || m->n_errors > 0)
		return refuse(m, 0, "the file holds no norm group");
	*norm_r = (struct norm){ .n_rows = csv.n_rows - 1 };
	norm_r->rows = rows = arena_make_n(a, norm_r->n_rows, struct norm_row);
	for (size_t r = 0; r < norm_r->n_rows; r++)
		if (!read_row(&csv.rows[r], m, &rows[r]))
			return false;
	return read_head(&csv, m, norm_r);
}
