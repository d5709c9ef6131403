/* cli.c - what subcommands share: usage, messages, files */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/str.h"

enum { MAX_INPUT = 64 * 1024 * 1024 };

bool
cli_usage(struct ctx *c, const struct command *command)
{
	return fail(c, E_INVALID, "usage: attune %s %s", command->name, command->usage);
}

bool
cli_messages(struct ctx *c, const struct msgs *m)
{
	struct buf *out = buf_new(c->arena);

	msgs_print(m, out);
	fputs(out->bytes, stderr);
	if (m->n_errors == 0)
		return true;
	return fail(c, E_INVALID, m->n_errors == 1 ? "%zu problem to mend." : "%zu problems to mend.", m->n_errors);
}

bool
cli_write(struct ctx *c, const char *path, const struct buf *out)
{
	if (path == NULL || str_eq(path, "-"))
		return fwrite(out->bytes, 1, out->n, stdout) == out->n || fail(c, E_SYSTEM, "The output could not be written.");
	return str_write_file(path, out->bytes, out->n) || fail(c, E_SYSTEM, "%s: %s", path, strerror(errno));
}

char *
cli_read(struct ctx *c, const char *path, unsigned long *n_r)
{
	char *bytes = str_read_file(c->arena, str_eq(path, "-") ? "/dev/stdin" : path, MAX_INPUT, n_r);

	if (bytes == NULL)
		fail(c, E_MISSING, "%s: %s", path, strerror(errno));
	return bytes;
}
