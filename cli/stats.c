/* stats.c - attune stats: any figure of a report again, from a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/stats.h"

#include <getopt.h>
#include <math.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/str.h"

static const struct stats_part *const parts[] = {
	&stats_alpha, &stats_omega, &stats_polychoric, &stats_mokken, &stats_quality,
	&stats_icc, &stats_rwg, &stats_kendall, &stats_krippendorff,
	&stats_gap, &stats_paired, &stats_nps,
	&stats_reml, &stats_funnel, &stats_drivers, &stats_trend,
	&stats_grm, &stats_dif,
};

enum { N_PARTS = sizeof(parts) / sizeof(*parts) };

const struct command *
stats_command_part(size_t i)
{
	return i < N_PARTS ? &parts[i]->command : NULL;
}

/* argv[0] is "attune stats NAME". */
static const struct stats_part *
find_part(const char *name)
{
	for (size_t i = 0; i < N_PARTS; i++)
		if (str_ends(name, parts[i]->command.name))
			return parts[i];
	return NULL;
}

enum kind { FLAG, TEXT, WHOLE, NUMBER };

#define FIELD(name) offsetof(struct stats_order, name)

/* Where the value goes, and from least to most what it may be. */
static const struct known {
	const char *name;
	unsigned takes;		/* 0: every part */
	enum kind kind;
	size_t field;
	double least, most;
} known[] = {
	{ "by", 0, TEXT, FIELD(by), 0, 0 },
	{ "json", 0, FLAG, FIELD(json), 0, 0 },
	{ "items", TAKES_ITEMS | TAKES_PREDICTORS, TEXT, FIELD(items), 0, 0 },
	{ "reverse", TAKES_ITEMS, TEXT, FIELD(reverse), 0, 0 },
	{ "points", TAKES_ITEMS | TAKES_WAVES, WHOLE, FIELD(points), 2, TABLE_POINTS_MAX },
	{ "group", TAKES_GROUP, TEXT, FIELD(group), 0, 0 },
	{ "least", TAKES_LEAST, WHOLE, FIELD(least), 1, 1000 },
	{ "value", TAKES_VALUE, TEXT, FIELD(value), 0, 0 },
	{ "each", TAKES_EACH, FLAG, FIELD(each), 0, 0 },
	{ "margin", TAKES_EACH, NUMBER, FIELD(margin), 1e-6, 1e6 },
	{ "pairwise", TAKES_PAIRWISE, FLAG, FIELD(pairwise), 0, 0 },
	{ "polychoric", TAKES_POLYCHORIC, FLAG, FIELD(polychoric), 0, 0 },
	{ "metric", TAKES_METRIC, TEXT, FIELD(metric), 0, 0 },
	{ "before", TAKES_WAVES, TEXT, FIELD(before), 0, 0 },
	{ "after", TAKES_WAVES, TEXT, FIELD(after), 0, 0 },
	{ "alliance", TAKES_NESTING, TEXT, FIELD(alliance), 0, 0 },
	{ "centre", TAKES_CENTRE, NUMBER, FIELD(centre), -1e6, 1e6 },
	{ "people", TAKES_PEOPLE, FLAG, FIELD(people), 0, 0 },
	{ "outcome", TAKES_OUTCOME, TEXT, FIELD(outcome), 0, 0 },
	{ "seed", TAKES_OUTCOME, WHOLE, FIELD(seed), 0, UINT32_MAX },
	{ "replicates", TAKES_OUTCOME, WHOLE, FIELD(replicates), 100, 100000 },
	{ "unit", TAKES_TIME, TEXT, FIELD(unit), 0, 0 },
	{ "time", TAKES_TIME, TEXT, FIELD(time), 0, 0 },
	{ "run", TAKES_RUN, WHOLE, FIELD(run), 2, 1000 },
	{ "spread", TAKES_RUN, NUMBER, FIELD(spread), 0, 1e6 },
};

enum { N_KNOWN = sizeof(known) / sizeof(*known) };

/* An option's val is its place among the known ones. */
static void
options_of(const struct stats_part *part, struct option options_r[N_KNOWN + 1])
{
	size_t n = 0;

	for (size_t i = 0; i < N_KNOWN; i++)
		if (known[i].takes == 0 || (known[i].takes & part->takes) != 0)
			options_r[n++] = (struct option){ known[i].name,
				known[i].kind == FLAG ? no_argument : required_argument, NULL, (int)i };
	options_r[n] = (struct option){ NULL, 0, NULL, 0 };
}

