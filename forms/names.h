/* names.h - what each id of a form names */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_NAMES_H
#define FORMS_NAMES_H

#include <stddef.h>

struct arena;
struct nearest;

/* Questions without an item of their own: batteries and information. */
enum name_of { NAME_FORM, NAME_SCALE, NAME_PAGE, NAME_QUESTION, NAME_ITEM, NAME_DIMENSION, NAME_INDEX,
	NAME_WEIGHTS };

struct name {
	const char *id;
	enum name_of of;
	size_t index;		/* in the form's list of such things */
	int line;
};

/* A table of ids; letters of either case are the same, as they are in SQL and SPSS. */
struct names;

struct names *names_new(struct arena *, size_t most);
/* The name that already holds this id, or NULL when it has been added. */
const struct name *names_add(struct names *, struct name);
/* "item", "scale", .. */
const char *name_sort(enum name_of);
/* The thing of this sort that is written exactly so, or NULL. */
const struct name *names_find(const struct names *, const char *id, enum name_of);
/* Whatever is written exactly so, or NULL. */
const struct name *names_find_any(const struct names *, const char *id);
/* Every id of this sort, to the search for what was meant. */
void names_offer(const struct names *, enum name_of, struct nearest *);

#endif
