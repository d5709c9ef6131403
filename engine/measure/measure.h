/* measure.h - from a form and its answers to the cells of a release */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_MEASURE_H
#define MEASURE_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct answers;
struct arena;
struct form;
struct release;

struct wave_party {
	const char *id, *name;
	int invited;
	bool identified;		/* a rater group whose people were told that they are named */
};

/* A submitted (or saved) response; hidden items are MISSING_NOT_SHOWN already (flow_counted). */
struct wave_response {
	size_t party;			/* index into parties */
	struct answers *answers;
};

/* What was published before about the first n_responses of the same responses, in the same order. */
struct wave_earlier {
	const struct release *release;
	size_t n_responses;
};

struct wave_answers {
	const struct form *form;
	const char *wave, *alliance, *mode;
	int64_t closed;
	int k;
	double target, floor_;		/* 0-100; NaN: none agreed, no colours */
	uint64_t shuffle_key[2];	/* keys the order of comments */
	size_t n_earlier;		/* 0 and NULL at the first release */
	const struct wave_earlier *earlier;
	size_t n_parties, n_responses;
	const struct wave_party *parties;
	const struct wave_response *responses;
};

/* Scores, compares, decides what may be shown, audits, and only then returns. The release lives in the arena.
 * Cannot fail: too few answers make hidden cells. */
struct release *measure_wave(struct arena *, const struct wave_answers *);

#endif
