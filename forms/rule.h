/* rule.h - conditions and checks: XPath 1.0 over the answers, compiled once per form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_RULE_H
#define FORMS_RULE_H

#include <stdbool.h>
#include <stddef.h>

struct answers;
struct arena;
struct form;
struct msgs;
struct respondent;
struct rule;

/* What a rule says about one item. */
struct rule_variable {
	const char *name;
	bool guarded;		/* the rule also asks answered($x) */
	bool denied;		/* compared inside not(): true as well when there is no answer */
};

/* Compile a condition: XPath without paths, over $item and, in a check, `.` for the answer itself.
 *   answered($x)        there is a value           missing($x)      a missing point was chosen
 *   value($x, 0)        the value, or 0            in($x, 1, 2)     it is one of these
 *   count-of(.., ..)    how many of them are true  mean-of($x, $y)  of those that have a value
 *   if(c, then, else)   today() date('2026-01-31') in days, as the answer to a date is
 *   matches($x, 'year') a named pattern            party() group() wave() lang()
 * Syntax errors, unknown functions, paths, oversized expressions become messages at line under id; then NULL.
 * Variables are bound to items later by rule_bind. */
struct rule *rule_compile(struct arena *, const char *expression, int line, const char *id, struct msgs *);
/* The variables the rule names, each once. */
const struct rule_variable *rule_variables(const struct rule *, size_t *n_r);
/* Its words with single blanks: two rules that differ only in layout have the same. */
const char *rule_source(const struct rule *);
/* The rule is nothing but one variable: true as soon as there is an answer, whatever it is. */
bool rule_is_bare(const struct rule *);
/* The rule says `.` about the answer itself. */
bool rule_asks_itself(const struct rule *);
/* Look the variables up in the form; one that is no item never has an answer. */
void rule_bind(struct rule *, const struct form *);

/* Is the condition true? An item that is unanswered, hidden or missing is an empty node-set; choices and
 * ranks are one node per chosen option. visible: one flag per item, NULL for all. self: the item whose
 * answer `.` stands for in a check, or -1. Running into the operation limit is false. */
bool rule_holds(const struct rule *, const struct form *, const struct respondent *, const struct answers *,
	const bool *visible, int self);

#endif
