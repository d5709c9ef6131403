/* rows.c - party and joint scores, the weaker side, the colour */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "engine/measure/measuring.h"
#include "engine/measure/show.h"
#include "engine/stats/colour.h"

double
row_percent(const struct row *row, double score)
{
	return 100 * (score - row->min) / (row->max - row->min);
}

void
cell_interval(struct cell *cell, const struct estimate *e)
{
	if (e->refused != REFUSED_NOT)
		return;
	cell->low = e->ci95.lo;
	cell->high = e->ci95.hi;
}

/* Whether the group's figure may be shown: enough people, and the audit agrees. */
static enum shown
dimension_shown(struct measuring *m, const struct row *row, size_t p, size_t n)
{
	if (!show_at(SHOWING_BAND, n, m->wave->k))
		return HIDDEN_SMALL;
	return figure_release(m, figure_dimension(m, row->scores, p, m->wave->n_responses));
}

static void
dimension_parties(struct measuring *m, struct row *row)
{
	for (size_t p = 0; p < m->wave->n_parties; p++) {
		struct group *g = &row->groups[p];

		g->summary = row->scores->summaries[p];
		g->mean = row->one_item ? show_coded(g->summary.mean, row->min, row->max) : g->summary.mean;
		g->capped = g->mean < g->summary.mean || g->mean > g->summary.mean;
		g->shown = dimension_shown(m, row, p, g->summary.n);
		g->band = !show_at(SHOWING_MEAN, g->summary.n, m->wave->k);
	}
}

void
row_join(const struct measuring *m, struct row *row)
{
	struct group *joint = &row->groups[m->wave->n_parties];

	joint->mean = 0;
	for (size_t p = 0; p < m->wave->n_parties; p++) {
		const struct group *g = &row->groups[p];

		joint->summary.n += g->summary.n;
		joint->mean += g->mean / (double)m->wave->n_parties;
		joint->capped |= g->capped;
		joint->band |= g->shown == SHOWN && g->band;
	}
}

/* A party that is silent, or nearly, leaves nothing to be joint. */
static void
dimension_joint(struct measuring *m, struct row *row)
{
	struct group *joint = &row->groups[m->wave->n_parties];
	bool silent = false;

	row_join(m, row);
	for (size_t p = 0; p < m->wave->n_parties; p++)
		silent |= !show_at(SHOWING_PART, row->groups[p].summary.n, m->wave->k);
	joint->shown = silent ? HIDDEN_SMALL : dimension_shown(m, row, m->wave->n_parties, joint->summary.n);
	joint->band |= !show_at(SHOWING_MEAN, joint->summary.n, m->wave->k);
}

static void
dimension_row(struct measuring *m, const struct dimension_scores *d, struct row *row)
{
	const struct scorer *s = &d->scorer;

	*row = (struct row){ .of = s->dimension->id, .role = s->dimension->role, .min = s->min, .max = s->max,
		.margin = s->step / 2, .one_item = s->n_items == 1, .scores = d,
		.groups = arena_make_n(m->arena, m->wave->n_parties + 1, struct group) };
	dimension_parties(m, row);
	dimension_joint(m, row);
}

bool
row_spread_shown(const struct measuring *m, const struct row *row, const struct group *g)
{
	return !g->capped && (!row->one_item || show_at(SHOWING_ITEM_SPREAD, g->summary.n, m->wave->k));
}

/* Only of a group that is shown: then every party in it has people. */
static struct estimate
group_estimate(const struct measuring *m, const struct row *row, size_t p)
{
	struct summary *summaries;

	if (p < m->wave->n_parties)
		return welch_mean(&row->groups[p].summary);
	summaries = arena_make_n(m->arena, p, struct summary);
	for (size_t q = 0; q < p; q++)
		summaries[q] = row->groups[q].summary;
	return welch_joint(summaries, p);
}

static void
add_score(struct measuring *m, const struct row *row, size_t p)
{
	const struct group *g = &row->groups[p];
	struct cell *cell = measuring_add(m, MEASURE_SCORE, row->of, p, NULL, g->shown);
	struct estimate e;

	if (g->shown != SHOWN)
		return;
	cell->n = (int)g->summary.n;
	if (g->band) {
		cell->word = show_band(row_percent(row, g->mean));
		return;
	}
	cell->value = g->mean;
	cell->percent = row_percent(row, g->mean);
	cell->capped = g->capped;
	e = group_estimate(m, row, p);
	if (row_spread_shown(m, row, g))
		cell_interval(cell, &e);
}

