/* assessment.h - a small form about an alliance manager (tests/data/assessment.xml) and its raters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_ASSESSMENT_H
#define TESTS_ASSESSMENT_H

#include <stddef.h>

#include "engine/measure/cell.h"
#include "engine/measure/profile/profile.h"

/* Competencies diplomacy (d1 d2 d3, levels d_level), delivery (e1 e2), vision (v1, v2 reversed); d3 is asked
 * inside only. Weight sets sales (4 4 1) and research (1 1 4). more: a comment. */
struct assessment {
	struct arena *arena;
	struct profile_wave wave;
	struct wave_response *responses;	/* wave.answers.responses, still to be written to */
	struct wave_party *parties;		/* wave.answers.parties, likewise */
};

struct raters {
	const char *group;
	size_t n;
};

/* n groups of so many raters, who gave every behaviour a 3, as they see it, and said nothing. k = 3. */
struct assessment assessment_new(struct arena *, const struct raters *, size_t n);
/* The same with the shipped form about an alliance manager. */
struct assessment assessment_shipped(struct arena *, const struct raters *, size_t n);
/* The group was told that it is named, as agreed. */
void assessment_identify(const struct assessment *, const char *group);
/* The rater'th of the group answers an item; writes a text for one. */
void assessment_answer(const struct assessment *, const char *group, size_t rater, const char *item,
	int code);
void assessment_write(const struct assessment *, const char *group, size_t rater, const char *item,
	const char *text);
/* All of the group's answers to all behaviours of a competency: codes[i] of rater i, turned where
 * reversed. */
void assessment_rate(const struct assessment *, const char *group, const char *competency, const int *codes);
/* Measured; the cell must be there. */
const struct cell *assessment_cell(const struct release *, enum measure, const char *of, const char *group);

/* A form file of tests/data. */
const struct form *assessment_form(struct arena *, const char *xml, size_t n);

#endif
