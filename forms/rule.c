/* rule.c - conditions and checks: XPath 1.0 over the answers, compiled once per form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/rule.h"

#include <libxml/parserInternals.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/utc.h"
#include "forms/form.h"
#include "forms/load.h"
#include "forms/rule_function.h"
#include "forms/rule_read.h"

enum { MOST_OPERATIONS = 20000, DAY = 86400 };

struct rule {
	xmlXPathCompExpr *compiled;
	struct rule_words words;
	int *items;			/* of the form, one per variable; -1: none */
};

/* One answer as XPath sees it: a text node outside any document. */
struct answer_node {
	xmlNode node;
	char digits[24];
};

struct evaluation {
	struct rule_run run;		/* first, so that functions find it */
	const struct rule *rule;
	const struct form *form;
	const struct answers *answers;
	const bool *visible;
	size_t n_nodes;
};

/* A process evaluates one rule at a time; the nodes are kept from one to the next. */
static struct {
	size_t first, n;
	bool made;
} sets[RULE_MAX_VARIABLES];
static struct answer_node *nodes;
static size_t nodes_room;

static void
ignore_error(void *data, xmlError *e)
{
	(void)data;
	(void)e;
}

static xmlXPathFunction
find_function(void *data, const xmlChar *name, const xmlChar *namespace)
{
	const struct rule_function *f = rule_function((const char *)name);

	(void)data;
	(void)namespace;
	return f == NULL ? NULL : f->run;
}

static xmlXPathContext *
context(void)
{
	static xmlXPathContext *c;

	if (c != NULL)
		return c;
	forms_init();
	c = xmlXPathNewContext(NULL);
	CHECK(c != NULL);
	c->error = (xmlStructuredErrorFunc)ignore_error;
	c->opLimit = MOST_OPERATIONS;
	xmlXPathRegisterFuncLookup(c, find_function, NULL);
	xmlXPathContextSetCache(c, 1, -1, 0);
	return c;
}

static void
free_compiled(void *compiled)
{
	xmlXPathFreeCompExpr(compiled);
}

struct rule *
rule_compile(struct arena *a, const char *expression, int line, const char *id, struct msgs *m)
{
	struct rule *rule = arena_make(a, struct rule);

	if (!rule_read(a, expression, line, id, m, &rule->words))
		return NULL;
	rule->compiled = xmlXPathCtxtCompile(context(), (const xmlChar *)rule->words.xpath);
	if (rule->compiled == NULL) {
		msgs_error(m, line, id, "this is not a condition: %s", expression);
		return NULL;
	}
	arena_defer(a, free_compiled, rule->compiled);
	rule->items = arena_make_n(a, rule->words.n_variables, int);
	for (size_t i = 0; i < rule->words.n_variables; i++)
		rule->items[i] = -1;
	return rule;
}

const struct rule_variable *
rule_variables(const struct rule *rule, size_t *n_r)
{
	*n_r = rule->words.n_variables;
	return rule->words.variables;
}

const char *
rule_source(const struct rule *rule)
{
	return rule->words.xpath;
}

bool
rule_is_bare(const struct rule *rule)
{
	return rule->words.bare;
}

bool
rule_asks_itself(const struct rule *rule)
{
	return rule->words.asks_itself;
}

static void
reserve_nodes(size_t n)
{
	if (n <= nodes_room)
		return;
	nodes = realloc(nodes, n * sizeof(*nodes));
	CHECK(nodes != NULL);
	nodes_room = n;
}

void
rule_bind(struct rule *rule, const struct form *f)
{
	size_t needed = 0, most = 1;

	for (size_t i = 0; i < f->n_items; i++)
		most = f->items[i].n_slots > most ? f->items[i].n_slots : most;
	for (size_t i = 0; i < rule->words.n_variables; i++) {
		rule->items[i] = form_item(f, rule->words.variables[i].name);
		needed += rule->items[i] < 0 ? 0 : f->items[rule->items[i]].n_slots;
	}
	reserve_nodes(needed + most);
}

