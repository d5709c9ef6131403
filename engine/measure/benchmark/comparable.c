/* comparable.c - is a row of one form the same thing as that of another? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/benchmark/comparable.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/str.h"
#include "forms/form.h"

size_t
comparable_count(const struct form *f)
{
	return f->n_dimensions + f->n_indexes;
}

const char *
comparable_id(const struct form *f, size_t row)
{
	return row < f->n_dimensions ? f->dimensions[row].id : f->indexes[row - f->n_dimensions].id;
}

static bool
find_row(const struct form *f, const char *id, bool is_index, size_t *row_r)
{
	size_t from = is_index ? f->n_dimensions : 0, to = is_index ? comparable_count(f) : f->n_dimensions;

	for (*row_r = from; *row_r < to; (*row_r)++)
		if (str_eq(comparable_id(f, *row_r), id))
			return true;
	return false;
}

static void
worsen(enum difference_class *worst, enum difference_class class)
{
	*worst = class > *worst ? class : *worst;
}

static enum difference_class
listed(const struct comparison *c, const char *id)
{
	enum difference_class worst = DIFFERENCE_NONE;

	for (size_t i = 0; i < c->n; i++)
		if (c->list[i].id != NULL && str_eq(c->list[i].id, id))
			worsen(&worst, c->list[i].class);
	return worst;
}

static bool
same_items(const struct comparison *c, const struct dimension *old, const struct dimension *new)
{
	if (old->n_items != new->n_items)
		return false;
	for (size_t i = 0; i < new->n_items; i++) {
		bool found = false;

		for (size_t j = 0; j < old->n_items; j++)
			found |= c->ancestors[new->items[i]] == (int)old->items[j];
		if (!found)
			return false;
	}
	return true;
}

static void
step_dimension(const struct comparison *c, size_t old, size_t new, struct related *r)
{
	const struct dimension *d = &c->new->dimensions[new];
	enum difference_class worst = listed(c, d->id);

	for (size_t i = 0; i < d->n_items; i++)
		worsen(&worst, c->items[d->items[i]]);
	worsen(&r->worst, worst);
	if (!same_items(c, &c->old->dimensions[old], d))
		r->relation = RELATION_OTHER_ITEMS;
	else if (worst >= DIFFERENCE_MEANING)
		r->relation = RELATION_OTHER_MEANING;
}

static void step(const struct comparison *, size_t new, struct related *);

/* An index is the same when it is made of the same dimensions, and each of these is. */
static void
step_index(const struct comparison *c, const struct index *index, struct related *r)
{
	worsen(&r->worst, listed(c, index->id));
	for (size_t i = 0; i < index->n_dimensions; i++) {
		struct related part = { .row = 0 };

		step(c, index->dimensions[i], &part);
		worsen(&r->worst, part.worst);
		if (part.relation > RELATION_SAME)
			r->relation = part.relation == RELATION_OTHER_MEANING ? part.relation : RELATION_OTHER_ITEMS;
	}
	if (r->relation == RELATION_SAME && r->worst >= DIFFERENCE_MEANING)
		r->relation = RELATION_OTHER_ITEMS;
}

/* From row `new` of the newer form to that in the older one. */
static void
step(const struct comparison *c, size_t new, struct related *r)
{
	bool is_index = new >= c->new->n_dimensions;

	if (!find_row(c->old, comparable_id(c->new, new), is_index, &r->row))
		r->relation = RELATION_ABSENT;
	else if (is_index)
		step_index(c, &c->new->indexes[new - c->new->n_dimensions], r);
	else
		step_dimension(c, r->row, new, r);
}

static void
step_all(struct arena *a, const struct form *old, const struct form *new, struct related *rows, size_t n)
{
	const struct comparison *c = form_compare(a, old, new);

	for (size_t i = 0; i < n; i++)
		if (rows[i].relation == RELATION_SAME)
			step(c, rows[i].row, &rows[i]);
}

struct related *
comparable_rows(struct arena *a, const struct form *from, const struct form *to, const struct form *const *versions,
	size_t n_versions)
{
	size_t n = comparable_count(to);
	struct related *rows = arena_make_n(a, n, struct related);
	const struct form *at = to;

	for (size_t i = 0; i < n; i++)
		rows[i].row = i;
	if (str_eq(from->id, to->id))
		for (size_t v = n_versions; v-- > 0;)
			if (versions[v]->version < at->version && versions[v]->version >= from->version) {
				step_all(a, versions[v], at, rows, n);
				at = versions[v];
			}
	if (at != from && (at->version != from->version || !str_eq(at->id, from->id)))
		step_all(a, from, at, rows, n);
	return rows;
}
