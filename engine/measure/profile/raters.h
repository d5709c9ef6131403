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

/* The group a small one is counted with, or N_GROUPS: it is left out. */
enum rater_group rater_pool(enum rater_group);
/* Is the group named in every wave? */
bool rater_always_identified(enum rater_group);

/* The wave as it is measured: the same responses, those of a pooled group moved to the other one if that was
 * asked too; `asked` is left as it is. The parties and their order stay, with nobody in a pooled one; the
 * numbers invited are added up. group_r[i]: what party i of the wave is. */
struct wave_answers raters_pooled(struct arena *, const struct wave_answers *asked, enum rater_group **group_r);

/* People of the party who answered. */
size_t raters_answered(const struct wave_answers *, size_t party);

#endif
