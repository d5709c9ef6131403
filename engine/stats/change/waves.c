/* waves.c - two waves on the items they have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/change/waves.h"

#include <math.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/check.h"

/* What one person answered: the sum of `answered` codes; answered = 0 where there is no score. */
struct total {
	int64_t sum, answered;
};

static struct total
total_of(const struct ratings *r, size_t person, const struct wave_links *items, size_t least, bool later)
{
	struct total t = { 0, 0 };

	for (size_t i = 0; i < items->n; i++) {
		size_t item = later ? items->link[i].after : items->link[i].before;
		uint8_t code;

		CHECK(item < r->items && person < r->people);
		code = r->column[item][person];
		t.sum += code;
		t.answered += code != 0;
	}
	if ((size_t)t.answered < least)
		t.answered = 0;
	return t;
}

static struct total *
totals_of(struct arena *arena, const struct ratings *r, const struct wave_links *items, size_t least,
	bool later)
{
	struct total *totals = arena_make_n(arena, r->people, struct total);

	for (size_t p = 0; p < r->people; p++)
		totals[p] = total_of(r, p, items, least, later);
	return totals;
}

/* The unit of both waves, then scores in it; people without one are left out. */
static int64_t
unit_of(struct arena *arena, const struct total before[], size_t n, const struct total after[], size_t m)
{
	int64_t *answered = arena_make_n(arena, n + m, int64_t);

	for (size_t i = 0; i < n; i++)
		answered[i] = before[i].answered;
	for (size_t i = 0; i < m; i++)
		answered[n + i] = after[i].answered;
	return scores_unit(answered, n + m);
}

static struct scores
scores_of(struct arena *arena, const struct total totals[], size_t n, int64_t unit)
{
	int64_t *x = arena_make_n(arena, n, int64_t);
	struct scores s = { x, 0, unit };

	for (size_t i = 0; i < n; i++)
		if (totals[i].answered > 0)
			x[s.n++] = scores_from(totals[i].sum, totals[i].answered, unit);
	return s;
}

static struct waves
waves_of(struct arena *arena, const struct total before[], size_t n, const struct total after[], size_t m)
{
	int64_t unit = unit_of(arena, before, n, after, m);
	struct waves w = { REFUSED_NOT, scores_of(arena, before, n, unit), scores_of(arena, after, m, unit) };

	if (w.before.n == 0 || w.after.n == 0)
		w.refused = REFUSED_EMPTY;
	return w;
}

static struct waves
unlinked(void)
{
	return (struct waves){ REFUSED_UNLINKED, { NULL, 0, 1 }, { NULL, 0, 1 } };
}

struct waves
waves_unlinked(struct arena *arena, const struct ratings *before, const struct ratings *after,
	const struct wave_links *items, size_t least)
{
	CHECK(before->points == after->points && least > 0);
	if (items->n == 0)
		return unlinked();
	return waves_of(arena, totals_of(arena, before, items, least, false), before->people,
	    totals_of(arena, after, items, least, true), after->people);
}

struct waves
waves_linked(struct arena *arena, const struct ratings *before, const struct ratings *after,
	const struct wave_links *items, size_t least, const struct wave_links *people)
{
	struct total *earlier = arena_make_n(arena, people->n, struct total);
	struct total *later = arena_make_n(arena, people->n, struct total);
	size_t n = 0;

	CHECK(before->points == after->points && least > 0);
	if (items->n == 0 || people->n == 0)
		return unlinked();
	for (size_t i = 0; i < people->n; i++) {
		earlier[n] = total_of(before, people->link[i].before, items, least, false);
		later[n] = total_of(after, people->link[i].after, items, least, true);
		n += earlier[n].answered > 0 && later[n].answered > 0;
	}
	return waves_of(arena, earlier, n, later, n);
}

struct estimate
waves_change(const struct waves *w)
{
	struct summary before = scores_summary(&w->before), after = scores_summary(&w->after);
	struct estimate change = welch_difference(&after, &before);

	if (w->refused != REFUSED_NOT)
		change.refused = w->refused;
	return change;
}
