/* page_fuzz.c - whatever is sent: only answers the form allows are taken, and the page shows it harmlessly */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/html.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/urlenc.h"
#include "forms/accept.h"
#include "forms/flow.h"
#include "forms/form.h"
#include "forms/render.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/html_check.h"
#include "tests/fuzz/small_form.h"

static bool
is_point(const struct scale *scale, int code)
{
	for (size_t i = 0; i < scale->n_points; i++)
		if (scale->points[i].code == code)
			return true;
	return false;
}

static void
check_code(const struct form *f, const struct item *item, int code)
{
	enum kind kind = f->questions[item->question].kind;

	if (code == ANSWER_NONE || code == MISSING_SKIPPED)
		return;
	if (kind == KIND_CHOICES || kind == KIND_RANK || kind == KIND_YESNO || item->text_slot >= 0)
		CHECK(code >= 0 && code <= (int)item->n_slots);
	else
		CHECK(is_point(item->scale, code));
}

static void
check_answers(const struct form *f, const struct answers *answers)
{
	for (size_t i = 0; i < f->n_items; i++) {
		const struct item *item = &f->items[i];
		const char *text = item->text_slot < 0 ? NULL : answers->texts[item->text_slot];

		for (size_t s = 0; s < item->n_slots; s++)
			check_code(f, item, answers->codes[item->slot + s]);
		CHECK(text == NULL || (str_is_text(text, strlen(text)) && str_length(text) <= 40));
		CHECK(item->text_slot < 0 || (text != NULL) == (answers->codes[item->slot] == 1));
	}
}

static struct answers
copy_answers(struct arena *a, const struct form *f, const struct answers *from)
{
	return (struct answers){ arena_memdup(a, from->codes, f->n_slots * sizeof(*from->codes)),
		arena_memdup(a, from->texts, f->n_texts * sizeof(*from->texts)) };
}

/* What was taken once is taken again. */
static void
check_again(struct arena *a, size_t page, const struct fields *fields, bool complete,
	const struct answers *taken)
{
	const struct form *f = small_form();
	struct respondent who = small_form_respondent();
	struct answers again = copy_answers(a, f, taken);
	struct flow seen = flow_evaluate(a, f, &who, &again);

	accept_page(a, f, page, &who, fields, complete, &seen, &again, msgs_new(a, NULL));
	for (size_t i = 0; i < f->n_slots; i++)
		CHECK(again.codes[i] == taken->codes[i]);
	for (size_t i = 0; i < f->n_texts; i++)
		CHECK(str_eq(again.texts[i], taken->texts[i]));
}

static void
show(struct arena *a, size_t page, const struct fields *fields, const struct answers *answers,
	const struct msgs *m)
{
	const struct form *f = small_form();
	struct respondent who = small_form_respondent();
	struct flow flow = flow_evaluate(a, f, &who, answers);
	struct html h;

	html_begin(&h, buf_new(a));
	if (m->n_errors > 0)
		render_problems(&h, f, &who, NULL, m);
	render_page(&h, f, page, &who, answers, &flow, m->n_errors > 0 ? fields : NULL, m);
	render_review(&h, f, &who, answers, &flow, "/p/");
	html_end(&h);
	html_check(h.out->bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const struct form *f = small_form();
	struct respondent who = small_form_respondent();
	struct arena *a = arena_new();
	struct answers answers = answers_new(a, f);
	struct fields fields;
	bool complete = n > 0 && bytes[0] == '!';

	if (n > 0 && urlenc_parse(a, (const char *)bytes + 1, n - 1, &fields))
		for (size_t page = 0; page < f->n_pages; page++) {
			struct flow seen = flow_evaluate(a, f, &who, &answers);
			struct msgs *m = msgs_new(a, NULL);

			accept_page(a, f, page, &who, &fields, complete, &seen, &answers, m);
			check_answers(f, &answers);
			check_again(a, page, &fields, complete, &answers);
			show(a, page, &fields, &answers, m);
		}
	arena_free(a);
	return 0;
}
