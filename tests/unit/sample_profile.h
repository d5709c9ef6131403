/* sample_profile.h - releases about a manager, for the tests of what is made from them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SAMPLE_PROFILE_H
#define TESTS_SAMPLE_PROFILE_H

#include "engine/measure/cell.h"
#include "forms/form.h"

struct arena;

enum profile_sample {
	PROFILE_FULL,		/* all groups, two of them pooled, after an earlier wave; every quadrant */
	PROFILE_FEW,		/* self, manager, three colleagues; two of the partner team are left out */
	PROFILE_SMALL,		/* a form of three competencies, everything told that can be */
	N_PROFILES
};

/* Measured from planted answers; hidden cells are poisoned afterwards (sample_release.h). hostile: put this
 * into every string that comes from people; NULL for ordinary words. */
struct release *sample_profile(struct arena *, enum profile_sample, const char *hostile,
	const struct form **form_r);

#endif
