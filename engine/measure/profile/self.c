/* self.c - how the assessed person's view lies to that of the others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "engine/measure/profile/profiling.h"
#include "engine/stats/colour.h"
#include "engine/stats/similarity.h"

/* Half a point of an answer, within which views count as close; and where a strength begins when no target
 * was agreed, of 0-100. */
#define CLOSE .5
#define STRENGTH 62.5

static enum shown
both_shown(const struct competency *c)
{
	enum shown others = c->standings[CIRCLE_OTHERS].shown;

	return others == SHOWN ? c->standings[CIRCLE_SELF].shown : others;
}

static const char *
gap_word(const struct competency *c, const struct cell *cell)
{
	double usual = competency_leniency(c), close = CLOSE * c->whole.scorer.step;

	if (isnan(cell->low))
		return "cannot-tell";
	if (cell->low > usual)
		return "over";
	if (cell->high < 0)
		return "under";
	return cell->low >= -close && cell->high <= usual + close ? "close" : "cannot-tell";
}

static void
add_gap(struct profiling *p, const struct competency *c)
{
	const struct standing *self = &c->standings[CIRCLE_SELF], *others = &c->standings[CIRCLE_OTHERS];
	struct cell *cell = profile_add(p, MEASURE_SELF_GAP, c->dimension->id, "others", NULL, both_shown(c));
	struct estimate e = competency_estimate(c, CIRCLE_OTHERS);

	if (cell->shown != SHOWN)
		return;
	cell->n = (int)others->summary.n;
	cell->value = self->mean - others->mean;
	cell->effect = cell->value - competency_leniency(c);
	cell->capped = others->capped;
	if (e.refused == REFUSED_NOT) {
		cell->low = self->mean - e.ci95.hi;
		cell->high = self->mean - e.ci95.lo;
	}
	cell->word = gap_word(c, cell);
}

static const char *
quadrant(bool self_high, enum colour others)
{
	switch (others) {
	case COLOUR_GREEN:
		return self_high ? "agreed-strength" : "hidden-strength";
	case COLOUR_RED:
		return self_high ? "blind-spot" : "agreed-need";
	default:
		return "unclear";
	}
}

static void
add_quadrant(struct profiling *p, const struct competency *c)
{
	struct cell *cell = profile_add(p, MEASURE_QUADRANT, c->dimension->id, "others", NULL, both_shown(c));
	double target = isnan(p->pools.wave.target) ? STRENGTH : p->pools.wave.target;
	const struct scorer *s = &c->whole.scorer;
	double strength = s->min + target / 100 * (s->max - s->min);
	struct estimate e = competency_estimate(c, CIRCLE_OTHERS);
	bool self_high = c->standings[CIRCLE_SELF].mean - competency_leniency(c) >= strength;

	if (cell->shown != SHOWN)
		return;
	cell->n = (int)c->standings[CIRCLE_OTHERS].summary.n;
	cell->value = strength;
	cell->percent = target;
	cell->word = quadrant(self_high, colour_of(&e, strength, strength).colour);
}

static void
add_whole(struct profiling *p, const double *self, const double *others, size_t n)
{
	struct similarity s = similarity_of(self, others, n);
	struct cell *cell = profile_add(p, MEASURE_SELF_GAP, "", "others", NULL, n > 0 ? SHOWN : HIDDEN_SMALL);

	for (size_t i = 0; i < n; i++)
		cell->value = (i == 0 ? 0 : cell->value) + (self[i] - others[i]) / (double)n;
	cell->n = (int)n;
	cell = profile_add(p, MEASURE_MATCH, "", "others", NULL, s.refused == REFUSED_NOT ? SHOWN : HIDDEN_RULE);
	if (cell->shown != SHOWN)
		return;
	cell->n = (int)n;
	cell->value = s.r;
	cell->effect = s.distance;
}

void
profile_self(struct profiling *p)
{
	double *self = arena_make_n(p->m.arena, p->n_competencies, double);
	double *others = arena_make_n(p->m.arena, p->n_competencies, double);
	size_t n = 0;

	for (size_t i = 0; i < p->n_competencies; i++) {
		const struct competency *c = &p->competencies[i];

		add_gap(p, c);
		add_quadrant(p, c);
		if (both_shown(c) != SHOWN)
			continue;
		self[n] = c->standings[CIRCLE_SELF].mean;
		others[n++] = c->standings[CIRCLE_OTHERS].mean;
	}
	add_whole(p, self, others, n);
}
