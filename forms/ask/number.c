/* number.c - a number, written with point or comma */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/ask/ask.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"

enum { DIGITS = 15 };	/* a double gives all of them back */

/* The canonical text, in the language's way of writing. */
static const char *
localized(struct arena *a, const char *canonical)
{
	char *text = arena_strdup(a, canonical);
	char *point = strchr(text, '.');

	if (point != NULL)
		*point = *lang_decimal_mark();
	return text;
}

static const char *
in_words(struct arena *a, double value)
{
	return localized(a, arena_printf(a, "%.*g", DIGITS, value));
}

/* NULL when there is no limit. */
static const char *
range(struct arena *a, const struct question *q)
{
	if (!isnan(q->min) && !isnan(q->max))
		return arena_printf(a, _("A number from %s to %s."), in_words(a, q->min),
			in_words(a, q->max));
	if (!isnan(q->min))
		return arena_printf(a, _("A number, %s or more."), in_words(a, q->min));
	return isnan(q->max) ? NULL : arena_printf(a, _("A number, %s or less."), in_words(a, q->max));
}

/* Plain decimal without exponent, trailing zeros or negative zero, so that equal numbers are equal texts. */
static const char *
canonical(struct arena *a, double value)
{
	char *text = arena_printf(a, "%.*f", DIGITS, value);
	size_t n;

	if (fabs(value) >= 1)
		text = arena_printf(a, "%.*f", DIGITS - 1 - (int)log10(fabs(value)), value);
	n = strlen(text);
	while (strchr(text, '.') != NULL && (text[n - 1] == '0' || text[n - 1] == '.')) {
		bool was_point = text[n - 1] == '.';

		text[--n] = '\0';
		if (was_point)
			break;
	}
	return str_eq(text, "-0") ? "0" : text;
}

static bool
take(struct taking *t, const struct item *item)
{
	const struct question *q = ask_question(t->form, item);
	const char *written = ask_written(t, item);
	double value;

	if (written == NULL) {
		ask_set_text(t, item, NULL);
		return true;
	}
	if (!str_to_double(written, &value) || fabs(value) >= 1e15) {
		msgs_error(t->msgs, 0, item->id, _("Please write a number in digits, for example %s."),
			in_words(t->arena, 12.5));
		return false;
	}
	if (value < q->min || value > q->max) {
		msgs_error(t->msgs, 0, item->id, "%s", range(t->arena, q));
		return false;
	}
	ask_set_text(t, item, canonical(t->arena, value));
	return true;
}

static void
show(struct showing *s, const struct item *item)
{
	const struct question *q = ask_question(s->form, item);
	const char *hint = range(s->arena, q);
	const char *shown = ask_shown_text(s, item);

	ask_open_field(s, item);
	if (hint != NULL)
		ask_hint(s, item, hint);
	html_void(s->h, "input", "type", "text", "class", "short", "name", item->id,
		"id", ask_id(s, "item", item), "autocomplete", "off", "maxlength", "24",
		"value", s->typed != NULL ? shown : localized(s->arena, shown),
		"aria-describedby", ask_described_by(s, item, hint != NULL),
		"aria-invalid", ask_invalid(s, item));
	if (q->unit != NULL)
		html_elem(s->h, "span", q->unit, "class", "unit");
	ask_close_field(s);
}

static const char *
words(struct arena *a, const struct form *f, const struct respondent *who, const struct answers *answers,
	const struct item *item)
{
	(void)f, (void)who;
	return localized(a, answers->texts[item->text_slot]);
}

const struct ask ask_number = { take, show, words };
