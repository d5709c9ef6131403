/* survey.h - a small form and its answers, built in memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SURVEY_H
#define TESTS_SURVEY_H

#include <stddef.h>

#include "engine/measure/cell.h"
#include "engine/measure/measure.h"
#include "forms/form.h"

/* The form, 15 slots on a scale of 1 to 5 with "cannot judge" unless said otherwise:
 * dimension  role     items
 * trust      driver   t1 t2 t3 (reversed), min-valid 2
 * value      driver   v1 v2 v3 v4, weights 2 1 1 1
 * purpose    driver   p1, one item
 * challenge  driver   c1, ideal point 3
 * outlook    outcome  o1 (1-5), o2 (0-10), unlike scales
 * signals    signal   s1 (yes or no), s2 (options 1 and 2)
 * mirrored: m_partner ("<partner/> ...") and m_own ("<own/> ..."), in no dimension
 * a comment: why.  index health = trust value purpose, weights 1 1 2. */
enum {
	SURVEY_T1, SURVEY_T2, SURVEY_T3, SURVEY_V1, SURVEY_V2, SURVEY_V3, SURVEY_V4, SURVEY_P1, SURVEY_C1,
	SURVEY_O1, SURVEY_O2, SURVEY_S1, SURVEY_S2, SURVEY_S2_SECOND, SURVEY_M_PARTNER, SURVEY_M_OWN,
	SURVEY_WHY, SURVEY_SLOTS
};

struct survey {
	struct arena *arena;
	struct wave_answers wave;
	struct wave_response *responses;	/* wave.responses, still to be written to */
};

/* Parties a, b, c .. with these numbers of people who have answered nothing. k = 5, target 75, floor 50. */
struct survey survey_new(struct arena *, size_t n_parties, const size_t *people);
/* The person'th of the party. */
struct answers *survey_person(const struct survey *, size_t party, size_t person);
void survey_answer(const struct survey *, size_t party, size_t person, int slot, int code);
/* One item, the whole party: codes[i] of person i; as many as there are people. */
void survey_fill(const struct survey *, size_t party, int slot, const int *codes);
/* Everybody answers every slot with something plausible that follows from the seed (of draw.h). */
void survey_draw(const struct survey *, unsigned first_seed);
/* Measured; the cell must be there. */
const struct cell *survey_cell(const struct release *, enum measure, const char *of, const char *group);

#endif
