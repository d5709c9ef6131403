/* compare.h - what changed between two versions of a form, and what that does to comparisons over time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_COMPARE_H
#define FORMS_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct form;
struct text;

enum difference_class {
	DIFFERENCE_NONE,	/* answers and scores mean the same: series are joined */
	DIFFERENCE_WORDING,	/* asked in other words: joined, with a mark */
	DIFFERENCE_MEANING,	/* something else is measured: a new series begins */
	DIFFERENCE_CRITICAL	/* the same name would carry something else unnoticed: not published */
};

struct difference {
	enum difference_class class;
	const char *id;		/* NULL: the form */
	const char *text;
};

struct comparison {
	struct arena *arena;
	const struct form *old, *new;
	size_t n;
	struct difference *list;
	enum difference_class worst;
	/* For each item of the new form its ancestor in the old one, or -1, and the worst that befell it. */
	int *ancestors;
	enum difference_class *items;
};

/* Every difference. An item goes with the one its `was` names, else with the one of the same id. What is
 * proven decides, not what is declared: other codes, another direction, another kind or the other
 * organisation under the same id are critical unless change="meaning" is declared; equal texts,
 * proportional weights, reordering, added languages and unscored additions are none whatever else is new. */
const struct comparison *form_compare(struct arena *, const struct form *old, const struct form *new);

/* One line each, worst first: `critical: id: text`. */
void compare_print(const struct comparison *, struct buf *);

/* For the parts of the comparison. */
void compare_add(struct comparison *, enum difference_class, const char *id, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* None: the same words for every reader of a language both have. Critical: the same words about other
 * organisations. */
enum difference_class compare_texts(const struct comparison *, const struct text *old,
	const struct text *new);
void compare_items(struct comparison *);
void compare_scoring(struct comparison *);

#endif
