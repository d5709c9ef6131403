/* kind.h - the kinds of question: one table row and one file each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_KINDS_KIND_H
#define FORMS_KINDS_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "forms/form.h"

struct _xmlNode;
struct codebook;
struct loader;

struct question_kind {
	const char *element;		/* name in a form */
	bool has_item;			/* the question is one item of the same id */
	/* What the element says beyond id, ask, if, stem and note; the question's items when has_item is not
	 * set. NULL: nothing. */
	void (*load)(struct loader *, struct _xmlNode *, struct question *);
	/* What can be wrong with it that the grammar cannot say. NULL: nothing. */
	void (*check)(struct loader *, const struct question *);
	/* The rows of its variables. NULL: it has none. */
	void (*codebook)(struct codebook *, const struct question *);
};

/* By enum kind. */
extern const struct question_kind *const kinds[N_KINDS];
/* The kind of the element, or -1. */
int kind_of_element(const char *element);

extern const struct question_kind kind_battery, kind_choice, kind_choices, kind_anchored, kind_rank,
	kind_number, kind_text, kind_date,
	kind_yesno, kind_info;

#endif
