/* form_fuzz.c - any bytes are a form, always the same and harmless to show, or are refused with a reason */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/html.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/flow.h"
#include "forms/form.h"
#include "forms/load.h"
#include "forms/render.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/html_check.h"
#include "tests/fuzz/small_form.h"

static void
check_messages(const struct msgs *m)
{
	for (size_t i = 0; i < m->n; i++) {
		CHECK(m->list[i].line >= 0 && *m->list[i].text != '\0');
		CHECK(str_is_text(m->list[i].text, strlen(m->list[i].text)));
	}
}

/* Every page for nobody in particular, whatever the author wrote into it. */
static void
show(struct arena *a, const struct form *f)
{
	struct respondent who = small_form_respondent();
	struct answers answers = answers_new(a, f);
	struct flow flow = flow_evaluate(a, f, &who, &answers);
	struct html h;

	who.lang = f->langs[f->n_langs - 1];
	html_begin(&h, buf_new(a));
	for (size_t page = 0; page < f->n_pages; page++)
		render_page(&h, f, page, &who, &answers, &flow, NULL, NULL);
	render_review(&h, f, &who, &answers, &flow, "/p/");
	html_end(&h);
	html_check(h.out->bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct msgs *m = msgs_new(a, "form.xml"), *again = msgs_new(a, "form.xml");
	const struct form *form, *same;

	forms_init();
	form = form_load(a, (const char *)bytes, n, m);
	same = form_load(a, (const char *)bytes, n, again);
	CHECK((form == NULL) == (m->n_errors > 0));
	CHECK((form == NULL) == (same == NULL) && m->n == again->n);
	check_messages(m);
	if (form != NULL) {
		CHECK(memcmp(form->fingerprint, same->fingerprint, sizeof(form->fingerprint)) == 0);
		for (size_t i = 0; i < form->n_items; i++)
			CHECK(form_item(form, form->items[i].id) == (int)i);
		show(a, form);
	}
	arena_free(a);
	return 0;
}
