/* contribution_sums.c - tallies of scales and cross products of drivers, of what a release shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "engine/measure/benchmark/contributing.h"
#include "engine/measure/benchmark/contribution.h"
#include "engine/measure/benchmark/tallying.h"
#include "engine/measure/measure.h"
#include "engine/measure/score.h"
#include "forms/form.h"

static size_t
points_of(const struct scorer *s)
{
	struct item_range range = score_item_range(&s->form->items[s->items[0]]);

	return (size_t)((range.max - range.min) / range.step) + 1;
}

static bool
is_scale(const struct scorer *s)
{
	for (size_t i = 1; i < s->n_items; i++)
		if (s->weights[i] != s->weights[0])
			return false;
	return s->n_items >= 2 && s->n_items <= SHAPE_ITEMS_MAX && s->alike && !s->ideal
	    && points_of(s) <= SHAPE_POINTS_MAX;
}

size_t *
contribution_places(struct arena *a, const struct form *form, size_t *n_r)
{
	size_t *places = arena_make_n(a, form->n_dimensions, size_t);

	*n_r = 0;
	for (size_t d = 0; d < form->n_dimensions; d++) {
		struct scorer s = scorer_new(a, form, &form->dimensions[d]);

		if (form->dimensions[d].role != ROLE_SIGNAL && is_scale(&s))
			places[(*n_r)++] = d;
	}
	return places;
}

/* The codes of the scale's points as 1, 2, ...; 0: no value. */
static uint8_t *
codes_of(struct arena *a, const struct wave_answers *w, const struct scorer *s, size_t i)
{
	const struct item *item = &s->form->items[s->items[i]];
	struct item_range range = score_item_range(item);
	uint8_t *codes = arena_make_n(a, w->n_responses, uint8_t);

	for (size_t r = 0; r < w->n_responses; r++) {
		int code = w->responses[r].answers->codes[item->slot];

		if (code_is_value(code))
			codes[r] = (uint8_t)((code - range.min) / range.step + 1);
	}
	return codes;
}

static void
tally_scale(struct arena *a, const struct wave_answers *w, const struct release *release, const struct scorer *s,
	struct tallies *t, size_t scale)
{
	const uint8_t **codes = arena_make_n(a, s->n_items, const uint8_t *);
	bool *reversed = arena_make_n(a, s->n_items, bool), *shown = arena_make_n(a, w->n_parties, bool);
	size_t *party = arena_make_n(a, w->n_responses, size_t);
	struct answered answered = { codes, reversed, w->n_responses, party, shown };

	for (size_t i = 0; i < s->n_items; i++) {
		codes[i] = codes_of(a, w, s, i);
		reversed[i] = s->form->items[s->items[i]].reverse;
	}
	for (size_t p = 0; p < w->n_parties; p++)
		shown[p] = contributing_score(release, s->dimension->id, w->parties[p].id) != NULL;
	for (size_t r = 0; r < w->n_responses; r++)
		party[r] = w->responses[r].party;
	tallying_add(t, scale, &answered);
}

struct tallies
contribution_tallies(struct arena *a, const struct wave_answers *w, const struct release *release)
{
	size_t n, *places = contribution_places(a, w->form, &n);
	struct shape *shapes = arena_make_n(a, n, struct shape);
	struct scorer *scorers = arena_make_n(a, n, struct scorer);
	struct tallies t;

	for (size_t i = 0; i < n; i++) {
		scorers[i] = scorer_new(a, w->form, &w->form->dimensions[places[i]]);
		shapes[i] = (struct shape){ scorers[i].n_items, (unsigned)points_of(&scorers[i]),
			(unsigned)scorers[i].min_valid };
	}
	t = tallies_new(a, shapes, n, n == 0 ? 0 : w->n_parties);
	for (size_t i = 0; i < n; i++)
		tally_scale(a, w, release, &scorers[i], &t, i);
	return t;
}

/* Scores of one dimension, NAN where there is none or the party's is not shown. */
static double *
column_of(struct arena *a, const struct wave_answers *w, const struct release *release,
	const struct dimension_scores *d, size_t party, size_t *n_r)
{
	double *column = arena_make_n(a, w->n_responses, double);
	bool shown = contributing_score(release, d->scorer.dimension->id, w->parties[party].id) != NULL;

	*n_r = 0;
	for (size_t r = 0; r < w->n_responses; r++)
		if (w->responses[r].party == party)
			column[(*n_r)++] = shown && d->scored[r] ? d->values[r] : NAN;
	return column;
}

static void
add_party(struct arena *a, const struct wave_answers *w, const struct release *release,
	const struct dimension_scores *scores, size_t party, struct contribution_cross *x)
{
	const double *columns[CROSS_MAX];
	struct cross part;
	size_t n = 0;

	for (size_t i = 0; i < x->n_drivers; i++)
		columns[i] = column_of(a, w, release, &scores[x->drivers[i]], party, &n);
	columns[x->n_drivers] = column_of(a, w, release, &scores[x->outcome], party, &n);
	part = cross_of(columns, x->n_drivers + 1, 0, n);
	if (part.n < (size_t)w->k)
		return;
	if (x->cross.n == 0)
		x->cross = part;
	else
		cross_merge(&x->cross, &part);
}

struct contribution_cross *
contribution_crosses(struct arena *a, const struct wave_answers *w, const struct release *release, size_t *n_r)
{
	struct contribution_cross *crosses = arena_make_n(a, w->form->n_dimensions, struct contribution_cross);
	const struct dimension_scores *scores = contributing_scores(a, w);
	size_t n_drivers = 0, drivers[CROSS_MAX - 1];

	*n_r = 0;
	for (size_t d = 0; d < w->form->n_dimensions && n_drivers < CROSS_MAX - 1; d++)
		if (w->form->dimensions[d].role == ROLE_DRIVER && scores[d].scorer.n_items > 0)
			drivers[n_drivers++] = d;
	for (size_t d = 0; n_drivers > 0 && d < w->form->n_dimensions; d++) {
		struct contribution_cross *x = &crosses[*n_r];

		if (w->form->dimensions[d].role != ROLE_OUTCOME || scores[d].scorer.n_items == 0)
			continue;
		*x = (struct contribution_cross){ .outcome = d, .n_drivers = n_drivers };
		for (size_t i = 0; i < n_drivers; i++)
			x->drivers[i] = drivers[i];
		for (size_t p = 0; p < w->n_parties; p++)
			add_party(a, w, release, scores, p, x);
		*n_r += x->cross.n > 0;
	}
	return crosses;
}