static bool
read_whole(struct ctx *c, const struct known *k, size_t *value_r)
{
	int64_t value;

	if (!str_to_int(optarg, (int64_t)k->least, (int64_t)k->most, &value))
		return fail(c, E_INVALID, "--%s %s: a whole number from %.0f to %.0f", k->name, optarg, k->least, k->most);
	*value_r = (size_t)value;
	return true;
}

static bool
read_number(struct ctx *c, const struct known *k, double *value_r)
{
	if (str_to_double(optarg, value_r) && *value_r >= k->least && *value_r <= k->most)
		return true;
	return fail(c, E_INVALID, "--%s %s: a number from %g to %g", k->name, optarg, k->least, k->most);
}

static bool
read_option(struct ctx *c, const struct known *k, struct stats_order *o)
{
	void *field = (char *)o + k->field;

	switch (k->kind) {
	case FLAG: *(bool *)field = true; break;
	case TEXT: *(const char **)field = optarg; break;
	case WHOLE: return read_whole(c, k, field);
	case NUMBER: return read_number(c, k, field);
	}
	return true;
}

static bool
read_order(struct ctx *c, const struct stats_part *part, int argc, char **argv, struct stats_order *o)
{
	struct option options[N_KNOWN + 1];
	int option;

	options_of(part, options);
	*o = (struct stats_order){ .margin = .5, .centre = NAN, .replicates = 1000, .seed = 1 };
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == '?')
			return cli_usage(c, &part->command);
		if (!read_option(c, &known[option], o))
			return false;
	}
	if (argc - optind != 1)
		return cli_usage(c, &part->command);
	o->file = argv[optind];
	if (o->reverse != NULL && o->points == 0)
		return fail(c, E_INVALID, "--reverse needs --points: where does the scale end?");
	return true;
}

static bool
compute_by(struct stats_job *job, const struct stats_part *part)
{
	struct sheet_list *list;
	struct labels labels;

	if (!stats_table_labels(&job->table, job->order->by, &labels))
		return false;
	sheet_word(job->sheet, "by", job->order->by);
	list = sheet_list(job->sheet, "parts");
	for (size_t i = 0; i < labels.n; i++) {
		struct stats_job one = *job;

		one.table = stats_table_part(&job->table, &labels, i);
		one.sheet = sheet_row(list);
		sheet_word(one.sheet, "part", labels.name[i]);
		if (!part->compute(&one))
			return false;
	}
	return true;
}

static bool
compute(struct ctx *c, const struct stats_part *part, const struct stats_order *o, struct stats_job *job)
{
	struct msgs *m = msgs_new(c->arena, o->file);
	size_t n;
	const char *text = cli_read(c, o->file, &n);
	bool computed;

	if (text == NULL)
		return false;
	*job = (struct stats_job){ .ctx = c, .order = o, .sheet = sheet_new(c->arena) };
	computed = stats_table_read(c->arena, text, n, m, &job->table) &&
	    (o->by == NULL ? part->compute(job) : compute_by(job, part));
	msgs_sort(m);
	return cli_messages(c, m) && computed;
}

bool
stats_run(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	const struct stats_part *part = find_part(argv[0]);
	struct buf *out = buf_new(c->arena);
	struct stats_order order;
	struct stats_job job;

	(void)conf;
	if (!read_order(c, part, argc, argv, &order) || !compute(c, part, &order, &job))
		return false;
	if (order.json)
		sheet_json(job.sheet, out);
	else
		sheet_text(job.sheet, out);
	return cli_write(c, NULL, out);
}

/* Only reached when no part was named. */
static bool
run_none(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	(void)conf;
	if (!cli_arguments(c, &stats_command, argc, argv, 1, argc))
		return false;
	return fail(c, E_USAGE, "attune: there is no figure `%s`; `attune stats --help` lists them.", argv[optind]);
}

const struct command stats_command = {
	.name = "stats",
	.usage = "FIGURE [OPTION ...] FILE.csv",
	.summary = "Compute any figure of a report again, from a table",
	.run = run_none,
};
