/* buf.c - a string of bytes that grows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"

enum { FIRST_ROOM = 1024 };

static void
release(void *b)
{
	free(((struct buf *)b)->bytes);
}

/* Outside the arena's blocks, because growing would leave every earlier size behind. */
void
buf_grow(struct buf *b, size_t more)
{
	CHECK(more < SIZE_MAX / 2 - b->n);
	while (b->room - b->n <= more)
		b->room *= 2;
	b->bytes = realloc(b->bytes, b->room);
	CHECK(b->bytes != NULL);
}

struct buf *
buf_new(struct arena *a)
{
	struct buf *b = arena_make(a, struct buf);

	b->arena = a;
	b->room = FIRST_ROOM;
	b->bytes = malloc(b->room);
	CHECK(b->bytes != NULL);
	b->bytes[0] = '\0';
	arena_defer(a, release, b);
	return b;
}

void
buf_printf(struct buf *b, const char *format, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, format);
	va_copy(again, ap);
	n = vsnprintf(b->bytes + b->n, b->room - b->n, format, ap);
	CHECK(n >= 0);
	if (b->room - b->n <= (size_t)n) {
		buf_grow(b, (size_t)n);
		vsnprintf(b->bytes + b->n, (size_t)n + 1, format, again);
	}
	b->n += (size_t)n;
	va_end(again);
	va_end(ap);
}

void
buf_clear(struct buf *b)
{
	b->n = 0;
	b->bytes[0] = '\0';
}