enum shown
group_comparable(const struct measuring *m, const struct group *g)
{
	if (g->shown != SHOWN)
		return g->shown;
	return !g->band && show_at(SHOWING_COMPARISON, g->summary.n, m->wave->k) ? SHOWN : HIDDEN_RULE;
}

enum shown
row_comparable(const struct measuring *m, const struct row *row)
{
	enum shown shown = SHOWN;

	for (size_t p = 0; shown == SHOWN && p < m->wave->n_parties; p++)
		shown = group_comparable(m, &row->groups[p]);
	return shown;
}

static void
add_weaker(struct measuring *m, const struct row *row)
{
	size_t n_parties = m->wave->n_parties, weaker = n_parties;
	double low = INFINITY, high = -INFINITY;
	enum shown shown = row_comparable(m, row);
	struct cell *cell;

	for (size_t p = 0; shown == SHOWN && p < n_parties; p++) {
		if (row->groups[p].mean < low) {
			low = row->groups[p].mean;
			weaker = p;
		}
		high = fmax(high, row->groups[p].mean);
	}
	cell = measuring_add(m, MEASURE_WEAKER, row->of, low < high ? weaker : n_parties, NULL, shown);
	if (shown != SHOWN)
		return;
	cell->n = (int)row->groups[weaker].summary.n;
	cell->value = low;
	cell->percent = row_percent(row, low);
	cell->capped = row->groups[weaker].capped;
	cell->word = low < high ? NULL : "equal";
}

static void
add_colour(struct measuring *m, const struct row *row)
{
	const struct group *joint = &row->groups[m->wave->n_parties];
	double target = m->wave->target, floor_ = fmin(m->wave->floor_, target);
	double scale = (row->max - row->min) / 100;
	enum shown shown = joint->shown == SHOWN && joint->band ? HIDDEN_RULE : joint->shown;
	struct cell *cell = isnan(target) ? NULL :
	    measuring_add(m, MEASURE_COLOUR, row->of, m->wave->n_parties, NULL, shown);
	struct colouring colouring;
	struct estimate e;

	if (cell == NULL || shown != SHOWN)
		return;
	e = group_estimate(m, row, m->wave->n_parties);
	colouring = colour_of(&e, row->min + target * scale, row->min + floor_ * scale);
	cell->n = (int)joint->summary.n;
	cell->value = joint->mean;
	cell->percent = row_percent(row, joint->mean);
	cell->word = colour_name(colouring.colour);
	cell->capped = joint->capped;
	if (!row_spread_shown(m, row, joint))
		return;
	cell->p = colouring.p_target;
	cell->p_adjusted = colouring.p_floor;
}

static void
add_row(struct measuring *m, const struct row *row)
{
	for (size_t p = 0; p <= m->wave->n_parties; p++)
		add_score(m, row, p);
	if (m->wave->n_parties > 1)
		add_weaker(m, row);
	add_colour(m, row);
}

/* What drives the alliance comes first, so that outcomes give way where both cannot be shown. */
static void
fill_rows(struct measuring *m)
{
	static const enum role order[] = { ROLE_DRIVER, ROLE_OUTCOME };

	m->rows = arena_make_n(m->arena, m->form->n_dimensions, struct row);
	for (size_t o = 0; o < sizeof(order) / sizeof(*order); o++)
		for (size_t i = 0; i < m->form->n_dimensions; i++)
			if (m->form->dimensions[i].role == order[o] && m->dimensions[i].scorer.n_items > 0)
				dimension_row(m, &m->dimensions[i], &m->rows[m->n_rows++]);
}

void
measure_scores(struct measuring *m)
{
	fill_rows(m);
	m->n_indexes = m->form->n_indexes;
	m->indexes = arena_make_n(m->arena, m->n_indexes, struct row);
	for (size_t i = 0; i < m->n_indexes; i++) {
		index_row(m, &m->form->indexes[i], &m->indexes[i]);
		add_row(m, &m->indexes[i]);
	}
	for (size_t i = 0; i < m->n_rows; i++)
		add_row(m, &m->rows[i]);
}
