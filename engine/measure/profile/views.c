/* views.c - the own organisation's view against the partner's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "engine/measure/profile/profiling.h"
#include "engine/stats/gap/effect.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/gap/permutation.h"
#include "engine/stats/gap/verdict.h"

/* Two views by so many raters can be compared; a named person's rating is no sample of a view. */
static enum shown
comparable(const struct competency *c)
{
	const struct standing *inside = &c->standings[CIRCLE_INSIDE], *partner = &c->standings[CIRCLE_PARTNER];

	if (inside->shown != SHOWN || partner->shown != SHOWN)
		return inside->shown != SHOWN ? inside->shown : partner->shown;
	return inside->summary.n >= RATERS_MEAN && partner->summary.n >= RATERS_MEAN ? SHOWN : HIDDEN_RULE;
}

static double
mid_p(const struct competency *c)
{
	if (comparable(c) != SHOWN)
		return NAN;
	return permutation_test(&c->standings[CIRCLE_INSIDE].scores, &c->standings[CIRCLE_PARTNER].scores).mid_p;
}

static void
add_gap(struct profiling *p, const struct competency *c, double chance, double adjusted)
{
	const struct standing *inside = &c->standings[CIRCLE_INSIDE], *partner = &c->standings[CIRCLE_PARTNER];
	struct estimate e = welch_difference(&inside->summary, &partner->summary);
	struct cell *cell = profile_add(p, MEASURE_GAP, c->dimension->id, "inside", NULL, comparable(c));

	if (cell->shown != SHOWN)
		return;
	cell->n = (int)(inside->summary.n + partner->summary.n);
	cell->value = inside->mean - partner->mean;
	cell->capped = inside->capped || partner->capped;
	cell->p = chance;
	cell->word = verdict_name(verdict_of(adjusted, &e, c->common.scorer.step / 2));
	if (inside->summary.n >= RATERS_HOLM && partner->summary.n >= RATERS_HOLM)
		cell->p_adjusted = adjusted;
	if (competency_estimate(c, CIRCLE_INSIDE).refused != REFUSED_NOT
	    || competency_estimate(c, CIRCLE_PARTNER).refused != REFUSED_NOT)
		return;
	cell_interval(cell, &e);
	cell->effect = effect_hedges(&inside->summary, &partner->summary).g;
}

void
profile_views(struct profiling *p)
{
	double *chances = arena_make_n(p->m.arena, p->n_competencies, double);
	double *adjusted = arena_make_n(p->m.arena, p->n_competencies, double);

	for (size_t i = 0; i < p->n_competencies; i++)
		chances[i] = mid_p(&p->competencies[i]);
	multiplicity_holm(chances, p->n_competencies, adjusted);
	for (size_t i = 0; i < p->n_competencies; i++)
		add_gap(p, &p->competencies[i], chances[i], adjusted[i]);
}
