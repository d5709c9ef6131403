/* rule_read.h - the words of a condition, before XPath compiles it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_RULE_READ_H
#define FORMS_RULE_READ_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct msgs;
struct rule_variable;

enum { RULE_MAX_LENGTH = 1000, RULE_MAX_NESTING = 20, RULE_MAX_VARIABLES = 64 };

struct rule_words {
	const char *xpath;		/* what to compile: missing($x) has become missing('x') */
	size_t n_variables;
	const struct rule_variable *variables;
	bool bare;			/* nothing but one variable */
	bool asks_itself;		/* says `.` outside predicates */
};

/* False after a message about the first thing that conditions do not have. */
bool rule_read(struct arena *, const char *expression, int line, const char *id, struct msgs *,
	struct rule_words *words_r);

#endif
