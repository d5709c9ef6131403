/* waves.h - two waves on the items they have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_WAVES_H
#define ENGINE_STATS_WAVES_H

#include "engine/stats/ratings.h"
#include "engine/stats/refusal.h"
#include "engine/stats/scores.h"
#include "engine/stats/gap/welch.h"

struct arena;

/* An index in the earlier wave and one in the later: of the same item, or of the same person. */
struct wave_link {
	size_t before, after;
};

struct wave_links {
	const struct wave_link *link;
	size_t n;
};

/* A person's score is the mean of the answered common items, those in `items`; whoever answered fewer than
 * `least` >= 1 of them (CHECK) has none and is left out. Only common items count, in both waves: with
 * others in it a mean changes when the questionnaire does. Both waves have the same points (CHECK) and
 * share one unit (scores.h). before and after hold whole scores, ready for paired.h (if linked) and
 * scores_summary. REFUSED_UNLINKED: no common items. REFUSED_EMPTY: a wave has nobody with a score, or of
 * the linked people nobody has both. */
struct waves {
	enum refusal refused;
	struct scores before, after;
};

/* Everybody of each wave, as two independent groups: for waves in which nobody can be recognised. People
 * who answered twice then count as strangers, which makes intervals wider, not narrower, when their
 * answers go together. */
struct waves waves_unlinked(struct arena *, const struct ratings *before, const struct ratings *after,
	const struct wave_links *items, size_t least);

/* Person i of both results is people->link[i], of those with both scores. REFUSED_UNLINKED: nobody is
 * linked. */
struct waves waves_linked(struct arena *, const struct ratings *before, const struct ratings *after,
	const struct wave_links *items, size_t least, const struct wave_links *people);

/* after minus before of two independent groups, Welch's interval; refused as the waves or as in welch.h. */
struct estimate waves_change(const struct waves *);

#endif
