/* form.c - attune form check, compare, codebook: questionnaires as files */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/str.h"
#include "cli/cli.h"
#include "forms/codebook.h"
#include "forms/compare.h"
#include "forms/form.h"
#include "forms/load.h"

const struct form *
cli_form(struct ctx *c, const char *path)
{
	struct msgs *m = msgs_new(c->arena, path);
	const struct form *f;
	size_t n;
	char *bytes = cli_read(c, path, &n);

	if (bytes == NULL)
		return NULL;
	f = form_load(c->arena, bytes, n, m);
	return cli_messages(c, m) ? f : NULL;
}

static const char *
counted(struct ctx *c, size_t n, const char *what)
{
	return arena_printf(c->arena, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

static bool
check(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	bool good = true;

	(void)conf;
	if (!cli_arguments(c, &form_check_command, argc, argv, 1, argc))
		return false;
	for (int i = optind; i < argc; i++) {
		const struct form *f = cli_form(c, argv[i]);

		good = f != NULL && good;
		if (f != NULL)
			printf("%s: no problems (%s, %s, %s)\n", argv[i], counted(c, f->n_items, "item"),
			    counted(c, f->n_dimensions, "dimension"), counted(c, f->n_langs, "language"));
	}
	return good;
}

static bool
compare(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct buf *out = buf_new(c->arena);
	const struct comparison *comparison;
	const struct form *old, *new;

	(void)conf;
	if (!cli_arguments(c, &form_compare_command, argc, argv, 2, 2))
		return false;
	old = cli_form(c, argv[optind]);
	new = cli_form(c, argv[optind + 1]);
	if (old == NULL || new == NULL)
		return false;
	comparison = form_compare(c->arena, old, new);
	compare_print(comparison, out);
	if (!cli_write(c, NULL, out))
		return false;
	return comparison->worst < DIFFERENCE_CRITICAL
		|| fail(c, E_CONFLICT, "The new version must not replace the old one: see what is critical.");
}

static bool
write_codebook(struct ctx *c, const char *path, const char *lang, const char *output)
{
	const struct form *f = cli_form(c, path);
	struct buf *out = buf_new(c->arena);

	if (f == NULL || !cli_lang(c, f, &lang))
		return false;
	if (output != NULL && str_ends(output, ".json"))
		codebook_json(codebook_make(c->arena, f, lang), out);
	else
		codebook_csv(codebook_make(c->arena, f, lang), out);
	return cli_write(c, output, out);
}

static bool
codebook(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	static const struct option options[] = {
		{ "lang", required_argument, NULL, 'l' }, { NULL, 0, NULL, 0 },
	};
	const char *lang = NULL, *output = NULL;
	int option;

	(void)conf;
	while ((option = getopt_long(argc, argv, "o:", options, NULL)) != -1)
		if (option == 'l')
			lang = optarg;
		else if (option == 'o')
			output = optarg;
		else
			return cli_usage(c, &form_codebook_command);
	if (optind != argc - 1)
		return cli_usage(c, &form_codebook_command);
	return write_codebook(c, argv[optind], lang, output);
}

const struct command form_check_command = {
	"form check",
	"FILE...",
	"Name every problem of a questionnaire",
	check,
};

const struct command form_compare_command = {
	"form compare",
	"OLD NEW",
	"Say what a new version does to comparisons over time",
	compare,
};

const struct command form_codebook_command = {
	"form codebook",
	"FILE [-o FILE.csv|.json] [--lang LANG]",
	"List the variables of a questionnaire and their codes",
	codebook,
};
