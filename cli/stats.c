/* stats.c - attune stats: any figure of a report again, from a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/stats.h"

#include <getopt.h>
#include <math.h>

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

enum option_key {
	BY, JSON, ITEMS, REVERSE, POINTS, GROUP, LEAST, VALUE, EACH, MARGIN, PAIRWISE, POLYCHORIC, METRIC, BEFORE, AFTER,
	ALLIANCE, CENTRE, PEOPLE, OUTCOME, SEED, REPLICATES, UNIT, TIME, RUN, SPREAD
};

static const struct {
	struct option option;
	unsigned takes;		/* 0: every part */
} known[] = {
	{ { "by", required_argument, NULL, BY }, 0 },
	{ { "json", no_argument, NULL, JSON }, 0 },
	{ { "items", required_argument, NULL, ITEMS }, TAKES_ITEMS | TAKES_PREDICTORS },
	{ { "reverse", required_argument, NULL, REVERSE }, TAKES_ITEMS },
	{ { "points", required_argument, NULL, POINTS }, TAKES_ITEMS | TAKES_WAVES },
	{ { "group", required_argument, NULL, GROUP }, TAKES_GROUP },
	{ { "least", required_argument, NULL, LEAST }, TAKES_LEAST },
	{ { "value", required_argument, NULL, VALUE }, TAKES_VALUE },
	{ { "each", no_argument, NULL, EACH }, TAKES_EACH },
	{ { "margin", required_argument, NULL, MARGIN }, TAKES_EACH },
	{ { "pairwise", no_argument, NULL, PAIRWISE }, TAKES_PAIRWISE },
	{ { "polychoric", no_argument, NULL, POLYCHORIC }, TAKES_POLYCHORIC },
	{ { "metric", required_argument, NULL, METRIC }, TAKES_METRIC },
	{ { "before", required_argument, NULL, BEFORE }, TAKES_WAVES },
	{ { "after", required_argument, NULL, AFTER }, TAKES_WAVES },
	{ { "alliance", required_argument, NULL, ALLIANCE }, TAKES_NESTING },
	{ { "centre", required_argument, NULL, CENTRE }, TAKES_CENTRE },
	{ { "people", no_argument, NULL, PEOPLE }, TAKES_PEOPLE },
	{ { "outcome", required_argument, NULL, OUTCOME }, TAKES_OUTCOME },
	{ { "seed", required_argument, NULL, SEED }, TAKES_OUTCOME },
	{ { "replicates", required_argument, NULL, REPLICATES }, TAKES_OUTCOME },
	{ { "unit", required_argument, NULL, UNIT }, TAKES_TIME },
	{ { "time", required_argument, NULL, TIME }, TAKES_TIME },
	{ { "run", required_argument, NULL, RUN }, TAKES_RUN },
	{ { "spread", required_argument, NULL, SPREAD }, TAKES_RUN },
};

enum { N_KNOWN = sizeof(known) / sizeof(*known) };

static void
options_of(const struct stats_part *part, struct option options_r[N_KNOWN + 1])
{
	size_t n = 0;

	for (size_t i = 0; i < N_KNOWN; i++)
		if (known[i].takes == 0 || (known[i].takes & part->takes) != 0)
			options_r[n++] = known[i].option;
	options_r[n] = (struct option){ NULL, 0, NULL, 0 };
}

static bool
read_whole(struct ctx *c, const char *option, int64_t least, int64_t most, int64_t *value_r)
{
	return str_to_int(optarg, least, most, value_r) ||
	    fail(c, E_INVALID, "--%s %s: a whole number from %lld to %lld", option, optarg, (long long)least,
		(long long)most);
}

static bool
read_number(struct ctx *c, const char *option, double *value_r)
{
	return str_to_double(optarg, value_r) || fail(c, E_INVALID, "--%s %s: a number", option, optarg);
}

static bool
read_option(struct ctx *c, enum option_key key, struct stats_order *o)
{
	int64_t whole = 0;

	switch (key) {
	case BY: o->by = optarg; return true;
	case JSON: o->json = true; return true;
	case ITEMS: o->items = optarg; return true;
	case REVERSE: o->reverse = optarg; return true;
	case GROUP: o->group = optarg; return true;
	case VALUE: o->value = optarg; return true;
	case EACH: o->each = true; return true;
	case PAIRWISE: o->pairwise = true; return true;
	case POLYCHORIC: o->polychoric = true; return true;
	case METRIC: o->metric = optarg; return true;
	case BEFORE: o->before = optarg; return true;
	case AFTER: o->after = optarg; return true;
	case ALLIANCE: o->alliance = optarg; return true;
	case PEOPLE: o->people = true; return true;
	case OUTCOME: o->outcome = optarg; return true;
	case UNIT: o->unit = optarg; return true;
	case TIME: o->time = optarg; return true;
	case CENTRE: return read_number(c, "centre", &o->centre);
	case MARGIN:
		return read_number(c, "margin", &o->margin) &&
		    (o->margin > 0 || fail(c, E_INVALID, "--margin %s: a number above 0", optarg));
	case SPREAD:
		return read_number(c, "spread", &o->spread) &&
		    (o->spread >= 0 || fail(c, E_INVALID, "--spread %s: not below 0", optarg));
	case POINTS:
		if (!read_whole(c, "points", 2, TABLE_POINTS_MAX, &whole))
			return false;
		o->points = (unsigned)whole;
		return true;
	case SEED:
		if (!read_whole(c, "seed", 0, UINT32_MAX, &whole))
			return false;
		o->seed = (uint32_t)whole;
		return true;
	case LEAST:
		if (!read_whole(c, "least", 1, 1000, &whole))
			return false;
		o->least = (size_t)whole;
		return true;
	case REPLICATES:
		if (!read_whole(c, "replicates", 100, 100000, &whole))
			return false;
		o->replicates = (size_t)whole;
		return true;
	case RUN:
		if (!read_whole(c, "run", 2, 1000, &whole))
			return false;
		o->run = (size_t)whole;
		return true;
	}
	return true;
}

static bool
read_order(struct ctx *c, const struct stats_part *part, int argc, char **argv, struct stats_order *o)
{
	struct option options[N_KNOWN + 1];
	int option;

	options_of(part, options);
	*o = (struct stats_order){ .margin = .5, .centre = NAN, .spread = 0, .replicates = 1000, .seed = 1 };
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == '?')
			return cli_usage(c, &part->command);
		if (!read_option(c, (enum option_key)option, o))
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
