/* alliance.c - attune alliance add, attune person import */
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
run_alliance_add(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct alliance a;

	if (!cli_arguments(c, &alliance_add_command, argc, argv, 4, argc))
		return false;
	argv += optind;
	argc -= optind;
	c->db = db_new(c->arena, conf->database, "attune_admin");
	if (!alliance_add(c, argv[0], argv[1], (const char *const *)argv + 2, (size_t)argc - 2, &a))
		return false;
	for (size_t i = 0; i < a.n_parties; i++)
		printf("party %s: %s\n", a.parties[i].id, a.parties[i].organisation);
	return true;
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
	"KEY NAME ORGANISATION ORGANISATION ...",
	"Add an alliance; its organisations become party a, b, ...",
	run_alliance_add,
};

const struct command person_import_command = {
	"person import",
	"FILE.csv",
	"Add or update people: alliance, party, name, email, language, function, level",
	run_person_import,
};
