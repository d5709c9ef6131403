/* stats_sheet.c - figures with their names, for people as aligned text or for programs as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/stats_sheet.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/str.h"
#include "engine/stats/gap/welch.h"

enum kind { COUNT, NUMBER, WORD, LIST };

struct figure {
	const char *key;
	enum kind kind;
	size_t count;
	double number;
	const char *word;
	struct sheet_list *list;
};

struct sheet {
	struct arena *arena;
	struct figure *figures;
	size_t n, room;
};

struct sheet_list {
	struct arena *arena;
	struct sheet **rows;
	size_t n, room;
};

struct sheet *
sheet_new(struct arena *a)
{
	struct sheet *s = arena_make(a, struct sheet);

	s->arena = a;
	return s;
}

/* The list with room for one more than n, at least doubled when it is full. */
static void *
with_room(struct arena *a, void *list, size_t n, size_t *room, size_t size)
{
	void *larger;

	if (n < *room)
		return list;
	*room = *room == 0 ? 8 : 2 * *room;
	larger = arena_array(a, *room, size);
	if (n > 0)
		memcpy(larger, list, n * size);
	return larger;
}

static void
add(struct sheet *s, struct figure f)
{
	s->figures = with_room(s->arena, s->figures, s->n, &s->room, sizeof(*s->figures));
	s->figures[s->n++] = f;
}

void
sheet_count(struct sheet *s, const char *key, size_t count)
{
	add(s, (struct figure){ .key = key, .kind = COUNT, .count = count });
}

void
sheet_number(struct sheet *s, const char *key, double number)
{
	add(s, (struct figure){ .key = key, .kind = NUMBER, .number = number });
}

void
sheet_word(struct sheet *s, const char *key, const char *word)
{
	add(s, (struct figure){ .key = key, .kind = WORD, .word = word });
}

void
sheet_interval(struct sheet *s, const char *key, struct interval i)
{
	sheet_number(s, arena_printf(s->arena, "%s_lo", key), i.lo);
	sheet_number(s, arena_printf(s->arena, "%s_hi", key), i.hi);
}

void
sheet_test(struct sheet *s, const struct estimate *e)
{
	sheet_number(s, "se", e->se);
	sheet_number(s, "df", e->df);
	sheet_number(s, "t", e->t);
	sheet_number(s, "p", e->p);
	sheet_interval(s, "ci95", e->ci95);
}

void
sheet_refusal(struct sheet *s, enum refusal refused)
{
	sheet_word(s, "refused", refused == REFUSED_NOT ? NULL : refusal_reason(refused));
}

void
sheet_convergence(struct sheet *s, const struct convergence *c)
{
	sheet_count(s, "iterations", c->iterations);
	sheet_number(s, "gradient", c->gradient);
	sheet_number(s, "tolerance", c->tolerance);
}

struct sheet_list *
sheet_list(struct sheet *s, const char *key)
{
	struct sheet_list *list = arena_make(s->arena, struct sheet_list);

	list->arena = s->arena;
	add(s, (struct figure){ .key = key, .kind = LIST, .list = list });
	return list;
}

struct sheet *
sheet_row(struct sheet_list *list)
{
	list->rows = with_room(list->arena, list->rows, list->n, &list->room, sizeof(*list->rows));
	return list->rows[list->n++] = sheet_new(list->arena);
}

static void
write_json(struct json *j, const struct sheet *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct figure *f = &s->figures[i];

		switch (f->kind) {
		case COUNT: json_int(j, f->key, (int64_t)f->count); break;
		case NUMBER: json_double(j, f->key, f->number); break;
		case WORD: json_string(j, f->key, f->word); break;
		case LIST:
			json_array(j, f->key);
			for (size_t k = 0; k < f->list->n; k++) {
				json_object(j, NULL);
				write_json(j, f->list->rows[k]);
				json_object_end(j);
			}
			json_array_end(j);
			break;
		}
	}
}

void
sheet_json(const struct sheet *s, struct buf *out)
{
	struct json j;

	json_begin(&j, out);
	json_object(&j, NULL);
	write_json(&j, s);
	json_object_end(&j);
	json_end(&j);
}

