/* attacked.h - random assessments, and what somebody who knows who answered what can make of their figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_ATTACKED_H
#define TESTS_UNIT_ATTACKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/measure/profile/profile.h"
#include "forms/group.h"

struct dimension;
struct exposure;
struct item;

struct attacked {
	struct profile_wave wave;
	struct wave_party parties[N_GROUPS];
	size_t n[N_GROUPS];		/* answered, by group */
	bool named[N_GROUPS];
	struct wave_response *responses;
	int k;
};

enum { ATTACKED_NOWHERE = -1 };

/* Competencies wide, of which two of four behaviours are asked on both sides, with levels; narrow, one of three, turned; and
 * single, of one. */
const struct form *attacked_form(struct arena *);
/* The next ones begin with this seed. */
void attacked_seed(uint64_t);
/* Up to two managers, 0 .. 8 people of every other group, with k of 3 to 5; none to many behaviours not observed. */
struct attacked *attacked_random(struct arena *, const struct form *);
void attacked_answer(const struct form *, struct answers *, const char *group, size_t missing);

/* With whom a group counts, as respondents are told of it; ATTACKED_NOWHERE: it is left out. */
int attacked_counts_as(const struct attacked *, int group);
bool attacked_in_circle(const struct attacked *, size_t person, const char *circle);
/* Items of the competency that make the person's score, as far as a view is over them; 0: there is none. */
size_t attacked_items(const struct attacked *, size_t person, const struct dimension *, bool view, size_t *items_r);

/* A mean as a new row; returns how many people enter it. Who is named is known, and is not entered. */
size_t attacked_know_score(const struct attacked *, const struct dimension *, const char *circle, struct exposure *);
size_t attacked_know_item(const struct attacked *, const struct item *, const char *circle, struct exposure *);

#endif
