/* compare_items.c - what happened to each item */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/str.h"
#include "forms/compare.h"
#include "forms/form.h"
#include "forms/kinds/kind.h"
#include "forms/rule.h"

struct pair {
	struct comparison *c;
	const struct item *old, *new;
	const struct question *old_question, *new_question;
	enum difference_class worst;
};

/* Does the item say what became of it since the old version? */
static bool
declares(const struct comparison *c, const struct item *item)
{
	return item->was_id != NULL && item->was_version == c->old->version;
}

/* A break that is declared is an honest new series. */
static void
note(struct pair *p, enum difference_class class, const char *text)
{
	bool declared = declares(p->c, p->new) && p->new->change == CHANGE_MEANING;

	if (class == DIFFERENCE_CRITICAL && declared)
		class = DIFFERENCE_MEANING;
	p->worst = class > p->worst ? class : p->worst;
	compare_add(p->c, class, p->new->id, "%s", text);
}

static const struct point *
point_of(const struct scale *s, int code)
{
	for (size_t i = 0; i < s->n_points; i++)
		if (s->points[i].code == code)
			return &s->points[i];
	return NULL;
}

static bool
same_codes(const struct scale *old, const struct scale *new, bool valued)
{
	size_t n = 0, m = 0;

	for (size_t i = 0; i < old->n_points; i++)
		n += code_is_value(old->points[i].code) == valued;
	for (size_t i = 0; i < new->n_points; i++)
		if (code_is_value(new->points[i].code) == valued) {
			m++;
			if (point_of(old, new->points[i].code) == NULL)
				return false;
		}
	return n == m;
}

/* Words that stood beside one code now stand beside another. */
static bool
is_permuted(const struct comparison *c, const struct scale *old, const struct scale *new,
	const struct point *p)
{
	for (size_t i = 0; i < old->n_valued; i++)
		if (old->points[i].code != p->code && point_of(new, old->points[i].code) != NULL
		    && compare_texts(c, &old->points[i].label, &p->label) == DIFFERENCE_NONE)
			return true;
	return false;
}

static void
compare_labels(struct pair *p)
{
	const struct scale *old = p->old->scale, *new = p->new->scale;
	bool words = false, permuted = false;

	for (size_t i = 0; i < new->n_valued; i++) {
		const struct point *before = point_of(old, new->points[i].code);

		if (before == NULL
		    || compare_texts(p->c, &before->label, &new->points[i].label) == DIFFERENCE_NONE)
			continue;
		words = true;
		permuted = permuted || is_permuted(p->c, old, new, &new->points[i]);
	}
	if (permuted)
		note(p, DIFFERENCE_CRITICAL,
			"the same codes stand for other answers: their words have changed places");
	else if (words)
		note(p, DIFFERENCE_WORDING, "the words of its scale or options have changed");
}

static void
compare_scales(struct pair *p)
{
	const struct scale *old = p->old->scale, *new = p->new->scale;
	bool ordered = p->new_question->kind != KIND_CHOICES && p->new_question->kind != KIND_RANK;
	bool stretched = ordered && (old->min != new->min || old->max != new->max);

	if (stretched)
		note(p, DIFFERENCE_CRITICAL, "its scale runs from another lowest to another highest value");
	else if (!same_codes(old, new, true))
		note(p, DIFFERENCE_MEANING, "its points or options are others");
	if (!same_codes(old, new, false))
		note(p, DIFFERENCE_WORDING, "its missing points are others");
	compare_labels(p);
}

/* A battery's item and a choice are stored alike; so only other kinds are another thing. */
static bool
same_kind(const struct pair *p)
{
	enum kind old = p->old_question->kind, new = p->new_question->kind;
	bool old_one = old == KIND_BATTERY || old == KIND_CHOICE || old == KIND_ANCHORED;
	bool new_one = new == KIND_BATTERY || new == KIND_CHOICE || new == KIND_ANCHORED;

	return old == new || (old_one && new_one);
}

static bool
is_scored(const struct form *f, const struct item *item)
{
	for (size_t i = 0; i < f->n_dimensions; i++) {
		if (f->dimensions[i].levels >= 0 && &f->items[f->dimensions[i].levels] == item)
			return true;
		for (size_t j = 0; j < f->dimensions[i].n_items; j++)
			if (&f->items[f->dimensions[i].items[j]] == item)
				return true;
	}
	return false;
}

static bool
same_rule(const struct rule *old, const struct rule *new)
{
	return str_eq(old == NULL ? NULL : rule_source(old), new == NULL ? NULL : rule_source(new));
}

static void
compare_conditions(struct pair *p)
{
	const struct page *old = &p->c->old->pages[p->old->page], *new = &p->c->new->pages[p->new->page];

	if (!same_rule(old->condition, new->condition) || !same_rule(p->old->condition, p->new->condition)
	    || !same_rule(p->old_question->condition, p->new_question->condition))
		note(p, DIFFERENCE_MEANING, "other people are asked: a condition has changed");
	if (p->old->groups != p->new->groups)
		note(p, DIFFERENCE_MEANING, "other people are asked: its rater groups are others");
	if (!same_rule(p->old_question->check, p->new_question->check))
		note(p, DIFFERENCE_MEANING, "other answers are accepted: its check has changed");
}

