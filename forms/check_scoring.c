/* check_scoring.c - dimensions, indexes and weights */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/msgs.h"
#include "forms/check.h"
#include "forms/loader.h"

static bool
is_scored(const struct loader *l, const struct item *item)
{
	enum kind kind = l->questions[item->question].kind;

	return kind == KIND_BATTERY || kind == KIND_CHOICE || kind == KIND_ANCHORED;
}

static void
check_ideal(struct loader *l, const struct dimension *d, const struct item *item)
{
	if (!isnan(d->ideal) && item->scale != NULL
		&& (d->ideal < item->scale->min || d->ideal > item->scale->max))
		msgs_error(l->msgs, d->line, d->id, "the ideal %g is outside the scale of %s, %d to %d",
			d->ideal, item->id, item->scale->min, item->scale->max);
	if (!isnan(d->ideal) && item->reverse)
		msgs_error(l->msgs, d->line, d->id,
			"%s is reversed, which has no meaning where the ideal lies within the scale",
			item->id);
}

static void
check_levels(struct loader *l, const struct dimension *d)
{
	const struct item *levels = d->levels < 0 ? NULL : &l->items[d->levels];

	if (levels == NULL)
		return;
	if (l->questions[levels->question].kind != KIND_ANCHORED)
		msgs_error(l->msgs, d->line, d->id, "levels names %s, which is not an anchored question",
			levels->id);
	for (const struct dimension *other = l->dimensions; other < d; other++)
		if (other->levels == d->levels)
			msgs_error(l->msgs, d->line, d->id, "%s describes the levels of %s already",
				levels->id, other->id);
}

static void
check_dimension(struct loader *l, const struct dimension *d)
{
	double sum = 0;

	check_levels(l, d);
	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *item = &l->items[d->items[i]];
		enum kind kind = l->questions[item->question].kind;

		sum += d->weights[i];
		check_ideal(l, d, item);
		if (d->role != ROLE_SIGNAL && !is_scored(l, item))
			msgs_error(l->msgs, d->line, d->id,
				"%s has no scale to be scored on; only a signal may count it", item->id);
		else if (kind == KIND_TEXT || kind == KIND_DATE || kind == KIND_RANK)
			msgs_error(l->msgs, d->line, d->id, "%s cannot be counted", item->id);
	}
	if (d->n_items > 0 && sum <= 0)
		msgs_error(l->msgs, d->line, d->id, "all item weights are 0");
}

static void
check_index(struct loader *l, const struct index *x)
{
	double sum = 0;

	for (size_t i = 0; i < x->n_dimensions; i++) {
		const struct dimension *d = &l->dimensions[x->dimensions[i]];

		sum += x->weights[i];
		if (d->role != ROLE_DRIVER)
			msgs_error(l->msgs, x->line, x->id, "%s is %s and does not enter an index", d->id,
				d->role == ROLE_OUTCOME ? "an outcome" : "a signal");
	}
	if (x->n_dimensions > 0 && sum <= 0)
		msgs_error(l->msgs, x->line, x->id, "all weights are 0");
}

/* Reversal only acts in scores; alone it is probably a slip. */
static void
check_unscored_reverse(struct loader *l)
{
	for (size_t i = 0; i < l->form->n_items; i++) {
		bool scored = !l->items[i].reverse;

		for (size_t d = 0; d < l->form->n_dimensions && !scored; d++)
			for (size_t j = 0; j < l->dimensions[d].n_items; j++)
				scored = scored || l->dimensions[d].items[j] == i;
		if (!scored)
			msgs_warn(l->msgs, l->items[i].line, l->items[i].id,
				"the item is reversed but in no dimension");
	}
}

void
check_scoring(struct loader *l)
{
	for (size_t i = 0; i < l->form->n_dimensions; i++)
		check_dimension(l, &l->dimensions[i]);
	for (size_t i = 0; i < l->form->n_indexes; i++)
		check_index(l, &l->indexes[i]);
	check_unscored_reverse(l);
}