static void
add_node(struct evaluation *e, const char *content, int64_t number)
{
	struct answer_node *n = &nodes[e->n_nodes++];

	CHECK(e->n_nodes <= nodes_room);
	memset(&n->node, 0, sizeof(n->node));
	n->node.type = XML_TEXT_NODE;
	n->node.name = xmlStringText;
	if (content == NULL)
		snprintf(n->digits, sizeof(n->digits), "%lld", (long long)number);
	n->node.content = content == NULL ? (xmlChar *)n->digits : (xmlChar *)content;
}

static void
add_text(struct evaluation *e, const struct item *item)
{
	const char *text = e->answers->texts[item->text_slot];
	int64_t seconds;

	if (e->answers->codes[item->slot] != 1 || text == NULL)
		return;
	if (e->form->questions[item->question].kind == KIND_DATE && utc_parse_date(text, &seconds))
		add_node(e, NULL, seconds / DAY);
	else
		add_node(e, text, 0);
}

static void
add_answer(struct evaluation *e, const struct item *item)
{
	const int16_t *codes = e->answers->codes + item->slot;

	if (item->text_slot >= 0)
		add_text(e, item);
	else if (e->form->questions[item->question].kind == KIND_CHOICES
		|| e->form->questions[item->question].kind == KIND_RANK) {
		for (size_t i = 0; i < item->n_slots; i++)
			if (code_is_value(codes[i]) && codes[i] > 0)
				add_node(e, NULL, item->scale->points[i].code);
	} else if (code_is_value(codes[0]))
		add_node(e, NULL, codes[0]);
}

static xmlNodeSet *
make_set(struct evaluation *e, size_t which, int item)
{
	xmlNodeSet *set = xmlXPathNodeSetCreate(NULL);

	if (!sets[which].made) {
		sets[which].made = true;
		sets[which].first = e->n_nodes;
		if (item >= 0 && (e->visible == NULL || e->visible[item]))
			add_answer(e, &e->form->items[item]);
		sets[which].n = e->n_nodes - sets[which].first;
	}
	for (size_t i = 0; i < sets[which].n; i++)
		xmlXPathNodeSetAddUnique(set, &nodes[sets[which].first + i].node);
	return set;
}

static int
variable(const struct rule *rule, const char *name)
{
	for (size_t i = 0; i < rule->words.n_variables; i++)
		if (str_eq(rule->words.variables[i].name, name))
			return (int)i;
	return -1;
}

static xmlXPathObject *
find_variable(void *data, const xmlChar *name, const xmlChar *namespace)
{
	struct evaluation *e = data;
	int v = variable(e->rule, (const char *)name);

	(void)namespace;
	CHECK(v >= 0);
	return xmlXPathWrapNodeSet(make_set(e, (size_t)v, e->rule->items[v]));
}

static bool
is_missing(struct rule_run *run, const char *name)
{
	struct evaluation *e = (struct evaluation *)run;
	int v = variable(e->rule, name), item = v < 0 ? -1 : e->rule->items[v];
	int code = item < 0 ? ANSWER_NONE : e->answers->codes[e->form->items[item].slot];

	return item >= 0 && (e->visible == NULL || e->visible[item]) && code <= MISSING_NA
		&& code >= MISSING_REFUSED;
}

static xmlNode *
self_node(struct evaluation *e, int self)
{
	size_t first = e->n_nodes;

	if (self >= 0 && (e->visible == NULL || e->visible[self]))
		add_answer(e, &e->form->items[self]);
	return e->n_nodes > first ? &nodes[first].node : NULL;
}

bool
rule_holds(const struct rule *rule, const struct form *f, const struct respondent *respondent,
	const struct answers *answers,
	const bool *visible, int self)
{
	struct evaluation e = { .run = { respondent, is_missing }, .rule = rule, .form = f,
		.answers = answers, .visible = visible };
	xmlXPathContext *c = context();

	for (size_t i = 0; i < rule->words.n_variables; i++)
		sets[i].made = false;
	c->userData = &e;
	c->opCount = 0;
	c->node = self_node(&e, self);
	xmlXPathRegisterVariableLookup(c, find_variable, &e);
	return xmlXPathCompiledEvalToBoolean(rule->compiled, c) == 1;
}