static const char *
number_text(struct arena *a, double x)
{
	if (isnan(x))
		return "-";
	if (isinf(x))
		return x > 0 ? "inf" : "-inf";
	if (x == 0)
		return "0";
	return arena_printf(a, fabs(x) < 1e-4 || fabs(x) >= 1e7 ? "%.3e" : "%.6f", x);
}

static const char *
figure_text(struct arena *a, const struct figure *f)
{
	switch (f->kind) {
	case COUNT: return arena_printf(a, "%zu", f->count);
	case NUMBER: return number_text(a, f->number);
	case WORD: return f->word == NULL ? "" : f->word;
	case LIST: break;
	}
	return "";
}

static const char *
title(struct arena *a, const char *key)
{
	char *words = arena_strdup(a, key);

	for (char *s = words; *s != '\0'; s++)
		if (*s == '_')
			*s = ' ';
	return words;
}

static bool
says_nothing(const struct figure *f)
{
	return f->kind == WORD && f->word == NULL;
}

static bool
holds_lists(const struct sheet *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->figures[i].kind == LIST)
			return true;
	return false;
}

static void
pad(struct buf *out, size_t from, size_t to)
{
	for (; from < to; from++)
		buf_putc(out, ' ');
}

/* Words to the left, numbers to the right. */
static void
write_cell(struct buf *out, const char *text, size_t width, bool left, bool last)
{
	size_t length = str_length(text);

	if (!left)
		pad(out, length, width);
	buf_puts(out, text);
	if (left && !last)
		pad(out, length, width);
	if (!last)
		buf_puts(out, "  ");
}

static bool
column_is_empty(const struct sheet_list *list, size_t column)
{
	for (size_t k = 0; k < list->n; k++)
		if (!says_nothing(&list->rows[k]->figures[column]))
			return false;
	return true;
}

static size_t
column_width(const struct sheet_list *list, size_t column, const char *head)
{
	size_t widest = str_length(head);

	for (size_t k = 0; k < list->n; k++) {
		size_t width = str_length(figure_text(list->arena, &list->rows[k]->figures[column]));

		widest = width > widest ? width : widest;
	}
	return widest;
}

static void
write_table(const struct sheet_list *list, struct buf *out)
{
	const struct sheet *first = list->rows[0];
	size_t *width = arena_make_n(list->arena, first->n, size_t), last = 0;

	for (size_t i = 0; i < first->n; i++) {
		width[i] = column_is_empty(list, i) ? 0
		    : column_width(list, i, title(list->arena, first->figures[i].key));
		last = width[i] > 0 ? i : last;
	}
	for (size_t k = 0; k <= list->n; k++) {
		for (size_t i = 0; i < first->n; i++) {
			const struct figure *f = &list->rows[k == 0 ? 0 : k - 1]->figures[i];

			if (width[i] > 0)
				write_cell(out, k == 0 ? title(list->arena, f->key) : figure_text(list->arena, f),
				    width[i], f->kind == WORD, i == last);
		}
		buf_putc(out, '\n');
	}
}

static void
write_scalars(const struct sheet *s, struct buf *out)
{
	size_t widest = 0;

	for (size_t i = 0; i < s->n; i++)
		if (s->figures[i].kind != LIST && !says_nothing(&s->figures[i]) &&
		    strlen(s->figures[i].key) > widest)
			widest = strlen(s->figures[i].key);
	for (size_t i = 0; i < s->n; i++) {
		const struct figure *f = &s->figures[i];

		if (f->kind == LIST || says_nothing(f))
			continue;
		write_cell(out, title(s->arena, f->key), widest, true, false);
		buf_printf(out, "%s\n", figure_text(s->arena, f));
	}
}

static void
blank_line(struct buf *out)
{
	if (out->n > 0)
		buf_putc(out, '\n');
}

void
sheet_text(const struct sheet *s, struct buf *out)
{
	write_scalars(s, out);
	for (size_t i = 0; i < s->n; i++) {
		const struct figure *f = &s->figures[i];

		if (f->kind != LIST || f->list->n == 0)
			continue;
		if (!holds_lists(f->list->rows[0])) {
			blank_line(out);
			buf_printf(out, "%s\n", title(s->arena, f->key));
			write_table(f->list, out);
			continue;
		}
		for (size_t k = 0; k < f->list->n; k++) {
			blank_line(out);
			sheet_text(f->list->rows[k], out);
		}
	}
}
