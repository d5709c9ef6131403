/* check_rules.c - conditions over earlier items */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/msgs.h"
#include "forms/check.h"
#include "forms/group.h"
#include "forms/loader.h"
#include "forms/rule.h"

/* It may be hidden, left out, or answered with a missing point. */
static bool
may_be_unanswered(const struct loader *l, const struct item *item)
{
	const struct question *q = &l->questions[item->question];

	return !q->required || item->groups != GROUPS_ALL || q->condition != NULL || item->condition != NULL
		|| l->pages[item->page].condition != NULL
		|| (item->scale != NULL && item->scale->n_points > item->scale->n_valued);
}

static void
check_variable(struct loader *l, const struct loader_rule *r, const struct rule_variable *v)
{
	const struct name *name = load_reference(l, r->line, r->id, v->name, NAME_ITEM);

	if (name == NULL)
		return;
	if (name->index >= r->earlier)
		msgs_error(l->msgs, r->line, r->id,
			"the condition asks about %s, which is not asked before it", v->name);
	else if (v->denied && !v->guarded && may_be_unanswered(l, &l->items[name->index]))
		msgs_warn(l->msgs, r->line, r->id,
			"not(..$%s..) is also true when %s has no answer; write answered($%s) and not(..)",
			v->name, v->name, v->name);
}

static void
check_bare(struct loader *l, const struct loader_rule *r, const char *variable)
{
	if (rule_is_bare(r->rule))
		msgs_warn(l->msgs, r->line, r->id, "the condition is true for every answer to %s, also no; "
			"say which: $%s = 1, or answered($%s)", variable, variable, variable);
}

void
check_rules(struct loader *l)
{
	for (size_t i = 0; i < l->n_rules; i++) {
		const struct loader_rule *r = &l->rules[i];
		size_t n;
		const struct rule_variable *variables = rule_variables(r->rule, &n);

		for (size_t j = 0; j < n; j++)
			check_variable(l, r, &variables[j]);
		if (r->self < 0 && rule_asks_itself(r->rule))
			msgs_error(l->msgs, r->line, r->id, "`.` is the answer in a check; here write $item");
		if (n > 0)
			check_bare(l, r, variables[0].name);
		rule_bind(r->rule, l->form);
	}
}
