/* stats_drivers.c - attune stats drivers: what the outcome goes with, and how much of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "cli/stats.h"
#include "engine/stats/drivers/drivers.h"

/* The predictors, then the outcome, as numbers. */
static bool
read_variables(struct stats_job *job, struct picked *predictors, double ***column_r)
{
	const struct stats_order *o = job->order;
	double **column;

	*column_r = NULL;
	if (o->items == NULL || o->outcome == NULL)
		return fail(job->ctx, E_USAGE, "Say which columns are the predictors, and which the outcome: "
		    "--items LIST --outcome COLUMN");
	if (!stats_table_pick(&job->table, o->items, predictors))
		return false;
	if (predictors->n > PREDICTORS_MAX)
		return fail(job->ctx, E_INVALID, "%zu predictors; up to %d can be compared", predictors->n, PREDICTORS_MAX);
	column = arena_make_n(job->ctx->arena, predictors->n + 1, double *);
	for (size_t i = 0; i < predictors->n; i++)
		if (!stats_table_numbers(&job->table, predictors->name[i], &column[i]))
			return false;
	*column_r = column;
	return stats_table_numbers(&job->table, o->outcome, &column[predictors->n]);
}

/* The people of one label behind each other, as cross_of wants them. */
static struct cross
cross_of_label(struct stats_job *job, double *const column[], size_t variables, const struct labels *labels,
    size_t label)
{
	double **part = arena_make_n(job->ctx->arena, variables, double *);
	size_t n = 0;

	for (size_t v = 0; v < variables; v++) {
		part[v] = arena_make_n(job->ctx->arena, job->table.n, double);
		n = 0;
		for (size_t p = 0; p < job->table.n; p++)
			if (labels->of[p] == label)
				part[v][n++] = column[v][p];
	}
	return cross_of((const double *const *)part, variables, 0, n);
}

/* An alliance each, or without --group a person each; one of nobody when there are none. */
static bool
read_crosses(struct stats_job *job, double *const column[], size_t variables, struct cross **crosses_r, size_t *n_r)
{
	const bool grouped = job->order->group != NULL;
	struct labels labels = { .n = job->table.n };
	struct cross *crosses;

	if (grouped && !stats_table_labels(&job->table, job->order->group, &labels))
		return false;
	*n_r = labels.n > 0 ? labels.n : 1;
	*crosses_r = crosses = arena_make_n(job->ctx->arena, *n_r, struct cross);
	crosses[0] = cross_of((const double *const *)column, variables, 0, 0);
	for (size_t g = 0; g < labels.n; g++)
		crosses[g] = grouped ? cross_of_label(job, column, variables, &labels, g)
		    : cross_of((const double *const *)column, variables, g, g + 1);
	return true;
}

static void
put_fit(struct sheet *s, const struct drivers *d, const struct drivers_bootstrap *b, const struct picked *predictors)
{
	sheet_count(s, "people", d->fit.people);
	sheet_refusal(s, d->refused);
	sheet_word(s, "culprit", d->refused == REFUSED_SINGULAR && d->fit.culprit < predictors->n
	    ? predictors->name[d->fit.culprit] : NULL);
	sheet_number(s, "r2", d->fit.r2);
	sheet_number(s, "adjusted_r2", d->fit.adjusted_r2);
	sheet_number(s, "condition", d->fit.condition);
	sheet_number(s, "intercept", d->fit.intercept);
	sheet_number(s, "ridge_lambda", d->ridge.lambda);
	sheet_number(s, "ridge_intercept", d->ridge.intercept);
	sheet_convergence(s, &d->ridge.convergence);
	sheet_count(s, "seed", b->seed);
	sheet_count(s, "replicates", b->replicates);
	sheet_count(s, "used", b->used);
	sheet_word(s, "intervals_refused", b->refused == REFUSED_NOT ? NULL : refusal_reason(b->refused));
}

static void
list_predictors(struct sheet *s, const struct drivers *d, const struct drivers_bootstrap *b,
    const struct picked *predictors)
{
	struct sheet_list *list = sheet_list(s, "by_predictor");

	for (size_t i = 0; i < predictors->n; i++) {
		struct sheet *row = sheet_row(list);

		sheet_word(row, "predictor", predictors->name[i]);
		sheet_number(row, "r", d->fit.r[i]);
		sheet_number(row, "beta", d->fit.beta[i]);
		sheet_number(row, "coefficient", d->fit.coefficient[i]);
		sheet_number(row, "vif", d->fit.vif[i]);
		sheet_number(row, "unique", d->fit.unique[i]);
		sheet_number(row, "shapley", d->shapley[i]);
		sheet_interval(row, "shapley95", b->share95[i]);
		sheet_number(row, "johnson", d->johnson[i]);
		sheet_number(row, "ridge_beta", d->ridge.beta[i]);
		sheet_number(row, "ridge_coefficient", d->ridge.coefficient[i]);
	}
}

/* Where the shares are refused there is nothing to put an interval around. */
static struct drivers_bootstrap
resample(const struct stats_job *job, const struct drivers *d, const struct cross crosses[], size_t n)
{
	struct drivers_bootstrap none = { .refused = d->refused, .seed = (uint32_t)job->order->seed,
		.replicates = job->order->replicates };

	for (size_t i = 0; i < PREDICTORS_MAX; i++)
		none.share95[i] = (struct interval){ NAN, NAN };
	return d->refused != REFUSED_NOT ? none
	    : drivers_resample(crosses, n, job->order->group != NULL, (uint32_t)job->order->seed,
		job->order->replicates);
}

static bool
compute_drivers(struct stats_job *job)
{
	const bool within = job->order->group != NULL;
	struct picked predictors;
	struct drivers d;
	struct drivers_bootstrap b;
	struct cross *crosses;
	double **column;
	size_t n;

	if (!read_variables(job, &predictors, &column) || !read_crosses(job, column, predictors.n + 1, &crosses, &n))
		return false;
	d = drivers_of(crosses, n, within);
	b = resample(job, &d, crosses, n);
	put_fit(job->sheet, &d, &b, &predictors);
	list_predictors(job->sheet, &d, &b, &predictors);
	return true;
}

const struct stats_part stats_drivers = {
	{ .name = "stats drivers",
	    .usage = "--items LIST --outcome COLUMN [--group LIST] [--seed N] [--replicates N] [--by LIST] "
		"[--json] FILE.csv",
	    .summary = "Key drivers: regression, shares of R2 with intervals, ridge", .run = stats_run },
	TAKES_OUTCOME | TAKES_GROUP | TAKES_PREDICTORS, compute_drivers
};
