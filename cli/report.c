/* report.c - attune report: what was released of a wave, as a file for people or programs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/report.h"

#include <getopt.h>

#include "base/conf.h"
#include "base/ctx.h"
#include "cli/cli.h"
#include "engine/fieldwork/published.h"
#include "engine/fieldwork/release.h"
#include "engine/fieldwork/wave.h"
#include "forms/form.h"
#include "forms/load.h"
#include "sql/db.h"

struct order {
	const char *wave, *lang, *output;
	const char *reader;		/* of a wave about a person */
};

static bool
read_order(struct ctx *c, int argc, char **argv, struct order *o)
{
	static const struct option options[] = {
		{ "lang", required_argument, NULL, 'l' }, { "for", required_argument, NULL, 'f' }, { NULL, 0, NULL, 0 },
	};
	int option;

	*o = (struct order){ .lang = NULL };
	while ((option = getopt_long(argc, argv, "o:", options, NULL)) != -1)
		switch (option) {
		case 'l': o->lang = optarg; break;
		case 'f': o->reader = optarg; break;
		case 'o': o->output = optarg; break;
		default: return cli_usage(c, &report_command);
		}
	if (argc - optind != 1 || o->output == NULL)
		return cli_usage(c, &report_command);
	o->wave = argv[optind];
	return true;
}

/* A profile belongs to a person, so its reader is named; an alliance's report is for all its parties. */
static bool
load_release(struct ctx *c, const struct wave *w, const char *reader, struct release *release_r)
{
	if (w->about == 0)
		return reader == NULL ? release_load(c, w, release_r)
		    : fail(c, E_INVALID, "%s/%s is about an alliance: leave out --for", w->alliance_key, w->key);
	if (reader == NULL)
		return fail(c, E_DENIED, "%s/%s is about a person: say for whom the profile is, with --for EMAIL",
			w->alliance_key, w->key);
	return release_read(c, w, reader, release_r);
}

static bool
run_report(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct order o;
	struct wave wave;
	struct release release;
	const struct form *form;

	if (!read_order(c, argc, argv, &o))
		return false;
	forms_init();
	c->db = db_new(c->arena, conf->database, "attune_console");
	return wave_get(c, o.wave, &wave) && load_release(c, &wave, o.reader, &release)
	    && published_get(c, wave.fingerprint, &form)
	    && cli_lang(c, form, &o.lang) && report_write(c, &release, form, o.lang, o.output);
}

const struct command report_command = {
	"report",
	"ALLIANCE/WAVE -o FILE.html|.pdf|.json|.csv [--lang LANG] [--for EMAIL]",
	"Write the report of a closed wave",
	run_report,
};
