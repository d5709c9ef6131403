/* raters.c - pooling what is too small to stand alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/profile/raters.h"

#include "base/arena.h"
#include "base/check.h"

enum rater_group
rater_pool(enum rater_group group)
{
	switch (group) {
	case GROUP_EXECUTIVES:
		return GROUP_COLLEAGUES;
	case GROUP_COUNTERPART:
	case GROUP_PARTNER_EXECUTIVES:
		return GROUP_PARTNER_TEAM;
	default:
		return N_GROUPS;
	}
}

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

/* The party that the group's raters count with: its own, or another. */
static size_t
counts_with(const struct wave_answers *asked, const enum rater_group *group, size_t party)
{
	if (asked->parties[party].identified || raters_answered(asked, party) >= (size_t)asked->k)
		return party;
	for (size_t other = 0; other < asked->n_parties; other++)
		if (group[other] == rater_pool(group[party]))
			return other;
	return party;
}

struct wave_answers
raters_pooled(struct arena *a, const struct wave_answers *asked, enum rater_group **group_r)
{
	struct wave_answers pooled = *asked;
	struct wave_party *parties = arena_make_n(a, asked->n_parties, struct wave_party);
	struct wave_response *responses = arena_make_n(a, asked->n_responses, struct wave_response);
	size_t *with = arena_make_n(a, asked->n_parties, size_t);

	*group_r = arena_make_n(a, asked->n_parties, enum rater_group);
	for (size_t p = 0; p < asked->n_parties; p++) {
		int group = group_find(asked->parties[p].id);

		CHECK(group >= 0);
		(*group_r)[p] = (enum rater_group)group;
		parties[p] = asked->parties[p];
		parties[p].invited = 0;
	}
	for (size_t p = 0; p < asked->n_parties; p++) {
		with[p] = counts_with(asked, *group_r, p);
		parties[with[p]].invited += asked->parties[p].invited;
	}
	for (size_t r = 0; r < asked->n_responses; r++)
		responses[r] = (struct wave_response){ with[asked->responses[r].party], asked->responses[r].answers };
	pooled.parties = parties;
	pooled.responses = responses;
	return pooled;
}
