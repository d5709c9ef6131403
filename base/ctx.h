/* ctx.h - what every operation carries: its memory, its database connection, and how it failed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CTX_H
#define BASE_CTX_H

#include <stdbool.h>

struct arena;
struct db;

enum failure_kind {
	E_NONE,
	E_MISSING,	/* there is no such thing, or the caller may not know that there is */
	E_DENIED,	/* the caller may not do this */
	E_CONFLICT,	/* the thing is not in a state that allows this */
	E_USAGE,	/* a command was not given as it must be */
	E_INVALID,	/* what was given cannot be used; the messages say why */
	E_TOO_BIG,	/* over a limit */
	E_BUSY,		/* try again soon */
	E_DATABASE,	/* the database is away or refused */
	E_SYSTEM	/* a file, a process, the operating system */
};

/* One per request, job or command. An operation returns false after fail(); its caller does in turn. */
struct ctx {
	struct arena *arena;
	struct db *db;			/* NULL where no database is used */
	enum failure_kind failure;
	const char *failure_text;	/* for people; never holds database text, tickets or answers */
};

/* Record the failure and return false, so that `return fail(...)` ends an operation.
 * A second failure on the way out keeps the first one's words. */
bool fail(struct ctx *, enum failure_kind, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Forget a failure that was dealt with. */
void fail_clear(struct ctx *);

/* One word for the log; the HTTP status; the exit code of a command (sysexits where one fits). */
const char *failure_name(enum failure_kind);
int failure_http_status(enum failure_kind);
int failure_exit_code(enum failure_kind);

#endif
