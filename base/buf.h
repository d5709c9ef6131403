/* buf.h - a string of bytes that grows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

struct arena;

/* bytes[0 .. n) are the content; bytes[n] is always NUL. Lives as long as its arena. */
struct buf {
	char *bytes;
	size_t n, room;
	struct arena *arena;
};

struct buf *buf_new(struct arena *);
void buf_add(struct buf *, const void *bytes, size_t n);
void buf_puts(struct buf *, const char *);
void buf_putc(struct buf *, char);
void buf_printf(struct buf *, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_clear(struct buf *);

#endif
