/* check_items.c - scales, options, mirrors, reversal, kinship */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/msgs.h"
#include "base/str.h"
#include "forms/check.h"
#include "forms/loader.h"

enum { MOST_POINTS = 100 };

static void
check_points(struct loader *l, const struct scale *s, const char *id, int line)
{
	for (size_t i = 0; i < s->n_points; i++)
		for (size_t j = 0; j < i; j++)
			if (s->points[i].code == s->points[j].code) {
				msgs_error(l->msgs, line, id, code_is_value(s->points[i].code)
					? "the value %d stands there twice"
					: "the same missing point stands there twice", s->points[i].code);
				return;
			}
	if (s->n_points > MOST_POINTS)
		msgs_error(l->msgs, line, id, "there are %zu points or options; %d is the most", s->n_points,
			MOST_POINTS);
	else if (s->n_valued < 2)
		msgs_error(l->msgs, line, id, "there must be at least two points or options with a value");
}

void
check_scales(struct loader *l)
{
	const struct form *f = l->form;

	for (size_t i = 0; i < f->n_scales; i++)
		check_points(l, &f->scales[i], f->scales[i].id, f->scales[i].line);
	for (size_t i = 0; i < f->n_questions; i++) {
		const struct question *q = &f->questions[i];

		if (q->scale != NULL && q->scale->id == q->id && q->scale->n_points > 0)
			check_points(l, q->scale, q->id, q->line);
	}
}

static void
check_mirror(struct loader *l, size_t i)
{
	struct item *item = &l->items[i], *other;
	const struct name *name = load_reference(l, item->line, item->id, l->mirrors[i], NAME_ITEM);

	if (name == NULL)
		return;
	other = &l->items[name->index];
	item->mirror = (int)name->index;
	if (other == item)
		msgs_error(l->msgs, item->line, item->id, "the item cannot be its own mirror");
	else if (!str_eq(l->mirrors[name->index], item->id))
		msgs_error(l->msgs, item->line, item->id, "%s must name %s as its mirror too", other->id,
			item->id);
	else if (name->index > i && other->scale != item->scale)
		msgs_error(l->msgs, item->line, item->id,
			"the item and its mirror %s must have the same scale", other->id);
	else if (name->index > i && other->reverse != item->reverse)
		msgs_error(l->msgs, item->line, item->id,
			"the item and its mirror %s must both be reversed or neither", other->id);
}

static void
check_kin(struct loader *l, const struct item *item)
{
	if (item->was_id != NULL && item->was_version >= l->form->version)
		msgs_error(l->msgs, item->line, item->id,
			"was names version %d, but an ancestor is in a version before this one, %d",
			item->was_version, l->form->version);
}

void
check_items(struct loader *l)
{
	for (size_t i = 0; i < l->form->n_items; i++) {
		if (l->mirrors[i] != NULL)
			check_mirror(l, i);
		check_kin(l, &l->items[i]);
	}
}
