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

enum { SECTION_MAX = 13 };

/* As the sections of attune(1), each list ended by NULL. */
static const struct section {
	const char *title;
	const struct command *commands[SECTION_MAX + 1];
} sections[] = {
	{ "Questionnaires", { &form_check_command, &form_compare_command, &form_codebook_command,
	    &form_preview_command, &form_publish_command } },
	{ "Alliances and people", { &alliance_add_command, &alliance_set_command, &person_import_command } },
	{ "Waves", { &wave_create_command, &wave_welcome_command, &wave_nominate_command,
	    &wave_approve_command, &wave_raters_command, &wave_open_command, &wave_links_command,
	    &wave_again_command, &wave_withdraw_command, &wave_remind_command, &wave_status_command,
	    &wave_close_command, &wave_share_command } },
	{ "Results", { &report_command, &benchmark_command, &norm_export_command, &norm_import_command, &analyse_command,
		&stats_command } },
	{ "Running it", { &serve_command, &migrate_command, &work_command, &config_command,
	    &version_command } },
};

enum { N_SECTIONS = sizeof(sections) / sizeof(*sections) };

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

/* Only stats has parts. */
static const struct command *
part_of(const struct command *command, size_t i)
{
	return command == &stats_command ? stats_command_part(i) : NULL;
}

/* The command, or the part of it that was named. */
static const struct command *
match(const struct command *command, int argc, char **argv, int *words_r)
{
	*words_r = words_matched(command->name, argc, argv);
	if (*words_r == 0)
		return NULL;
	for (size_t i = 0; part_of(command, i) != NULL; i++) {
		int words = words_matched(part_of(command, i)->name, argc, argv);

		if (words > 0) {
			*words_r = words;
			return part_of(command, i);
		}
	}
	return command;
}

static const struct command *
find(int argc, char **argv, int *words_r)
{
	for (size_t i = 0; i < N_SECTIONS; i++)
		for (size_t k = 0; sections[i].commands[k] != NULL; k++) {
			const struct command *command = match(sections[i].commands[k], argc, argv, words_r);

			if (command != NULL)
				return command;
		}
	return NULL;
}

static void
print_line(const struct command *command)
{
	printf("  %-19s %s\n", command->name, command->summary);
}

static void
print_commands(void)
{
	puts("usage: attune [-c CONFIG] COMMAND ...");
	for (size_t i = 0; i < N_SECTIONS; i++) {
		printf("\n%s\n", sections[i].title);
		for (const struct command *const *command = sections[i].commands; *command != NULL; command++)
			print_line(*command);
	}
	puts("\n`attune COMMAND --help` shows the arguments of a command; attune(1) explains them.");
}

static void
print_command(const struct command *command)
{
	printf("usage: attune %s%s%s\n\n%s.\n", command->name, *command->usage == '\0' ? "" : " ",
	    command->usage, command->summary);
	for (size_t i = 0; part_of(command, i) != NULL; i++) {
		if (i == 0)
			puts("");
		print_line(part_of(command, i));
	}
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
	if (c->failure == E_USAGE)
		fprintf(stderr, "%s\n", c->failure_text);
	else if (c->failure != E_NONE)
		fprintf(stderr, "attune: %s\n", c->failure_text);
	return failure_exit_code(c->failure);
}

static bool
asks_for_help(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (str_eq(argv[i], "--help"))
			return true;
	return false;
}

static int
run(struct ctx *c, const char *conf_path, const struct command *command, int argc, char **argv)
{
	struct conf conf;

	if (asks_for_help(argc, argv)) {
		print_command(command);
		return EX_OK;
	}
	argv[0] = arena_printf(c->arena, "attune %s", command->name);
	optind = 0;
	if (load_conf(c, conf_path, &conf) && command->run(c, &conf, argc, argv) && fflush(stdout) != 0)
		fail(c, E_SYSTEM, "The output could not be written.");
	return ended(c);
}

static int
no_command(char **argv)
{
	fprintf(stderr, "attune: there is no command `%s%s%s`; `attune help` lists them.\n", argv[0],
	    argv[1] == NULL ? "" : " ", argv[1] == NULL ? "" : argv[1]);
	return EX_USAGE;
}

/* About everything, or about the command named. */
static int
help(int argc, char **argv)
{
	int words;
	const struct command *command = find(argc, argv, &words);

	if (argc > 0 && command == NULL)
		return no_command(argv);
	if (command == NULL)
		print_commands();
	else
		print_command(command);
	return EX_OK;
}

static int
obey(struct ctx *c, const char *conf_path, int argc, char **argv)
{
	int words;
	const struct command *command = find(argc, argv, &words);

	if (command != NULL)
		return run(c, conf_path, command, argc - words + 1, argv + words - 1);
	if (argc == 0 || str_eq(argv[0], "help") || str_eq(argv[0], "--help"))
		return help(argc - 1, argv + 1);
	return no_command(argv);
}

int
main(int argc, char **argv)
{
	struct ctx c = { .arena = arena_new() };
	const char *conf_path = getenv("ATTUNE_CONFIG");
	int status;

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
	status = obey(&c, conf_path, argc, argv);
	arena_free(c.arena);
	return status;
}
