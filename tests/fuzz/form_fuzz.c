/* form_fuzz.c - any bytes are a form or are refused with a reason; the same bytes give the same form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/form.h"
#include "forms/load.h"
#include "tests/fuzz/fuzz.h"

static void
check_messages(const struct msgs *m)
{
	for (size_t i = 0; i < m->n; i++) {
		CHECK(m->list[i].line >= 0 && *m->list[i].text != '\0');
		CHECK(str_is_text(m->list[i].text, strlen(m->list[i].text)));
	}
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
	}
	arena_free(a);
	return 0;
}
