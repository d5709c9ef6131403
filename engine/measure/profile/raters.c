/* raters.c - pooling what is too small to stand alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/profile/raters.h"

#include "base/arena.h"
#include "base/check.h"

bool
rater_always_identified(enum rater_group group)
{
	return group == GROUP_SELF || group == GROUP_MANAGER;
}

size_t
raters_answered(const struct wave_answers *w, size_t party)
{
	size_t n = 0;

	for (size_t r = 0; r < w->n_responses; r++)
		n += w->responses[r].party == party;
	return n;
}

static enum rater_group
pool_of(enum rater_group group)
{
	switch (group) {
	case GROUP_EXECUTIVES:
		return GROUP_COLLEAGUES;
	case GROUP_COUNTERPART:
	case GROUP_PARTNER_EXECUTIVES:
		return GROUP_PARTNER_TEAM;
	default:
		return group;
	}
}

static bool
stands_alone(const struct rater_count *c, enum rater_group group)
{
	return c->identified[group] ? c->n[group] > 0 : c->n[group] >= (size_t)c->k;
}

size_t
rater_people(const struct rater_count *c, enum rater_group group)
{
	size_t n = c->n[group];

	for (enum rater_group other = 0; other < N_GROUPS; other++)
		if (other != group && pool_of(other) == group && !stands_alone(c, other))
			n += c->n[other];
	return n;
}

enum rater_group
rater_counts_with(const struct rater_count *c, enum rater_group group)
{
	enum rater_group pool = pool_of(group);

	if (stands_alone(c, group))
		return group;
	return !c->identified[pool] && rater_people(c, pool) >= (size_t)c->k ? pool : N_GROUPS;
}

static struct rater_count
count(const struct wave_answers *asked, const enum rater_group *group)
{
	struct rater_count c = { .k = asked->k };

	for (size_t p = 0; p < asked->n_parties; p++) {
		c.n[group[p]] = raters_answered(asked, p);
		c.identified[group[p]] = asked->parties[p].identified;
	}
	return c;
}

/* Every group at most once: those asked, and what others are pooled with. */
struct pooling {
	struct wave_party *parties;
	enum rater_group *group, *with;
	size_t n;
};

static size_t
party_of(struct pooling *p, enum rater_group group)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->group[i] == group)
			return i;
	p->group[p->n] = p->with[p->n] = group;
	p->parties[p->n] = (struct wave_party){ .id = group_names[group], .name = group_names[group] };
	return p->n++;
}

static struct pooling
begin_pooling(struct arena *a, const struct wave_answers *asked)
{
	size_t room = asked->n_parties + N_GROUPS;
	struct pooling p = { arena_make_n(a, room, struct wave_party), arena_make_n(a, room, enum rater_group),
		arena_make_n(a, room, enum rater_group), asked->n_parties };

	for (size_t i = 0; i < p.n; i++) {
		int group = group_find(asked->parties[i].id);

		CHECK(group >= 0);
		p.group[i] = (enum rater_group)group;
		p.parties[i] = asked->parties[i];
		p.parties[i].invited = 0;
	}
	return p;
}

struct pooled_raters
raters_pooled(struct arena *a, const struct wave_answers *asked)
{
	struct pooling p = begin_pooling(a, asked);
	struct rater_count c = count(asked, p.group);
	struct wave_response *responses = arena_make_n(a, asked->n_responses, struct wave_response);
	size_t *to = arena_make_n(a, asked->n_parties, size_t);
	struct pooled_raters pooled = { .wave = *asked };

	for (size_t i = 0; i < asked->n_parties; i++) {
		p.with[i] = rater_counts_with(&c, p.group[i]);
		to[i] = p.with[i] == N_GROUPS ? i : party_of(&p, p.with[i]);
		p.parties[to[i]].invited += asked->parties[i].invited;
	}
	for (size_t r = 0; r < asked->n_responses; r++)
		responses[r] = (struct wave_response){ to[asked->responses[r].party], asked->responses[r].answers };
	pooled.wave.parties = p.parties;
	pooled.wave.n_parties = p.n;
	pooled.wave.responses = responses;
	pooled.group = p.group;
	pooled.with = p.with;
	return pooled;
}

size_t
raters_kept(const struct pooled_raters *p, struct wave_response *kept_r)
{
	size_t n = 0;

	for (size_t r = 0; r < p->wave.n_responses; r++)
		if (p->with[p->wave.responses[r].party] != N_GROUPS)
			kept_r[n++] = p->wave.responses[r];
	return n;
}
