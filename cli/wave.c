/* wave.c - attune wave create, open, status, close */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/wave.h"

#include <getopt.h>
#include <math.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "base/str.h"
#include "base/token.h"
#include "base/utc.h"
#include "cli/cli.h"
#include "engine/fieldwork/release.h"
#include "forms/load.h"
#include "sql/db.h"

static const struct option create_options[] = {
	{ "form", required_argument, NULL, 'f' },
	{ "name", required_argument, NULL, 'n' },
	{ "mode", required_argument, NULL, 'm' },
	{ "k", required_argument, NULL, 'k' },
	{ "target", required_argument, NULL, 't' },
	{ "floor", required_argument, NULL, 'l' },
	{ "opens", required_argument, NULL, 'o' },
	{ "closes", required_argument, NULL, 'c' },
	{ "about", required_argument, NULL, 'a' },
	{ "role", required_argument, NULL, 'r' },
	{ "name-counterpart", no_argument, NULL, 'p' },
	{ "reader", required_argument, NULL, 'e' },
	{ NULL, 0, NULL, 0 },
};

static bool
read_date(struct ctx *c, const char *text, int64_t *day_r)
{
	return utc_parse_date(text, day_r) || fail(c, E_INVALID, "%s: a date is written 2026-03-31", text);
}

static bool
read_number(struct ctx *c, const char *text, double *value_r)
{
	return str_to_double(text, value_r) || fail(c, E_INVALID, "%s is not a number", text);
}

static bool
add_reader(struct ctx *c, const char *email, struct wave_settings *s)
{
	const char **more = arena_make_n(c->arena, s->n_readers + 1, const char *);

	for (size_t i = 0; i < s->n_readers; i++)
		more[i] = s->readers[i];
	more[s->n_readers++] = email;
	s->readers = more;
	return true;
}

static bool
read_option(struct ctx *c, int option, const char *text, struct wave_settings *s)
{
	switch (option) {
	case 'f':
		s->form = text;
		return true;
	case 'n':
		s->name = text;
		return true;
	case 'm':
		s->mode = text;
		return true;
	case 'k':
		return cli_k(c, text, &s->k);
	case 't':
		return read_number(c, text, &s->target);
	case 'l':
		return read_number(c, text, &s->floor_);
	case 'o':
		return read_date(c, text, &s->opens);
	case 'c':
		return read_date(c, text, &s->closes);
	case 'a':
		s->about = text;
		return true;
	case 'r':
		s->role = text;
		return true;
	case 'p':
		s->counterpart_named = true;
		return true;
	case 'e':
		return add_reader(c, text, s);
	default:
		return cli_usage(c, &wave_create_command);
	}
}

static bool
run_create(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct wave_settings s = { .mode = "confidential", .target = NAN, .floor_ = NAN };
	struct wave w;
	int option;

	while ((option = getopt_long(argc, argv, "", create_options, NULL)) != -1)
		if (!read_option(c, option, optarg, &s))
			return false;
	if (optind != argc - 1 || s.form == NULL)
		return cli_usage(c, &wave_create_command);
	s.path = argv[optind];
	if (s.name == NULL)
		s.name = s.path;
	if (s.k == 0)
		s.k = s.about == NULL ? conf->k : K_LEAST;
	forms_init();
	c->db = db_new(c->arena, conf->database, "attune_admin");
	return wave_create(c, &s, &w);
}

/* The one argument of a command names a wave. */
static bool
named_wave(struct ctx *c, const struct conf *conf, const struct command *command, int argc, char **argv,
	struct wave *wave_r)
{
	if (!cli_arguments(c, command, argc, argv, 1, 1))
		return false;
	c->db = db_new(c->arena, conf->database, "attune_admin");
	return wave_get(c, argv[optind], wave_r);
}

static bool
run_open(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct wave w;

	return named_wave(c, conf, &wave_open_command, argc, argv, &w) && wave_open(c, &w);
}

static bool
run_close(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct wave w;

	return named_wave(c, conf, &wave_close_command, argc, argv, &w) && wave_close(c, &w);
}

static const char *
day(struct ctx *c, int64_t seconds)
{
	return seconds == 0 ? "not planned" : utc_date(c->arena, seconds);
}

