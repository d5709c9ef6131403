/* date.c - a day of the calendar */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/ask/ask.h"

#include <math.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/utc.h"

/* For the browser; NULL when there is no limit. */
static const char *
limit(struct arena *a, double seconds)
{
	return isnan(seconds) ? NULL : utc_date(a, (int64_t)seconds);
}

static const char *
limit_words(struct arena *a, double seconds)
{
	return isnan(seconds) ? NULL : day_words(a, (int64_t)seconds);
}

/* NULL when any day is right. */
static const char *
range(struct arena *a, const struct question *q)
{
	const char *first = limit_words(a, q->min), *last = limit_words(a, q->max);

	if (first != NULL && last != NULL)
		return arena_printf(a, _("A day from %s to %s."), first, last);
	if (first != NULL)
		return arena_printf(a, _("Not before %s."), first);
	return last == NULL ? NULL : arena_printf(a, _("Not after %s."), last);
}

static bool
take(struct taking *t, const struct item *item)
{
	const struct question *q = ask_question(t->form, item);
	const char *written = ask_written(t, item);
	int64_t seconds;

	if (written == NULL) {
		ask_set_text(t, item, NULL);
		return true;
	}
	if (!utc_parse_date(written, &seconds)) {
		msgs_error(t->msgs, 0, item->id, "%s", _("Please write a day as year-month-day, for example "
			"2026-03-31."));
		return false;
	}
	if ((double)seconds < q->min || (double)seconds > q->max) {
		msgs_error(t->msgs, 0, item->id, "%s", range(t->arena, q));
		return false;
	}
	ask_set_text(t, item, written);
	return true;
}

static void
show(struct showing *s, const struct item *item)
{
	const struct question *q = ask_question(s->form, item);
	const char *hint = range(s->arena, q);

	ask_open_field(s, item);
	if (hint != NULL)
		ask_hint(s, item, hint);
	html_void(s->h, "input", "type", "date", "class", "short", "name", item->id,
		"id", ask_id(s, "item", item), "min", limit(s->arena, q->min), "max", limit(s->arena, q->max),
		"value", ask_shown_text(s, item),
		"aria-describedby", ask_described_by(s, item, hint != NULL),
		"aria-invalid", ask_invalid(s, item));
	ask_close_field(s);
}

static const char *
words(struct arena *a, const struct form *f, const struct respondent *who, const struct answers *answers,
	const struct item *item)
{
	const char *written = answers->texts[item->text_slot];
	int64_t seconds;

	(void)f, (void)who;
	return written != NULL && utc_parse_date(written, &seconds) ? day_words(a, seconds) : written;
}

const struct ask ask_date = { take, show, words };
