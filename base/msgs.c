/* msgs.c - the first sort of trouble: what a person gave is wrong, here is where and what to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/msgs.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

struct msgs *
msgs_new(struct arena *a, const char *file)
{
	struct msgs *m = arena_make(a, struct msgs);

	m->arena = a;
	m->file = file;
	return m;
}

static struct msg *
next(struct msgs *m)
{
	if (m->n == m->room) {
		size_t room = m->room == 0 ? 16 : m->room * 2;
		struct msg *list = arena_make_n(m->arena, room, struct msg);

		if (m->n > 0)
			memcpy(list, m->list, m->n * sizeof(*list));
		m->list = list;
		m->room = room;
	}
	return &m->list[m->n++];
}

static void
add(struct msgs *m, bool warning, int line, const char *id, const char *text)
{
	if (m->n < MSGS_KEPT)
		*next(m) = (struct msg){ warning, line,
			id == NULL ? NULL : arena_strdup(m->arena, id), text };
	m->n_errors += !warning;
}

void
msgs_error(struct msgs *m, int line, const char *id, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	add(m, false, line, id, arena_vprintf(m->arena, format, ap));
	va_end(ap);
}

void
msgs_warn(struct msgs *m, int line, const char *id, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	add(m, true, line, id, arena_vprintf(m->arena, format, ap));
	va_end(ap);
}

const struct msg *
msgs_find(const struct msgs *m, const char *id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->list[i].id != NULL && strcmp(m->list[i].id, id) == 0)
			return &m->list[i];
	return NULL;
}

void
msgs_sort(struct msgs *m)
{
	for (size_t i = 1; i < m->n; i++) {
		struct msg moving = m->list[i];
		size_t at = i;

		for (; at > 0 && m->list[at - 1].line > moving.line; at--)
			m->list[at] = m->list[at - 1];
		m->list[at] = moving;
	}
}

void
msgs_print(const struct msgs *m, struct buf *out)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct msg *one = &m->list[i];

		if (m->file != NULL)
			buf_printf(out, "%s:", m->file);
		if (one->line > 0)
			buf_printf(out, "%d:", one->line);
		if (m->file != NULL || one->line > 0)
			buf_putc(out, ' ');
		if (one->warning)
			buf_puts(out, "warning: ");
		if (one->id != NULL)
			buf_printf(out, "%s: ", one->id);
		buf_printf(out, "%s\n", one->text);
	}
}
