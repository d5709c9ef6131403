/* stats_response.c - attune stats grm, dif: the graded response model */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>


#include "base/arena.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "cli/stats.h"
#include "engine/stats/response/dif.h"
#include "engine/stats/response/graded.h"

static bool
read_graded(struct stats_job *job, struct answers *answers_r)
{
	if (!stats_answers(job, answers_r))
		return false;
	if (answers_r->ratings.points <= CATEGORIES_POINTS_MAX)
		return true;
	msgs_error(job->table.msgs, 0, NULL, "These answers have %u points; the model takes up to %d.",
	    answers_r->ratings.points, CATEGORIES_POINTS_MAX);
	return false;
}

static void
put_blame(struct sheet *s, enum refusal refused, const struct answers *answers, size_t item)
{
	sheet_refusal(s, refused);
	sheet_word(s, "refused_item", refused != REFUSED_NOT && item < answers->items.n ? answers->items.name[item]
	    : NULL);
}

/* As many thresholds for every item as the one with most categories has. */
static void
list_items(struct stats_job *job, const struct answers *answers, const struct graded *g)
{
	struct sheet_list *list = sheet_list(job->sheet, "by_item");
	struct arena *a = job->ctx->arena;
	unsigned most = 0;

	for (size_t i = 0; i < g->items; i++)
		most = g->item[i].categories.n > most ? g->item[i].categories.n : most;
	for (size_t i = 0; i < g->items; i++) {
		const struct graded_item *item = &g->item[i];
		struct sheet *row = sheet_row(list);

		sheet_word(row, "item", answers->items.name[i]);
		sheet_count(row, "categories", item->categories.n);
		sheet_number(row, "slope", item->parameter[0]);
		sheet_number(row, "slope_se", item->se[0]);
		for (unsigned k = 1; k < most; k++) {
			const bool has = k < item->categories.n;

			sheet_number(row, arena_printf(a, "intercept_%u", k), has ? item->parameter[k] : NAN);
			sheet_number(row, arena_printf(a, "intercept_%u_se", k), has ? item->se[k] : NAN);
			sheet_number(row, arena_printf(a, "threshold_%u", k), has ? item->threshold[k] : NAN);
			sheet_number(row, arena_printf(a, "threshold_%u_se", k), has ? item->threshold_se[k] : NAN);
		}
	}
}

static void
list_information(struct sheet *s, const struct graded *g)
{
	struct sheet_list *list = sheet_list(s, "information");

	for (int theta = -3; theta <= 3; theta++) {
		struct sheet *row = sheet_row(list);

		sheet_number(row, "theta", theta);
		sheet_number(row, "information", graded_information(g, theta));
	}
}

static void
put_scores(struct stats_job *job, const struct answers *answers, const struct graded *g)
{
	const size_t n = answers->ratings.people;
	double *theta = arena_make_n(job->ctx->arena, n, double), *se = arena_make_n(job->ctx->arena, n, double);
	struct sheet_list *list;

	graded_scores(g, &answers->ratings, theta, se);
	sheet_number(job->sheet, "reliability", graded_reliability(theta, se, n));
	if (!job->order->people)
		return;
	list = sheet_list(job->sheet, "by_person");
	for (size_t p = 0; p < n; p++) {
		struct sheet *row = sheet_row(list);

		sheet_count(row, "line", (size_t)job->table.row[p]->line);
		sheet_number(row, "theta", theta[p]);
		sheet_number(row, "se", se[p]);
	}
}

static bool
compute_grm(struct stats_job *job)
{
	struct answers answers;
	struct graded g;

	if (!read_graded(job, &answers))
		return false;
	g = graded_fit(job->ctx->arena, &answers.ratings);
	sheet_count(job->sheet, "people", g.people);
	sheet_count(job->sheet, "patterns", g.patterns);
	put_blame(job->sheet, g.refused, &answers, g.refused_item);
	sheet_number(job->sheet, "log_likelihood", g.log_likelihood);
	sheet_convergence(job->sheet, &g.convergence);
	if (g.refused != REFUSED_NOT)
		return true;
	put_scores(job, &answers, &g);
	list_items(job, &answers, &g);
	list_information(job->sheet, &g);
	return true;
}

