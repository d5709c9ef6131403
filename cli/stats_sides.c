/* stats_sides.c - attune stats gap, nps: sides against each other, and whether people recommend */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "cli/stats.h"
#include "engine/stats/gap/contrast.h"
#include "engine/stats/gap/effect.h"
#include "engine/stats/gap/equivalence.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/gap/permutation.h"
#include "engine/stats/gap/ranks.h"
#include "engine/stats/gap/verdict.h"
#include "engine/stats/gap/welch.h"
#include "engine/stats/shares.h"

/* A dimension, or an item by itself, and everybody's scores by side. */
struct measure {
	const char *name;
	struct scores *side;
	struct summary *summary;
};

/* One measure's comparison of one side with the other, or with all others. */
struct comparison {
	const struct measure *measure;
	size_t which;
	struct estimate gap;
	struct permutation permutation;
	double holm, benjamini_hochberg;
};

struct gaps {
	struct labels sides;
	struct measure *measures;
	size_t n_measures;
	struct comparison *comparisons;
	size_t n;
};

/* The scores of one side's people, in the order of the table. */
static struct scores
scores_of_side(struct stats_job *job, const struct scores *all, const bool has[], const struct labels *sides,
    size_t side)
{
	int64_t *x = arena_make_n(job->ctx->arena, all->n, int64_t);
	size_t n = 0;

	for (size_t p = 0; p < all->n; p++)
		if (has[p] && sides->of[p] == side)
			x[n++] = all->x[p];
	return (struct scores){ x, n, all->unit };
}

static struct measure
measure_of(struct stats_job *job, const char *name, const struct ratings *r, const struct labels *sides)
{
	struct arena *a = job->ctx->arena;
	bool *has = arena_make_n(a, r->people, bool);
	struct scores all = stats_scores(job, r, job->order->least, has);
	struct measure m = { name, arena_make_n(a, sides->n, struct scores),
		arena_make_n(a, sides->n, struct summary) };

	for (size_t s = 0; s < sides->n; s++) {
		m.side[s] = scores_of_side(job, &all, has, sides, s);
		m.summary[s] = scores_summary(&m.side[s]);
	}
	return m;
}

static void
read_measures(struct stats_job *job, const struct answers *answers, struct gaps *g)
{
	const struct ratings *r = &answers->ratings;

	g->n_measures = job->order->each ? r->items : 1;
	g->measures = arena_make_n(job->ctx->arena, g->n_measures, struct measure);
	for (size_t i = 0; i < g->n_measures; i++) {
		struct ratings one = { &r->column[i], r->people, 1, r->points };

		g->measures[i] = job->order->each ? measure_of(job, answers->items.name[i], &one, &g->sides)
		    : measure_of(job, job->order->items, r, &g->sides);
	}
}

/* Of two sides the first against the second; of more, each against the mean of the others. */
static void
compare(struct stats_job *job, struct gaps *g)
{
	const size_t n = g->sides.n, each = n == 2 ? 1 : n;
	double *p;

	g->n = g->n_measures * each;
	g->comparisons = arena_make_n(job->ctx->arena, g->n, struct comparison);
	p = arena_make_n(job->ctx->arena, 2 * g->n, double);
	for (size_t i = 0; i < g->n; i++) {
		const struct measure *m = &g->measures[i / each];

		g->comparisons[i] = (struct comparison){ m, i % each,
			welch_against_others(m->summary, n, i % each), contrast_test(m->side, n, i % each), 0, 0 };
		p[i] = g->comparisons[i].permutation.mid_p;
	}
	multiplicity_benjamini_hochberg(p, g->n, p + g->n);
	multiplicity_holm(p, g->n, p);
	for (size_t i = 0; i < g->n; i++) {
		g->comparisons[i].holm = p[i];
		g->comparisons[i].benjamini_hochberg = p[g->n + i];
	}
}

