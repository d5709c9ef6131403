/* ask.c - what the kinds of question have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/ask/ask.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/render.h"

static const struct ask *const kinds[N_KINDS] = {
	[KIND_BATTERY] = &ask_point,
	[KIND_CHOICE] = &ask_point,
	[KIND_CHOICES] = &ask_choices,
	[KIND_ANCHORED] = &ask_point,
	[KIND_RANK] = &ask_rank,
	[KIND_NUMBER] = &ask_number,
	[KIND_TEXT] = &ask_text,
	[KIND_DATE] = &ask_date,
	[KIND_YESNO] = &ask_yesno,
};

const struct ask *
ask_of(enum kind kind)
{
	return kinds[kind];
}

const struct question *
ask_question(const struct form *f, const struct item *item)
{
	return &f->questions[item->question];
}

const char *
ask_code_word(struct arena *a, int code)
{
	static const char *const small[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10" };

	if (code >= 0 && code < (int)(sizeof(small) / sizeof(*small)))
		return small[code];
	switch (code) {
	case MISSING_NA: return "na";
	case MISSING_DK: return "dk";
	case MISSING_REFUSED: return "refused";
	case MISSING_SKIPPED: return "skipped";
	default: return arena_printf(a, "%d", code);
	}
}

static const struct point *
find_point(const struct scale *scale, int code)
{
	for (size_t i = 0; scale != NULL && i < scale->n_points; i++)
		if (scale->points[i].code == code)
			return &scale->points[i];
	return NULL;
}

const char *
ask_point_label(struct arena *a, const struct form *f, const struct respondent *who,
	const struct scale *scale, int code)
{
	const struct point *point = find_point(scale, code);

	return point == NULL ? "" : text_plain(a, f, &point->label, who);
}

void
ask_set_all(struct taking *t, const struct item *item, int16_t code)
{
	for (size_t slot = item->slot; slot < item->slot + item->n_slots; slot++)
		t->answers->codes[slot] = code;
}

/* Browsers send CR LF for a line break. */
static char *
plain_newlines(char *text)
{
	char *to = text;

	for (const char *from = text; *from != '\0'; from++)
		if (from[0] != '\r' || from[1] != '\n')
			*to++ = *from == '\r' ? '\n' : *from;
	*to = '\0';
	return text;
}

const char *
ask_written(struct taking *t, const struct item *item)
{
	const char *value = fields_find(t->fields, item->id);
	char *trimmed;

	if (value == NULL)
		return NULL;
	trimmed = str_trim(t->arena, value);
	return *trimmed == '\0' ? NULL : plain_newlines(trimmed);
}

void
ask_set_text(struct taking *t, const struct item *item, const char *text)
{
	t->answers->texts[item->text_slot] = text;
	ask_set_all(t, item, text == NULL ? ANSWER_NONE : 1);
}

const char *
ask_id(struct showing *s, const char *part, const struct item *item)
{
	return arena_join(s->arena, s->prefix == NULL ? "" : s->prefix, part, "-", item->id, NULL);
}

static const struct msg *
problem_of(const struct showing *s, const struct item *item)
{
	return s->msgs == NULL ? NULL : msgs_find(s->msgs, item->id);
}

static void
show_problem(struct showing *s, const struct item *item)
{
	const struct msg *problem = problem_of(s, item);

	if (problem == NULL)
		return;
	html_open(s->h, "p", "class", "problem", "id", ask_id(s, "problem", item));
	html_elem(s->h, "strong", _("Please look here:"));
	html_text(s->h, " ");
	html_text(s->h, problem->text);
	html_close(s->h, "p");
}

/* In a battery the item has its own words; elsewhere the question's stem speaks for it, and says whether it
 * may be left out. */