static bool
narrower(double old_min, double old_max, double new_min, double new_max)
{
	return (!isnan(new_min) && (isnan(old_min) || new_min > old_min))
		|| (!isnan(new_max) && (isnan(old_max) || new_max < old_max));
}

static bool
wider(const struct question *old, const struct question *new)
{
	return narrower(new->min, new->max, old->min, old->max);
}

static void
compare_bounds(struct pair *p)
{
	const struct question *old = p->old_question, *new = p->new_question;

	if (narrower(old->min, old->max, new->min, new->max))
		note(p, DIFFERENCE_MEANING, "fewer answers are allowed: its min or max is narrower");
	else if (wider(old, new))
		note(p, DIFFERENCE_NONE, "more answers are allowed: its min or max is wider");
	if (!str_eq(old->unit, new->unit))
		note(p, DIFFERENCE_CRITICAL, "it is counted in another unit");
	if (old->required != new->required)
		note(p, DIFFERENCE_WORDING, new->required ? "an answer is now required"
			: "an answer is no longer required");
	if (old->random_order != new->random_order)
		note(p, DIFFERENCE_NONE, new->random_order ? "its order is random now"
			: "its order is fixed now");
}

static void
compare_words(struct pair *p)
{
	enum difference_class stem = compare_texts(p->c, &p->old_question->stem, &p->new_question->stem);
	enum difference_class own = compare_texts(p->c, &p->old->text, &p->new->text);

	if (stem == DIFFERENCE_CRITICAL || own == DIFFERENCE_CRITICAL)
		note(p, DIFFERENCE_CRITICAL,
			"the same words are about another organisation or quote another answer");
	else if (stem == DIFFERENCE_WORDING || own == DIFFERENCE_WORDING)
		note(p, DIFFERENCE_WORDING, "it is asked in other words");
}

static const char *
mirror_of(const struct form *f, const struct item *item)
{
	return item->mirror < 0 ? NULL : f->items[item->mirror].id;
}

static void
compare_declaration(struct pair *p)
{
	if (!declares(p->c, p->new))
		return;
	if (p->new->change == CHANGE_MEANING && p->worst < DIFFERENCE_MEANING)
		note(p, DIFFERENCE_MEANING, "a new series begins because change=\"meaning\" says so");
	else if (p->new->change == CHANGE_NONE && p->worst == DIFFERENCE_WORDING)
		note(p, DIFFERENCE_WORDING, "change=\"none\" is declared, but its words have changed");
	else if (p->new->change != CHANGE_MEANING && p->worst == DIFFERENCE_MEANING)
		note(p, DIFFERENCE_CRITICAL, "it is declared as the same item, but its meaning has changed");
}

static enum difference_class
compare_pair(struct comparison *c, const struct item *old, const struct item *new)
{
	struct pair p = { c, old, new, &c->old->questions[old->question], &c->new->questions[new->question],
		DIFFERENCE_NONE };

	if (!same_kind(&p))
		note(&p, DIFFERENCE_CRITICAL, arena_printf(c->arena, "it was a %s and is a %s",
			kinds[p.old_question->kind]->element, kinds[p.new_question->kind]->element));
	else if (old->scale != NULL && new->scale != NULL)
		compare_scales(&p);
	if (old->reverse != new->reverse)
		note(&p, is_scored(c->old, old) && is_scored(c->new, new) ? DIFFERENCE_CRITICAL
			: DIFFERENCE_NONE, "it is scored in the other direction");
	if (!str_eq(mirror_of(c->old, old), mirror_of(c->new, new)))
		note(&p, DIFFERENCE_MEANING, "it has another mirror");
	compare_words(&p);
	compare_conditions(&p);
	compare_bounds(&p);
	compare_declaration(&p);
	return p.worst;
}

static int
ancestor_of(const struct comparison *c, const struct item *item)
{
	return form_item(c->old, declares(c, item) ? item->was_id : item->id);
}

static void
compare_item(struct comparison *c, size_t i)
{
	const struct item *new = &c->new->items[i];
	int ancestor = c->ancestors[i] = ancestor_of(c, new), namesake = form_item(c->old, new->id);

	if (ancestor < 0)
		compare_add(c, DIFFERENCE_NONE, new->id, "the item is new");
	else
		c->items[i] = compare_pair(c, &c->old->items[ancestor], new);
	if (ancestor >= 0 && namesake < 0)
		compare_add(c, DIFFERENCE_NONE, new->id, "the item was called %s",
			c->old->items[ancestor].id);
	if (namesake >= 0 && namesake != ancestor) {
		c->items[i] = DIFFERENCE_CRITICAL;
		compare_add(c, DIFFERENCE_CRITICAL, new->id, "the id was another item's in version %d",
			c->old->version);
	}
}

void
compare_items(struct comparison *c)
{
	bool *kept = arena_make_n(c->arena, c->old->n_items, bool);

	for (size_t i = 0; i < c->new->n_items; i++) {
		compare_item(c, i);
		if (c->ancestors[i] >= 0)
			kept[c->ancestors[i]] = true;
	}
	for (size_t i = 0; i < c->old->n_items; i++)
		if (!kept[i])
			compare_add(c, is_scored(c->old, &c->old->items[i]) ? DIFFERENCE_MEANING
				: DIFFERENCE_NONE, c->old->items[i].id, "the item is gone");
}
