/* ctx.c - what every operation carries: its memory, its database connection, and how it failed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/ctx.h"

#include <stdarg.h>
#include <stddef.h>
#include <sysexits.h>

#include "base/arena.h"

static const struct {
	const char *name;
	int http_status, exit_code;
} kinds[] = {
	[E_NONE] = { "none", 200, EX_OK },
	[E_MISSING] = { "missing", 404, EX_NOINPUT },
	[E_DENIED] = { "denied", 403, EX_NOPERM },
	[E_CONFLICT] = { "conflict", 409, EX_DATAERR },
	[E_USAGE] = { "usage", 400, EX_USAGE },
	[E_INVALID] = { "invalid", 422, EX_DATAERR },
	[E_TOO_BIG] = { "too_big", 413, EX_DATAERR },
	[E_BUSY] = { "busy", 503, EX_TEMPFAIL },
	[E_DATABASE] = { "database", 503, EX_UNAVAILABLE },
	[E_SYSTEM] = { "system", 500, EX_OSERR },
};

bool
fail(struct ctx *c, enum failure_kind kind, const char *format, ...)
{
	va_list ap;

	if (c->failure != E_NONE)
		return false;
	c->failure = kind;
	va_start(ap, format);
	c->failure_text = arena_vprintf(c->arena, format, ap);
	va_end(ap);
	return false;
}

void
fail_clear(struct ctx *c)
{
	c->failure = E_NONE;
	c->failure_text = NULL;
}

const char *
failure_name(enum failure_kind kind)
{
	return kinds[kind].name;
}

int
failure_http_status(enum failure_kind kind)
{
	return kinds[kind].http_status;
}

int
failure_exit_code(enum failure_kind kind)
{
	return kinds[kind].exit_code;
}
