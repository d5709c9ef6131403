/* topics.c - what a workshop should begin with: strengths to keep, dimensions to talk about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/topics.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/str.h"

enum verdict { CLEAR, PROBABLE, ALIGNED, CANNOT_TELL, NOT_COMPARED };

static enum verdict
verdict_of(const struct cell *gap)
{
	static const char *const keys[] = { "clear-gap", "probable-gap", "aligned", "cannot-tell" };

	for (enum verdict i = CLEAR; gap != NULL && i < NOT_COMPARED; i++)
		if (str_eq(gap->word, keys[i]))
			return i;
	return NOT_COMPARED;
}

/* The strongest verdict over the parties, among equals the largest difference. */
static const struct cell *
strongest_gap(const struct view *v, const char *of, size_t *party_r)
{
	const struct cell *best = NULL;

	for (size_t i = 0; i < v->release->n_parties; i++) {
		const struct cell *cell = view_cell(v, MEASURE_GAP, of, v->release->parties[i].id, NULL);

		if (verdict_of(cell) == NOT_COMPARED)
			continue;
		if (best == NULL || verdict_of(cell) < verdict_of(best)
		    || (verdict_of(cell) == verdict_of(best) && fabs(cell->value) > fabs(best->value))) {
			best = cell;
			*party_r = i;
		}
	}
	return best;
}

static bool
has_split(const struct view *v, const char *of, size_t *party_r)
{
	for (size_t i = 0; i < v->release->n_parties; i++) {
		const struct cell *cell = view_cell(v, MEASURE_AGREEMENT, of, v->release->parties[i].id,
			NULL);

		if (cell != NULL && str_eq(cell->word, "split")) {
			*party_r = i;
			return true;
		}
	}
	return false;
}

static struct topic
gap_topic(const struct view *v, const struct dimension *d, enum cause cause, const struct cell *gap,
	size_t party)
{
	double points = view_points(v, d->id, gap->value);
	bool other_side = points < 0 && v->release->n_parties == 2;

	return (struct topic){ d, cause, other_side ? 1 - party : party, other_side ? -points : points };
}

static struct topic
judge(const struct view *v, const struct dimension *d)
{
	const struct cell *joint = view_cell(v, MEASURE_SCORE, d->id, "joint", NULL);
	const struct cell *colour = view_cell(v, MEASURE_COLOUR, d->id, "joint", NULL);
	struct topic topic = { d, CAUSE_LOWEST, 0, joint == NULL ? NAN : joint->percent };
	size_t party = 0;
	const struct cell *gap = strongest_gap(v, d->id, &party);

	if (verdict_of(gap) == CLEAR)
		return gap_topic(v, d, CAUSE_CLEAR_GAP, gap, party);
	if (colour != NULL && str_eq(colour->word, "red"))
		topic.cause = CAUSE_BELOW_FLOOR;
	else if (verdict_of(gap) == PROBABLE)
		return gap_topic(v, d, CAUSE_PROBABLE_GAP, gap, party);
	else if (has_split(v, d->id, &topic.party))
		topic.cause = CAUSE_SPLIT;
	else if (colour != NULL && colour->p <= .2)
		topic.cause = CAUSE_MISSES_TARGET;
	else if (colour != NULL && !isnan(colour->p))
		topic.cause = CAUSE_STRENGTH;
	return topic;
}

static double
urgency(const struct topic *t)
{
	bool is_gap = t->cause == CAUSE_CLEAR_GAP || t->cause == CAUSE_PROBABLE_GAP;

	return is_gap ? -fabs(t->points) : t->points;
}

static int
most_urgent_first(const void *a, const void *b)
{
	const struct topic *x = a, *y = b;

	if (x->cause != y->cause)
		return x->cause < y->cause ? -1 : 1;
	if (urgency(x) < urgency(y))
		return -1;
	return urgency(x) > urgency(y) ? 1 : x->dimension < y->dimension ? -1 : x->dimension > y->dimension;
}

/* Drivers with anything to say, most urgent first. */
static struct topic *
judge_all(const struct view *v, size_t *n_r)
{
	struct topic *all = arena_make_n(v->arena, v->form->n_dimensions, struct topic);
	size_t n = 0;

	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		struct topic topic = judge(v, &v->form->dimensions[i]);

		if (topic.dimension->role == ROLE_DRIVER && !isnan(topic.points))
			all[n++] = topic;
	}
	if (n > 0)
		qsort(all, n, sizeof(*all), most_urgent_first);
	*n_r = n;
	return all;
}

size_t
topics_to_discuss(const struct view *v, struct topic topics_r[TOPICS_MAX])
{
	size_t n_all, n = 0;
	const struct topic *all = judge_all(v, &n_all);

	for (; n < n_all && n < TOPICS_MAX && all[n].cause < CAUSE_STRENGTH; n++)
		topics_r[n] = all[n];
	return n;
}

size_t
topics_strengths(const struct view *v, struct topic topics_r[TOPICS_MAX])
{
	size_t n_all, n = 0;
	const struct topic *all = judge_all(v, &n_all);

	for (size_t i = n_all; i-- > 0 && n < TOPICS_MAX && all[i].cause == CAUSE_STRENGTH;)
		topics_r[n++] = all[i];
	return n;
}

struct verdicts
topics_verdicts(const struct view *v)
{
	struct verdicts count = { .clear_titles = arena_make_n(v->arena, v->form->n_dimensions + 1,
		const char *) };
	size_t party;

	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const struct dimension *d = &v->form->dimensions[i];
		enum verdict verdict = d->role == ROLE_DRIVER ? verdict_of(strongest_gap(v, d->id, &party))
			: NOT_COMPARED;

		if (verdict == CLEAR)
			count.clear_titles[count.clear] = view_title(v, d->id);
		count.n += verdict != NOT_COMPARED;
		count.clear += verdict == CLEAR;
		count.probable += verdict == PROBABLE;
		count.aligned += verdict == ALIGNED;
		count.cannot_tell += verdict == CANNOT_TELL;
	}
	return count;
}
