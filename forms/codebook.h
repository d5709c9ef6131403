/* codebook.h - the variables of a form: what each column of an export means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_CODEBOOK_H
#define FORMS_CODEBOOK_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct form;
struct item;
struct question;

struct codebook_code {
	int code;
	const char *label;
	bool missing;
};

struct codebook_variable {
	const char *name;		/* column: the item's id; id_VALUE for options of choices, rank */
	const struct item *item;
	size_t option;			/* 0 unless the column is an option */
	const char *text;		/* stem and item in one line */
	size_t n_codes;			/* 0: text, number and date are written as they are */
	const struct codebook_code *codes;
};

struct codebook {
	struct arena *arena;
	const struct form *form;
	const char *lang;
	size_t n;
	struct codebook_variable *variables;	/* in the order of the slots */
};

/* Texts and labels in this language. */
const struct codebook *codebook_make(struct arena *, const struct form *, const char *lang);
/* One row per code of a variable: variable, kind, page, dimensions that score it, reversed, text, code,
 * label, missing, the dimension whose levels it describes, the rater groups that are asked it (empty:
 * everybody). */
void codebook_csv(const struct codebook *, struct buf *);
void codebook_json(const struct codebook *, struct buf *);

/* For kinds: a variable per item with the codes of its scale (yes and no without one); one per option. */
void codebook_items(struct codebook *, const struct question *);
void codebook_options(struct codebook *, const struct question *);

#endif
