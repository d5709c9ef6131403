/* benchmark.c - attune benchmark, attune norm export, attune norm import */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/utc.h"
#include "cli/cli.h"
#include "engine/fieldwork/alliance.h"
#include "engine/fieldwork/portfolio.h"
#include "forms/load.h"
#include "reports/report.h"
#include "sql/db.h"

struct order {
	struct benchmark_choice choice;
	const char *norm, *lang, *output;
	bool all;			/* no condition: the stored one will do */
};

static const struct option options[] = {
	{ "type", required_argument, NULL, 't' }, { "stage", required_argument, NULL, 's' },
	{ "since", required_argument, NULL, 'd' }, { "form", required_argument, NULL, 'f' },
	{ "for", required_argument, NULL, 'a' }, { "norm", required_argument, NULL, 'n' },
	{ "lang", required_argument, NULL, 'l' }, { NULL, 0, NULL, 0 },
};

static bool
read_option(struct ctx *c, int option, struct order *o)
{
	o->all = o->all && (option == 'n' || option == 'l' || option == 'o');
	switch (option) {
	case 't': o->choice.type = optarg; break;
	case 's': o->choice.stage = optarg; break;
	case 'f': o->choice.form_id = optarg; break;
	case 'a': o->choice.own = optarg; break;
	case 'n': o->norm = optarg; break;
	case 'l': o->lang = optarg; break;
	case 'o': o->output = optarg; break;
	case 'd':
		return utc_parse_date(optarg, &o->choice.since) || fail(c, E_INVALID, "%s: a date is YYYY-MM-DD", optarg);
	default:
		return false;
	}
	return true;
}

static bool
read_order(struct ctx *c, const struct command *command, int argc, char **argv, struct order *o)
{
	struct alliance_kind kind;
	int option;

	*o = (struct order){ .all = true };
	while ((option = getopt_long(argc, argv, "o:", options, NULL)) != -1)
		if (!read_option(c, option, o))
			return c->failure != E_NONE ? false : cli_usage(c, command);
	if (o->output == NULL)
		return cli_usage(c, command);
	kind = (struct alliance_kind){ o->choice.type, o->choice.stage };
	return alliance_kind_check(c, &kind);
}

static void
open_database(struct ctx *c, const struct conf *conf, const char *role)
{
	forms_init();
	c->db = db_new(c->arena, conf->database, role);
}

/* The stored one when it is about everything, or nothing is stored yet. */
static bool
load(struct ctx *c, const struct order *o, struct benchmark **benchmark_r)
{
	*benchmark_r = NULL;
	if (o->all && !portfolio_stored(c, benchmark_r))
		return false;
	if (*benchmark_r == NULL && !portfolio_benchmark(c, &o->choice, benchmark_r))
		return false;
	return (*benchmark_r)->refused == BENCHMARK_GOOD
	    || fail(c, E_CONFLICT, "there is no benchmark: %s", benchmark_refusal_reason((*benchmark_r)->refused));
}

static bool
compare(struct ctx *c, const char *name, struct benchmark *b)
{
	struct norm norm;

	if (name == NULL)
		return true;
	return portfolio_find_norm(c, name, &norm) && (norm_apply(&norm, b) > 0
	    || fail(c, E_CONFLICT, "norm group %s has no dimension of the same items as form %s", name, b->form->id));
}

static bool
run_benchmark(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct order o;
	struct benchmark *b;

	if (!read_order(c, &benchmark_command, argc, argv, &o))
		return false;
	if (optind != argc)
		return cli_usage(c, &benchmark_command);
	open_database(c, conf, "attune_work");
	return load(c, &o, &b) && compare(c, o.norm, b) && cli_lang(c, b->form, &o.lang)
	    && report_benchmark_write(c, b, o.lang, o.output);
}

static bool
run_norm_export(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct order o;
	struct benchmark *b;
	struct norm norm;
	struct buf *out = buf_new(c->arena);

	if (!read_order(c, &norm_export_command, argc, argv, &o))
		return false;
	if (argc - optind != 1 || o.choice.own != NULL || o.norm != NULL || o.lang != NULL)
		return cli_usage(c, &norm_export_command);
	if (!norm_name_is_valid(argv[optind]))
		return fail(c, E_INVALID, "%s: a norm group's name has lower-case letters, digits, - and _, at most %d",
			argv[optind], NORM_NAME_MAX);
	open_database(c, conf, "attune_work");
	if (!load(c, &o, &b))
		return false;
	norm = norm_of(c->arena, b, argv[optind]);
	if (norm.n_rows == 0)
		return fail(c, E_CONFLICT, "there is no norm group: it needs six alliances or more on a dimension, and without any "
			"one of them none with more than half of the people");
	norm_write(&norm, out);
	return cli_write(c, o.output, out);
}

static bool
run_norm_import(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct msgs *m;
	struct norm norm;
	unsigned long n;
	const char *text;

	if (!cli_arguments(c, &norm_import_command, argc, argv, 1, 1) || (text = cli_read(c, argv[optind], &n)) == NULL)
		return false;
	m = msgs_new(c->arena, argv[optind]);
	if (!norm_read(c->arena, text, n, m, &norm))
		return cli_messages(c, m);
	open_database(c, conf, "attune_admin");
	if (!portfolio_keep_norm(c, &norm))
		return false;
	printf("Norm group %s: %zu dimensions.\n", norm.name, norm.n_rows);
	return true;
}

const struct command benchmark_command = {
	"benchmark",
	"[--type TYPE] [--stage STAGE] [--since DATE] [--form ID] [--for ALLIANCE] [--norm NAME] [--lang LANG] "
	    "-o FILE.html|.pdf|.json|.csv",
	"Compare the alliances of the portfolio",
	run_benchmark,
};

const struct command norm_export_command = {
	"norm export",
	"NAME [--type TYPE] [--stage STAGE] [--since DATE] [--form ID] -o FILE.csv",
	"Write what many alliances say together, for others to compare with",
	run_norm_export,
};

const struct command norm_import_command = {
	"norm import",
	"FILE.csv",
	"Take in a norm group that was made elsewhere",
	run_norm_import,
};