/* Leaves the people of neither group out of the table. */
static bool
read_members(struct stats_job *job, struct answers *answers, struct labels *labels, uint8_t **group_r)
{
	const struct stats_order *o = job->order;
	const size_t n = job->table.n;

	if (o->group == NULL)
		return fail(job->ctx, E_USAGE, "Say which column tells the two groups: --group COLUMN");
	if (!stats_table_labels(&job->table, o->group, labels))
		return false;
	if (labels->n != 2) {
		msgs_error(job->table.msgs, 0, o->group, "Two groups are compared; this column tells %zu.", labels->n);
		return false;
	}
	job->table.n = 0;
	*group_r = arena_make_n(job->ctx->arena, n, uint8_t);
	for (size_t p = 0; p < n; p++) {
		if (labels->of[p] == TABLE_UNLABELLED)
			continue;
		(*group_r)[job->table.n] = (uint8_t)labels->of[p];
		job->table.row[job->table.n++] = job->table.row[p];
	}
	return read_graded(job, answers);
}

static void
list_dif(struct sheet *s, const struct answers *answers, const struct dif *d)
{
	struct sheet_list *list = sheet_list(s, "by_item");

	for (size_t i = 0; i < d->items; i++) {
		const struct dif_item *item = &d->item[i];
		struct sheet *row = sheet_row(list);

		sheet_word(row, "item", answers->items.name[i]);
		sheet_refusal(row, item->refused);
		sheet_number(row, "likelihood_ratio", item->likelihood_ratio);
		sheet_count(row, "df", item->degrees);
		sheet_number(row, "p", item->p);
		sheet_number(row, "adjusted_p", item->adjusted_p);
		sheet_number(row, "shift", item->shift);
		sheet_number(row, "distance", item->distance);
		sheet_word(row, "found", item->found ? "differs" : NULL);
		sheet_word(row, "anchor", item->anchor ? "anchor" : NULL);
	}
}

static bool
compute_dif(struct stats_job *job)
{
	struct answers answers;
	struct labels labels;
	struct dif d;
	uint8_t *group = NULL;

	if (!read_members(job, &answers, &labels, &group))
		return false;
	d = dif_test(job->ctx->arena, &answers.ratings, group);
	sheet_word(job->sheet, "reference", labels.name[0]);
	sheet_count(job->sheet, "reference_people", d.members[0]);
	sheet_word(job->sheet, "focal", labels.name[1]);
	sheet_count(job->sheet, "focal_people", d.members[1]);
	put_blame(job->sheet, d.refused, &answers, d.refused_item);
	sheet_count(job->sheet, "anchors", d.anchors);
	sheet_number(job->sheet, "focal_mean", d.mean);
	sheet_number(job->sheet, "focal_sd", d.sd);
	if (d.refused == REFUSED_NOT)
		list_dif(job->sheet, &answers, &d);
	return true;
}

const struct stats_part stats_grm = {
	{ .name = "stats grm",
	    .usage = "--items LIST [--reverse LIST] [--points N] [--people] [--by LIST] [--json] FILE.csv",
	    .summary = "Graded response model: slopes, thresholds, information, scores", .run = stats_run },
	TAKES_ITEMS | TAKES_PEOPLE, compute_grm
};

const struct stats_part stats_dif = {
	{ .name = "stats dif",
	    .usage = "--group COLUMN --items LIST [--reverse LIST] [--points N] [--by LIST] [--json] FILE.csv",
	    .summary = "Do items mean the same to two groups? Likelihood ratios and effect sizes", .run = stats_run },
	TAKES_ITEMS | TAKES_GROUP, compute_dif
};
