/* rank.c - a list put into order: a rank for each option */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/ask/ask.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/render.h"

static const char *
field_name(struct arena *a, const struct item *item, size_t option)
{
	return arena_printf(a, "%s.%d", item->id, item->scale->points[option].code);
}

static bool
take_rank(struct taking *t, const struct item *item, size_t option)
{
	const char *value = fields_find(t->fields, field_name(t->arena, item, option));
	int64_t rank = 0;

	if (value != NULL && *value != '\0' && !str_to_int(value, 1, (int64_t)item->n_slots, &rank)) {
		msgs_error(t->msgs, 0, item->id, _("Please give ranks from 1 to %zu."), item->n_slots);
		return false;
	}
	t->answers->codes[item->slot + option] = (int16_t)rank;
	return true;
}

static size_t
count_rank(const struct answers *answers, const struct item *item, int rank)
{
	size_t n = 0;

	for (size_t i = 0; i < item->n_slots; i++)
		n += answers->codes[item->slot + i] == rank;
	return n;
}

/* Each rank once, without a hole; who has to rank, ranks all. */
static bool
order_is_clear(struct taking *t, const struct item *item)
{
	size_t n_ranked = item->n_slots - count_rank(t->answers, item, 0);

	for (int rank = 1; rank <= (int)item->n_slots; rank++)
		if (count_rank(t->answers, item, rank) > 1) {
			msgs_error(t->msgs, 0, item->id,
				_("Rank %d is given more than once: please give each rank to one line only."),
				rank);
			return false;
		}
	for (int rank = 1; rank <= (int)n_ranked; rank++)
		if (count_rank(t->answers, item, rank) == 0) {
			msgs_error(t->msgs, 0, item->id,
				_("Rank %d is left out: please begin with 1 and leave no rank out."), rank);
			return false;
		}
	if (n_ranked < item->n_slots && t->complete && ask_question(t->form, item)->required) {
		msgs_error(t->msgs, 0, item->id, _("Please give a rank to all %zu lines."), item->n_slots);
		return false;
	}
	return true;
}

static bool
take(struct taking *t, const struct item *item)
{
	for (size_t i = 0; i < item->n_slots; i++)
		if (!take_rank(t, item, i))
			return false;
	if (count_rank(t->answers, item, 0) < item->n_slots)
		return order_is_clear(t, item);
	ask_set_all(t, item, ANSWER_NONE);
	return true;
}

static const char *
shown_rank(struct showing *s, const struct item *item, size_t option)
{
	int rank = s->answers->codes[item->slot + option];

	if (s->typed != NULL)
		return fields_find(s->typed, field_name(s->arena, item, option));
	return rank > 0 ? arena_printf(s->arena, "%d", rank) : "";
}

static void
show_select(struct showing *s, const struct item *item, size_t option, const char *id)
{
	const char *shown = shown_rank(s, item, option);

	html_open(s->h, "select", "name", field_name(s->arena, item, option), "id", id, "aria-invalid",
		ask_invalid(s, item));
	html_elem(s->h, "option", _("no rank"), "value", "");
	for (size_t rank = 1; rank <= item->n_slots; rank++) {
		const char *value = arena_printf(s->arena, "%zu", rank);

		html_elem(s->h, "option", value, "value", value, "selected", str_eq(value, shown) ? ""
			: NULL);
	}
	html_close(s->h, "select");
}

static void
show_line(struct showing *s, const struct item *item, size_t option, bool first)
{
	const char *id = ask_id(s, "item", item);

	if (!first)
		id = arena_printf(s->arena, "%s.%d", id, item->scale->points[option].code);

	html_open(s->h, "div", "class", "rank");
	show_select(s, item, option, id);
	html_open(s->h, "label", "for", id);
	render_text(s->h, s->form, &item->scale->points[option].label, s->who, s->answers);
	html_close(s->h, "label");
	html_close(s->h, "div");
}

static void
show(struct showing *s, const struct item *item)
{
	size_t *order = flow_order(s->arena, s->form, item->question, s->who, item->n_slots);

	ask_open_group(s, item, "list", NULL);
	html_elem(s->h, "p", _("1 is the first in your order. Give each rank once."), "class", "hint");
	html_open(s->h, "div", "class", "answer");
	for (size_t i = 0; i < item->n_slots; i++)
		show_line(s, item, order[i], i == 0);
	html_close(s->h, "div");
	ask_close_group(s);
}

static const char *
words(struct arena *a, const struct form *f, const struct respondent *who, const struct answers *answers,
	const struct item *item)
{
	struct buf *list = buf_new(a);

	for (int rank = 1; rank <= (int)item->n_slots; rank++)
		for (size_t i = 0; i < item->n_slots; i++)
			if (answers->codes[item->slot + i] == rank)
				buf_printf(list, "%s%d. %s", list->n > 0 ? "; " : "", rank,
					ask_point_label(a, f, who, item->scale, item->scale->points[i].code));
	return list->bytes;
}

const struct ask ask_rank = { take, show, words };
