/* grammar.h - form.rng, compiled, and as a list of what belongs where */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_GRAMMAR_H
#define FORMS_GRAMMAR_H

#include <libxml/relaxng.h>
#include <stdbool.h>
#include <stddef.h>

struct msgs;

enum { GRAMMAR_MOST = 24 };

struct grammar_attribute {
	const char *name;
	bool required;
	const char *type;		/* the define of its value, or NULL: one of values */
	size_t n_values;
	const char *values[4];
};

struct grammar_child {
	const char *name;
	size_t place;			/* children come in the order of their places */
	bool required, repeated;
};

struct grammar_element {
	const char *name;
	bool words;			/* holds text */
	size_t n_attributes, n_children;
	struct grammar_attribute attributes[GRAMMAR_MOST];
	struct grammar_child children[GRAMMAR_MOST];
};

/* Read and compiled at the first call in a process, kept from then on. */
struct grammar {
	size_t n_elements;
	struct grammar_element *elements;
	xmlRelaxNG *validator;
};

const struct grammar *grammar_get(void);
const struct grammar_element *grammar_element(const struct grammar *, const char *name);
/* Plain RELAX NG validation; what it finds becomes messages in the validator's own words. */
bool grammar_validate(const struct grammar *, xmlDoc *, struct msgs *);

#endif
