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

/* Compile a condition. Syntax errors, unknown functions, forbidden axes, oversized expressions become messages at line under id;
 * then NULL. Variables are bound to items later by rule_bind. */
const struct rule *rule_compile(struct arena *, const char *expression, int line, const char *id, struct msgs *);
/* The variables the rule names, as written. */
const char *const *rule_variables(const struct rule *, size_t *n_r);

/* Is the condition true? An item that is unanswered, hidden or missing is an empty node-set. visible: one flag per item, NULL
 * for all. self: the item whose answer `.` stands for in a check, or -1. Running into the operation limit is false. */
bool rule_holds(const struct rule *, const struct form *, const struct respondent *, const struct answers *,
	const bool *visible, int self);

#endif