static void
list_sides(struct sheet *s, const struct gaps *g)
{
	struct sheet_list *list = sheet_list(s, "sides");

	for (size_t i = 0; i < g->n_measures; i++)
		for (size_t k = 0; k < g->sides.n; k++) {
			const struct summary *summary = &g->measures[i].summary[k];
			struct estimate mean = welch_mean(summary);
			struct sheet *row = sheet_row(list);

			sheet_word(row, "measure", g->measures[i].name);
			sheet_word(row, "side", g->sides.name[k]);
			sheet_count(row, "n", summary->n);
			sheet_number(row, "mean", summary->mean);
			sheet_number(row, "sd", sqrt(summary->variance));
			sheet_interval(row, "ci95", mean.ci95);
		}
}

static void
list_joint(struct sheet *s, const struct gaps *g)
{
	struct sheet_list *list = sheet_list(s, "joint");

	for (size_t i = 0; i < g->n_measures; i++) {
		struct estimate joint = welch_joint(g->measures[i].summary, g->sides.n);
		struct sheet *row = sheet_row(list);

		sheet_word(row, "measure", g->measures[i].name);
		sheet_refusal(row, joint.refused);
		sheet_number(row, "mean", joint.value);
		sheet_number(row, "se", joint.se);
		sheet_number(row, "df", joint.df);
		sheet_interval(row, "ci95", joint.ci95);
	}
}

static struct sheet *
row_of(struct sheet_list *list, const struct gaps *g, const struct comparison *c)
{
	struct sheet *row = sheet_row(list);

	sheet_word(row, "measure", c->measure->name);
	sheet_word(row, "side", g->sides.name[c->which]);
	sheet_word(row, "against", g->sides.n == 2 ? g->sides.name[1] : "others");
	return row;
}

static void
list_gaps(struct stats_job *job, const struct gaps *g)
{
	struct sheet_list *list = sheet_list(job->sheet, "gaps");

	for (size_t i = 0; i < g->n; i++) {
		const struct comparison *c = &g->comparisons[i];
		struct sheet *row = row_of(list, g, c);

		sheet_refusal(row, c->gap.refused);
		sheet_number(row, "gap", c->gap.value);
		sheet_test(row, &c->gap);
		sheet_number(row, "p_equivalent", equivalence_test(&c->gap, job->order->margin).p);
		sheet_word(row, "verdict", verdict_name(verdict_of(c->holm, &c->gap, job->order->margin)));
	}
}

static void
list_permutations(struct sheet *s, const struct gaps *g)
{
	static const char *const methods[] = {
		[SUBSET_COUNTED] = "counted", [SUBSET_INVERTED] = "inverted", [SUBSET_NORMAL] = "normal" };
	struct sheet_list *list = sheet_list(s, "permutation");

	for (size_t i = 0; i < g->n; i++) {
		const struct comparison *c = &g->comparisons[i];
		struct sheet *row = row_of(list, g, c);

		sheet_refusal(row, c->permutation.refused);
		sheet_number(row, "p", c->permutation.p);
		sheet_number(row, "mid_p", c->permutation.mid_p);
		sheet_number(row, "holm", c->holm);
		sheet_number(row, "benjamini_hochberg", c->benjamini_hochberg);
		sheet_word(row, "method", c->permutation.refused == REFUSED_NOT ? methods[c->permutation.method] : NULL);
	}
}

static void
list_effects(struct sheet *s, const struct gaps *g)
{
	struct sheet_list *list = sheet_list(s, "effects");

	for (size_t i = 0; i < g->n; i++) {
		const struct measure *m = g->comparisons[i].measure;
		struct hedges hedges = effect_hedges(&m->summary[0], &m->summary[1]);
		struct cliff cliff = effect_cliff(&m->side[0], &m->side[1]);
		struct ranks ranks = ranks_test(&m->side[0], &m->side[1]);
		struct sheet *row = row_of(list, g, &g->comparisons[i]);

		sheet_number(row, "g", hedges.g);
		sheet_interval(row, "g_ci95", hedges.ci95);
		sheet_number(row, "superiority", cliff.superiority);
		sheet_number(row, "delta", cliff.delta);
		sheet_interval(row, "delta_ci95", cliff.ci95);
		sheet_number(row, "u", ranks.u);
		sheet_number(row, "u_p", ranks.p);
	}
}

