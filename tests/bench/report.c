/* report.c - what a health report costs: report FORM.xml prints CPU milliseconds from 24 responses to the page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"
#include "engine/measure/measure.h"
#include "forms/form.h"
#include "forms/load.h"
#include "reports/report.h"
#include "tests/bench/clock.h"

enum { TIMES = 25, PEOPLE = 24 };

/* The same every time: a plain generator of numbers. */
static unsigned
draw(unsigned bound)
{
	static unsigned state = 1;

	state = state * 1664525u + 1013904223u;
	return (state >> 8) % bound;
}

static void
answer(const struct form *f, const struct item *item, struct answers *answers)
{
	if (item->n_slots == 1 && item->scale != NULL)
		answers->codes[item->slot] = item->scale->points[draw((unsigned)item->scale->n_valued)].code;
	if (item->text_slot >= 0 && f->questions[item->question].kind == KIND_TEXT) {
		answers->codes[item->slot] = 1;
		answers->texts[item->text_slot] = "We hear of changes to the plan two weeks after they are made.";
	}
}

static struct wave_response *
respond(struct arena *a, const struct form *f)
{
	struct wave_response *list = arena_make_n(a, PEOPLE, struct wave_response);

	for (size_t i = 0; i < PEOPLE; i++) {
		list[i].party = i % 2;
		list[i].answers = arena_make(a, struct answers);
		*list[i].answers = answers_new(a, f);
		for (size_t k = 0; k < f->n_items; k++)
			answer(f, &f->items[k], list[i].answers);
	}
	return list;
}

static double
report(const struct wave_answers *w)
{
	double begin = clock_cpu_ms();
	struct arena *a = arena_new();
	struct buf *out = buf_new(a);

	report_health_html(measure_wave(a, w), w->form, "en", out);
	CHECK(str_ends(out->bytes, "</html>\n") || str_ends(out->bytes, "</html>"));
	arena_free(a);
	return clock_cpu_ms() - begin;
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	const struct wave_party parties[] = { { "a", "Northwind", 14, false },
		{ "b", "Southgate", 13, false } };
	struct wave_answers w = { .wave = "Spring", .alliance = "Bench", .mode = "confidential", .k = 5, .target = 75,
		.floor_ = 50, .shuffle_key = { 1, 2 }, .n_parties = 2, .parties = parties, .n_responses = PEOPLE };
	double ms[TIMES];
	size_t n;
	char *xml;

	CHECK(argc == 2);
	lang_init();
	forms_init();
	xml = str_read_file(a, argv[1], 1024 * 1024, &n);
	CHECK(xml != NULL);
	w.form = form_load(a, xml, n, msgs_new(a, NULL));
	CHECK(w.form != NULL);
	w.responses = respond(a, w.form);
	for (int i = 0; i < TIMES; i++)
		ms[i] = report(&w);
	printf("%.2f\n", clock_median(ms, TIMES));
	arena_free(a);
	return 0;
}
