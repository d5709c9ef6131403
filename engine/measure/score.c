/* score.c - people's scores on dimensions and items */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/score.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/measure/measure.h"
#include "engine/stats/whole.h"
#include "forms/form.h"

enum { WEIGHT_FACTOR_MAX = 1000, IDEAL_PARTS = 100 };

bool
score_can_item(const struct form *form, size_t item)
{
	const struct item *it = &form->items[item];
	enum kind kind = form->questions[it->question].kind;

	if (kind == KIND_YESNO)
		return true;
	return (kind == KIND_BATTERY || kind == KIND_CHOICE || kind == KIND_ANCHORED) && it->scale != NULL &&
	    it->scale->n_valued >= 2;
}

struct item_range
score_item_range(const struct item *item)
{
	struct item_range range = { 0, 1, 1 };
	int64_t step = 0;

	if (item->scale == NULL)
		return range;
	range.min = item->scale->min;
	range.max = item->scale->max;
	for (size_t i = 0; i < item->scale->n_points; i++)
		if (code_is_value(item->scale->points[i].code))
			step = whole_gcd(step, item->scale->points[i].code - range.min);
	range.step = (int)step;
	return range;
}

static bool
ranges_alike(const struct form *form, const size_t *items, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct item_range first = score_item_range(&form->items[items[0]]);
		struct item_range other = score_item_range(&form->items[items[i]]);

		if (other.min != first.min || other.max != first.max || other.step != first.step)
			return false;
	}
	return n > 0;
}

/* The least factor that makes all weights whole. */
static int64_t
weight_factor(const double *weights, size_t n)
{
	for (int64_t factor = 1; factor < WEIGHT_FACTOR_MAX; factor++) {
		bool whole = true;

		for (size_t i = 0; i < n && whole; i++)
			whole = fabs(weights[i] * (double)factor - round(weights[i] * (double)factor)) < 1e-9;
		if (whole)
			return factor;
	}
	return WEIGHT_FACTOR_MAX;
}

static void
take_items(struct arena *a, struct scorer *s)
{
	const struct dimension *d = s->dimension;
	size_t *items = arena_make_n(a, d->n_items, size_t);
	int64_t *weights = arena_make_n(a, d->n_items, int64_t);
	int64_t factor = weight_factor(d->weights, d->n_items);

	for (size_t i = 0; i < d->n_items; i++) {
		int64_t weight = llround(d->weights[i] * (double)factor);

		if (weight <= 0 || !score_can_item(s->form, d->items[i]))
			continue;
		items[s->n_items] = d->items[i];
		weights[s->n_items++] = weight;
	}
	s->items = items;
	s->weights = weights;
}

/* The greatest distance of an answer from the ideal point, in hundredths. */
static int64_t
ideal_reach(const struct scorer *s, const struct item_range *range)
{
	int64_t ideal = llround(s->dimension->ideal * IDEAL_PARTS);
	int64_t below = ideal - (int64_t)range->min * IDEAL_PARTS;
	int64_t above = (int64_t)range->max * IDEAL_PARTS - ideal;

	return below > above ? below : above;
}

/* What a 0-100 answer has to be multiplied by to be whole. */
static int64_t
percent_factor(const struct scorer *s, const struct item_range *range)
{
	int64_t whole = s->ideal ? ideal_reach(s, range) : range->max - range->min;

	return whole / whole_gcd(whole, 100);
}

static int64_t
common_factor(const struct scorer *s)
{
	int64_t factor = 1;

	for (size_t i = 0; i < s->n_items; i++) {
		struct item_range range = score_item_range(&s->form->items[s->items[i]]);
		int64_t part = percent_factor(s, &range);

		factor *= part / whole_gcd(factor, part);
		if (factor > SCORES_UNIT_MAX)
			return SCORES_UNIT_MAX;
	}
	return factor;
}

struct scorer
scorer_new(struct arena *a, const struct form *form, const struct dimension *d)
{
	struct scorer s = { .form = form, .dimension = d, .ideal = !isnan(d->ideal) };
	struct item_range range = { 0, 1, 1 };

	take_items(a, &s);
	s.min_valid = d->min_valid > 0 ? d->min_valid : (3 * s.n_items + 4) / 5;
	s.alike = ranges_alike(form, s.items, s.n_items);
	if (s.n_items > 0)
		range = score_item_range(&form->items[s.items[0]]);
	if (s.alike && !s.ideal) {
		s.min = range.min;
		s.max = range.max;
		s.step = range.step;
		s.factor = 1;
	} else {
		s.max = 100;
		s.step = s.alike ? 100.0 * range.step / (range.max - range.min) : 25;
		s.factor = common_factor(&s);
	}
	return s;
}

