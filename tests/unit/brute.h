/* brute.h - the disclosure rule by trying every set of people, for waves small enough */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_BRUTE_H
#define TESTS_UNIT_BRUTE_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/measure/disclosure.h"

#define MAX_PEOPLE 10
#define MAX_VARIABLES 3
#define MAX_FIGURES 8
#define MAX_TERMS (MAX_PEOPLE * MAX_VARIABLES)

/* A wave small enough to try every set of people. */
struct small {
	size_t n_people, n_variables, n_figures;
	int k[MAX_PEOPLE];
	struct disclosure_term terms[MAX_FIGURES][MAX_TERMS];
	struct disclosure_figure figures[MAX_FIGURES];
};

void brute_add_term(struct small *, size_t figure, size_t person, size_t variable, int weight, int out_of);
/* Is a combination of the published figures, not zero, about too few people? k <= 5, out_of <= 3. */
bool brute_exposed(const struct small *, const bool *published);
/* The usual rule, for one variable: is the indicator of too small a set a combination of the figures? */
bool brute_indicator_exposed(const struct small *, const bool *published);

#endif
