/* exposure.h - can what is known be combined into something about fewer than k people? Exact, without the audit */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_EXPOSURE_H
#define TESTS_UNIT_EXPOSURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* Known linear functions of answers: one row each, one column for each answer of each person. */
struct exposure {
	struct arena *arena;
	size_t n_people, n_variables, n_rows, room;
	uint32_t **rows;		/* modulo 2^31 - 1 */
};

struct exposure exposure_new(struct arena *, size_t n_people, size_t n_variables, size_t most_rows);
/* A new row of zeros. */
void exposure_begin(struct exposure *);
/* The answer enters the last row with weight / out_of. */
void exposure_add(struct exposure *, size_t person, size_t variable, int weight, int out_of);
/* Is a combination of the rows, not zero, about fewer than k people? One is exactly if the columns of everybody else
 * have a smaller rank than all columns. */
bool exposure_found(const struct exposure *, size_t k);

#endif
