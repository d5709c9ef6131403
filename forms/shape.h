/* shape.h - are the right elements and attributes in the right places? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_SHAPE_H
#define FORMS_SHAPE_H

#include <libxml/tree.h>
#include <stdbool.h>

struct arena;
struct msgs;

/* The document against the grammar, every departure as a sentence an author understands. False when an
 * element is where it may not be, or is lacking: then what is there cannot be told well enough to check it
 * further. */
bool shape_check(struct arena *, xmlDoc *, struct msgs *);

#endif
