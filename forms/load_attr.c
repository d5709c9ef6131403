/* load_attr.c - attributes: values, names, references, conditions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/group.h"
#include "forms/loader.h"
#include "forms/nearest.h"
#include "forms/rule.h"
#include "forms/xml.h"

/* Searching for what was meant costs time; after this many problems nobody reads on for it. */
enum { MOST_HINTS = 20 };

const char *
load_attr(struct loader *l, const xmlNode *node, const char *name)
{
	return xml_attr(l->arena, node, name);
}

int
load_int(struct loader *l, const xmlNode *node, const char *name, int fallback)
{
	const char *s = load_attr(l, node, name);
	int64_t value;

	return s != NULL && str_to_int(s, -999999999, 999999999, &value) ? (int)value : fallback;
}

double
load_number(struct loader *l, const xmlNode *node, const char *name, double fallback)
{
	const char *s = load_attr(l, node, name);
	double value;

	return s != NULL && str_to_double(s, &value) ? value : fallback;
}

const char *
load_id(struct loader *l, const xmlNode *node, enum name_of of, size_t index)
{
	const char *id = xml_id(l->arena, node);
	const struct name *holder;

	if (id == NULL)
		return "";
	holder = names_add(l->names, (struct name){ id, of, index, xml_line(node) });
	if (holder != NULL && str_eq(holder->id, id))
		msgs_error(l->msgs, xml_line(node), id, "this id is taken already, in line %d", holder->line);
	else if (holder != NULL)
		msgs_error(l->msgs, xml_line(node), id,
			"this id differs only in upper and lower case from %s in line %d", holder->id,
			holder->line);
	return id;
}

const struct name *
load_reference(struct loader *l, int line, const char *id, const char *word, enum name_of of)
{
	const struct name *found = names_find(l->names, word, of);
	struct nearest search = nearest_begin(word);

	if (found != NULL)
		return found;
	found = names_find_any(l->names, word);
	if (l->msgs->n_errors < MOST_HINTS)
		names_offer(l->names, of, &search);
	if (found != NULL)
		msgs_error(l->msgs, line, id, "there is no %s %s; that is the name of the %s in line %d",
			name_sort(of), word, name_sort(found->of), found->line);
	else
		msgs_error(l->msgs, line, id, "there is no %s %s%s", name_sort(of), word,
			nearest_hint(l->arena, &search));
	return NULL;
}

void *
load_grow(struct loader *l, void *list, size_t n, size_t size)
{
	void *larger;

	/* Rooms are the powers of two, so a full one is seen from n alone. */
	if (n > 0 && (n & (n - 1)) != 0)
		return list;
	larger = arena_array(l->arena, n == 0 ? 1 : 2 * n, size);
	if (n > 0)
		memcpy(larger, list, n * size);
	return larger;
}

const struct rule *
load_rule(struct loader *l, const xmlNode *node, const char *attribute, const char *id, int self)
{
	const char *expression = load_attr(l, node, attribute);
	struct rule *rule;

	if (expression == NULL)
		return NULL;
	rule = rule_compile(l->arena, expression, xml_line(node), id, l->msgs);
	if (rule == NULL)
		return NULL;
	l->rules = load_grow(l, l->rules, l->n_rules, sizeof(*l->rules));
	l->rules[l->n_rules++] = (struct loader_rule){ rule, id, expression, xml_line(node), self,
		l->form->n_items };
	return rule;
}

/* The group the word names when it may stand there, else -1. */
static int
load_group(struct loader *l, int line, const char *id, const char *word, unsigned around, unsigned so_far)
{
	int group = group_find(word);
	struct nearest search = nearest_begin(word);

	for (size_t i = 0; i < N_GROUPS; i++)
		nearest_offer(&search, group_names[i]);
	if (group < 0)
		msgs_error(l->msgs, line, id, "there is no rater group %s%s", word,
			nearest_hint(l->arena, &search));
	else if (!groups_include(around, word))
		msgs_error(l->msgs, line, id, "groups names %s, a group that does not see what is around it",
			word);
	else if (so_far >> group & 1)
		msgs_error(l->msgs, line, id, "groups names %s twice", word);
	else
		return group;
	return -1;
}

unsigned
load_groups(struct loader *l, const xmlNode *node, const char *id, unsigned around)
{
	const char *list = load_attr(l, node, "groups");
	unsigned groups = 0;
	size_t n;
	char **words;

	if (list == NULL)
		return around;
	if (l->form->subject != SUBJECT_MANAGER) {
		msgs_error(l->msgs, xml_line(node), id,
			"only a form about a manager has rater groups; groups needs subject=\"manager\"");
		return around;
	}
	words = str_words(l->arena, list, &n);
	for (size_t i = 0; i < n; i++) {
		int group = load_group(l, xml_line(node), id, words[i], around, groups);

		if (group >= 0)
			groups |= 1u << group;
	}
	return groups;
}
