/* sample_release.h - releases of an invented alliance, for the tests of what is made from a release */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SAMPLE_RELEASE_H
#define TESTS_SAMPLE_RELEASE_H

#include "engine/measure/cell.h"
#include "forms/form.h"

struct arena;

enum sample {
	SAMPLE_FULL,		/* two sides of 12, everything shown, all verdicts occur */
	SAMPLE_THREE,		/* three parties */
	SAMPLE_SMALL_SIDE,	/* one side below k: every figure hidden, and poisoned */
	SAMPLE_CANNOT_TELL,	/* two sides of 6: every gap unknown, no items, no comments */
	SAMPLE_BANDS,		/* k 3, two sides of 4: means in words only */
	N_SAMPLES
};

/* A number that stands in every hidden cell; no output may contain its digits. */
#define SAMPLE_POISON 66613.375

/* Eleven dimensions, one index, mirrored items, facts, a recommendation and two open questions, in English
 * and German. */
const struct form *sample_form(struct arena *);
/* hostile: put this text into every string that comes from people; NULL for ordinary words. */
struct release *sample_release(struct arena *, enum sample, const char *hostile);
/* The same for the form. */
const struct form *sample_form_hostile(struct arena *, const char *hostile);

#endif
