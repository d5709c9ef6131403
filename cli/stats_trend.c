/* stats_trend.c - attune stats trend: one slope over waves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "cli/stats.h"
#include "engine/stats/change/theil_sen.h"
#include "engine/stats/groups/trend.h"

static bool
compute_mixed(struct stats_job *job, const double time[], const double value[])
{
	struct observation *o = arena_make_n(job->ctx->arena, job->table.n, struct observation);
	struct sheet *s = job->sheet;
	struct labels units;
	struct trend t;
	size_t n = 0;

	if (!stats_table_labels(&job->table, job->order->unit, &units))
		return false;
	for (size_t i = 0; i < job->table.n; i++)
		if (units.of[i] != TABLE_UNLABELLED)
			o[n++] = (struct observation){ units.of[i], time[i], value[i] };
	t = trend_fit(o, n);
	sheet_count(s, "units", t.units);
	sheet_count(s, "observations", t.observations);
	sheet_count(s, "waves", t.waves);
	sheet_refusal(s, t.refused);
	sheet_number(s, "slope", t.slope.value);
	sheet_test(s, &t.slope);
	sheet_number(s, "tau2", t.tau2);
	sheet_number(s, "sigma2", t.sigma2);
	sheet_number(s, "icc", t.icc);
	sheet_number(s, "log_likelihood", t.log_likelihood);
	sheet_convergence(s, &t.convergence);
	return true;
}

/* Rows with a time and a value, moved to the front. */
static size_t
keep_observed(double time[], double value[], size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (!isnan(time[i]) && !isnan(value[i])) {
			time[kept] = time[i];
			value[kept++] = value[i];
		}
	return kept;
}

static void
compute_theil_sen(struct stats_job *job, double time[], double value[])
{
	const size_t n = keep_observed(time, value, job->table.n);
	struct theil_sen t = theil_sen_trend(time, value, n);

	sheet_count(job->sheet, "observations", n);
	sheet_refusal(job->sheet, t.refused);
	sheet_number(job->sheet, "slope", t.slope);
	sheet_interval(job->sheet, "ci95", t.ci95);
	sheet_number(job->sheet, "intercept", t.intercept);
	sheet_number(job->sheet, "s", t.s);
	sheet_number(job->sheet, "p", t.p);
	sheet_word(job->sheet, "method", t.refused != REFUSED_NOT ? NULL : t.exact ? "exact" : "normal");
}

static bool
compute_trend(struct stats_job *job)
{
	double *time, *value;

	if (job->order->time == NULL || job->order->value == NULL)
		return fail(job->ctx, E_USAGE, "Say which columns are time and value: --time COLUMN --value COLUMN");
	if (!stats_table_numbers(&job->table, job->order->time, &time) ||
	    !stats_table_numbers(&job->table, job->order->value, &value))
		return false;
	if (job->order->unit != NULL)
		return compute_mixed(job, time, value);
	compute_theil_sen(job, time, value);
	return true;
}

const struct stats_part stats_trend = {
	{ .name = "stats trend",
	    .usage = "--time COLUMN --value COLUMN [--unit LIST] [--by LIST] [--json] FILE.csv",
	    .summary = "One slope over waves: of the same units again and again, or Theil and Sen's",
	    .run = stats_run },
	TAKES_TIME | TAKES_VALUE, compute_trend
};
