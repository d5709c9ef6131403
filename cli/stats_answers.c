/* stats_answers.c - the columns of a table as answers to items, as scores, and in groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "cli/stats.h"

bool
stats_answers(struct stats_job *job, struct answers *answers_r)
{
	const struct stats_order *o = job->order;
	struct picked reversed;

	if (o->items == NULL)
		return fail(job->ctx, E_USAGE, "Say which columns are the items: --items FIRST-LAST,OTHER");
	return stats_table_pick(&job->table, o->items, &answers_r->items) &&
	    stats_table_pick(&job->table, o->reverse, &reversed) &&
	    stats_table_ratings(&job->table, &answers_r->items, &reversed, (unsigned)o->points,
		&answers_r->ratings);
}

/* How many items person p answered, and their sum. */
static size_t
count_answers(const struct ratings *r, size_t p, int64_t *sum_r)
{
	size_t answered = 0;

	*sum_r = 0;
	for (size_t i = 0; i < r->items; i++) {
		answered += r->column[i][p] > 0;
		*sum_r += r->column[i][p];
	}
	return answered;
}

static size_t
least_answers(const struct ratings *r, size_t least)
{
	return least > 0 ? least : (3 * r->items + 4) / 5;
}

double *
stats_means(struct stats_job *job, const struct ratings *r, size_t least)
{
	double *x = arena_make_n(job->ctx->arena, r->people, double);

	for (size_t p = 0; p < r->people; p++) {
		int64_t sum;
		size_t answered = count_answers(r, p, &sum);

		x[p] = answered >= least_answers(r, least) && answered > 0 ? (double)sum / (double)answered : NAN;
	}
	return x;
}

/* Of any number of answered items, so that two sets of as many items share it. */
static int64_t
unit_of(struct stats_job *job, size_t items)
{
	int64_t *counts = arena_make_n(job->ctx->arena, items, int64_t);

	for (size_t i = 0; i < items; i++)
		counts[i] = (int64_t)i + 1;
	return scores_unit(counts, items);
}

struct scores
stats_scores(struct stats_job *job, const struct ratings *r, size_t least, bool *has_r)
{
	int64_t *x = arena_make_n(job->ctx->arena, r->people, int64_t), unit = unit_of(job, r->items);

	for (size_t p = 0; p < r->people; p++) {
		int64_t sum;
		size_t answered = count_answers(r, p, &sum);

		has_r[p] = answered >= least_answers(r, least) && answered > 0;
		x[p] = has_r[p] ? scores_from(sum, (int64_t)answered, unit) : 0;
	}
	return (struct scores){ x, r->people, unit };
}

bool
stats_values(struct stats_job *job, double **values_r)
{
	struct answers answers;

	if (job->order->value != NULL)
		return stats_table_numbers(&job->table, job->order->value, values_r);
	if (job->order->items == NULL)
		return fail(job->ctx, E_USAGE, "Say what the score is: --items FIRST-LAST,OTHER or --value COLUMN");
	if (!stats_answers(job, &answers))
		return false;
	*values_r = stats_means(job, &answers.ratings, job->order->least);
	return true;
}

/* The scores of one label, those without a score left out by group_of. */
static struct group
group_with(struct stats_job *job, const double x[], const struct labels *labels, size_t label)
{
	double *members = arena_make_n(job->ctx->arena, job->table.n, double);
	size_t n = 0;

	for (size_t p = 0; p < job->table.n; p++)
		if (labels->of[p] == label)
			members[n++] = x[p];
	return group_of(members, n);
}

bool
stats_groups(struct stats_job *job, struct stats_groups *groups_r)
{
	double *x;

	if (job->order->group == NULL)
		return fail(job->ctx, E_USAGE, "Say which column tells the groups: --group COLUMN");
	if (!stats_table_labels(&job->table, job->order->group, &groups_r->labels) || !stats_values(job, &x))
		return false;
	groups_r->group = arena_make_n(job->ctx->arena, groups_r->labels.n, struct group);
	for (size_t g = 0; g < groups_r->labels.n; g++)
		groups_r->group[g] = group_with(job, x, &groups_r->labels, g);
	return true;
}
