/* score.h - from answers to people's scores: whole numbers over a common unit */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_SCORE_H
#define MEASURE_SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/stats/scores.h"

struct answers;
struct arena;
struct dimension;
struct form;
struct item;
struct wave_answers;

/* The range of an item's declared values: those of its scale; 0 no .. 1 yes. */
struct item_range {
	int min, max;
	int step;			/* greatest common divisor of the distances between values */
};

/* One answer to one item has a whole number that enters a score: a choice, a point, yes or no. */
bool score_can_item(const struct form *, size_t item);
struct item_range score_item_range(const struct item *);

/* How the answers to one dimension's items become a person's score:
 * score = sum w v / sum w over the answered items, when there are at least min-valid (60%, rounded up).
 * v  the answer; reversed min + max - answer of the declared scale; when the items have different ranges
 *    100 (v - min) / (max - min); with an ideal point x* 100 (1 - |v - x*| / max |v - x*|).
 * Weights become whole numbers over a common factor of up to 1000. */
struct scorer {
	const struct form *form;
	const struct dimension *dimension;
	size_t n_items, min_valid;
	const size_t *items;		/* those that can be scored and have a weight */
	const int64_t *weights;
	bool alike;			/* all items have the same range */
	bool ideal;
	double min, max;		/* of a score */
	double step;			/* between neighbouring points in units of the score */
	int64_t factor;			/* v is kept as whole number of factor-ths */
};

struct scorer scorer_new(struct arena *, const struct form *, const struct dimension *);

struct fraction {
	int64_t numerator, denominator;	/* denominator 0: no score */
};

/* group: the rater group, of which fewer answers are needed where it is asked fewer items
 * (dimension_min_valid); NULL in a form about an alliance. */
struct fraction score_person(const struct scorer *, const struct answers *, const char *group);
/* The rater group of a respondent; NULL in a form about an alliance. */
const char *score_group(const struct wave_answers *, size_t response);
/* d score / d answer times what the denominator is measured in: how one more point of item i (of
 * scorer->items) moves the numerator. With an ideal point the folded answer counts as the answer. */
int64_t score_slope(const struct scorer *, size_t i);

/* The scores of all responses to a wave on one dimension, and party by party. */
struct dimension_scores {
	struct scorer scorer;
	const bool *scored;		/* by response */
	const double *values;		/* by response; points */
	const struct scores *parties;
	const struct summary *summaries;	/* by party */
};

struct dimension_scores score_dimension(struct arena *, const struct wave_answers *,
	const struct dimension *);

/* The answers of one party to one item, unit 1; reversed items turned round when `turned`. */
struct scores score_item(struct arena *, const struct wave_answers *, size_t item, size_t party, bool turned);

#endif
