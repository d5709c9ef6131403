/* buf.h - a string of bytes that grows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>
#include <string.h>

struct arena;

/* bytes[0 .. n) are the content; bytes[n] is always NUL. Lives as long as its arena. */
struct buf {
	char *bytes;
	size_t n, room;
	struct arena *arena;
};

struct buf *buf_new(struct arena *);
void buf_printf(struct buf *, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_clear(struct buf *);

/* For the functions below, which write a page in thousands of small pieces: room for more bytes and a NUL. */
void buf_grow(struct buf *, size_t more);

/* Where n more bytes may be written, to be told to buf_end. */
static inline char *
buf_room(struct buf *b, size_t n)
{
	if (b->room - b->n <= n)
		buf_grow(b, n);
	return b->bytes + b->n;
}

/* The content now ends here. */
static inline void
buf_end(struct buf *b, char *end)
{
	*end = '\0';
	b->n = (size_t)(end - b->bytes);
}

static inline void
buf_add(struct buf *b, const void *bytes, size_t n)
{
	char *end = buf_room(b, n);

	if (n > 0)
		memcpy(end, bytes, n);
	buf_end(b, end + n);
}

static inline void
buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

static inline void
buf_putc(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

#endif
