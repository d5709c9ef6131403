/* alliance.c - attune alliance add, attune alliance set, attune person import */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/alliance.h"

#include <getopt.h>
#include <stdio.h>

#include "base/conf.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "cli/cli.h"
#include "engine/fieldwork/person.h"
#include "sql/db.h"

static bool
read_kind(struct ctx *c, const struct command *command, int argc, char **argv, struct alliance_kind *kind)
{
	static const struct option options[] = {
		{ "type", required_argument, NULL, 't' }, { "stage", required_argument, NULL, 's' }, { NULL, 0, NULL, 0 },
	};
	int option;

	*kind = (struct alliance_kind){ NULL, NULL };
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
		switch (option) {
		case 't': kind->type = optarg; break;
		case 's': kind->stage = optarg; break;
		default: return cli_usage(c, command);
		}
	return true;
}

static bool
run_alliance_add(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct alliance_kind kind;
	struct alliance a;

	if (!read_kind(c, &alliance_add_command, argc, argv, &kind))
		return false;
	argv += optind;
	argc -= optind;
	if (argc < 4)
		return cli_usage(c, &alliance_add_command);
	c->db = db_new(c->arena, conf->database, "attune_admin");
	if (!alliance_add(c, argv[0], argv[1], &kind, (const char *const *)argv + 2, (size_t)argc - 2, &a))
		return false;
	for (size_t i = 0; i < a.n_parties; i++)
		printf("party %s: %s\n", a.parties[i].id, a.parties[i].organisation);
	return true;
}

static bool
run_alliance_set(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct alliance_kind kind;

	if (!read_kind(c, &alliance_set_command, argc, argv, &kind))
		return false;
	if (argc - optind != 1 || (kind.type == NULL && kind.stage == NULL))
		return cli_usage(c, &alliance_set_command);
	c->db = db_new(c->arena, conf->database, "attune_admin");
	return alliance_set(c, argv[optind], &kind);
}

static bool
run_person_import(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	unsigned long n;
	size_t people;
	struct msgs *m;
	const char *path, *csv;
	bool done;

	if (!cli_arguments(c, &person_import_command, argc, argv, 1, 1))
		return false;
	path = argv[optind];
	csv = cli_read(c, path, &n);
	if (csv == NULL)
		return false;
	c->db = db_new(c->arena, conf->database, "attune_admin");
	m = msgs_new(c->arena, path);
	done = person_import(c, csv, n, m, &people);
	cli_messages(c, m);
	if (done)
		printf("People imported: %zu.\n", people);
	return done;
}

const struct command alliance_add_command = {
	"alliance add",
	"KEY NAME ORGANISATION ORGANISATION ... [--type TYPE] [--stage STAGE]",
	"Add an alliance; its organisations become party a, b, ...",
	run_alliance_add,
};

const struct command alliance_set_command = {
	"alliance set",
	"KEY [--type TYPE] [--stage STAGE]",
	"Say what kind of alliance it is, and where in its life",
	run_alliance_set,
};

const struct command person_import_command = {
	"person import",
	"FILE.csv",
	"Add or update people: alliance, party, name, email, language, function, level",
	run_person_import,
};
