/* load_page.c - pages, questions, items, and the scales they are answered on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/group.h"
#include "forms/kinds/kind.h"
#include "forms/loader.h"
#include "forms/xml.h"

static int16_t
load_code(struct loader *l, const xmlNode *node, const char *id)
{
	const char *missing = load_attr(l, node, "missing");
	bool valued = load_attr(l, node, "value") != NULL;
	int code = load_int(l, node, "value", 0);

	if (valued == (missing != NULL))
		msgs_error(l->msgs, xml_line(node), id, "<%s> needs either value or missing", xml_name(node));
	if (missing != NULL)
		return str_eq(missing, "dk") ? MISSING_DK : str_eq(missing, "refused") ? MISSING_REFUSED
			: MISSING_NA;
	if (!code_is_value(code)) {
		msgs_error(l->msgs, xml_line(node), id, "the value %d is not between %d and %d", code,
			CODE_MIN, CODE_MAX);
		return 0;
	}
	return (int16_t)code;
}

static void
see_value(struct scale *s, int code)
{
	s->min = s->n_valued == 0 || code < s->min ? code : s->min;
	s->max = s->n_valued == 0 || code > s->max ? code : s->max;
	s->n_valued++;
}

static size_t
add_points(struct loader *l, const xmlNode *parent, const char *element, bool valued, struct point *points,
	struct scale *s)
{
	size_t n = 0;

	for (const xmlNode *node = xml_first(parent); node != NULL; node = xml_next(node)) {
		if (!str_eq(xml_name(node), element) || (load_attr(l, node, "missing") == NULL) != valued)
			continue;
		points[n] = (struct point){ load_code(l, node, s->id), load_text(l, node, s->id) };
		if (valued)
			see_value(s, points[n].code);
		n++;
	}
	return n;
}

void
load_points(struct loader *l, const xmlNode *parent, const char *element, struct scale *s)
{
	struct point *points = arena_make_n(l->arena, xmlChildElementCount((xmlNode *)parent), struct point);

	s->points = points;
	s->n_points = add_points(l, parent, element, true, points, s);
	s->n_points += add_points(l, parent, element, false, points + s->n_points, s);
}

void
load_scale(struct loader *l, const xmlNode *node)
{
	struct scale *s = &l->scales[l->form->n_scales];

	s->id = load_id(l, node, NAME_SCALE, l->form->n_scales++);
	s->line = xml_line(node);
	load_points(l, node, "point", s);
}

const struct scale *
load_named_scale(struct loader *l, const xmlNode *node, const char *id)
{
	const char *word = load_attr(l, node, "scale");
	const struct name *name = word == NULL ? NULL : load_reference(l, xml_line(node), id, word,
		NAME_SCALE);

	return name == NULL ? NULL : &l->scales[name->index];
}

const struct scale *
load_options(struct loader *l, const xmlNode *node, const char *id)
{
	struct scale *s = arena_make(l->arena, struct scale);

	s->id = id;
	s->line = xml_line(node);
	load_points(l, node, "option", s);
	return s;
}

static enum change
load_change(const char *word)
{
	return str_eq(word, "wording") ? CHANGE_WORDING : str_eq(word, "meaning") ? CHANGE_MEANING
		: CHANGE_NONE;
}

/* was="tr4@2": the name and the version of the ancestor. */
static void
load_kin(struct loader *l, const xmlNode *node, struct item *item)
{
	const char *was = load_attr(l, node, "was"), *change = load_attr(l, node, "change");
	size_t n = 0;

	if ((was == NULL) != (change == NULL))
		msgs_error(l->msgs, item->line, item->id,
			"was and change belong together: say which item it was and what changed");
	item->change = load_change(change);
	while (was != NULL && was[n] != '\0' && was[n] != '@')
		n++;
	if (was == NULL || was[n] == '\0')
		return;
	item->was_id = arena_strndup(l->arena, was, n);
	item->was_version = atoi(was + n + 1);
}

struct item *
load_item(struct loader *l, const xmlNode *node, struct question *q)
{
	size_t index = l->form->n_items;
	struct item *item = &l->items[index];

	CHECK(q->n_items == index - q->first_item);
	item->id = load_id(l, node, NAME_ITEM, index);
	item->line = xml_line(node);
	item->question = l->form->n_questions - 1;
	item->page = q->page;
	item->scale = q->scale;
	item->n_slots = 1;
	item->text_slot = -1;
	item->mirror = -1;
	item->groups = q->groups;
	item->reverse = str_eq(load_attr(l, node, "reverse"), "yes");
	l->mirrors[index] = load_attr(l, node, "mirror");
	load_kin(l, node, item);
	q->n_items++;
	l->form->n_items++;
	return item;
}

/* Slots are given once the kind has said how many its items need. */
static void
place_items(struct loader *l, const struct question *q)
{
	for (size_t i = q->first_item; i < q->first_item + q->n_items; i++) {
		l->items[i].slot = l->form->n_slots;
		l->form->n_slots += l->items[i].n_slots;
		if (l->items[i].text_slot >= 0)
			l->items[i].text_slot = (int)l->form->n_texts++;
	}
}

static void
load_question(struct loader *l, xmlNode *node, enum kind kind)
{
	struct question *q = &l->questions[l->form->n_questions++];

	q->kind = kind;
	q->id = kinds[kind]->has_item ? xml_id(l->arena, node)
		: load_id(l, node, NAME_QUESTION, l->form->n_questions - 1);
	q->id = q->id == NULL ? "" : q->id;
	q->line = xml_line(node);
	q->page = l->form->n_pages - 1;
	q->first_item = l->form->n_items;
	q->condition = load_rule(l, node, "if", q->id, -1);
	q->groups = load_groups(l, node, q->id, l->pages[q->page].groups);
	q->required = str_eq(load_attr(l, node, "ask"), "required");
	q->random_order = str_eq(load_attr(l, node, "order"), "random");
	q->min = q->max = NAN;
	q->stem = load_text_of(l, node, "stem", q->id);
	q->note = load_text_of(l, node, "note", q->id);
	if (kinds[kind]->has_item)
		load_item(l, node, q);
	if (kinds[kind]->load != NULL)
		kinds[kind]->load(l, node, q);
	q->check = load_rule(l, node, "check", q->id, (int)q->first_item);
	place_items(l, q);
}

void
load_page(struct loader *l, xmlNode *node)
{
	struct page *p = &l->pages[l->form->n_pages];
	struct form *f = l->form;

	p->id = load_id(l, node, NAME_PAGE, f->n_pages++);
	p->line = xml_line(node);
	p->condition = load_rule(l, node, "if", p->id, -1);
	p->groups = load_groups(l, node, p->id, GROUPS_ALL);
	p->title = load_text_of(l, node, "title", p->id);
	p->intro = load_text_of(l, node, "intro", p->id);
	p->first_question = f->n_questions;
	p->first_item = f->n_items;
	p->first_slot = f->n_slots;
	p->first_text = f->n_texts;
	for (xmlNode *question = xml_first(node); question != NULL; question = xml_next(question)) {
		int kind = kind_of_element(xml_name(question));

		if (kind >= 0)
			load_question(l, question, (enum kind)kind);
	}
	p->n_questions = f->n_questions - p->first_question;
	p->n_items = f->n_items - p->first_item;
	p->n_slots = f->n_slots - p->first_slot;
	p->n_texts = f->n_texts - p->first_text;
}
