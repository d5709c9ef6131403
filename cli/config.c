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

	if (!cli_arguments(c, &config_command, argc, argv, 0, 0))
		return false;
	conf_print(conf, out);
	return cli_write(c, NULL, out);
}

static bool
print_version(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	(void)conf;
	if (!cli_arguments(c, &version_command, argc, argv, 0, 0))
		return false;
	puts(PACKAGE_STRING);
	return true;
}

const struct command config_command = {
	"config",
	"",
	"Print the settings in force",
	print_config,
};

const struct command version_command = {
	"version",
	"",
	"Print the version",
	print_version,
};
