/* rule_function.h - the functions of conditions, and what they need to know */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_RULE_FUNCTION_H
#define FORMS_RULE_FUNCTION_H

#include <libxml/xpath.h>
#include <stdbool.h>

struct nearest;
struct respondent;

struct rule_function {
	const char *name;
	int least, most;		/* arguments */
	xmlXPathFunction run;		/* NULL: XPath's own */
};

/* NULL: conditions have no such function. */
const struct rule_function *rule_function(const char *name);
void rule_function_offer(struct nearest *);
bool rule_pattern_known(const char *name);
void rule_pattern_offer(struct nearest *);

/* One evaluation; the XPath context's userData. */
struct rule_run {
	const struct respondent *respondent;
	bool (*is_missing)(struct rule_run *, const char *item);
};

#endif