static bool
compute_gap(struct stats_job *job)
{
	struct answers answers;
	struct gaps g;

	if (job->order->group == NULL)
		return fail(job->ctx, E_USAGE, "Say which column tells the sides: --group COLUMN");
	if (!stats_answers(job, &answers) || !stats_table_labels(&job->table, job->order->group, &g.sides))
		return false;
	if (g.sides.n < 2) {
		msgs_error(job->table.msgs, 0, job->order->group, "A gap needs two sides; here is %s.",
		    g.sides.n == 0 ? "none" : "one only");
		return false;
	}
	read_measures(job, &answers, &g);
	compare(job, &g);
	list_sides(job->sheet, &g);
	list_joint(job->sheet, &g);
	list_gaps(job, &g);
	list_permutations(job->sheet, &g);
	if (g.sides.n == 2)
		list_effects(job->sheet, &g);
	return true;
}

static bool
is_recommendation(const struct stats_table *t, size_t row, const char *column, double x)
{
	if (isnan(x) || (x >= 0 && x <= 10 && x == floor(x)))
		return true;
	msgs_error(t->msgs, t->row[row]->line, column, "`%g` is not a whole number from 0 to 10.", x);
	return false;
}

static void
put_nps(struct stats_job *job, const double x[], const struct labels *labels, size_t label, struct sheet *row)
{
	size_t promoters = 0, passives = 0, detractors = 0;
	struct nps nps;

	for (size_t p = 0; p < job->table.n; p++) {
		if (isnan(x[p]) || (labels != NULL && labels->of[p] != label))
			continue;
		promoters += x[p] >= 9;
		detractors += x[p] <= 6;
		passives += x[p] > 6 && x[p] < 9;
	}
	nps = shares_nps(promoters, passives, detractors);
	sheet_count(row, "n", nps.n);
	sheet_refusal(row, nps.refused);
	sheet_count(row, "promoters", promoters);
	sheet_count(row, "passives", passives);
	sheet_count(row, "detractors", detractors);
	sheet_number(row, "nps", nps.nps);
	sheet_number(row, "se", nps.se);
	sheet_interval(row, "ci95", nps.ci95);
	sheet_word(row, "interval", nps.refused != REFUSED_NOT ? NULL : nps.adjusted ? "adjusted Wald" : "Wald");
}

static bool
compute_nps(struct stats_job *job)
{
	const struct stats_order *o = job->order;
	struct labels labels;
	struct sheet_list *list;
	bool fit = true;
	double *x;

	if (o->value == NULL)
		return fail(job->ctx, E_USAGE, "Say which column has the answers from 0 to 10: --value COLUMN");
	if (!stats_table_numbers(&job->table, o->value, &x))
		return false;
	for (size_t p = 0; p < job->table.n; p++)
		fit = is_recommendation(&job->table, p, o->value, x[p]) && fit;
	if (!fit)
		return false;
	if (o->group == NULL) {
		put_nps(job, x, NULL, 0, job->sheet);
		return true;
	}
	if (!stats_table_labels(&job->table, o->group, &labels))
		return false;
	list = sheet_list(job->sheet, "groups");
	for (size_t g = 0; g < labels.n; g++) {
		struct sheet *row = sheet_row(list);

		sheet_word(row, "group", labels.name[g]);
		put_nps(job, x, &labels, g, row);
	}
	return true;
}

const struct stats_part stats_gap = {
	{ .name = "stats gap",
	    .usage = "--group COLUMN --items LIST [--reverse LIST] [--points N] [--each] [--least N] [--margin X] "
		"[--by LIST] [--json] FILE.csv",
	    .summary = "Sides against each other: Welch, exact tests, effects, verdict", .run = stats_run },
	TAKES_ITEMS | TAKES_GROUP | TAKES_LEAST | TAKES_EACH, compute_gap
};

const struct stats_part stats_nps = {
	{ .name = "stats nps", .usage = "--value COLUMN [--group LIST] [--by LIST] [--json] FILE.csv",
	    .summary = "Net promoter score of answers from 0 to 10, with its interval", .run = stats_run },
	TAKES_VALUE | TAKES_GROUP, compute_nps
};
