/* cli.h - what a subcommand of `attune` is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>

struct conf;
struct ctx;

/* The comment above a command's function is for programmers; `usage` and `summary` are its help. */
struct command {
	const char *name;	/* one or two words: "config", "wave open" */
	const char *usage;	/* arguments as in a synopsis: "FILE [-o FILE]" */
	const char *summary;	/* one line, no full stop */
	/* argv[0] is the command's last word, so getopt_long works. False after fail(), or cli_usage(). Results go to standard output,
	 * messages about the user's input to standard error. */
	bool (*run)(struct ctx *, const struct conf *, int argc, char **argv);
};

/* Each file of cli/ exports one list, ended by a NULL name, and is named in the table of main.c. */
extern const struct command alliance_commands[];
extern const struct command analyse_commands[];
extern const struct command config_commands[];
extern const struct command form_commands[];
extern const struct command form_preview_commands[];
extern const struct command link_commands[];
extern const struct command migrate_commands[];
extern const struct command publish_commands[];
extern const struct command report_commands[];
extern const struct command serve_commands[];
extern const struct command wave_commands[];
extern const struct command work_commands[];

/* "usage: attune NAME USAGE" as failure E_INVALID; returns false. */
bool cli_usage(struct ctx *, const struct command *);
/* Print messages on standard error; false (with E_INVALID) when there is an error among them. */
struct msgs;
bool cli_messages(struct ctx *, const struct msgs *);
/* Write to the file, or to standard output when path is NULL or "-". */
struct buf;
bool cli_write(struct ctx *, const char *path, const struct buf *);
/* A whole file given on the command line; "-" is standard input. Up to 64 MiB. */
char *cli_read(struct ctx *, const char *path, unsigned long *n_r);
/* A questionnaire from a file; its problems are printed, and NULL when it cannot be used. */
struct form;
const struct form *cli_form(struct ctx *, const char *path);

#endif
