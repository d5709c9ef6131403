/* circles.c - rater groups taken alone and together, and what may be shown of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "engine/measure/profile/profiling.h"
#include "engine/measure/show.h"

static bool
belongs(const struct profiling *p, size_t circle, size_t party)
{
	enum rater_group group = p->pools.group[party];

	switch (circle) {
	case CIRCLE_OTHERS:
		return group != GROUP_SELF;
	case CIRCLE_SELF:
		return group == GROUP_SELF;
	case CIRCLE_INSIDE:
		return group != GROUP_SELF && !group_is_partner(group);
	case CIRCLE_PARTNER:
		return group_is_partner(group);
	default:
		return p->circles[circle].party == party;
	}
}

static void
fill_circle(struct profiling *p, size_t number)
{
	struct circle *c = &p->circles[number];

	c->has = arena_make_n(p->m.arena, p->pools.wave.n_parties, bool);
	c->known = true;
	c->view = number == CIRCLE_INSIDE || number == CIRCLE_PARTNER;
	c->show_from = number == CIRCLE_OTHERS ? (size_t)p->pools.wave.k : RATERS_MEAN;
	for (size_t party = 0; party < p->pools.wave.n_parties; party++) {
		c->has[party] = belongs(p, number, party) && p->pools.with[party] == p->pools.group[party];
		c->known &= !c->has[party] || p->pools.wave.parties[party].identified;
	}
}

static void
name_circles(struct profiling *p)
{
	static const char *const together[CIRCLE_GROUPS] = {
		[CIRCLE_OTHERS] = "others", [CIRCLE_SELF] = "self", [CIRCLE_INSIDE] = "inside",
		[CIRCLE_PARTNER] = "partner",
	};

	p->circles = arena_make_n(p->m.arena, CIRCLE_GROUPS + p->pools.wave.n_parties, struct circle);
	for (p->n_circles = 0; p->n_circles < CIRCLE_GROUPS; p->n_circles++)
		p->circles[p->n_circles].id = together[p->n_circles];
	for (size_t party = 0; party < p->pools.wave.n_parties; party++) {
		if (p->pools.group[party] == GROUP_SELF)
			continue;
		p->circles[p->n_circles].id = p->pools.wave.parties[party].id;
		p->circles[p->n_circles++].party = party;
	}
}

/* Every group is asked about it, whoever answered this time: so views can be held against those of another wave. */
static bool
asked_of_all(const struct item *item)
{
	return (item->groups | 1u << GROUP_SELF) == GROUPS_ALL;
}

/* The competency as far as both sides are asked about it. */
static const struct dimension *
common_dimension(const struct profiling *p, const struct dimension *d)
{
	struct dimension *common = arena_make(p->m.arena, struct dimension);
	size_t *items = arena_make_n(p->m.arena, d->n_items, size_t);
	double *weights = arena_make_n(p->m.arena, d->n_items, double);

	*common = *d;
	common->n_items = 0;
	for (size_t i = 0; i < d->n_items; i++) {
		if (!asked_of_all(&p->m.form->items[d->items[i]]))
			continue;
		items[common->n_items] = d->items[i];
		weights[common->n_items++] = d->weights[i];
	}
	common->items = items;
	common->weights = weights;
	common->min_valid = (d->min_valid * common->n_items + d->n_items - 1) / d->n_items;
	return common;
}

static struct scores
circle_scores(const struct profiling *p, const struct circle *c, const struct dimension_scores *d)
{
	int64_t *x = arena_make_n(p->m.arena, p->pools.wave.n_responses, int64_t);
	struct scores all = { .x = x, .unit = d->parties[0].unit };

	for (size_t party = 0; party < p->pools.wave.n_parties; party++) {
		const struct scores *s = &d->parties[party];

		if (!c->has[party] || s->n == 0)
			continue;
		memcpy(x + all.n, s->x, s->n * sizeof(*x));
		all.n += s->n;
	}
	return all;
}

bool
circle_has(const struct profiling *p, const struct circle *c, size_t response)
{
	return c->has[p->pools.wave.responses[response].party];
}

static struct disclosure_figure
circle_figure(const struct profiling *p, const struct circle *c, const struct dimension_scores *d)
{
	size_t room = p->pools.wave.n_responses * d->scorer.n_items;
	struct disclosure_term *terms = arena_make_n(p->m.arena, room, struct disclosure_term);
	struct disclosure_figure figure = { .terms = terms };

	for (size_t r = 0; r < p->pools.wave.n_responses; r++)
		if (d->scored[r] && circle_has(p, c, r))
			figure.n_terms += figure_person(&p->m, d, r, 1, terms + figure.n_terms);
	return figure;
}

struct disclosure_figure
circle_slot(const struct profiling *p, const struct circle *c, size_t slot)
{
	struct disclosure_term *terms = arena_make_n(p->m.arena, p->pools.wave.n_responses, struct disclosure_term);
	struct disclosure_figure figure = { .terms = terms };

	for (size_t r = 0; r < p->pools.wave.n_responses; r++)
		if (circle_has(p, c, r) && code_is_value(p->pools.wave.responses[r].answers->codes[slot]))
			terms[figure.n_terms++] = (struct disclosure_term){ .respondent = r,
				.variable = slot, .weight = 1, .out_of = 1 };
	return figure;
}

