/* yesno.c - yes or no */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/ask/ask.h"

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"

static bool
take(struct taking *t, const struct item *item)
{
	const char *value = fields_find(t->fields, item->id);

	if (value == NULL)
		ask_set_all(t, item, ANSWER_NONE);
	else if (str_eq(value, "1") || str_eq(value, "0"))
		ask_set_all(t, item, *value == '1');
	else if (str_eq(value, "skipped") && !ask_question(t->form, item)->required)
		ask_set_all(t, item, MISSING_SKIPPED);
	else {
		msgs_error(t->msgs, 0, item->id, "%s", _("Please choose one of the answers shown."));
		return false;
	}
	return true;
}

static const char *
label_of(int code)
{
	return code == 1 ? _("Yes") : code == 0 ? _("No") : _("No answer");
}

static void
show_code(struct showing *s, const struct item *item, int code)
{
	const char *value = ask_code_word(s->arena, code);
	bool chosen = s->typed != NULL ? str_eq(fields_find(s->typed, item->id), value)
		: s->answers->codes[item->slot] == code;

	ask_show_option(s, item, &(struct ask_option){ .type = "radio", .value = value,
		.label = label_of(code), .chosen = chosen, .first = code == 1 });
}

static void
show(struct showing *s, const struct item *item)
{
	ask_open_group(s, item, "row", "radiogroup");
	html_open(s->h, "div", "class", "answer");
	html_open(s->h, "div", "class", "options");
	show_code(s, item, 1);
	show_code(s, item, 0);
	html_close(s->h, "div");
	if (!ask_question(s->form, item)->required) {
		html_open(s->h, "div", "class", "options apart");
		show_code(s, item, MISSING_SKIPPED);
		html_close(s->h, "div");
	}
	html_close(s->h, "div");
	ask_close_group(s);
}

static const char *
words(struct arena *a, const struct form *f, const struct respondent *who, const struct answers *answers,
	const struct item *item)
{
	(void)a, (void)f, (void)who;
	return label_of(answers->codes[item->slot]);
}

const struct ask ask_yesno = { take, show, words };
