/* point.c - one point of a scale: battery items, choice, anchored */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/ask/ask.h"

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/render.h"

/* A line of more points than this has room for words at its ends only. */
enum { MANY_POINTS = 7 };

/* Who may leave a question out must be able to take an answer back, which radio buttons do not allow. */
static bool
offers_skip(const struct question *q, const struct item *item)
{
	return !q->required && item->scale->n_valued == item->scale->n_points;
}

static bool
take(struct taking *t, const struct item *item)
{
	const char *value = fields_find(t->fields, item->id);

	if (value == NULL) {
		ask_set_all(t, item, ANSWER_NONE);
		return true;
	}
	for (size_t i = 0; i < item->scale->n_points; i++)
		if (str_eq(ask_code_word(t->arena, item->scale->points[i].code), value)) {
			ask_set_all(t, item, item->scale->points[i].code);
			return true;
		}
	if (offers_skip(ask_question(t->form, item), item) && str_eq(value, "skipped")) {
		ask_set_all(t, item, MISSING_SKIPPED);
		return true;
	}
	msgs_error(t->msgs, 0, item->id, "%s", _("Please choose one of the answers shown."));
	return false;
}

static bool
is_chosen(const struct showing *s, const struct item *item, int code)
{
	if (s->typed != NULL)
		return str_eq(fields_find(s->typed, item->id), ask_code_word(s->arena, code));
	return s->answers->codes[item->slot] == code;
}

static void
show_points(struct showing *s, const struct item *item, const size_t *order)
{
	html_open(s->h, "div", "class", "options");
	for (size_t i = 0; i < item->scale->n_valued; i++) {
		const struct point *point = &item->scale->points[order[i]];

		ask_show_option(s, item, &(struct ask_option){ .type = "radio",
			.value = ask_code_word(s->arena, point->code),
			.text = &point->label, .chosen = is_chosen(s, item, point->code), .first = i == 0 });
	}
	html_close(s->h, "div");
}

static void
show_missing(struct showing *s, const struct item *item, bool skip)
{
	const struct scale *scale = item->scale;

	if (scale->n_valued == scale->n_points && !skip)
		return;
	html_open(s->h, "div", "class", "options apart");
	for (size_t i = scale->n_valued; i < scale->n_points; i++)
		ask_show_option(s, item, &(struct ask_option){ .type = "radio",
			.value = ask_code_word(s->arena, scale->points[i].code),
			.text = &scale->points[i].label,
			.chosen = is_chosen(s, item, scale->points[i].code) });
	if (skip)
		ask_show_option(s, item, &(struct ask_option){ .type = "radio", .value = "skipped",
			.label = _("No answer"),
			.chosen = is_chosen(s, item, MISSING_SKIPPED) });
	html_close(s->h, "div");
}

/* A scale is seen as a line; a question's own options and described states are read like a list. */
static const char *
arrangement(const struct question *q, const struct scale *scale)
{
	if (q->kind == KIND_ANCHORED || str_eq(scale->id, q->id))
		return "list";
	return scale->n_valued > MANY_POINTS ? "row many" : "row";
}

static void
show(struct showing *s, const struct item *item)
{
	const struct question *q = ask_question(s->form, item);
	bool points_move = q->kind != KIND_BATTERY && q->random_order;
	size_t *order = flow_order(s->arena, s->form, item->question, s->who, item->scale->n_valued);

	for (size_t i = 0; !points_move && i < item->scale->n_valued; i++)
		order[i] = i;
	ask_open_group(s, item, arrangement(q, item->scale), "radiogroup");
	html_open(s->h, "div", "class", "answer");
	show_points(s, item, order);
	show_missing(s, item, offers_skip(q, item));
	html_close(s->h, "div");
	ask_close_group(s);
}

static const char *
words(struct arena *a, const struct form *f, const struct respondent *who, const struct answers *answers,
	const struct item *item)
{
	int code = answers->codes[item->slot];

	return code == MISSING_SKIPPED ? _("No answer") : ask_point_label(a, f, who, item->scale, code);
}

const struct ask ask_point = { take, show, words };