struct scores
circle_answers(const struct profiling *p, const struct circle *c, size_t item)
{
	int64_t *x = arena_make_n(p->m.arena, p->pools.wave.n_responses, int64_t);
	struct scores all = { .x = x, .unit = 1 };

	for (size_t party = 0; party < p->pools.wave.n_parties; party++) {
		struct scores s = { .n = 0 };

		if (c->has[party])
			s = score_item(p->m.arena, &p->pools.wave, item, party, true);
		if (s.n > 0)
			memcpy(x + all.n, s.x, s.n * sizeof(*x));
		all.n += s.n;
	}
	return all;
}

enum shown
circle_release(struct profiling *p, const struct circle *c, size_t n, size_t from, struct disclosure_figure figure)
{
	if (n == 0)
		return HIDDEN_SMALL;
	if (c->known) {
		disclosure_publish(p->m.audit, figure);
		return SHOWN;
	}
	if (n < (size_t)p->pools.wave.k)
		return HIDDEN_SMALL;
	return n < from ? HIDDEN_RULE : figure_release(&p->m, figure);
}

static void
score_competencies(struct profiling *p)
{
	p->competencies = arena_make_n(p->m.arena, p->m.form->n_dimensions, struct competency);
	for (size_t i = 0; i < p->m.form->n_dimensions; i++) {
		const struct dimension *d = &p->m.form->dimensions[i];
		struct competency *c = &p->competencies[p->n_competencies];

		if (d->role == ROLE_SIGNAL || scorer_new(p->m.arena, p->m.form, d).n_items == 0)
			continue;
		c->dimension = d;
		c->whole = score_dimension(p->m.arena, &p->pools.wave, d);
		c->common = score_dimension(p->m.arena, &p->pools.wave, common_dimension(p, d));
		c->standings = arena_make_n(p->m.arena, p->n_circles, struct standing);
		p->n_competencies++;
	}
}

static size_t
count_asked(const struct profiling *p, const struct circle *c, const struct scorer *scorer)
{
	size_t n = 0;

	for (size_t i = 0; i < scorer->n_items; i++) {
		bool asked = false;

		for (size_t party = 0; party < p->pools.wave.n_parties; party++)
			asked |= c->has[party] && groups_include(p->m.form->items[scorer->items[i]].groups,
			    p->pools.wave.parties[party].id);
		n += asked;
	}
	return n;
}

/* A competency of one behaviour is an item: near-unanimity would tell everybody's answer. */
static void
fill_mean(const struct circle *c, struct standing *s)
{
	s->mean = s->summary.mean;
	if (c->known || s->n_items > 1)
		return;
	s->mean = show_coded(s->summary.mean, s->scorer->min, s->scorer->max);
	s->capped = s->mean < s->summary.mean || s->mean > s->summary.mean;
}

/* Circle by circle, so that single groups give way to what they are part of. */
static void
release_standings(struct profiling *p)
{
	for (size_t i = 0; i < p->n_circles; i++)
		for (size_t j = 0; j < p->n_competencies; j++) {
			const struct circle *c = &p->circles[i];
			struct competency *competency = &p->competencies[j];
			const struct dimension_scores *d = c->view ? &competency->common : &competency->whole;
			struct standing *s = &competency->standings[i];

			s->scores = circle_scores(p, c, d);
			s->summary = scores_summary(&s->scores);
			s->scorer = &d->scorer;
			s->n_items = count_asked(p, c, s->scorer);
			fill_mean(c, s);
			s->shown = circle_release(p, c, s->summary.n, c->show_from, circle_figure(p, c, d));
		}
}

void
circles_fill(struct profiling *p)
{
	name_circles(p);
	for (size_t i = 0; i < p->n_circles; i++)
		fill_circle(p, i);
	score_competencies(p);
	release_standings(p);
}

double
profile_percent(const struct scorer *s, double score)
{
	return 100 * (score - s->min) / (s->max - s->min);
}

double
competency_percent(const struct competency *c, size_t circle)
{
	return profile_percent(c->standings[circle].scorer, c->standings[circle].mean);
}

struct estimate
competency_estimate(const struct competency *c, size_t circle)
{
	const struct standing *s = &c->standings[circle];
	size_t from = s->n_items == 1 ? RATERS_ITEM : RATERS_MEAN;

	if (s->shown == SHOWN && !s->capped && s->summary.n >= from)
		return welch_mean(&s->summary);
	return (struct estimate){ .refused = REFUSED_TOO_FEW, .value = s->mean };
}

/* Self-ratings lie d = .32 above those of others (Heidemeier & Moser 2009); a sixth of the scale stands for
 * the standard deviation of people, which a single assessment does not know. */
double
competency_leniency(const struct competency *c)
{
	return .32 * (c->whole.scorer.max - c->whole.scorer.min) / 6;
}
