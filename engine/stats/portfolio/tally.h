/* tally.h - everything that is added up about the answers of one group to one scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_TALLY_H
#define ENGINE_STATS_PORTFOLIO_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/stats/portfolio/shape.h"
#include "engine/stats/scores.h"

struct arena;
struct covariance;

/* Whole numbers only: the same people give the same bytes in any order and any division among threads,
 * processes and machines, and parts are added without loss. All zero is the tally of nobody.
 *
 * people    in the group, whether they answered or not
 * complete  of them answered every item of the scale
 * scores    number, sum and sum of squares of the scores, in units of shape_unit, of those who have one
 * parts     behind each other: the sums of each item, x_i, over the complete (what alpha and factor models
 *           need: listwise); the sums of x_i x_j over the complete at shape_pair(i, j); how many people chose
 *           point p + 1 of item i, of everybody who answered it, at i * points + p (as int) */
struct tally {
	int64_t people, complete;
	struct moments scores;
	int64_t parts[];
};

/* Bytes of a tally; a multiple of 8. */
size_t tally_size(const struct shape *);

static inline int64_t *
tally_sums(struct tally *t)
{
	return t->parts;
}

static inline int64_t *
tally_products(const struct shape *s, struct tally *t)
{
	return t->parts + s->items;
}

static inline int *
tally_counts(const struct shape *s, struct tally *t)
{
	return (int *)(t->parts + s->items + shape_pairs(s));
}

static inline const int *
tally_counts_of(const struct shape *s, const struct tally *t)
{
	return (const int *)(t->parts + s->items + shape_pairs(s));
}

/* Adds `part`, of other people, to `t`. False, and t unchanged, when together they are more than
 * shape_people_max. */
bool tally_merge(const struct shape *, struct tally *t, const struct tally *part);

/* Could these numbers have been counted from answers? What a decoder asks of bytes from elsewhere: numbers of
 * people agree with each other, sums lie between their ends, and no sum of squares is below what its sum
 * allows. */
bool tally_possible(const struct shape *, const struct tally *);

/* Adds only what covariances are computed from, people, complete, sums and products: of any number of
 * groups. */
void tally_pool(const struct shape *, struct tally *pool, const struct tally *part);

/* Of the complete: what alpha, omega and factor models take (covariance.h). */
struct covariance tally_covariance(struct arena *, const struct shape *, const struct tally *);

#endif
