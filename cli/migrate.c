/* migrate.c - attune migrate: bring the database to the shape this program needs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sql/migrate.h"

#include <stdio.h>

#include "base/conf.h"
#include "base/ctx.h"
#include "cli/cli.h"
#include "sql/db.h"

static bool
run_migrate(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	int applied;

	if (!cli_arguments(c, &migrate_command, argc, argv, 0, 0))
		return false;
	c->db = db_new(c->arena, conf->database, "postgres");
	if (!migrate(c, &applied))
		return false;
	if (!migrate_check_statements(c))
		return fail(c, E_DATABASE, "the database lacks something this program needs");
	printf(applied == 0 ? "The database is up to date.\n" : "Migrations applied: %d.\n", applied);
	return true;
}

const struct command migrate_command = {
	"migrate",
	"",
	"Create the roles and bring the database up to date",
	run_migrate,
};
