/* lines.h - the published figures as lines of a matrix, and which of them are about the same answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_LINES_H
#define MEASURE_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/measure/atoms.h"

struct arena;
struct lines;

/* None yet. Respondents and variables are numbered from 0. */
struct lines *lines_new(struct arena *, size_t n_respondents, size_t n_variables);

/*
 * Can a reader compute the line from those published, without looking further than this: it is a multiple of
 * one of them, or a sum of multiples of some that are about different answers? True of a figure that is
 * published again and of a joint score whose parties are published; of an empty line always. False does not
 * mean that he cannot.
 */
bool lines_contain(struct lines *, const struct atoms_line *);

/* Publish the line. Its terms are copied. What lines_contain is not kept: it adds nothing. */
void lines_add(struct lines *, const struct atoms_line *);

/*
 * The published lines that the line could be computed with: those that share an answer with it or, through
 * others, with one that does. A combination of all lines is the sum of one per such group, each group's
 * having only answers of its own; so when a combination is about too few people, then one of a single group
 * is, and the groups can be audited one by one. Published earlier comes first; room for one more at the end.
 */
struct atoms_line *lines_tied(struct lines *, struct arena *, const struct atoms_line *, size_t *n_r);

/* The first line of each such group. */
const struct atoms_line **lines_groups(struct lines *, struct arena *, size_t *n_r);

#endif