static void
show_label(struct showing *s, const struct item *item)
{
	const struct question *q = ask_question(s->form, item);

	if (q->kind == KIND_BATTERY) {
		render_text(s->h, s->form, &item->text, s->who, s->answers);
		return;
	}
	render_text(s->h, s->form, &q->stem, s->who, s->answers);
	html_text(s->h, " ");
	html_elem(s->h, "span", q->required ? _("(required)") : _("(optional)"), "class", "ask");
}

static void
show_note(struct showing *s, const struct item *item)
{
	const struct question *q = ask_question(s->form, item);

	if (q->kind == KIND_BATTERY || q->note.n == 0)
		return;
	html_open(s->h, "p", "class", "note", "id", ask_id(s, "note", item));
	render_text(s->h, s->form, &q->note, s->who, s->answers);
	html_close(s->h, "p");
}

const char *
ask_invalid(const struct showing *s, const struct item *item)
{
	return problem_of(s, item) == NULL ? NULL : "true";
}

const char *
ask_described_by(struct showing *s, const struct item *item, bool has_hint)
{
	const struct question *q = ask_question(s->form, item);
	bool has_note = q->kind != KIND_BATTERY && q->note.n > 0;
	struct buf *ids;

	if (!has_note && !has_hint && problem_of(s, item) == NULL)
		return NULL;
	ids = buf_new(s->arena);
	if (has_note)
		buf_printf(ids, " %s", ask_id(s, "note", item));
	if (has_hint)
		buf_printf(ids, " %s", ask_id(s, "hint", item));
	if (problem_of(s, item) != NULL)
		buf_printf(ids, " %s", ask_id(s, "problem", item));
	return ids->bytes + 1;
}

void
ask_open_group(struct showing *s, const struct item *item, const char *css_class, const char *role)
{
	const struct question *q = ask_question(s->form, item);

	html_open(s->h, "fieldset", "role", role, "aria-describedby", ask_described_by(s, item, false));
	html_attr(s->h, "class",
		arena_join(s->arena, "item ", css_class, problem_of(s, item) != NULL ? " wrong" : "", NULL));
	if (role != NULL) {
		html_attr(s->h, "aria-required", q->required ? "true" : NULL);
		html_attr(s->h, "aria-invalid", ask_invalid(s, item));
	}
	html_open(s->h, "legend");
	show_label(s, item);
	html_close(s->h, "legend");
	show_note(s, item);
	show_problem(s, item);
}

void
ask_close_group(struct showing *s)
{
	html_close(s->h, "fieldset");
}

void
ask_open_field(struct showing *s, const struct item *item)
{
	html_open(s->h, "div", "class", problem_of(s, item) != NULL ? "item field wrong" : "item field");
	html_open(s->h, "label", "for", ask_id(s, "item", item));
	show_label(s, item);
	html_close(s->h, "label");
	show_note(s, item);
	show_problem(s, item);
}

void
ask_close_field(struct showing *s)
{
	html_close(s->h, "div");
}

void
ask_hint(struct showing *s, const struct item *item, const char *text)
{
	html_elem(s->h, "p", text, "class", "hint", "id", ask_id(s, "hint", item));
}

const char *
ask_shown_text(const struct showing *s, const struct item *item)
{
	const char *text = s->typed != NULL ? fields_find(s->typed, item->id)
		: s->answers->texts[item->text_slot];

	return text == NULL ? "" : text;
}

void
ask_show_option(struct showing *s, const struct item *item, const struct ask_option *o)
{
	html_open(s->h, "label");
	html_attr(s->h, "class", "option");
	html_void(s->h, "input");
	html_attr(s->h, "type", o->type);
	html_attr(s->h, "name", item->id);
	html_attr(s->h, "value", o->value);
	html_attr(s->h, "checked", o->chosen ? "" : NULL);
	html_attr(s->h, "id", o->first ? ask_id(s, "item", item) : NULL);
	html_open(s->h, "span");
	if (o->text != NULL)
		render_text(s->h, s->form, o->text, s->who, s->answers);
	else
		html_text(s->h, o->label);
	html_close(s->h, "span");
	html_close(s->h, "label");
}
