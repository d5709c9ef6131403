/* atoms.h - figures as a matrix over the respondents they cannot tell apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_ATOMS_H
#define MEASURE_ATOMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/measure/rowspace.h"

struct arena;

struct atoms_term {
	size_t respondent, variable;
	int64_t num, den;		/* in lowest terms, den > 0, num not 0 */
};

/* One figure: its terms ascending by respondent, then variable, each pair once. */
struct atoms_line {
	const struct atoms_term *terms;
	size_t n;
};

/* Atom b is block b of the matrix and holds members[first_member[b]] .. members[first_member[b + 1] - 1]. */
struct atoms {
	struct rowspace matrix;
	size_t *members, *first_member;
};

/*
 * The answers a line is a function of become columns, one per respondent and variable. A combination of
 * lines is zero on a column or not whatever factor the column carries, so each is divided to whole numbers
 * without common divisor, and equal columns of one respondent are one. Respondents with equal columns are
 * touched by the same combinations: they make up one atom, whose weight is the sum of weight[respondent].
 * Heaviest atom first. False when a number does not fit into 64 bits.
 */
bool atoms_build(struct arena *, const struct atoms_line *, size_t n_lines, const int64_t *weight,
	struct atoms *atoms_r);

/* For fractions: the greatest common divisor, at least 1; the least common multiple, false if too big. */
int64_t atoms_gcd(int64_t, int64_t);
bool atoms_lcm(int64_t, int64_t, int64_t *lcm_r);

#endif
