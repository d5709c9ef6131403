/* compare_scoring.c - what happened to dimensions, indexes and weights */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/str.h"
#include "forms/compare.h"
#include "forms/form.h"

/* A weighted list of parts as one vector over the parts of the old form; new ones count in fresh. */
struct mixture {
	double *weights, fresh;
};

static struct mixture
mixture_new(const struct comparison *c, size_t n)
{
	return (struct mixture){ arena_make_n(c->arena, n, double), 0 };
}

static void
mix(struct mixture *m, int part, double weight)
{
	if (part < 0)
		m->fresh += weight;
	else
		m->weights[part] += weight;
}

static double
total(const struct mixture *m, size_t n)
{
	double sum = m->fresh;

	for (size_t i = 0; i < n; i++)
		sum += m->weights[i];
	return sum;
}

/* Only the proportions of weights count. */
static bool
same_proportions(const struct mixture *old, const struct mixture *new, size_t n)
{
	double old_total = total(old, n), new_total = total(new, n);

	if (new->fresh > 0)
		return false;
	for (size_t i = 0; i < n; i++)
		if (fabs(old->weights[i] / old_total - new->weights[i] / new_total) > 1e-12)
			return false;
	return true;
}

static bool
nothing_shared(const struct mixture *old, const struct mixture *new, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (old->weights[i] > 0 && new->weights[i] > 0)
			return false;
	return true;
}

/* The same thing made of other parts; of no part it had, it is not the same thing. */
static void
compare_mixtures(struct comparison *c, const char *id, const struct mixture *old, const struct mixture *new,
	size_t n, const char *parts)
{
	if (nothing_shared(old, new, n))
		compare_add(c, DIFFERENCE_CRITICAL, id, "the same name stands for entirely other %s", parts);
	else if (!same_proportions(old, new, n))
		compare_add(c, DIFFERENCE_MEANING, id, "it is made of other %s or weights", parts);
}

static void
compare_items_of(struct comparison *c, const struct dimension *old, const struct dimension *new)
{
	struct mixture before = mixture_new(c, c->old->n_items), after = mixture_new(c, c->old->n_items);

	for (size_t i = 0; i < old->n_items; i++)
		mix(&before, (int)old->items[i], old->weights[i]);
	for (size_t i = 0; i < new->n_items; i++)
		mix(&after, c->ancestors[new->items[i]], new->weights[i]);
	compare_mixtures(c, new->id, &before, &after, c->old->n_items, "items");
	for (size_t i = 0; i < new->n_items; i++)
		if (c->items[new->items[i]] >= DIFFERENCE_MEANING)
			compare_add(c, DIFFERENCE_MEANING, new->id, "it holds %s, whose series is broken",
				c->new->items[new->items[i]].id);
}

static bool
same_number(double a, double b)
{
	return (isnan(a) && isnan(b)) || fabs(a - b) <= 0;
}

static bool
same_levels(const struct comparison *c, const struct dimension *old, const struct dimension *new)
{
	return new->levels < 0 ? old->levels < 0 : c->ancestors[new->levels] == old->levels;
}

static void
compare_dimension(struct comparison *c, const struct dimension *old, const struct dimension *new)
{
	compare_items_of(c, old, new);
	if (old->role != new->role)
		compare_add(c, DIFFERENCE_MEANING, new->id, "it has another role");
	if (!same_number(old->ideal, new->ideal))
		compare_add(c, DIFFERENCE_MEANING, new->id, "it has another ideal");
	if (old->min_valid != new->min_valid)
		compare_add(c, DIFFERENCE_MEANING, new->id, "it needs %zu answers instead of %zu",
			new->min_valid, old->min_valid);
	if (!same_levels(c, old, new))
		compare_add(c, DIFFERENCE_NONE, new->id, "another question describes its levels");
	if (compare_texts(c, &old->title, &new->title) > DIFFERENCE_NONE)
		compare_add(c, DIFFERENCE_WORDING, new->id, "it has another title");
	if (compare_texts(c, &old->means, &new->means) + compare_texts(c, &old->question, &new->question) > 0)
		compare_add(c, DIFFERENCE_NONE, new->id, "its explanation in reports has other words");
}

