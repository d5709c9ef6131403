/* main.c - the command `attune`: finds the subcommand, runs it, tells how it ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/token.h"
#include "cli/cli.h"

static const struct command *const lists[] = {
	analyse_commands,
	config_commands,
	form_commands,
	form_preview_commands,
	report_commands,
	serve_commands,
	migrate_commands,
	publish_commands,
	alliance_commands,
	wave_commands,
	link_commands,
	work_commands,
};

enum { N_LISTS = sizeof(lists) / sizeof(*lists) };

/* How many words of argv the name takes; 0 when it is another command. */
static int
words_matched(const char *name, int argc, char **argv)
{
	const char *second = strchr(name, ' ');
	size_t first = second == NULL ? strlen(name) : (size_t)(second - name);

	if (argc < 1 || strncmp(argv[0], name, first) != 0 || argv[0][first] != '\0')
		return 0;
	if (second == NULL)
		return 1;
	return argc >= 2 && str_eq(argv[1], second + 1) ? 2 : 0;
}

static const struct command *
find(int argc, char **argv, int *words_r)
{
	for (size_t i = 0; i < N_LISTS; i++)
		for (const struct command *command = lists[i]; command->name != NULL; command++) {
			*words_r = words_matched(command->name, argc, argv);
			if (*words_r > 0)
				return command;
		}
	return NULL;
}

static void
print_help(FILE *out)
{
	fputs("usage: attune [-c CONFIG] COMMAND ...\n\n", out);
	for (size_t i = 0; i < N_LISTS; i++)
		for (const struct command *command = lists[i]; command->name != NULL; command++)
			fprintf(out, "  %-16s %s\n", command->name, command->summary);
	fputs("\n`attune COMMAND --help` shows the arguments of a command; attune(1) explains them.\n", out);
}

static bool
load_conf(struct ctx *c, const char *path, struct conf *conf_r)
{
	struct msgs *m = msgs_new(c->arena, path);

	conf_load(c->arena, path, m, conf_r);
	return cli_messages(c, m);
}

static int
ended(const struct ctx *c)
{
	if (c->failure_text != NULL)
		fprintf(stderr, "attune: %s\n", c->failure_text);
	return failure_exit_code(c->failure);
}

static int
run(struct ctx *c, const char *conf_path, const struct command *command, int argc, char **argv)
{
	struct conf conf;

	if (argc > 1 && str_eq(argv[1], "--help")) {
		printf("usage: attune %s %s\n\n%s.\n", command->name, command->usage, command->summary);
		return EX_OK;
	}
	optind = 0;
	if (load_conf(c, conf_path, &conf) && command->run(c, &conf, argc, argv) && fflush(stdout) != 0)
		fail(c, E_SYSTEM, "The output could not be written.");
	return ended(c);
}

static int
no_command(int argc, char **argv)
{
	if (argc == 0 || str_eq(argv[0], "help") || str_eq(argv[0], "--help")) {
		print_help(stdout);
		return EX_OK;
	}
	fprintf(stderr, "attune: there is no command `%s`; `attune help` lists them.\n", argv[0]);
	return EX_USAGE;
}

int
main(int argc, char **argv)
{
	struct ctx c = { .arena = arena_new() };
	const char *conf_path = getenv("ATTUNE_CONFIG");
	const struct command *command;
	int words, status;

	log_init("attune");
	lang_init();
	token_init();
	argc--;
	argv++;
	if (argc >= 2 && str_eq(argv[0], "-c")) {
		conf_path = argv[1];
		argc -= 2;
		argv += 2;
	}
	command = find(argc, argv, &words);
	if (command == NULL)
		status = no_command(argc, argv);
	else
		status = run(&c, conf_path, command, argc - words + 1, argv + words - 1);
	arena_free(c.arena);
	return status;
}
