/* plain.c - the words of a text where nobody in particular reads them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/plain.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "forms/form.h"

static void
add_run(struct buf *b, const struct run *run)
{
	static const char *const marks[] = {
		[RUN_OWN] = "[own]", [RUN_PARTNER] = "[partner]", [RUN_SUBJECT] = "[subject]",
		[RUN_BREAK] = " ",
	};

	if (run->kind == RUN_TEXT)
		buf_puts(b, run->text);
	else if (run->kind == RUN_VALUE_OF)
		buf_printf(b, "[%s]", run->text);
	else if (run->kind <= RUN_BREAK)
		buf_puts(b, marks[run->kind]);
}

const char *
wording_plain(struct arena *a, const struct wording *w)
{
	struct buf *b = buf_new(a);

	for (size_t i = 0; i < w->n; i++)
		add_run(b, &w->runs[i]);
	return b->bytes;
}

const char *
text_generic(struct arena *a, const struct form *f, const struct text *t, const char *lang)
{
	const struct wording *w = text_wording(f, t, lang, NULL, NULL);

	return w == NULL ? "" : wording_plain(a, w);
}
