/* contributing.h - what the files that make a contribution share; private to this folder */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_CONTRIBUTING_H
#define MEASURE_CONTRIBUTING_H

#include <stddef.h>

struct arena;
struct cell;
struct dimension_scores;
struct release;
struct wave_answers;

/* The score of a party that the release shows with a figure, or NULL. */
const struct cell *contributing_score(const struct release *, const char *of, const char *party);
/* One per dimension of the form. */
struct dimension_scores *contributing_scores(struct arena *, const struct wave_answers *);

#endif
