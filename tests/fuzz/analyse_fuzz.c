/* analyse_fuzz.c - any table of answers is measured and reported, or refused; nothing shown is below k */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/csv.h"
#include "base/msgs.h"
#include "engine/measure/cell.h"
#include "engine/measure/measure.h"
#include "engine/measure/table.h"
#include "reports/report.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/html_check.h"
#include "tests/fuzz/small_form.h"

static void
check_cell(const struct cell *c, int k)
{
	CHECK(c->shown != SHOWN || c->measure == MEASURE_RESPONSE || c->n >= k);
	CHECK(c->shown == SHOWN || (c->n == 0 && c->word == NULL && isnan(c->value) && isnan(c->percent) &&
	    isnan(c->low) && isnan(c->high) && isnan(c->p) && isnan(c->effect)));
	CHECK(isnan(c->percent) || (c->percent >= -1e-9 && c->percent <= 100 + 1e-9));
	CHECK(isnan(c->p) || (c->p >= 0 && c->p <= 1));
	CHECK(isnan(c->low) || c->low <= c->high);
}

static void
check_report(struct arena *a, const struct release *release)
{
	struct buf *html = buf_new(a), *other = buf_new(a);
	char *body, *end;

	report_health_html(release, small_form(), "en", html);
	body = strstr(html->bytes, "<body");
	end = body == NULL ? NULL : strstr(body, "</html>");
	CHECK(end != NULL);
	*end = '\0';
	html_check(body);
	report_json(release, small_form(), "de", other);
	report_csv(release, other);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct msgs *m = msgs_new(a, "answers.csv");
	struct wave_answers wave = { .form = small_form(), .wave = "<w>", .alliance = "A & B",
		.mode = "confidential", .k = n > 0 ? 1 + bytes[0] % 8 : 1, .target = 75, .floor_ = 50 };
	struct csv csv;

	if (n > 0 && csv_read(a, (const char *)bytes + 1, n - 1, m, &csv)) {
		const char *party = csv_column(&csv, "party") < 0 ? NULL : "party";

		if (table_answers(a, small_form(), &csv, party, m, &wave)) {
			const struct release *release = measure_wave(a, &wave);

			for (size_t i = 0; i < release->n_cells; i++)
				check_cell(&release->cells[i], wave.k);
			check_report(a, release);
		} else
			CHECK(m->n_errors > 0);
	}
	arena_free(a);
	return 0;
}
