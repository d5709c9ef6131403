/* outputs.c - what the reports of a release come out as, and that hidden cells are in none of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include "tests/unit/outputs.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "engine/measure/cell.h"
#include "reports/report.h"

const char *
outputs_html(struct arena *a, const struct release *r, const struct form *f, const char *lang)
{
	struct buf *out = buf_new(a);

	report_html(r, f, lang, out);
	return out->bytes;
}

const char *
outputs_json(struct arena *a, const struct release *r, const struct form *f)
{
	struct buf *out = buf_new(a);

	report_json(r, f, "en", out);
	return out->bytes;
}

const char *
outputs_csv(struct arena *a, const struct release *r)
{
	struct buf *out = buf_new(a);

	report_csv(r, out);
	return out->bytes;
}

int
outputs_count(const char *text, const char *what)
{
	int n = 0;

	for (const char *at = strstr(text, what); at != NULL; at = strstr(at + 1, what))
		n++;
	return n;
}

static void
poison(struct cell *cell, double value)
{
	cell->value = cell->low = cell->high = cell->p = cell->p_adjusted = cell->effect = cell->percent =
		value;
	cell->n = (int)value;
	cell->word = value > 50 ? "clear-gap" : "split";
	cell->capped = value > 50;
}

void
outputs_assert_silent(struct arena *a, struct release *r, const struct form *f, struct cell *cell)
{
	const char *before[3];

	poison(cell, 3);
	before[0] = outputs_html(a, r, f, "en");
	before[1] = outputs_json(a, r, f);
	before[2] = outputs_csv(a, r);
	poison(cell, 97);
	assert_string_equal(before[0], outputs_html(a, r, f, "en"));
	assert_string_equal(before[1], outputs_json(a, r, f));
	assert_string_equal(before[2], outputs_csv(a, r));
}

void
outputs_assert_golden(struct arena *a, const char *name, const struct buf *now)
{
	const char *path = arena_printf(a, "%s/tests/data/golden/%s", getenv("srcdir"), name);
	const char *golden;
	size_t n;

	if (getenv("ATTUNE_WRITE_GOLDEN") != NULL)
		assert_true(str_write_file(path, now->bytes, now->n));
	golden = str_read_file(a, path, 1 << 21, &n);
	assert_non_null(golden);
	assert_string_equal(golden, now->bytes);
}
