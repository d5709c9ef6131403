/* table.c - every cell of a release as a row of CSV */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buf.h"
#include "base/csv.h"
#include "engine/measure/cell.h"
#include "reports/report.h"

static void
header(struct buf *out, bool about_person)
{
	static const char *const columns[] = {
		"measure", "of", "group", "detail", "shown", "word", "capped", "n", "value", "low", "high",
			"p", "p_adjusted", "effect", "percent"
	};

	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++) {
		if (i > 0)
			csv_sep(out);
		csv_cell(out, columns[i]);
	}
	if (about_person) {
		csv_sep(out);
		csv_cell(out, "person");
		csv_sep(out);
		csv_cell(out, "role");
	}
	csv_end_row(out);
}

static void
text(struct buf *out, const char *value)
{
	csv_cell(out, value == NULL ? "" : value);
	csv_sep(out);
}

static void
figures(struct buf *out, const struct cell *cell)
{
	const double values[] = { cell->value, cell->low, cell->high, cell->p, cell->p_adjusted, cell->effect,
		cell->percent };

	text(out, cell->word);
	text(out, cell->capped ? "yes" : "no");
	csv_number(out, cell->n);
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		csv_sep(out);
		csv_number(out, values[i]);
	}
}

static void
person(struct buf *out, const struct release *r)
{
	csv_sep(out);
	csv_cell(out, r->person);
	csv_sep(out);
	csv_cell(out, r->role == NULL ? "" : r->role);
}

void
report_csv(const struct release *r, struct buf *out)
{
	header(out, r->person != NULL);
	for (size_t i = 0; i < r->n_cells; i++) {
		const struct cell *cell = &r->cells[i];

		text(out, measure_name(cell->measure));
		text(out, cell->of);
		text(out, cell->group);
		text(out, cell->detail);
		text(out, shown_name(cell->shown));
		if (cell->shown == SHOWN)
			figures(out, cell);
		else
			buf_puts(out, ",,,,,,,,,");
		if (r->person != NULL)
			person(out, r);
		csv_end_row(out);
	}
}
