/* config.c - attune config, attune version */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "cli/cli.h"

static bool
print_config(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct buf *out = buf_new(c->arena);

	(void)argv;
	if (argc != 1)
		return cli_usage(c, &config_commands[0]);
	conf_print(conf, out);
	return cli_write(c, NULL, out);
}

static bool
print_version(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	(void)conf;
	(void)argv;
	if (argc != 1)
		return cli_usage(c, &config_commands[1]);
	puts(PACKAGE_STRING);
	return true;
}

const struct command config_commands[] = {
	{ "config", "", "Print the settings in force", print_config },
	{ "version", "", "Print the version", print_version },
	{ NULL, NULL, NULL, NULL },
};
