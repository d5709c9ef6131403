/* stats_paired.c - attune stats paired: the change of people who answered twice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/ctx.h"
#include "cli/stats.h"
#include "engine/stats/change/paired.h"

static bool
read_wave(struct stats_job *job, const char *list, struct picked *items_r, struct ratings *ratings_r)
{
	return stats_table_pick(&job->table, list, items_r) &&
	    stats_table_ratings(&job->table, items_r, &(struct picked){ 0 }, (unsigned)job->order->points,
		ratings_r);
}

/* Rows without a score in either wave are taken out of both. */
static size_t
keep_pairs(const bool before[], const bool after[], int64_t x[], int64_t y[], size_t n)
{
	size_t kept = 0;

	for (size_t p = 0; p < n; p++)
		if (before[p] && after[p]) {
			x[kept] = x[p];
			y[kept++] = y[p];
		}
	return kept;
}

static bool
read_pairs(struct stats_job *job, struct scores *before_r, struct scores *after_r)
{
	const struct stats_order *o = job->order;
	const size_t n = job->table.n;
	bool *had = arena_make_n(job->ctx->arena, n, bool), *has = arena_make_n(job->ctx->arena, n, bool);
	struct picked before, after;
	struct ratings first, second;

	if (o->before == NULL || o->after == NULL)
		return fail(job->ctx, E_USAGE, "Say which columns are the two waves: --before LIST --after LIST");
	if (!read_wave(job, o->before, &before, &first) || !read_wave(job, o->after, &after, &second))
		return false;
	if (before.n != after.n)
		return fail(job->ctx, E_INVALID, "--before names %zu columns, --after %zu: a change is of the same items",
		    before.n, after.n);
	*before_r = stats_scores(job, &first, o->least, had);
	*after_r = stats_scores(job, &second, o->least, has);
	before_r->n = after_r->n = keep_pairs(had, has, (int64_t *)before_r->x, (int64_t *)after_r->x, n);
	return true;
}

static void
put_test(struct sheet_list *list, const char *name, const struct paired_test *t)
{
	struct sheet *row = sheet_row(list);

	sheet_word(row, "test", name);
	sheet_refusal(row, t->refused);
	sheet_number(row, "statistic", t->statistic);
	sheet_number(row, "p", t->p);
	sheet_number(row, "mid_p", t->mid_p);
	sheet_word(row, "method", t->refused != REFUSED_NOT ? NULL : t->exact ? "exact" : "normal");
}

static bool
compute_paired(struct stats_job *job)
{
	struct scores before, after;
	struct paired change;
	struct hedges effect;
	struct paired_test flip, pratt, wilcoxon;
	struct sheet_list *tests;

	if (!read_pairs(job, &before, &after))
		return false;
	change = paired_change(&before, &after);
	effect = paired_effect(&before, &after);
	flip = paired_sign_flip(&before, &after);
	pratt = paired_signed_rank(&before, &after, SIGNED_RANK_PRATT);
	wilcoxon = paired_signed_rank(&before, &after, SIGNED_RANK_WILCOXON);
	sheet_count(job->sheet, "people", before.n);
	sheet_refusal(job->sheet, change.change.refused);
	sheet_number(job->sheet, "change", change.change.value);
	sheet_test(job->sheet, &change.change);
	sheet_number(job->sheet, "r", change.r);
	sheet_number(job->sheet, "g", effect.g);
	sheet_interval(job->sheet, "g_ci95", effect.ci95);
	tests = sheet_list(job->sheet, "tests");
	put_test(tests, "sign-flip", &flip);
	put_test(tests, "signed rank (Pratt)", &pratt);
	put_test(tests, "signed rank (Wilcoxon)", &wilcoxon);
	return true;
}

const struct stats_part stats_paired = {
	{ .name = "stats paired",
	    .usage = "--before LIST --after LIST [--points N] [--least N] [--by LIST] [--json] FILE.csv",
	    .summary = "The change of people who answered twice: t, sign-flip, signed rank", .run = stats_run },
	TAKES_WAVES | TAKES_LEAST, compute_paired
};