/* The answer's v, in whole factor-ths. */
static int64_t
answer_value(const struct scorer *s, size_t i, int code)
{
	const struct item *item = &s->form->items[s->items[i]];
	struct item_range range = score_item_range(item);
	int64_t turned = item->reverse ? range.min + range.max - code : code, reach, away;

	if (s->ideal) {
		reach = ideal_reach(s, &range);
		away = llabs(turned * IDEAL_PARTS - llround(s->dimension->ideal * IDEAL_PARTS));
		return llround(100.0 * (double)((reach - away) * s->factor) / (double)reach);
	}
	if (s->alike)
		return turned;
	return llround(100.0 * (double)((turned - range.min) * s->factor) / (range.max - range.min));
}

int64_t
score_slope(const struct scorer *s, size_t i)
{
	const struct item *item = &s->form->items[s->items[i]];
	struct item_range range = score_item_range(item);
	int64_t slope = s->weights[i];

	if (!s->alike && !s->ideal)
		slope *= llround(100.0 * (double)s->factor / (range.max - range.min));
	return item->reverse && !s->ideal ? -slope : slope;
}

const char *
score_group(const struct wave_answers *w, size_t r)
{
	return w->form->subject == SUBJECT_MANAGER ? w->parties[w->responses[r].party].id : NULL;
}

struct fraction
score_person(const struct scorer *s, const struct answers *answers, const char *group)
{
	size_t min_valid = group == NULL ? s->min_valid : dimension_min_valid(s->form, s->dimension, group);
	struct fraction f = { 0, 0 };
	size_t answered = 0;

	for (size_t i = 0; i < s->n_items; i++) {
		int code = answers->codes[s->form->items[s->items[i]].slot];

		if (!code_is_value(code))
			continue;
		f.numerator += s->weights[i] * answer_value(s, i, code);
		f.denominator += s->weights[i] * s->factor;
		answered++;
	}
	if (answered == 0 || answered < min_valid)
		f.denominator = 0;
	return f;
}

/* Members of the party that have a score, in the order of the responses. */
static struct scores
party_scores(struct arena *a, const struct wave_answers *w, size_t party, const bool *scored,
	const int64_t *x, int64_t unit)
{
	int64_t *mine = arena_make_n(a, w->n_responses, int64_t);
	struct scores s = { .x = mine, .unit = unit };

	for (size_t r = 0; r < w->n_responses; r++)
		if (w->responses[r].party == party && scored[r])
			mine[s.n++] = x[r];
	return s;
}

static void
split_by_party(struct arena *a, const struct wave_answers *w, const int64_t *x, int64_t unit,
	struct dimension_scores *d)
{
	struct scores *parties = arena_make_n(a, w->n_parties, struct scores);
	struct summary *summaries = arena_make_n(a, w->n_parties, struct summary);

	for (size_t p = 0; p < w->n_parties; p++) {
		parties[p] = party_scores(a, w, p, d->scored, x, unit);
		summaries[p] = scores_summary(&parties[p]);
	}
	d->parties = parties;
	d->summaries = summaries;
}

struct dimension_scores
score_dimension(struct arena *a, const struct wave_answers *w, const struct dimension *dimension)
{
	struct dimension_scores d = { .scorer = scorer_new(a, w->form, dimension) };
	int64_t *numerators = arena_make_n(a, w->n_responses, int64_t);
	int64_t *denominators = arena_make_n(a, w->n_responses, int64_t);
	double *values = arena_make_n(a, w->n_responses, double);
	bool *scored = arena_make_n(a, w->n_responses, bool);
	int64_t unit;

	for (size_t r = 0; r < w->n_responses; r++) {
		struct fraction f = score_person(&d.scorer, w->responses[r].answers, score_group(w, r));

		numerators[r] = f.numerator;
		denominators[r] = f.denominator;
	}
	unit = scores_unit(denominators, w->n_responses);
	for (size_t r = 0; r < w->n_responses; r++) {
		scored[r] = denominators[r] > 0;
		if (!scored[r])
			continue;
		numerators[r] = scores_from(numerators[r], denominators[r], unit);
		values[r] = (double)numerators[r] / (double)unit;
	}
	d.scored = scored;
	d.values = values;
	split_by_party(a, w, numerators, unit, &d);
	return d;
}

struct scores
score_item(struct arena *a, const struct wave_answers *w, size_t item, size_t party, bool turned)
{
	const struct item *it = &w->form->items[item];
	struct item_range range = score_item_range(it);
	int64_t *x = arena_make_n(a, w->n_responses, int64_t);
	struct scores s = { .x = x, .unit = 1 };

	for (size_t r = 0; r < w->n_responses; r++) {
		int code = w->responses[r].answers->codes[it->slot];

		if (w->responses[r].party == party && code_is_value(code))
			x[s.n++] = turned && it->reverse ? range.min + range.max - code : code;
	}
	return s;
}
