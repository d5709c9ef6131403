/* reply.c - what goes back: a status, a few headers, one body */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/reply.h"

#include <string.h>

#include "base/buf.h"
#include "base/check.h"

/* So many bytes they usually are at most. */
enum { MOST_HEADERS = 1024 };

void
reply_see_other(struct reply *r, const char *path)
{
	r->status = 303;
	r->location = path;
}

static void
header(struct buf *out, const char *name, const char *value)
{
	if (value == NULL)
		return;
	CHECK(strpbrk(value, "\r\n") == NULL);
	buf_puts(out, name);
	buf_puts(out, ": ");
	buf_puts(out, value);
	buf_puts(out, "\r\n");
}

void
reply_emit(const struct reply *r, bool head, struct buf *out)
{
	buf_room(out, MOST_HEADERS + r->body->n);
	buf_printf(out, "Status: %d\r\n", r->status);
	header(out, "Content-Type", "text/html; charset=utf-8");
	header(out, "Location", r->location);
	header(out, "Set-Cookie", r->cookie);
	if (r->retry_after > 0)
		buf_printf(out, "Retry-After: %d\r\n", r->retry_after);
	header(out, "Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; "
		"form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
	header(out, "Referrer-Policy", "no-referrer");
	header(out, "Cache-Control", "no-store");
	header(out, "X-Content-Type-Options", "nosniff");
	header(out, "Cross-Origin-Opener-Policy", "same-origin");
	header(out, "Cross-Origin-Resource-Policy", "same-origin");
	buf_puts(out, "\r\n");
	if (!head)
		buf_add(out, r->body->bytes, r->body->n);
}
