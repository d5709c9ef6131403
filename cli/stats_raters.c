/* stats_raters.c - attune stats icc, rwg, kendall, krippendorff: do people agree? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "base/str.h"
#include "cli/stats.h"
#include "engine/stats/agreement/agreement.h"
#include "engine/stats/agreement/concordance.h"
#include "engine/stats/agreement/icc.h"
#include "engine/stats/agreement/krippendorff.h"
#include "engine/stats/agreement/rwg.h"
#include "engine/stats/covariance.h"

static void
put_form(struct sheet *row, const char *name, const struct icc *icc)
{
	sheet_word(row, "form", name);
	sheet_number(row, "value", icc->value);
	sheet_interval(row, "ci95", icc->ci95);
}

static bool
compute_icc_groups(struct stats_job *job)
{
	struct stats_groups groups;
	struct icc_oneway r;
	struct sheet_list *forms;

	if (!stats_groups(job, &groups))
		return false;
	r = icc_oneway_of(groups.group, groups.labels.n);
	sheet_count(job->sheet, "groups", r.groups);
	sheet_count(job->sheet, "people", r.people);
	sheet_refusal(job->sheet, r.refused);
	sheet_number(job->sheet, "between", r.between);
	sheet_number(job->sheet, "within", r.within);
	sheet_number(job->sheet, "size", r.size);
	sheet_number(job->sheet, "f", r.f);
	sheet_number(job->sheet, "df1", r.df1);
	sheet_number(job->sheet, "df2", r.df2);
	sheet_number(job->sheet, "p", r.p);
	forms = sheet_list(job->sheet, "forms");
	put_form(sheet_row(forms), "ICC(1)", &r.single);
	put_form(sheet_row(forms), "ICC(2)", &r.mean);
	return true;
}

static void
put_forms(struct sheet_list *list, const char *single, const char *mean, const struct icc_form *f)
{
	const struct icc *icc[] = { &f->single, &f->mean };

	for (int i = 0; i < 2; i++) {
		struct sheet *row = sheet_row(list);

		put_form(row, i == 0 ? single : mean, icc[i]);
		sheet_number(row, "f", f->f);
		sheet_number(row, "df1", f->df1);
		sheet_number(row, "df2", f->df2);
		sheet_number(row, "p", f->p);
	}
}

static bool
compute_icc_raters(struct stats_job *job)
{
	struct answers answers;
	struct covariance raters;
	struct icc_raters r;
	struct sheet_list *forms;

	if (!stats_answers(job, &answers))
		return false;
	raters = covariance_listwise(job->ctx->arena, &answers.ratings);
	r = icc_raters_of(&raters);
	sheet_count(job->sheet, "targets", r.targets);
	sheet_count(job->sheet, "raters", r.raters);
	sheet_refusal(job->sheet, r.refused);
	forms = sheet_list(job->sheet, "forms");
	put_forms(forms, "ICC(1,1)", "ICC(1,k)", &r.oneway);
	put_forms(forms, "ICC(A,1)", "ICC(A,k)", &r.agreement);
	put_forms(forms, "ICC(C,1)", "ICC(C,k)", &r.consistency);
	return true;
}

static bool
compute_icc(struct stats_job *job)
{
	return job->order->group != NULL ? compute_icc_groups(job) : compute_icc_raters(job);
}

/* counts_r[i * points + k]; returns how many people of the label answered anything. */
static size_t
count_points(const struct ratings *r, const struct labels *labels, size_t label, int counts_r[])
{
	size_t n = 0;

	for (size_t p = 0; p < r->people; p++) {
		bool answered = false;

		if (labels != NULL && labels->of[p] != label)
			continue;
		for (size_t i = 0; i < r->items; i++)
			if (r->column[i][p] > 0) {
				counts_r[i * r->points + r->column[i][p] - 1]++;
				answered = true;
			}
		n += answered;
	}
	return n;
}

static void
put_agreement(struct stats_job *job, const struct ratings *r, const struct labels *labels, size_t label,
    struct sheet *row)
{
	int *counts = arena_make_n(job->ctx->arena, r->items * r->points, int);
	const size_t n = count_points(r, labels, label, counts);
	struct agreement a = agreement_of(counts, r->items, r->points);

	sheet_count(row, "n", n);
	sheet_count(row, "items", a.items);
	sheet_refusal(row, a.refused);
	sheet_number(row, "ad", a.ad);
	sheet_number(row, "variance", a.variance);
	sheet_number(row, "rwg", a.rwg);
	sheet_number(row, "critical", a.refused == REFUSED_NOT ? rwg_critical(n, r->points, a.items) : NAN);
	sheet_number(row, "awg", a.awg);
	sheet_number(row, "consensus", a.consensus);
	sheet_word(row, "word", agreement_word_name(agreement_word(&a, r->points, n)));
}

