/* flow.c - what a respondent sees, given the answers so far */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/flow.h"

#include <string.h>

#include "base/arena.h"
#include "forms/form.h"
#include "forms/group.h"
#include "forms/rule.h"

struct evaluation {
	const struct form *form;
	const struct respondent *who;
	const struct answers *answers;	/* NULL: every condition holds */
	unsigned always;		/* groups whose parts are shown whoever reads */
	struct flow flow;
};

/* Conditions may name earlier items only, so the flags set so far are all they need. */
static bool
holds(const struct evaluation *e, unsigned groups, const struct rule *condition)
{
	if (!groups_include(groups | e->always, e->who->group))
		return false;
	return condition == NULL || e->answers == NULL
		|| rule_holds(condition, e->form, e->who, e->answers, e->flow.items, -1);
}

static bool
evaluate_question(struct evaluation *e, size_t question)
{
	const struct question *q = &e->form->questions[question];
	bool any = q->n_items == 0;

	if (!holds(e, q->groups, q->condition))
		return false;
	for (size_t i = q->first_item; i < q->first_item + q->n_items; i++) {
		const struct item *item = &e->form->items[i];

		any |= e->flow.items[i] = holds(e, item->groups, item->condition);
	}
	return e->flow.questions[question] = any;
}

/* A page of which nothing is left to see is not shown either. */
static void
evaluate_page(struct evaluation *e, size_t page)
{
	const struct page *p = &e->form->pages[page];
	bool any = p->n_questions == 0;

	if (!holds(e, p->groups, p->condition))
		return;
	for (size_t q = p->first_question; q < p->first_question + p->n_questions; q++)
		any |= evaluate_question(e, q);
	e->flow.pages[page] = any;
}

static struct flow
evaluate(struct arena *a, const struct form *f, const struct respondent *who, const struct answers *answers,
	unsigned always)
{
	struct evaluation e = { f, who, answers, always, {
		arena_make_n(a, f->n_pages, bool), arena_make_n(a, f->n_questions, bool),
			arena_make_n(a, f->n_items, bool)
	} };

	for (size_t page = 0; page < f->n_pages; page++)
		evaluate_page(&e, page);
	return e.flow;
}

struct flow
flow_evaluate(struct arena *a, const struct form *f, const struct respondent *who,
	const struct answers *answers)
{
	return evaluate(a, f, who, answers, 0);
}

struct flow
flow_in_full(struct arena *a, const struct form *f, const struct respondent *who)
{
	return evaluate(a, f, who, NULL, who->group[0] == '\0' ? GROUPS_ALL : 0);
}

int
flow_next(const struct form *f, const struct flow *flow, int page)
{
	for (int next = page + 1; next < (int)f->n_pages; next++)
		if (flow->pages[next])
			return next;
	return -1;
}

int
flow_previous(const struct flow *flow, int page)
{
	while (--page >= 0)
		if (flow->pages[page])
			return page;
	return -1;
}

int
flow_first_open(const struct form *f, const struct flow *flow, const struct answers *answers)
{
	for (size_t i = 0; i < f->n_items; i++)
		if (flow->items[i] && f->questions[f->items[i].question].required
		    && !answers_has(f, answers, i))
			return (int)f->items[i].page;
	return -1;
}

/* splitmix64 (Steele, Lea, Flood 2014). */
static uint64_t
next_random(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

/* Each question has its own order, and it must not change when the form gains a question elsewhere. */
static uint64_t
question_seed(const struct question *q, const struct respondent *who)
{
	uint64_t seed = who->seed;

	for (const char *s = q->id; *s != '\0'; s++)
		seed = (seed ^ (unsigned char)*s) * 0x100000001b3u;
	return seed;
}

size_t *
flow_order(struct arena *a, const struct form *f, size_t question, const struct respondent *who, size_t n)
{
	const struct question *q = &f->questions[question];
	size_t *order = arena_make_n(a, n, size_t);
	uint64_t state = question_seed(q, who);

	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t i = n; q->random_order && i > 1; i--) {
		size_t other = (size_t)(next_random(&state) % i), kept = order[i - 1];

		order[i - 1] = order[other];
		order[other] = kept;
	}
	return order;
}

struct answers
flow_counted(struct arena *a, const struct form *f, const struct flow *flow, const struct answers *answers)
{
	struct answers counted = { arena_memdup(a, answers->codes, f->n_slots * sizeof(*answers->codes)),
		arena_memdup(a, answers->texts, f->n_texts * sizeof(*answers->texts)) };

	for (size_t i = 0; i < f->n_items; i++) {
		const struct item *item = &f->items[i];

		if (flow->items[i])
			continue;
		for (size_t slot = item->slot; slot < item->slot + item->n_slots; slot++)
			counted.codes[slot] = MISSING_NOT_SHOWN;
		if (item->text_slot >= 0)
			counted.texts[item->text_slot] = NULL;
	}
	return counted;
}
