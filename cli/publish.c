/* publish.c - attune form publish */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "base/conf.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/token.h"
#include "cli/cli.h"
#include "engine/fieldwork/published.h"
#include "forms/form.h"
#include "forms/load.h"
#include "sql/db.h"

static bool
publish(struct ctx *c, const char *path)
{
	struct msgs *m = msgs_new(c->arena, path);
	const struct form *f;
	unsigned long n;
	const char *xml = cli_read(c, path, &n);
	bool done;

	if (xml == NULL)
		return false;
	done = published_add(c, xml, n, m, &f);
	cli_messages(c, m);
	if (done)
		printf("%s@%d %s\n", f->id, f->version,
		    token_hex(c->arena, f->fingerprint, sizeof(f->fingerprint)));
	return done;
}

static bool
run_publish(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	if (!cli_arguments(c, &form_publish_command, argc, argv, 1, argc))
		return false;
	forms_init();
	c->db = db_new(c->arena, conf->database, "attune_admin");
	for (int i = optind; i < argc; i++)
		if (!publish(c, argv[i]))
			return false;
	return true;
}

const struct command form_publish_command = {
	"form publish",
	"FILE.xml ...",
	"Freeze form versions, so that waves can use them",
	run_publish,
};
