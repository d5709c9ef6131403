/* choices.c - several of a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/ask/ask.h"

#include <math.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"

static bool
is_posted(const struct fields *fields, const char *name, const char *value)
{
	for (size_t i = 0; i < fields->n; i++)
		if (str_eq(fields->list[i].name, name) && str_eq(fields->list[i].value, value))
			return true;
	return false;
}

static bool
number_is_right(struct taking *t, const struct item *item, size_t n)
{
	const struct question *q = ask_question(t->form, item);

	if (!isnan(q->min) && (double)n < q->min) {
		msgs_error(t->msgs, 0, item->id, ngettext("Please choose at least %d answer.",
			"Please choose at least %d answers.", (unsigned long)q->min), (int)q->min);
		return false;
	}
	if (!isnan(q->max) && (double)n > q->max) {
		msgs_error(t->msgs, 0, item->id, ngettext("Please choose %d answer at most; you chose %zu.",
			"Please choose %d answers at most; you chose %zu.", (unsigned long)q->max),
			(int)q->max, n);
		return false;
	}
	return true;
}

/* Nothing ticked is an answer only where the author said that none may be chosen: min="0". */
static bool
none_is_an_answer(const struct taking *t, const struct item *item)
{
	return t->complete && fpclassify(ask_question(t->form, item)->min) == FP_ZERO;
}

static bool
take(struct taking *t, const struct item *item)
{
	size_t n = 0;

	for (size_t i = 0; i < item->n_slots; i++) {
		bool chosen = is_posted(t->fields, item->id,
			ask_code_word(t->arena, item->scale->points[i].code));

		t->answers->codes[item->slot + i] = chosen;
		n += chosen;
	}
	if (n > 0)
		return number_is_right(t, item, n);
	if (!none_is_an_answer(t, item))
		ask_set_all(t, item, ANSWER_NONE);
	return true;
}

static bool
is_chosen(const struct showing *s, const struct item *item, size_t point)
{
	if (s->typed != NULL)
		return is_posted(s->typed, item->id,
			ask_code_word(s->arena, item->scale->points[point].code));
	return s->answers->codes[item->slot + point] == 1;
}

static void
show_option(struct showing *s, const struct item *item, size_t point, bool first)
{
	ask_show_option(s, item, &(struct ask_option){ .type = "checkbox",
		.value = ask_code_word(s->arena, item->scale->points[point].code),
			.text = &item->scale->points[point].label,
		.chosen = is_chosen(s, item, point), .first = first });
}

static const char *
how_many(struct showing *s, const struct question *q)
{
	int min = isnan(q->min) ? 0 : (int)q->min;

	if (isnan(q->max))
		return min > 1 ? arena_printf(s->arena, _("Choose at least %d."), min)
			: _("Choose all that apply.");
	if (min > 1)
		return arena_printf(s->arena, _("Choose %d to %d."), min, (int)q->max);
	return arena_printf(s->arena, _("Choose up to %d."), (int)q->max);
}

static void
show(struct showing *s, const struct item *item)
{
	size_t *order = flow_order(s->arena, s->form, item->question, s->who, item->n_slots);

	ask_open_group(s, item, "list", NULL);
	html_elem(s->h, "p", how_many(s, ask_question(s->form, item)), "class", "hint");
	html_open(s->h, "div", "class", "answer");
	html_open(s->h, "div", "class", "options");
	for (size_t i = 0; i < item->n_slots; i++)
		show_option(s, item, order[i], i == 0);
	html_close(s->h, "div");
	html_close(s->h, "div");
	ask_close_group(s);
}

static const char *
words(struct arena *a, const struct form *f, const struct respondent *who, const struct answers *answers,
	const struct item *item)
{
	struct buf *list = buf_new(a);

	for (size_t i = 0; i < item->n_slots; i++)
		if (answers->codes[item->slot + i] == 1)
			buf_printf(list, "%s%s", list->n > 0 ? "; " : "",
				ask_point_label(a, f, who, item->scale, item->scale->points[i].code));
	return list->n > 0 ? list->bytes : _("None of these");
}

const struct ask ask_choices = { take, show, words };
