/* comparable.h - is a row of one form the same thing as that of another? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_COMPARABLE_H
#define MEASURE_COMPARABLE_H

#include <stddef.h>

#include "forms/compare.h"

struct arena;
struct form;

/* Rows of a form are numbered: its dimensions in their order, then its indexes. */
size_t comparable_count(const struct form *);
const char *comparable_id(const struct form *, size_t row);

enum relation {
	RELATION_SAME,			/* the same items in the same way: figures stand in one series */
	RELATION_OTHER_ITEMS,		/* the name is the same, the set of items is not */
	RELATION_OTHER_MEANING,		/* the same items; an item, or how they are scored, changed its meaning */
	RELATION_ABSENT
};

/* row: where it is in the other form. worst: what was done to the words in between (forms/compare.h); NONE or WORDING
 * when the relation is SAME. */
struct related {
	enum relation relation;
	enum difference_class worst;
	size_t row;
};

/* Of each row of `to`, what the row of the same id in `from` is to it. Versions of one form are compared step by step,
 * since a change is declared against the version before it: versions[] are the published ones of to's form in
 * ascending order, those outside from..to are not looked at. Forms of different ids are compared directly. */
struct related *comparable_rows(struct arena *, const struct form *from, const struct form *to,
	const struct form *const *versions, size_t n_versions);

#endif
