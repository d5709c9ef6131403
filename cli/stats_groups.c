/* stats_groups.c - attune stats reml, funnel: how much groups differ, and which stand out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "cli/stats.h"
#include "engine/stats/groups/funnel.h"
#include "engine/stats/groups/intercept.h"
#include "engine/stats/groups/nested.h"
#include "engine/stats/groups/shrink.h"
#include "engine/stats/groups/standing.h"

static void
put_shrunken(struct sheet *row, const struct shrunken *s)
{
	sheet_number(row, "lambda", s->lambda);
	sheet_number(row, "shrunken", s->mean);
	sheet_number(row, "sd_given_mu", s->sd_given_mu);
	sheet_number(row, "sd", s->sd);
	sheet_interval(row, "band80", s->band80);
}

static void
put_standing(struct sheet *row, const struct standing *s)
{
	sheet_number(row, "percentile", s->percentile);
	sheet_number(row, "expected", s->expected);
	sheet_interval(row, "expected80", s->band80);
	sheet_number(row, "p_lowest", s->p_lowest);
	sheet_word(row, "quarter", quarter_name(s->quarter));
}

static void
put_group(struct sheet *row, const char *name, const struct group *g)
{
	sheet_word(row, "group", name);
	sheet_count(row, "n", g->n);
	sheet_number(row, "mean", g->n > 0 ? g->mean : NAN);
}

static void
list_groups(struct stats_job *job, const struct stats_groups *groups, const struct random_intercept *fit)
{
	const size_t n = groups->labels.n;
	struct shrunken *shrunken = arena_make_n(job->ctx->arena, n, struct shrunken);
	struct standing *standing = arena_make_n(job->ctx->arena, n, struct standing);
	struct sheet_list *list = sheet_list(job->sheet, "groups_shrunken");

	for (size_t g = 0; g < n; g++)
		shrunken[g] = shrink_mean(fit, &groups->group[g]);
	standing_of(shrunken, n, standing);
	for (size_t g = 0; g < n; g++) {
		struct sheet *row = sheet_row(list);

		put_group(row, groups->labels.name[g], &groups->group[g]);
		put_shrunken(row, &shrunken[g]);
		put_standing(row, &standing[g]);
	}
}

static bool
compute_intercept(struct stats_job *job)
{
	struct stats_groups groups;
	struct random_intercept fit;
	struct sheet *s = job->sheet;

	if (!stats_groups(job, &groups))
		return false;
	fit = random_intercept_fit(groups.group, groups.labels.n);
	sheet_count(s, "groups", fit.groups);
	sheet_count(s, "people", fit.people);
	sheet_refusal(s, fit.refused);
	sheet_number(s, "tau2", fit.tau2);
	sheet_number(s, "sigma2", fit.sigma2);
	sheet_number(s, "icc", fit.icc);
	sheet_number(s, "mu", fit.mu);
	sheet_number(s, "se_mu", fit.se_mu);
	sheet_number(s, "df_mu", fit.df_mu);
	sheet_number(s, "log_likelihood", fit.log_likelihood);
	sheet_convergence(s, &fit.convergence);
	list_groups(job, &groups, &fit);
	return true;
}

/* Parties are named "alliance/party", so that alliance 1's party a is not alliance 2's. */
static bool
read_nested(struct stats_job *job, struct stats_groups *parties, struct labels *alliances, struct nested_data *data)
{
	struct stats_order order = *job->order;
	struct stats_job one = *job;
	size_t *alliance;

	if (order.group == NULL)
		return fail(job->ctx, E_USAGE, "Say which column tells the parties: --group COLUMN");
	order.group = arena_printf(job->ctx->arena, "%s,%s", order.alliance, order.group);
	one.order = &order;
	if (!stats_groups(&one, parties) || !stats_table_labels(&job->table, order.alliance, alliances))
		return false;
	alliance = arena_make_n(job->ctx->arena, parties->labels.n, size_t);
	for (size_t p = 0; p < job->table.n; p++)
		if (parties->labels.of[p] != TABLE_UNLABELLED)
			alliance[parties->labels.of[p]] = alliances->of[p];
	*data = (struct nested_data){ parties->group, alliance, parties->labels.n, alliances->n };
	return true;
}

