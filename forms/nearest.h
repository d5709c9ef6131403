/* nearest.h - the word an author probably meant */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_NEAREST_H
#define FORMS_NEAREST_H

#include <stddef.h>

struct arena;

/* A search for the candidate with the fewest edits (insert, delete, replace, swap neighbours; case does
 * not count). */
struct nearest {
	const char *wanted, *best;
	size_t distance;
};

struct nearest nearest_begin(const char *wanted);
void nearest_offer(struct nearest *, const char *candidate);
/* "; did you mean X?" in the arena when a candidate is within a third of the word, else "". */
const char *nearest_hint(struct arena *, const struct nearest *);

#endif
