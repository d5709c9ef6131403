/* fit.c - the profile weighted for kinds of alliance, made of figures that are released already */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/profile/profiling.h"

/* A fit stands on at least this share of the declared weight. */
#define COVERAGE .6

static bool
in_play(const struct profiling *p, size_t circle)
{
	for (size_t i = 0; i < p->n_competencies; i++)
		if (p->competencies[i].standings[circle].shown == SHOWN)
			return true;
	return false;
}

/* Shown for every one of the four of which anything is shown: so their fits are about the same things. */
static bool
usable(const struct profiling *p, const struct competency *c)
{
	for (size_t circle = 0; circle < CIRCLE_GROUPS; circle++)
		if (in_play(p, circle) && c->standings[circle].shown != SHOWN)
			return false;
	return true;
}

static double
weight_of(const struct profiling *p, const struct weight_set *set, const struct competency *c)
{
	return set == NULL ? 1 : set->weights[c->dimension - p->m.form->dimensions];
}

/* Sums over what is usable: the weights, and the weighted percents. */
struct weighted {
	double declared, kept, sum;
	int n;
};

static struct weighted
weigh(const struct profiling *p, const struct weight_set *set, size_t circle)
{
	struct weighted w = { .n = 0 };

	for (size_t i = 0; i < p->n_competencies; i++) {
		const struct competency *c = &p->competencies[i];
		double weight = weight_of(p, set, c);

		w.declared += weight;
		if (!usable(p, c))
			continue;
		w.kept += weight;
		w.sum += weight * competency_percent(c, circle);
		w.n++;
	}
	return w;
}

/* Where the difference between the weighted and the unweighted fit comes from. */
static void
add_shares(struct profiling *p, const struct weight_set *set)
{
	struct weighted alike = weigh(p, NULL, CIRCLE_OTHERS), w = weigh(p, set, CIRCLE_OTHERS);

	for (size_t i = 0; i < p->n_competencies; i++) {
		const struct competency *c = &p->competencies[i];
		double more = weight_of(p, set, c) / w.kept - 1 / alike.kept;
		struct cell *cell;

		if (!usable(p, c))
			continue;
		cell = profile_add(p, MEASURE_FIT, set->id, p->circles[CIRCLE_OTHERS].id, c->dimension->id,
			SHOWN);
		cell->n = w.n;
		cell->value = more * (competency_percent(c, CIRCLE_OTHERS) - alike.sum / alike.kept);
	}
}

static void
add_fit(struct profiling *p, const struct weight_set *set, size_t circle)
{
	struct cell *cell = profile_add(p, MEASURE_FIT, set == NULL ? "" : set->id, p->circles[circle].id,
		NULL, HIDDEN_SMALL);
	struct weighted w;

	if (!in_play(p, circle))
		return;
	w = weigh(p, set, circle);
	cell->shown = w.kept > 0 && w.kept >= COVERAGE * w.declared ? SHOWN : HIDDEN_RULE;
	if (cell->shown != SHOWN)
		return;
	cell->n = w.n;
	cell->percent = w.sum / w.kept;
	if (set != NULL && circle == CIRCLE_OTHERS)
		add_shares(p, set);
}

void
profile_fit(struct profiling *p)
{
	for (size_t circle = 0; circle < CIRCLE_GROUPS; circle++) {
		add_fit(p, NULL, circle);
		for (size_t i = 0; i < p->m.form->n_weight_sets; i++)
			add_fit(p, &p->m.form->weight_sets[i], circle);
	}
}
