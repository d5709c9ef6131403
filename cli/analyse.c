/* analyse.c - attune analyse: the measurement and report of a wave, from two files and no database */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <getopt.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/csv.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/token.h"
#include "base/utc.h"
#include "cli/cli.h"
#include "engine/measure/cell.h"
#include "engine/measure/profile/profile.h"
#include "engine/measure/profile/raters.h"
#include "engine/measure/table.h"
#include "forms/form.h"
#include "forms/group.h"
#include "forms/plain.h"
#include "reports/report.h"

struct order {
	const char *form, *answers, *party, *lang, *output, *person, *role;
	int k;			/* 0: not given */
	double target, floor_;
};

static bool
read_percent(const char *text, double *value_r)
{
	return str_to_double(text, value_r) && *value_r >= 0 && *value_r <= 100;
}

/* False when the command line is not one. */
static bool
read_order(struct ctx *c, int argc, char **argv, struct order *o)
{
	static const struct option options[] = {
		{ "party", required_argument, NULL, 'p' }, { "k", required_argument, NULL, 'k' },
		{ "target", required_argument, NULL, 't' }, { "floor", required_argument, NULL, 'f' },
		{ "lang", required_argument, NULL, 'l' }, { "person", required_argument, NULL, 'n' },
		{ "role", required_argument, NULL, 'r' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	*o = (struct order){ .target = NAN, .floor_ = NAN };
	while ((option = getopt_long(argc, argv, "o:", options, NULL)) != -1)
		switch (option) {
		case 'p': o->party = optarg; break;
		case 'l': o->lang = optarg; break;
		case 'n': o->person = optarg; break;
		case 'r': o->role = optarg; break;
		case 'o': o->output = optarg; break;
		case 'k':
			if (!cli_k(c, optarg, &o->k))
				return false;
			break;
		case 't':
		case 'f':
			if (!read_percent(optarg, option == 't' ? &o->target : &o->floor_))
				return fail(c, E_INVALID, "Target and floor are numbers from 0 to 100.");
			break;
		default:
			return cli_usage(c, &analyse_command);
		}
	if (argc - optind != 2)
		return cli_usage(c, &analyse_command);
	if (o->floor_ > o->target)
		return fail(c, E_INVALID, "The floor lies above the target.");
	o->form = argv[optind];
	o->answers = argv[optind + 1];
	return true;
}

static bool
load_answers(struct ctx *c, const struct order *o, const struct form *form, struct wave_answers *wave_r)
{
	struct msgs *m = msgs_new(c->arena, o->answers);
	struct csv csv;
	size_t n;
	char *bytes = cli_read(c, o->answers, &n);

	if (bytes == NULL)
		return false;
	if (csv_read(c->arena, bytes, n, m, &csv))
		table_answers(c->arena, form, &csv, o->party, m, wave_r);
	return cli_messages(c, m);
}

static const char *
file_name(struct ctx *c, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1,
	    *dot = strrchr(name, '.');

	return dot == NULL ? name : arena_strndup(c->arena, name, (size_t)(dot - name));
}

static bool
write_report(struct ctx *c, const struct order *o, const struct form *form, const struct release *release)
{
	struct buf *out = buf_new(c->arena);

	if (o->output != NULL)
		return report_write(c, release, form, o->lang, o->output);
	report_csv(release, out);
	return cli_write(c, NULL, out);
}

/* The parties of the table as rater groups; those who always answer under their name are identified. */
static bool
name_raters(struct ctx *c, struct wave_answers *wave)
{
	struct wave_party *parties = arena_memdup(c->arena, wave->parties,
		wave->n_parties * sizeof(*parties));

	for (size_t i = 0; i < wave->n_parties; i++) {
		int group = group_find(parties[i].id);

		if (group < 0)
			return fail(c, E_INVALID, "%s: This is no rater group. They are: %s.", parties[i].id,
			    groups_list(c->arena, GROUPS_ALL, ", "));
		parties[i].identified = rater_always_identified((enum rater_group)group);
	}
	wave->parties = parties;
	return true;
}

/* NULL with a failure when the form has no such weights. */
static const struct weight_set *
find_role(struct ctx *c, const struct form *form, const char *role)
{
	for (size_t i = 0; i < form->n_weight_sets; i++)
		if (str_eq(form->weight_sets[i].id, role))
			return &form->weight_sets[i];
	fail(c, E_INVALID, "The form has no weights %s.", role);
	return NULL;
}

static const struct release *
measure_person(struct ctx *c, const struct order *o, struct wave_answers *wave)
{
	struct profile_wave profile = { .person = o->person };

	if (o->party == NULL || o->person == NULL) {
		fail(c, E_INVALID,
		    "A form about a manager needs --person, and --party with the rater groups.");
		return NULL;
	}
	if (!name_raters(c, wave) ||
	    (o->role != NULL && (profile.role = find_role(c, wave->form, o->role)) == NULL))
		return NULL;
	wave->alliance = "";
	profile.answers = *wave;
	return measure_profile(c->arena, &profile);
}

/* NULL with a failure when the order does not suit the form. */
static const struct release *
measure(struct ctx *c, const struct order *o, struct wave_answers *wave)
{
	if (wave->form->subject == SUBJECT_MANAGER)
		return measure_person(c, o, wave);
	if (o->person == NULL && o->role == NULL)
		return measure_wave(c->arena, wave);
	fail(c, E_INVALID, "--person and --role are for a form about a manager.");
	return NULL;
}

/* A rater group stands from three people on its own, unless told otherwise. */
static int
smallest_group(const struct order *o, const struct conf *conf, const struct form *form)
{
	if (o->k != 0)
		return o->k;
	return form->subject == SUBJECT_MANAGER ? K_LEAST : conf->k;
}

static bool
analyse(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct wave_answers wave = { .mode = "confidential", .closed = utc_now() / 86400 * 86400 };
	const struct release *release;
	struct order o;

	if (!read_order(c, argc, argv, &o) || (wave.form = cli_form(c, o.form)) == NULL ||
	    !cli_lang(c, wave.form, &o.lang) || !load_answers(c, &o, wave.form, &wave))
		return false;
	wave.wave = file_name(c, o.answers);
	wave.alliance = text_generic(c->arena, wave.form, &wave.form->title, o.lang);
	wave.k = smallest_group(&o, conf, wave.form);
	wave.target = o.target;
	wave.floor_ = o.floor_;
	token_random(wave.shuffle_key, sizeof(wave.shuffle_key));
	return (release = measure(c, &o, &wave)) != NULL && write_report(c, &o, wave.form, release);
}

const struct command analyse_command = {
	"analyse",
	"[--party COLUMN] [--person NAME] [--role WEIGHTS] [--k N] [--target PERCENT] [--floor PERCENT] "
	    "[--lang LANG] [-o FILE.html|.pdf|.json|.csv] FORM.xml ANSWERS.csv",
	"Measure and report answers from a table, without a database",
	analyse,
};
