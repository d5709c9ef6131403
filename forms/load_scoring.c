/* load_scoring.c - dimensions, indexes and weights */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/loader.h"
#include "forms/xml.h"

/* The indexes of what a list attribute names, without those that do not exist or stand there twice; how
 * many it named in n_named_r. */
static size_t *
load_references(struct loader *l, const xmlNode *node, const char *attribute, const char *id, enum name_of of,
	size_t *n_r, size_t *n_named_r)
{
	const char *list = load_attr(l, node, attribute);
	char **words = str_words(l->arena, list == NULL ? "" : list, n_named_r);
	size_t *indexes = arena_make_n(l->arena, *n_named_r, size_t), n = 0;

	for (size_t i = 0; i < *n_named_r; i++) {
		const struct name *name = load_reference(l, xml_line(node), id, words[i], of);
		size_t j = 0;

		if (name == NULL)
			continue;
		while (j < n && indexes[j] != name->index)
			j++;
		if (j < n)
			msgs_error(l->msgs, xml_line(node), id, "the %s %s is named twice", name_sort(of),
				words[i]);
		else
			indexes[n++] = name->index;
	}
	*n_r = n;
	return indexes;
}

/* One weight for each of the named things; all 1 when the attribute is absent. */
static double *
load_weight_list(struct loader *l, const xmlNode *node, const char *attribute, const char *id,
	const char *named, size_t n_named)
{
	const char *list = load_attr(l, node, attribute);
	size_t n = 0;
	char **words = list == NULL ? NULL : str_words(l->arena, list, &n);
	double *weights = arena_make_n(l->arena, n_named, double);

	if (list != NULL && n != n_named)
		msgs_error(l->msgs, xml_line(node), id,
			"%s must hold as many numbers as %s names: %zu, not %zu", attribute, named, n_named,
			n);
	for (size_t i = 0; i < n_named; i++) {
		weights[i] = 1;
		if (i < n && (!str_to_double(words[i], &weights[i]) || weights[i] < 0))
			msgs_error(l->msgs, xml_line(node), id, "the weight %s is not a number from 0",
				words[i]);
	}
	return weights;
}

static enum role
load_role(const char *word)
{
	return str_eq(word, "outcome") ? ROLE_OUTCOME : str_eq(word, "signal") ? ROLE_SIGNAL : ROLE_DRIVER;
}

/* The anchored question that describes the dimension's levels. */
static int
load_levels(struct loader *l, const xmlNode *node, const char *id)
{
	const char *word = load_attr(l, node, "levels");
	const struct name *name = word == NULL ? NULL : load_reference(l, xml_line(node), id, word,
		NAME_ITEM);

	return name == NULL ? -1 : (int)name->index;
}

void
load_dimension(struct loader *l, const xmlNode *node)
{
	struct dimension *d = &l->dimensions[l->form->n_dimensions];
	size_t n_named;
	int min_valid;

	d->id = load_id(l, node, NAME_DIMENSION, l->form->n_dimensions++);
	d->line = xml_line(node);
	d->role = load_role(load_attr(l, node, "role"));
	d->items = load_references(l, node, "items", d->id, NAME_ITEM, &d->n_items, &n_named);
	d->weights = load_weight_list(l, node, "item-weights", d->id, "items", n_named);
	min_valid = load_int(l, node, "min-valid", (int)ceil(0.6 * (double)n_named));
	if (min_valid < 1 || (size_t)min_valid > n_named)
		msgs_error(l->msgs, d->line, d->id, "min-valid=\"%d\" is not between 1 "
			"and the %zu items of the dimension", min_valid, n_named);
	d->min_valid = (size_t)min_valid;
	d->ideal = load_number(l, node, "ideal", NAN);
	d->levels = load_levels(l, node, d->id);
	d->title = load_text_of(l, node, "title", d->id);
	d->means = load_text_of(l, node, "means", d->id);
	d->question = load_text_of(l, node, "question", d->id);
}

void
load_index(struct loader *l, const xmlNode *node)
{
	struct index *x = &l->indexes[l->form->n_indexes];
	size_t n_named;

	x->id = load_id(l, node, NAME_INDEX, l->form->n_indexes++);
	x->line = xml_line(node);
	x->dimensions = load_references(l, node, "dimensions", x->id, NAME_DIMENSION, &x->n_dimensions,
		&n_named);
	x->weights = load_weight_list(l, node, "weights", x->id, "dimensions", n_named);
	x->title = load_text_of(l, node, "title", x->id);
}

/* trust=4: enters the weight of the dimension it names. */
static void
load_preset(struct loader *l, const struct weight_set *w, const char *word, double *weights)
{
	size_t n = strcspn(word, "=");
	char *id = arena_strndup(l->arena, word, n);
	const struct name *name = load_reference(l, w->line, w->id, id, NAME_DIMENSION);

	if (name == NULL || word[n] == '\0')
		return;
	if (!isnan(weights[name->index]))
		msgs_error(l->msgs, w->line, w->id, "the dimension %s has two weights", id);
	if (!str_to_double(word + n + 1, &weights[name->index]))
		weights[name->index] = 0;
}

void
load_weights(struct loader *l, const xmlNode *node)
{
	struct weight_set *w = &l->weight_sets[l->form->n_weight_sets];
	double *weights = arena_make_n(l->arena, l->form->n_dimensions, double);
	const char *list = load_attr(l, node, "values");
	size_t n;
	char **words = str_words(l->arena, list == NULL ? "" : list, &n);

	w->id = load_id(l, node, NAME_WEIGHTS, l->form->n_weight_sets++);
	w->line = xml_line(node);
	w->title = load_text_of(l, node, "title", w->id);
	w->weights = weights;
	for (size_t i = 0; i < l->form->n_dimensions; i++)
		weights[i] = NAN;
	for (size_t i = 0; i < n; i++)
		load_preset(l, w, words[i], weights);
	for (size_t i = 0; i < l->form->n_dimensions; i++)
		if (isnan(weights[i])) {
			weights[i] = 0;
			if (l->dimensions[i].role == ROLE_DRIVER && list != NULL)
				msgs_error(l->msgs, w->line, w->id,
					"the dimension %s has no weight here; give it one, 0 too",
					l->dimensions[i].id);
		}
}
