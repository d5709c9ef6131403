/* profile.c - one assessment from answers to release */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/profile/profile.h"

#include "base/arena.h"
#include "base/check.h"
#include "engine/measure/profile/profiling.h"

static struct disclosure *
open_audit(const struct profiling *p)
{
	const struct wave_answers *w = &p->pools.wave;
	int *k = arena_make_n(p->m.arena, w->n_responses, int);

	for (size_t r = 0; r < w->n_responses; r++)
		k[r] = w->parties[w->responses[r].party].identified ? 1 : w->k;
	return disclosure_new(p->m.arena, w->n_responses, w->form->n_slots, k);
}

static void
add_response(struct profiling *p, size_t party)
{
	const struct wave_party *group = &p->pools.wave.parties[party];
	struct cell *cell = profile_add(p, MEASURE_RESPONSE, "", group->id, NULL, SHOWN);

	cell->n = group->invited;
	if (p->pools.with[party] == N_GROUPS) {
		cell->word = "left-out";
		return;
	}
	cell->value = (double)raters_answered(&p->pools.wave, party);
	if (group->invited > 0)
		cell->percent = 100 * cell->value / group->invited;
}

/* Of a group that is pooled nothing is told but with which, of one that is left out nothing but that: of so few
 * people a number would tell who answered. */
void
profile_responses(struct profiling *p)
{
	for (size_t party = 0; party < p->pools.wave.n_parties; party++) {
		enum rater_group with = p->pools.with[party];

		if (with == p->pools.group[party] || with == N_GROUPS)
			add_response(p, party);
		else
			profile_add(p, MEASURE_RESPONSE, "", p->pools.wave.parties[party].id, group_names[with], HIDDEN_RULE);
	}
}

static void
add_score(struct profiling *p, const struct competency *c, size_t circle)
{
	const struct standing *s = &c->standings[circle];
	struct cell *cell = profile_add(p, MEASURE_SCORE, c->dimension->id, p->circles[circle].id, NULL, s->shown);
	struct estimate e;

	if (s->shown != SHOWN)
		return;
	cell->n = (int)s->summary.n;
	cell->value = s->mean;
	cell->percent = competency_percent(c, circle);
	cell->capped = s->capped;
	e = competency_estimate(c, circle);
	cell_interval(cell, &e);
}

void
profile_scores(struct profiling *p)
{
	for (size_t i = 0; i < p->n_competencies; i++)
		for (size_t circle = 0; circle < p->n_circles; circle++)
			add_score(p, &p->competencies[i], circle);
}

struct cell *
profile_add(struct profiling *p, enum measure measure, const char *of, const char *group, const char *detail,
	enum shown shown)
{
	struct cell *cell = measuring_add(&p->m, measure, of, 0, detail, shown);

	cell->group = group;
	return cell;
}

static void
forget_left_out(const struct profiling *p, struct release *release)
{
	for (size_t party = 0; party < release->n_parties; party++)
		if (p->pools.with[party] == N_GROUPS)
			release->parties[party].answered = 0;
}

struct release *
measure_profile(struct arena *a, const struct profile_wave *asked)
{
	struct profiling p = { .asked = asked };
	struct comment *comments;
	struct release *release;
	size_t n_comments;

	CHECK(asked->answers.form->subject == SUBJECT_MANAGER && asked->answers.n_parties > 0);
	p.pools = raters_pooled(a, &asked->answers);
	p.m = (struct measuring){ .arena = a, .wave = &p.pools.wave, .form = p.pools.wave.form };
	p.m.audit = open_audit(&p);
	circles_fill(&p);
	profile_responses(&p);
	profile_scores(&p);
	profile_self(&p);
	profile_reliability(&p);
	profile_views(&p);
	profile_fit(&p);
	profile_levels(&p);
	profile_behaviours(&p);
	profile_change(&p);
	comments = profile_comments(&p, &n_comments);
	release = measuring_release(&p.m, comments, n_comments);
	forget_left_out(&p, release);
	release->person = asked->person;
	release->role = asked->role == NULL ? NULL : asked->role->id;
	return release;
}
