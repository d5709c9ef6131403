/* stats_scale.c - attune stats alpha, omega, polychoric, mokken, quality: the items of one scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "cli/stats.h"
#include "engine/stats/covariance.h"
#include "engine/stats/quality.h"
#include "engine/stats/reliability/alpha.h"
#include "engine/stats/reliability/factor.h"
#include "engine/stats/reliability/omega.h"
#include "engine/stats/reliability/polychoric.h"
#include "engine/stats/response/mokken.h"

static void
list_alpha_items(struct stats_job *job, const struct answers *answers, const struct covariance *cov)
{
	struct alpha_item *items = arena_make_n(job->ctx->arena, cov->items, struct alpha_item);
	struct sheet_list *list = sheet_list(job->sheet, "by_item");

	alpha_items(cov, items);
	for (size_t i = 0; i < cov->items; i++) {
		struct sheet *row = sheet_row(list);

		sheet_word(row, "item", answers->items.name[i]);
		sheet_number(row, "mean", cov->refused == REFUSED_EMPTY ? NAN : cov->mean[i]);
		sheet_number(row, "variance", cov->refused == REFUSED_NOT ? cov->matrix[i * cov->items + i] : NAN);
		sheet_number(row, "rest_r", items[i].rest_r);
		sheet_number(row, "if_dropped", items[i].if_dropped);
	}
}

static bool
compute_alpha(struct stats_job *job)
{
	struct answers answers;
	struct covariance cov;
	struct alpha a;

	if (!stats_answers(job, &answers))
		return false;
	cov = job->order->pairwise ? covariance_pairwise(job->ctx->arena, &answers.ratings)
	    : covariance_listwise(job->ctx->arena, &answers.ratings);
	a = alpha_of(&cov);
	sheet_count(job->sheet, "people", a.people);
	sheet_count(job->sheet, "items", a.items);
	sheet_refusal(job->sheet, a.refused);
	sheet_number(job->sheet, "alpha", a.alpha);
	sheet_interval(job->sheet, "ci95", a.ci95);
	sheet_number(job->sheet, "standardised", a.standardised);
	sheet_number(job->sheet, "mean_r", a.mean_r);
	sheet_number(job->sheet, "sem", a.sem);
	list_alpha_items(job, &answers, &cov);
	return true;
}

static void
put_fit(struct sheet *s, const struct factor *f)
{
	sheet_convergence(s, &f->convergence);
	sheet_number(s, "chi_square", f->chi_square);
	sheet_number(s, "df", f->df);
	sheet_number(s, "p", f->p);
	sheet_number(s, "rmsea", f->rmsea);
	sheet_number(s, "cfi", f->cfi);
	sheet_number(s, "srmr", f->srmr);
}

static void
list_loadings(struct sheet *s, const struct answers *answers, const struct factor *f)
{
	struct sheet_list *list = sheet_list(s, "by_item");
	const size_t parameters = 2 * f->items;

	for (size_t i = 0; f->refused == REFUSED_NOT && i < f->items; i++) {
		const size_t k = f->items + i;
		struct sheet *row = sheet_row(list);

		sheet_word(row, "item", answers->items.name[i]);
		sheet_number(row, "loading", f->loading[i]);
		sheet_number(row, "loading_se", sqrt(f->covariance[i * parameters + i]));
		sheet_number(row, "error", f->error[i]);
		sheet_number(row, "error_se", sqrt(f->covariance[k * parameters + k]));
	}
}

static bool
compute_omega(struct stats_job *job)
{
	struct arena *a = job->ctx->arena;
	struct answers answers;
	struct covariance cov;
	struct omega omega;
	struct factor factor;

	if (!stats_answers(job, &answers))
		return false;
	cov = job->order->polychoric ? polychoric_matrix_of(a, &answers.ratings).correlation
	    : covariance_listwise(a, &answers.ratings);
	omega = omega_of(&cov);
	factor = factor_of(a, &cov);
	sheet_count(job->sheet, "people", factor.people);
	sheet_count(job->sheet, "items", factor.items);
	sheet_refusal(job->sheet, omega.refused);
	sheet_number(job->sheet, "omega", omega.omega);
	sheet_number(job->sheet, "se", omega.se);
	sheet_interval(job->sheet, "ci95", omega.ci95);
	put_fit(job->sheet, &factor);
	list_loadings(job->sheet, &answers, &factor);
	return true;
}

static void
list_thresholds(struct stats_job *job, const struct answers *answers, const struct polychoric_matrix *m)
{
	struct sheet_list *list = sheet_list(job->sheet, "thresholds");
	const size_t cuts = answers->ratings.points - 1;

	for (size_t i = 0; i < answers->items.n; i++) {
		struct sheet *row = sheet_row(list);

		sheet_word(row, "item", answers->items.name[i]);
		for (size_t k = 0; k < cuts; k++)
			sheet_number(row, arena_printf(job->ctx->arena, "above_%zu", k + 1), m->thresholds[i * cuts + k]);
	}
}

static bool
compute_polychoric(struct stats_job *job)
{
	struct answers answers;
	struct polychoric_matrix m;
	struct sheet_list *list;

	if (!stats_answers(job, &answers))
		return false;
	m = polychoric_matrix_of(job->ctx->arena, &answers.ratings);
	sheet_count(job->sheet, "people", m.correlation.people);
	sheet_refusal(job->sheet, m.correlation.refused);
	sheet_convergence(job->sheet, &m.convergence);
	if (m.correlation.refused != REFUSED_NOT)
		return true;
	list = sheet_list(job->sheet, "correlations");
	for (size_t i = 0; i < answers.items.n; i++) {
		struct sheet *row = sheet_row(list);

		sheet_word(row, "item", answers.items.name[i]);
		for (size_t j = 0; j < answers.items.n; j++)
			sheet_number(row, answers.items.name[j], m.correlation.matrix[i * answers.items.n + j]);
	}
	list_thresholds(job, &answers, &m);
	return true;
}

static void
list_mokken(struct sheet *s, const struct answers *answers, const struct mokken *m)
{
	struct sheet_list *items = sheet_list(s, "by_item"), *pairs = sheet_list(s, "pairs");

	for (size_t i = 0; i < m->items; i++) {
		struct sheet *row = sheet_row(items);

		sheet_word(row, "item", answers->items.name[i]);
		sheet_number(row, "h", m->item[i].h);
		sheet_number(row, "se", m->item[i].se);
		for (size_t j = 0; j < i; j++) {
			row = sheet_row(pairs);
			sheet_word(row, "item", answers->items.name[j]);
			sheet_word(row, "with", answers->items.name[i]);
			sheet_number(row, "h", m->pair[i * m->items + j].h);
			sheet_number(row, "se", m->pair[i * m->items + j].se);
		}
	}
}

static bool
compute_mokken(struct stats_job *job)
{
	struct answers answers;
	struct mokken m;

	if (!stats_answers(job, &answers))
		return false;
	m = mokken_scale(job->ctx->arena, &answers.ratings);
	sheet_count(job->sheet, "people", m.people);
	sheet_refusal(job->sheet, m.refused);
	sheet_number(job->sheet, "h", m.scale.h);
	sheet_number(job->sheet, "se", m.scale.se);
	if (m.refused == REFUSED_NOT)
		list_mokken(job->sheet, &answers, &m);
	return true;
}

static bool
compute_quality(struct stats_job *job)
{
	struct answers answers;
	struct quality q;
	size_t run;

	if (!stats_answers(job, &answers))
		return false;
	run = job->order->run > 0 ? job->order->run : (answers.items.n + 1) / 2;
	run = run < 2 ? 2 : run;
	q = quality_count(&answers.ratings, run, job->order->spread);
	sheet_count(job->sheet, "people", q.people);
	sheet_refusal(job->sheet, q.refused);
	sheet_count(job->sheet, "run", run);
	sheet_count(job->sheet, "long_runs", q.long_runs);
	sheet_number(job->sheet, "spread", job->order->spread);
	sheet_count(job->sheet, "flat", q.flat);
	return true;
}

#define SCALE "--items LIST [--reverse LIST] [--points N] "

const struct stats_part stats_alpha = {
	{ .name = "stats alpha", .usage = SCALE "[--pairwise] [--by LIST] [--json] FILE.csv",
	    .summary = "Cronbach's alpha with Feldt's interval, and alpha if an item is dropped", .run = stats_run },
	TAKES_ITEMS | TAKES_PAIRWISE, compute_alpha
};

const struct stats_part stats_omega = {
	{ .name = "stats omega", .usage = SCALE "[--polychoric] [--by LIST] [--json] FILE.csv",
	    .summary = "McDonald's omega from the one-factor model, and how well that fits", .run = stats_run },
	TAKES_ITEMS | TAKES_POLYCHORIC, compute_omega
};

const struct stats_part stats_polychoric = {
	{ .name = "stats polychoric", .usage = SCALE "[--by LIST] [--json] FILE.csv",
	    .summary = "Correlations of what lies behind graded answers, and thresholds", .run = stats_run },
	TAKES_ITEMS, compute_polychoric
};

const struct stats_part stats_mokken = {
	{ .name = "stats mokken", .usage = SCALE "[--by LIST] [--json] FILE.csv",
	    .summary = "Scalability H of a scale, its items and their pairs", .run = stats_run },
	TAKES_ITEMS, compute_mokken
};

const struct stats_part stats_quality = {
	{ .name = "stats quality", .usage = "--items LIST [--run N] [--spread X] [--by LIST] [--json] FILE.csv",
	    .summary = "How many people gave long runs of one answer, or hardly varied", .run = stats_run },
	TAKES_ITEMS | TAKES_RUN, compute_quality
};
