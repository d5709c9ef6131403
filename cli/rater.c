/* rater.c - attune wave nominate, approve, raters, share: who is asked about a person, and who reads it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "base/conf.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/str.h"
#include "cli/cli.h"
#include "engine/fieldwork/nomination.h"
#include "engine/fieldwork/release.h"
#include "engine/fieldwork/wave.h"
#include "engine/measure/profile/raters.h"
#include "sql/db.h"

static bool
named_wave(struct ctx *c, const struct conf *conf, const struct command *command, int argc, char **argv,
	int least, int most, struct wave *wave_r)
{
	if (!cli_arguments(c, command, argc, argv, least, most))
		return false;
	c->db = db_new(c->arena, conf->database, "attune_admin");
	return wave_get(c, argv[optind], wave_r);
}

static bool
run_nominate(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct msgs *m;
	const char *csv;
	unsigned long size;
	struct wave w;
	size_t n;
	bool done;

	if (!named_wave(c, conf, &wave_nominate_command, argc, argv, 2, 2, &w))
		return false;
	csv = cli_read(c, argv[optind + 1], &size);
	if (csv == NULL)
		return false;
	m = msgs_new(c->arena, argv[optind + 1]);
	done = nomination_import(c, &w, csv, size, m, &n);
	cli_messages(c, m);
	if (done)
		printf("%zu raters proposed\n", n);
	return done;
}

static bool
run_approve(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct wave w;
	size_t n, total = 0;

	if (!named_wave(c, conf, &wave_approve_command, argc, argv, 1, argc, &w))
		return false;
	for (int i = optind + 1; i < argc || i == optind + 1; i++) {
		if (!nomination_approve(c, &w, i < argc ? argv[i] : NULL, &n))
			return false;
		total += n;
	}
	printf("%zu raters approved\n", total);
	return true;
}

/* What becomes of a group when everybody approved answers: known before the wave is opened. */
static const char *
outlook(const struct rater_count *count, enum rater_group group)
{
	enum rater_group with = rater_counts_with(count, group);

	if (with == N_GROUPS)
		return "too few: will be left out";
	if (count->identified[group])
		return "shown under their names";
	if (with != group)
		return with == GROUP_COLLEAGUES ? "will count with the colleagues" : "will count with the partner's team";
	return rater_people(count, group) < RATERS_ALONE ? "shown together with the others only"
	    : "shown as a group";
}

static bool
run_raters(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct rater_count count = { .n = { 0 } };
	struct nomination *list;
	struct wave w;
	size_t n;

	if (!named_wave(c, conf, &wave_raters_command, argc, argv, 1, 1, &w) || !nomination_list(c, &w, &list, &n))
		return false;
	count.k = w.k;
	for (enum rater_group group = 0; group < N_GROUPS; group++)
		count.identified[group] = rater_always_identified(group)
		    || (group == GROUP_COUNTERPART && w.counterpart_named);
	for (size_t i = 0; i < n; i++) {
		count.n[group_find(list[i].group)] += list[i].approved;
		printf("%-18s %-9s %-8s %s <%s>\n", list[i].group, list[i].approved ? "approved" : "proposed",
		    list[i].invited ? "invited" : "", list[i].name, list[i].email);
	}
	printf("\nIf everybody approved answers:\n");
	for (enum rater_group group = 0; group < N_GROUPS; group++)
		if (count.n[group] > 0)
			printf("%-18s %3zu  %s\n", group_names[group], count.n[group], outlook(&count, group));
	return true;
}

static bool
run_share(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	struct wave w;

	return named_wave(c, conf, &wave_share_command, argc, argv, 2, 2, &w)
	    && release_open_to(c, &w, argv[optind + 1]);
}

const struct command wave_nominate_command = {
	"wave nominate",
	"ALLIANCE/WAVE RATERS.csv",
	"Propose raters of a person: a table with email and group",
	run_nominate,
};

const struct command wave_approve_command = {
	"wave approve",
	"ALLIANCE/WAVE [EMAIL ...]",
	"Approve proposed raters, all of them or these",
	run_approve,
};

const struct command wave_raters_command = {
	"wave raters",
	"ALLIANCE/WAVE",
	"List the raters of a person, and what will be shown of them",
	run_raters,
};

const struct command wave_share_command = {
	"wave share",
	"ALLIANCE/WAVE EMAIL",
	"Open a profile to somebody, as its person has decided",
	run_share,
};
