/* stats.h - what the parts of `attune stats` share: options, the table, and where figures go */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_STATS_H
#define CLI_STATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/cli.h"
#include "cli/stats_sheet.h"
#include "cli/stats_table.h"
#include "engine/stats/groups/group.h"
#include "engine/stats/scores.h"

/* Options by what they ask for; every part has --by and --json too. */
enum {
	TAKES_ITEMS = 1 << 0,		/* also --reverse and --points */
	TAKES_GROUP = 1 << 1,
	TAKES_LEAST = 1 << 2,
	TAKES_VALUE = 1 << 3,
	TAKES_EACH = 1 << 4,		/* also --margin */
	TAKES_PAIRWISE = 1 << 5,
	TAKES_POLYCHORIC = 1 << 6,
	TAKES_METRIC = 1 << 7,
	TAKES_WAVES = 1 << 8,		/* --before and --after, --points */
	TAKES_NESTING = 1 << 9,
	TAKES_CENTRE = 1 << 10,
	TAKES_PEOPLE = 1 << 11,
	TAKES_OUTCOME = 1 << 12,	/* also --seed and --replicates */
	TAKES_TIME = 1 << 13,
	TAKES_RUN = 1 << 14,		/* also --spread */
	TAKES_PREDICTORS = 1 << 15	/* --items, of any numbers */
};

/* NULL, 0, NAN, false: not given. */
struct stats_order {
	const char *file, *items, *reverse, *group, *by, *value, *metric, *before, *after, *alliance, *outcome, *unit,
	    *time;
	size_t points, least, seed, replicates, run;
	double margin, centre, spread;
	bool json, each, pairwise, polychoric, people;
};

struct stats_job {
	struct ctx *ctx;
	const struct stats_order *order;
	struct stats_table table;
	struct sheet *sheet;
};

/* `compute` puts its figures on the job's sheet; false after fail(), or with messages about the table. */
struct stats_part {
	struct command command;
	unsigned takes;
	bool (*compute)(struct stats_job *);
};

/* The `run` of every part. */
struct conf;
bool stats_run(struct ctx *, const struct conf *, int argc, char **argv);

/* In the order of attune-stats(1). */
extern const struct stats_part stats_alpha, stats_omega, stats_polychoric, stats_mokken, stats_quality;
extern const struct stats_part stats_icc, stats_rwg, stats_kendall, stats_krippendorff;
extern const struct stats_part stats_gap, stats_paired, stats_nps;
extern const struct stats_part stats_reml, stats_funnel, stats_drivers, stats_trend;
extern const struct stats_part stats_grm, stats_dif;

/* The columns of --items, --reverse turned. */
struct answers {
	struct picked items;
	struct ratings ratings;
};

bool stats_answers(struct stats_job *, struct answers *answers_r);

/* The answers of a scale as scores: every row's mean of the answered items of the ratings, NAN for fewer than
 * `least` (0: 60% of them, rounded up). */
double *stats_means(struct stats_job *, const struct ratings *, size_t least);
/* The same exactly (scores.h): has_r[p] says whether person p has a score. */
struct scores stats_scores(struct stats_job *, const struct ratings *, size_t least, bool *has_r);

/* A score for every row: the column of --value, or the mean of --items. */
bool stats_values(struct stats_job *, double **values_r);

/* By --group, the scores of stats_values in groups. */
struct stats_groups {
	struct labels labels;
	struct group *group;
};

bool stats_groups(struct stats_job *, struct stats_groups *groups_r);

#endif
