/* advice.c - what the person could begin with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/profile/advice.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/str.h"
#include "reports/profile/circle.h"
#include "reports/profile/role.h"

static bool
says(const struct cell *cell, const char *word)
{
	return cell != NULL && str_eq(cell->word, word);
}

static enum advice_cause
cause_of(const struct view *v, const char *of)
{
	const struct cell *quadrant = circle_cell(v, MEASURE_QUADRANT, of);

	if (says(quadrant, "blind-spot"))
		return ADVICE_BLIND_SPOT;
	if (says(quadrant, "agreed-need"))
		return ADVICE_NEED;
	if (says(view_cell(v, MEASURE_GAP, of, circle_inside, NULL), "clear-gap"))
		return ADVICE_VIEWS;
	if (says(quadrant, "agreed-strength") || says(quadrant, "hidden-strength"))
		return ADVICE_NONE;
	if (says(circle_cell(v, MEASURE_SELF_GAP, of), "over"))
		return ADVICE_SELF_HIGHER;
	return circle_score(v, of, circle_others) != NULL ? ADVICE_LOWEST : ADVICE_NONE;
}

static int
by_urgency(const void *a, const void *b)
{
	const struct advice *x = a, *y = b;

	if (x->cause != y->cause)
		return x->cause < y->cause ? -1 : 1;
	if (x->gain < y->gain || x->gain > y->gain)
		return x->gain < y->gain ? 1 : -1;
	return (x->dimension > y->dimension) - (x->dimension < y->dimension);
}

size_t
advice_find(const struct view *v, struct advice advice_r[ADVICE_MAX])
{
	struct advice *all = arena_make_n(v->arena, v->form->n_dimensions, struct advice);
	const struct weight_set *role = role_of(v);
	size_t n = 0;

	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const struct dimension *d = &v->form->dimensions[i];
		enum advice_cause cause = cause_of(v, d->id);
		double weight = role == NULL ? 1 : role->weights[i];

		if (cause != ADVICE_NONE)
			all[n++] = (struct advice){ d, cause,
				weight * (100 - circle_percent(v, d->id, circle_others)) };
	}
	qsort(all, n, sizeof(*all), by_urgency);
	n = n < ADVICE_MAX ? n : ADVICE_MAX;
	for (size_t i = 0; i < n; i++)
		advice_r[i] = all[i];
	return n;
}