static void
list_nested(struct stats_job *job, const struct stats_groups *parties, const struct labels *alliances,
    const struct nested_data *data, const struct nested *fit)
{
	struct shrunken *joint = arena_make_n(job->ctx->arena, data->alliances, struct shrunken);
	struct shrunken *party = arena_make_n(job->ctx->arena, data->parties, struct shrunken);
	struct standing *standing = arena_make_n(job->ctx->arena, data->alliances, struct standing);
	struct sheet_list *list = sheet_list(job->sheet, "alliances_shrunken");

	nested_shrink(fit, data, joint, party);
	standing_of(joint, data->alliances, standing);
	for (size_t a = 0; a < data->alliances; a++) {
		struct sheet *row = sheet_row(list);

		sheet_word(row, "alliance", alliances->name[a]);
		put_shrunken(row, &joint[a]);
		put_standing(row, &standing[a]);
	}
	list = sheet_list(job->sheet, "parties_shrunken");
	for (size_t p = 0; p < data->parties; p++) {
		struct sheet *row = sheet_row(list);

		put_group(row, parties->labels.name[p], &parties->group[p]);
		put_shrunken(row, &party[p]);
	}
}

static bool
compute_nested(struct stats_job *job)
{
	struct stats_groups parties;
	struct labels alliances;
	struct nested_data data;
	struct nested fit;
	struct sheet *s = job->sheet;

	if (!read_nested(job, &parties, &alliances, &data))
		return false;
	fit = nested_fit(&data);
	sheet_count(s, "alliances", fit.alliances);
	sheet_count(s, "parties", fit.parties);
	sheet_count(s, "people", fit.people);
	sheet_refusal(s, fit.refused);
	sheet_number(s, "tau2_alliance", fit.tau2_alliance);
	sheet_number(s, "tau2_party", fit.tau2_party);
	sheet_number(s, "sigma2", fit.sigma2);
	sheet_number(s, "icc_alliance", fit.icc_alliance);
	sheet_number(s, "icc_party", fit.icc_party);
	sheet_number(s, "mu", fit.mu);
	sheet_number(s, "se_mu", fit.se_mu);
	sheet_number(s, "log_likelihood", fit.log_likelihood);
	sheet_convergence(s, &fit.convergence);
	list_nested(job, &parties, &alliances, &data, &fit);
	return true;
}

static bool
compute_reml(struct stats_job *job)
{
	return job->order->alliance != NULL ? compute_nested(job) : compute_intercept(job);
}

static void
list_limits(struct stats_job *job, const struct stats_groups *groups, const struct funnel *f)
{
	struct sheet_list *list = sheet_list(job->sheet, "groups_limits");

	for (size_t g = 0; g < groups->labels.n; g++) {
		const size_t n = groups->group[g].n;
		struct sheet *row = sheet_row(list);

		put_group(row, groups->labels.name[g], &groups->group[g]);
		sheet_number(row, "z", funnel_z(f, &groups->group[g]));
		sheet_interval(row, "limits95", funnel_limits(f, n, .95));
		sheet_interval(row, "limits998", funnel_limits(f, n, .998));
	}
}

static bool
compute_funnel(struct stats_job *job)
{
	struct stats_groups groups;
	struct random_intercept fit;
	struct funnel f;
	struct sheet *s = job->sheet;
	enum refusal refused = REFUSED_NOT;

	if (!stats_groups(job, &groups))
		return false;
	fit = random_intercept_fit(groups.group, groups.labels.n);
	f = funnel_of(groups.group, groups.labels.n, isnan(job->order->centre) ? fit.mu : job->order->centre);
	if (isnan(job->order->centre))
		refused = fit.refused;
	sheet_count(s, "groups", f.groups);
	sheet_refusal(s, f.refused != REFUSED_NOT ? f.refused : refused);
	sheet_number(s, "centre", f.centre);
	sheet_number(s, "sigma2", f.sigma2);
	sheet_number(s, "phi", f.phi);
	sheet_number(s, "between", f.between);
	if (f.refused == REFUSED_NOT && refused == REFUSED_NOT)
		list_limits(job, &groups, &f);
	return true;
}

#define GROUPS "--group LIST (--items LIST [--reverse LIST] [--points N] [--least N] | --value COLUMN) "

const struct stats_part stats_reml = {
	{ .name = "stats reml", .usage = GROUPS "[--alliance COLUMN] [--by LIST] [--json] FILE.csv",
	    .summary = "Variance between groups by REML, shrunken means, standing", .run = stats_run },
	TAKES_ITEMS | TAKES_VALUE | TAKES_LEAST | TAKES_GROUP | TAKES_NESTING, compute_reml
};

const struct stats_part stats_funnel = {
	{ .name = "stats funnel", .usage = GROUPS "[--centre X] [--by LIST] [--json] FILE.csv",
	    .summary = "Control limits: which groups are further out than chance takes them", .run = stats_run },
	TAKES_ITEMS | TAKES_VALUE | TAKES_LEAST | TAKES_GROUP | TAKES_CENTRE, compute_funnel
};
