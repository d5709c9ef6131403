/* cli.h - what a subcommand of `attune` is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>

struct conf;
struct ctx;

/* `usage` and `summary` are its help. */
struct command {
	const char *name;	/* one or two words: "config", "wave open" */
	const char *usage;	/* arguments as in a synopsis: "FILE [-o FILE]" */
	const char *summary;	/* one line, no full stop */
	/* argv[0] is "attune NAME", so getopt_long names the command. False after fail(), or cli_usage().
	 * Results go to standard output, messages about the user's input to standard error. */
	bool (*run)(struct ctx *, const struct conf *, int argc, char **argv);
};

/* In the order of attune(1), which is that of the table in main.c. */
extern const struct command form_check_command, form_compare_command, form_codebook_command,
    form_preview_command, form_publish_command;
extern const struct command alliance_add_command, alliance_set_command, person_import_command;
extern const struct command wave_create_command, wave_welcome_command, wave_open_command,
    wave_links_command, wave_again_command, wave_withdraw_command, wave_remind_command,
    wave_status_command, wave_close_command, wave_nominate_command, wave_approve_command, wave_raters_command,
    wave_share_command;
extern const struct command benchmark_command, norm_export_command, norm_import_command;
extern const struct command report_command, analyse_command, stats_command;
extern const struct command serve_command, migrate_command, work_command, config_command,
    version_command;

/* The parts of stats, commands of two words, "stats alpha": the i-th, NULL beyond the last. */
const struct command *stats_command_part(size_t i);

/* "usage: attune NAME USAGE" as failure E_USAGE; returns false. */
bool cli_usage(struct ctx *, const struct command *);
/* For a command without options: argv[optind] is the first of least to most arguments. False after
 * cli_usage(). */
bool cli_arguments(struct ctx *, const struct command *, int argc, char **argv, int least, int most);
/* The value of --k: E_INVALID unless it is a whole number from K_LEAST to K_MOST. */
bool cli_k(struct ctx *, const char *text, int *k_r);
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
/* The value of --lang: NULL becomes the first language of the form; E_INVALID when the form does not speak
 * it. */
bool cli_lang(struct ctx *, const struct form *, const char **lang);

#endif