static void
print_settings(struct ctx *c, const struct wave *w)
{
	printf("wave      %s/%s: %s\n", w->alliance_key, w->key, w->name);
	printf("alliance  %s\n", w->alliance);
	if (w->about != 0)
		printf("about     %s%s%s%s\n", w->person, *w->role == '\0' ? "" : ", role ", w->role,
		    w->counterpart_named ? ", the counterpart is named" : "");
	for (size_t i = 0; i < w->n_readers; i++)
		printf("reader    %s\n", w->readers[i]);
	printf("form      %s@%d %s\n", w->form_id, w->form_version,
	    token_hex(c->arena, w->fingerprint, sizeof(w->fingerprint)));
	printf("mode      %s, k = %d\n", w->mode, w->k);
	if (!isnan(w->target))
		printf("target    %g, floor %g\n", w->target, w->floor_);
	printf("opens     %s\n", day(c, w->opens));
	printf("closes    %s\n", day(c, w->closes));
	if (w->closed != 0)
		printf("closed    %s\n", day(c, w->closed));
	printf("state     %s\n", wave_state_name(w->state));
}

static const char *
who(struct ctx *c, const struct wave *w, const char *party, const char *organisation)
{
	return arena_printf(c->arena, w->about == 0 ? "party %s   %s" : "group %s", party, organisation);
}

/* A rater group that counts with another one is not told of, nor how many of one that is left out answered. */
static void
print_party(struct ctx *c, const struct wave *w, const struct release *r, const struct release_party *party)
{
	const struct cell *response = release_cell(r, MEASURE_RESPONSE, "", party->id, NULL);
	const char *name = who(c, w, party->id, party->name);

	if (w->about != 0 && response == NULL)
		return;
	if (w->about != 0 && response->word != NULL)
		printf("%s: left out, fewer than %d handed in\n", name, r->k);
	else
		printf("%s: %d invited, %d handed in\n", name, party->invited, party->answered);
}

static bool
print_released(struct ctx *c, const struct wave *w)
{
	struct release r;

	if (!release_load(c, w, &r))
		return false;
	for (size_t i = 0; i < r.n_parties; i++)
		print_party(c, w, &r, &r.parties[i]);
	printf("released  %zu cells, %zu comments\n", r.n_cells, r.n_comments);
	return true;
}

static void
print_count(struct ctx *c, const struct wave *w, const struct wave_count *count)
{
	printf("%s: %lld invited, ", who(c, w, count->party, count->organisation), (long long)count->invited);
	if (count->told)
		printf("%lld begun, %lld handed in\n", (long long)count->begun, (long long)count->submitted);
	else
		printf("fewer than %d: how many have answered would tell who\n", w->k);
}

static bool
print_counts(struct ctx *c, const struct wave *w)
{
	struct wave_count *counts;
	struct wave_job job;
	size_t n;

	if (!wave_count(c, w, &counts, &n) || !wave_job_status(c, w, &job))
		return false;
	for (size_t i = 0; i < n; i++)
		print_count(c, w, &counts[i]);
	if (job.kind != NULL && job.attempts > 0)
		printf("job       %s: tried %d times, again at %s: %s\n", job.kind, job.attempts,
		    utc_iso(c->arena, job.run_after), job.trouble);
	else if (job.kind != NULL)
		printf("job       %s: waiting\n", job.kind);
	return true;
}

static bool
run_status(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct wave w;

	if (!named_wave(c, conf, &wave_status_command, argc, argv, &w))
		return false;
	print_settings(c, &w);
	return w.state == WAVE_CLOSED ? print_released(c, &w) : print_counts(c, &w);
}

const struct command wave_create_command = {
	"wave create",
	"ALLIANCE/WAVE --form ID[@VERSION] [--name NAME] [--mode confidential|anonymous|identified] [--k N] "
	    "[--target N --floor N] [--opens DATE] [--closes DATE] "
	    "[--about EMAIL [--role WEIGHTS] [--name-counterpart] [--reader EMAIL ...]]",
	"Draft a wave",
	run_create,
};

const struct command wave_open_command = {
	"wave open",
	"ALLIANCE/WAVE",
	"Launch a wave: its settings are frozen from here on",
	run_open,
};

const struct command wave_status_command = {
	"wave status",
	"ALLIANCE/WAVE",
	"Show settings, state and how many have answered",
	run_status,
};

const struct command wave_close_command = {
	"wave close",
	"ALLIANCE/WAVE",
	"End answering; the worker measures, releases and seals",
	run_close,
};