static bool
compute_rwg(struct stats_job *job)
{
	struct answers answers;
	struct labels labels;
	struct sheet_list *list;

	if (job->order->points == 0)
		return fail(job->ctx, E_USAGE, "Say where the scale ends: --points N");
	if (!stats_answers(job, &answers))
		return false;
	if (job->order->group == NULL) {
		put_agreement(job, &answers.ratings, NULL, 0, job->sheet);
		return true;
	}
	if (!stats_table_labels(&job->table, job->order->group, &labels))
		return false;
	list = sheet_list(job->sheet, "groups");
	for (size_t g = 0; g < labels.n; g++) {
		struct sheet *row = sheet_row(list);

		sheet_word(row, "group", labels.name[g]);
		put_agreement(job, &answers.ratings, &labels, g, row);
	}
	return true;
}

static bool
compute_kendall(struct stats_job *job)
{
	struct answers answers;
	struct concordance r;

	if (!stats_answers(job, &answers))
		return false;
	r = concordance_of(&answers.ratings);
	sheet_count(job->sheet, "things", r.things);
	sheet_count(job->sheet, "judges", r.judges);
	sheet_refusal(job->sheet, r.refused);
	sheet_number(job->sheet, "w", r.w);
	sheet_number(job->sheet, "chi_square", r.chi_square);
	sheet_number(job->sheet, "df", r.df);
	sheet_number(job->sheet, "p", r.p);
	sheet_word(job->sheet, "method", r.exact ? "exact" : "chi-squared");
	return true;
}

static const char *const metrics[] = {
	[KRIPPENDORFF_NOMINAL] = "nominal", [KRIPPENDORFF_ORDINAL] = "ordinal",
	[KRIPPENDORFF_INTERVAL] = "interval", [KRIPPENDORFF_RATIO] = "ratio",
};

static bool
compute_krippendorff(struct stats_job *job)
{
	const char *name = job->order->metric == NULL ? "ordinal" : job->order->metric;
	size_t metric = 0;
	struct answers answers;
	struct krippendorff r;

	while (metric < 4 && !str_eq(metrics[metric], name))
		metric++;
	if (metric == 4)
		return fail(job->ctx, E_INVALID, "--metric %s: nominal, ordinal, interval or ratio", name);
	if (!stats_answers(job, &answers))
		return false;
	r = krippendorff_of(&answers.ratings, (enum krippendorff_metric)metric);
	sheet_count(job->sheet, "units", r.units);
	sheet_count(job->sheet, "values", r.values);
	sheet_refusal(job->sheet, r.refused);
	sheet_word(job->sheet, "metric", name);
	sheet_number(job->sheet, "alpha", r.alpha);
	return true;
}

const struct stats_part stats_icc = {
	{ .name = "stats icc",
	    .usage = "--items LIST [--reverse LIST] [--points N] [--value COLUMN] [--least N] [--group LIST] "
		"[--by LIST] [--json] FILE.csv",
	    .summary = "Intraclass correlations: of groups, or of raters (columns) of the same targets (rows)",
	    .run = stats_run },
	TAKES_ITEMS | TAKES_VALUE | TAKES_LEAST | TAKES_GROUP, compute_icc
};

const struct stats_part stats_rwg = {
	{ .name = "stats rwg",
	    .usage = "--items LIST --points N [--reverse LIST] [--group LIST] [--by LIST] [--json] FILE.csv",
	    .summary = "Agreement within groups: AD, rwg(j) and its critical value, awg, consensus", .run = stats_run },
	TAKES_ITEMS | TAKES_GROUP, compute_rwg
};

const struct stats_part stats_kendall = {
	{ .name = "stats kendall", .usage = "--items LIST [--by LIST] [--json] FILE.csv",
	    .summary = "Kendall's W of judges (columns) who grade the same things (rows)", .run = stats_run },
	TAKES_ITEMS, compute_kendall
};

const struct stats_part stats_krippendorff = {
	{ .name = "stats krippendorff",
	    .usage = "--items LIST [--metric nominal|ordinal|interval|ratio] [--by LIST] [--json] FILE.csv",
	    .summary = "Krippendorff's alpha of coders (columns) of the same units (rows)", .run = stats_run },
	TAKES_ITEMS | TAKES_METRIC, compute_krippendorff
};
