/* urlenc_fuzz.c - any form body is read or refused; what was read can be sent again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/lang.h"
#include "base/str.h"
#include "base/urlenc.h"
#include "base/utc.h"
#include "tests/fuzz/fuzz.h"

static void
check_again(struct arena *a, const struct fields *first)
{
	struct buf *out = buf_new(a);
	struct fields again;

	for (size_t i = 0; i < first->n; i++) {
		buf_puts(out, i > 0 ? "&" : "");
		urlenc_add(out, first->list[i].name);
		buf_putc(out, '=');
		urlenc_add(out, first->list[i].value);
	}
	CHECK(urlenc_parse(a, out->bytes, out->n, &again) && again.n == first->n);
	for (size_t i = 0; i < first->n; i++)
		CHECK(str_eq(first->list[i].name, again.list[i].name) &&
		    str_eq(first->list[i].value, again.list[i].value));
}

/* What a page or a command does with a value it got. */
static void
check_value(struct arena *a, const char *value)
{
	static const char *const langs[] = { "en", "de", "fr", "nl" };
	int64_t whole = 0, day = 0;
	double number = 0;
	size_t n_words;

	CHECK(str_is_text(value, strlen(value)) && str_length(value) <= strlen(value));
	CHECK(!str_to_int(value, -5, 5, &whole) || (whole >= -5 && whole <= 5));
	CHECK(!str_to_double(value, &number) || isfinite(number));
	CHECK(!utc_parse_date(value, &day) || str_eq(utc_date(a, day), value));
	CHECK(!str_is_id(value) || strlen(value) <= 64);
	CHECK(strlen(str_trim(a, value)) <= strlen(value));
	CHECK(str_words(a, value, &n_words) != NULL || n_words == 0);
	CHECK(strlen(lang_negotiate(value, langs, 4)) == 2);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct fields fields;

	if (urlenc_parse(a, (const char *)bytes, n, &fields)) {
		check_again(a, &fields);
		for (size_t i = 0; i < fields.n; i++)
			check_value(a, fields.list[i].value);
	}
	arena_free(a);
	return 0;
}
