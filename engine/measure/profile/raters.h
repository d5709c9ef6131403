/* raters.h - which rater groups of a competency assessment count, and with whom */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_RATERS_H
#define MEASURE_RATERS_H

#include <stddef.h>

#include "engine/measure/measure.h"
#include "forms/group.h"

/*
 * WHO IS NAMED. Self and manager always answer under their name, the counterpart when that was agreed
 * (wave_party.identified); all of them are told before the first question.
 *
 * WHO IS POOLED. Executives count with the colleagues, the counterpart and partner executives with the
 * partner team, when fewer than k of them answered and they are not identified. They are told so too.
 *
 * WHO IS LEFT OUT. A group of fewer than k after that, unless identified. Its answers enter no figure at
 * all, no total either: nobody can find them by subtraction.
 */

/* Is the group named in every wave? */
bool rater_always_identified(enum rater_group);

/* How many people of each group there are, and who of them is named. */
struct rater_count {
	size_t n[N_GROUPS];
	bool identified[N_GROUPS];
	int k;
};

/* A group, with those who are pooled with it, is shown alone from so many people on; identified ones always are. */
enum { RATERS_ALONE = 5 };

/* The group's people and those pooled with it. */
size_t rater_people(const struct rater_count *, enum rater_group);

/* With whom the group counts: itself, the one it is pooled with, or N_GROUPS: it is left out. */
enum rater_group rater_counts_with(const struct rater_count *, enum rater_group);

/* A wave as it is measured. Its parties are those asked, in their order, and after them what others are pooled
 * with and nobody was asked as; a pooled one has nobody, and its numbers are added to the other's. */
struct pooled_raters {
	struct wave_answers wave;
	const enum rater_group *group;	/* what each party is */
	const enum rater_group *with;	/* what it counts with, or N_GROUPS */
};

/* `asked` is left as it is. */
struct pooled_raters raters_pooled(struct arena *, const struct wave_answers *asked);

/* The responses that count, of a party each; returns how many. kept_r has room for all of them. */
size_t raters_kept(const struct pooled_raters *, struct wave_response *kept_r);

/* People of the party who answered. */
size_t raters_answered(const struct wave_answers *, size_t party);

#endif
