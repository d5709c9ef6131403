/* log.c - one logfmt line per event on standard error */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/log.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utc.h"

static const char *program = "attune";

void
log_init(const char *name)
{
	program = name;
}

static bool
is_plain(const char *s)
{
	return *s != '\0' && strpbrk(s, " \"=\\\t\r\n") == NULL;
}

static void
value(struct buf *line, const char *s)
{
	if (is_plain(s)) {
		buf_puts(line, s);
		return;
	}
	buf_putc(line, '"');
	for (; *s != '\0'; s++)
		if (*s == '\n' || *s == '\r') {
			buf_putc(line, ' ');
		} else {
			if (*s == '"' || *s == '\\')
				buf_putc(line, '\\');
			buf_putc(line, *s);
		}
	buf_putc(line, '"');
}

/* One write per line, so that lines of several processes do not mix. */
void
log_line(const char *level, const char *const *words, size_t n)
{
	struct arena *a = arena_new();
	struct buf *line = buf_new(a);
	ssize_t written;

	buf_printf(line, "time=%s level=%s program=%s event=%s", utc_iso(a, utc_now()), level, program,
		words[0]);
	for (size_t i = 1; i + 1 < n; i += 2) {
		if (words[i + 1] == NULL)
			continue;
		buf_putc(line, ' ');
		buf_puts(line, words[i]);
		buf_putc(line, '=');
		value(line, words[i + 1]);
	}
	buf_putc(line, '\n');
	written = write(STDERR_FILENO, line->bytes, line->n);
	(void)written;
	arena_free(a);
}
