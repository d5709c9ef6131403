/* cli.c - what subcommands share: usage, messages, files */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/form.h"

enum { MAX_INPUT = 64 * 1024 * 1024 };

bool
cli_usage(struct ctx *c, const struct command *command)
{
	return fail(c, E_USAGE, "usage: attune %s%s%s", command->name, *command->usage == '\0' ? "" : " ",
	    command->usage);
}

bool
cli_arguments(struct ctx *c, const struct command *command, int argc, char **argv, int least, int most)
{
	static const struct option none[] = { { NULL, 0, NULL, 0 } };

	if (getopt_long(argc, argv, "", none, NULL) == -1 && argc - optind >= least && argc - optind <= most)
		return true;
	return cli_usage(c, command);
}

bool
cli_k(struct ctx *c, const char *text, int *k_r)
{
	int64_t k;

	if (!str_to_int(text, K_LEAST, K_MOST, &k))
		return fail(c, E_INVALID, "%s: k is a whole number from %d to %d", text, K_LEAST, K_MOST);
	*k_r = (int)k;
	return true;
}

bool
cli_lang(struct ctx *c, const struct form *form, const char **lang)
{
	const char *known = *lang == NULL ? form->langs[0] : form_lang(form, *lang);

	if (known == NULL)
		return fail(c, E_INVALID, "The form has no language %s.", *lang);
	*lang = known;
	return true;
}

bool
cli_messages(struct ctx *c, const struct msgs *m)
{
	struct buf *out = buf_new(c->arena);

	msgs_print(m, out);
	fputs(out->bytes, stderr);
	if (m->n_errors == 0)
		return true;
	return fail(c, E_INVALID, m->n_errors == 1 ? "%zu problem to mend." : "%zu problems to mend.",
	    m->n_errors);
}

bool
cli_write(struct ctx *c, const char *path, const struct buf *out)
{
	if (path == NULL || str_eq(path, "-"))
		return fwrite(out->bytes, 1, out->n, stdout) == out->n ||
		    fail(c, E_SYSTEM, "The output could not be written.");
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
