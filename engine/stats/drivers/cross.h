/* cross.h - sums of squares and products of one alliance's people, to be stored and added */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_CROSS_H
#define ENGINE_STATS_CROSS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/stats/refusal.h"

struct arena;

/* CROSS_MAX variables: at most 12 predictors, then the outcome. */
enum { CROSS_MAX = 13 };

/* n people with a value of every variable; mean[i]; products[i][j] = sum (x_i - mean_i)(x_j - mean_j), i >= j
 * (the other half is not looked at). This is all that drivers need of an alliance, whatever its number of
 * people: 13 variables are 105 numbers. n is a count, or for a pool within alliances what it is worth. */
struct cross {
	size_t n, variables;
	double mean[CROSS_MAX], products[CROSS_MAX][CROSS_MAX];
};

/* People from..to-1 of `variables` columns (1..CROSS_MAX, CHECK). Who lacks one value (NAN) is left out:
 * listwise, because shares of one R2 need one set of people. */
struct cross cross_of(const double *const column[], size_t variables, size_t from, size_t to);

/* Adds a part: the means of both and what lies between them included (Chan, Golub & LeVeque 1983). */
void cross_merge(struct cross *, const struct cross *part);

/* All of the alliances together. within: every alliance centred on its own means, so that what differs
 * between alliances (their industry, their age, the mood of their partners) explains nothing; the pool is
 * worth N - G + 1 people, G alliances with anybody in them. Otherwise people as if of one alliance.
 * pick: which alliances, n_picks of them, repeated ones counting again; NULL: the first n_picks. n_picks > 0,
 * equal numbers of variables (CHECK). */
struct cross cross_pool(const struct cross alliances[], const size_t pick[], size_t n_picks, bool within);

/* r_r[i * variables + j], both halves. REFUSED_EMPTY: nobody. REFUSED_TOO_FEW: fewer than 2 people.
 * REFUSED_NO_SPREAD: a variable is constant. */
enum refusal cross_correlation(const struct cross *, double r_r[]);

#endif
