/* link.c - attune wave links, again, withdraw, remind, welcome: what reaches the people of a wave */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <getopt.h>

#include "base/buf.h"
#include "base/conf.h"
#include "base/csv.h"
#include "base/ctx.h"
#include "cli/cli.h"
#include "engine/fieldwork/invitation.h"
#include "engine/fieldwork/published.h"
#include "engine/fieldwork/ticket.h"
#include "engine/fieldwork/wave.h"
#include "forms/load.h"
#include "sql/db.h"

static void
add_cell(struct buf *out, const char *text)
{
	if (out->n > 0 && out->bytes[out->n - 1] != '\n')
		csv_sep(out);
	csv_cell(out, text == NULL ? "" : text);
}

/* The table for a mail merge; its last two columns are for waves about a person. */
static bool
write_links(struct ctx *c, const struct wave *w, const struct link *links, size_t n, const char *path)
{
	static const char *const columns[] = { "alliance", "wave", "party", "organisation", "name", "email",
		"language", "link", "about", "group" };
	size_t n_columns = sizeof(columns) / sizeof(*columns) - (w->about == 0 ? 2 : 0);
	struct buf *out = buf_new(c->arena);

	for (size_t i = 0; i < n_columns; i++)
		add_cell(out, columns[i]);
	csv_end_row(out);
	for (size_t i = 0; i < n; i++) {
		const char *const cells[] = { w->alliance, w->name, links[i].party, links[i].organisation,
			links[i].name, links[i].email, links[i].lang, links[i].url, w->person, links[i].group };

		for (size_t k = 0; k < n_columns; k++)
			add_cell(out, cells[k]);
		csv_end_row(out);
	}
	return cli_write(c, path, out);
}

/* Common to all: the wave, and who else is named. */
struct request {
	struct wave wave;
	const char *email, *path;
};

static bool
read_request(struct ctx *c, const struct conf *conf, const struct command *command, bool with_email,
	const char *role, int argc, char **argv, struct request *r)
{
	static const struct option no_long[] = { { NULL, 0, NULL, 0 } };
	int option;

	while ((option = getopt_long(argc, argv, "o:", no_long, NULL)) != -1) {
		if (option != 'o')
			return cli_usage(c, command);
		r->path = optarg;
	}
	if (argc - optind != (with_email ? 2 : 1))
		return cli_usage(c, command);
	r->email = with_email ? argv[optind + 1] : NULL;
	c->db = db_new(c->arena, conf->database, role);
	return ticket_init(c, conf) && wave_get(c, argv[optind], &r->wave);
}

static bool
run_links(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct request r = { .path = NULL };
	struct link *links;
	size_t n;

	return read_request(c, conf, &wave_links_command, false, "attune_admin", argc, argv, &r)
	    && invitation_issue(c, &r.wave, conf->base_url, &links, &n)
	    && write_links(c, &r.wave, links, n, r.path);
}

static bool
run_again(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct request r = { .path = NULL };
	struct link link;

	return read_request(c, conf, &wave_again_command, true, "attune_admin", argc, argv, &r)
	    && invitation_reissue(c, &r.wave, conf->base_url, r.email, &link)
	    && write_links(c, &r.wave, &link, 1, r.path);
}

static bool
run_withdraw(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct request r = { .path = NULL };

	return read_request(c, conf, &wave_withdraw_command, true, "attune_admin", argc, argv, &r)
	    && invitation_withdraw(c, &r.wave, r.email);
}

static bool
run_remind(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct request r = { .path = NULL };
	struct link *people;
	size_t n;

	return read_request(c, conf, &wave_remind_command, false, "attune_work", argc, argv, &r)
	    && invitation_to_remind(c, &r.wave, &people, &n) && write_links(c, &r.wave, people, n, r.path);
}

static bool
run_welcome(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	static const struct option options[] = {
		{ "party", required_argument, NULL, 'p' }, { "lang", required_argument, NULL, 'l' },
		{ NULL, 0, NULL, 0 },
	};
	const char *party = "", *lang = "";
	const struct form *form;
	struct wave w;
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == '?')
			return cli_usage(c, &wave_welcome_command);
		*(option == 'p' ? &party : &lang) = optarg;
	}
	if (argc - optind != 2)
		return cli_usage(c, &wave_welcome_command);
	forms_init();
	c->db = db_new(c->arena, conf->database, "attune_admin");
	return wave_get(c, argv[optind], &w)
	    && (*lang == '\0' || (published_get(c, w.fingerprint, &form) && cli_lang(c, form, &lang)))
	    && wave_set_welcome(c, &w, party, lang, argv[optind + 1]);
}

const struct command wave_links_command = {
	"wave links",
	"ALLIANCE/WAVE [-o FILE.csv]",
	"Make personal links for whoever has none; they are shown only now",
	run_links,
};

const struct command wave_again_command = {
	"wave again",
	"ALLIANCE/WAVE EMAIL [-o FILE.csv]",
	"Make a new link for one person; the old one ends",
	run_again,
};

const struct command wave_withdraw_command = {
	"wave withdraw",
	"ALLIANCE/WAVE EMAIL",
	"Take one person's link back",
	run_withdraw,
};

const struct command wave_remind_command = {
	"wave remind",
	"ALLIANCE/WAVE [-o FILE.csv]",
	"List whom to remind",
	run_remind,
};

const struct command wave_welcome_command = {
	"wave welcome",
	"ALLIANCE/WAVE WORDS [--party PARTY] [--lang LANG]",
	"Set words of welcome for a wave",
	run_welcome,
};