static void
compare_dimensions(struct comparison *c)
{
	for (size_t i = 0; i < c->new->n_dimensions; i++) {
		int old = form_dimension(c->old, c->new->dimensions[i].id);

		if (old < 0)
			compare_add(c, DIFFERENCE_NONE, c->new->dimensions[i].id, "the dimension is new");
		else
			compare_dimension(c, &c->old->dimensions[old], &c->new->dimensions[i]);
	}
	for (size_t i = 0; i < c->old->n_dimensions; i++)
		if (form_dimension(c->new, c->old->dimensions[i].id) < 0)
			compare_add(c, DIFFERENCE_MEANING, c->old->dimensions[i].id, "the dimension is gone");
}

static int
old_dimension(const struct comparison *c, size_t new)
{
	return form_dimension(c->old, c->new->dimensions[new].id);
}

static void
compare_index(struct comparison *c, const struct index *old, const struct index *new)
{
	struct mixture before = mixture_new(c, c->old->n_dimensions),
		after = mixture_new(c, c->old->n_dimensions);

	for (size_t i = 0; i < old->n_dimensions; i++)
		mix(&before, (int)old->dimensions[i], old->weights[i]);
	for (size_t i = 0; i < new->n_dimensions; i++)
		mix(&after, old_dimension(c, new->dimensions[i]), new->weights[i]);
	compare_mixtures(c, new->id, &before, &after, c->old->n_dimensions, "dimensions");
	if (compare_texts(c, &old->title, &new->title) > DIFFERENCE_NONE)
		compare_add(c, DIFFERENCE_WORDING, new->id, "it has another title");
}

static const struct index *
index_of(const struct form *f, const char *id)
{
	for (size_t i = 0; i < f->n_indexes; i++)
		if (str_eq(f->indexes[i].id, id))
			return &f->indexes[i];
	return NULL;
}

static void
compare_indexes(struct comparison *c)
{
	for (size_t i = 0; i < c->new->n_indexes; i++) {
		const struct index *old = index_of(c->old, c->new->indexes[i].id);

		if (old == NULL)
			compare_add(c, DIFFERENCE_NONE, c->new->indexes[i].id, "the index is new");
		else
			compare_index(c, old, &c->new->indexes[i]);
	}
	for (size_t i = 0; i < c->old->n_indexes; i++)
		if (index_of(c->new, c->old->indexes[i].id) == NULL)
			compare_add(c, DIFFERENCE_MEANING, c->old->indexes[i].id, "the index is gone");
}

static const struct weight_set *
weights_of(const struct form *f, const char *id)
{
	for (size_t i = 0; i < f->n_weight_sets; i++)
		if (str_eq(f->weight_sets[i].id, id))
			return &f->weight_sets[i];
	return NULL;
}

static void
compare_preset(struct comparison *c, const struct weight_set *old, const struct weight_set *new)
{
	struct mixture before = { (double *)old->weights, 0 }, after = mixture_new(c, c->old->n_dimensions);

	for (size_t i = 0; i < c->new->n_dimensions; i++)
		mix(&after, old_dimension(c, i), new->weights[i]);
	if (!same_proportions(&before, &after, c->old->n_dimensions))
		compare_add(c, DIFFERENCE_MEANING, new->id, "its weights are others");
}

static void
compare_presets(struct comparison *c)
{
	for (size_t i = 0; i < c->new->n_weight_sets; i++) {
		const struct weight_set *old = weights_of(c->old, c->new->weight_sets[i].id);

		if (old == NULL)
			compare_add(c, DIFFERENCE_NONE, c->new->weight_sets[i].id,
				"the set of weights is new");
		else
			compare_preset(c, old, &c->new->weight_sets[i]);
	}
	for (size_t i = 0; i < c->old->n_weight_sets; i++)
		if (weights_of(c->new, c->old->weight_sets[i].id) == NULL)
			compare_add(c, DIFFERENCE_MEANING, c->old->weight_sets[i].id,
				"the set of weights is gone");
}

void
compare_scoring(struct comparison *c)
{
	compare_dimensions(c);
	compare_indexes(c);
	compare_presets(c);
}
