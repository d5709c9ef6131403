/* text.c - an answer in the respondent's own words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/ask/ask.h"

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"

enum { SHORT = 16 };	/* characters: a box as wide as the page would ask for a sentence */

static bool
take(struct taking *t, const struct item *item)
{
	const struct question *q = ask_question(t->form, item);
	const char *written = ask_written(t, item);

	if (written != NULL && str_length(written) > (size_t)q->max_length) {
		msgs_error(t->msgs, 0, item->id, _("Please shorten this to %d characters; it has %zu now."),
			q->max_length, str_length(written));
		return false;
	}
	ask_set_text(t, item, written);
	return true;
}

static void
show(struct showing *s, const struct item *item)
{
	const struct question *q = ask_question(s->form, item);
	const char *id = ask_id(s, "item", item);
	const char *described_by = ask_described_by(s, item, true);
	const char *shown = ask_shown_text(s, item);

	ask_open_field(s, item);
	ask_hint(s, item, arena_printf(s->arena, _("Up to %d characters."), q->max_length));
	if (q->lines <= 1) {
		html_void(s->h, "input", "type", "text", "class", q->max_length <= SHORT ? "short" : NULL,
			"name", item->id, "id", id, "autocomplete", "off", "value", shown,
			"aria-describedby", described_by, "aria-invalid", ask_invalid(s, item));
	} else {
		html_open(s->h, "textarea", "name", item->id, "id", id, "rows",
			arena_printf(s->arena, "%d", q->lines),
			"aria-describedby", described_by, "aria-invalid", ask_invalid(s, item));
		html_raw(s->h, "\n");	/* parsers drop the first newline of a textarea */
		html_text(s->h, shown);
		html_close(s->h, "textarea");
	}
	ask_close_field(s);
}

static const char *
words(struct arena *a, const struct form *f, const struct respondent *who, const struct answers *answers,
	const struct item *item)
{
	(void)a, (void)f, (void)who;
	return answers->texts[item->text_slot];
}

const struct ask ask_text = { take, show, words };
