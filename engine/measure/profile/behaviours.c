/* behaviours.c - single behaviours: the highest and the lowest, and their means where enough people rated */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "engine/measure/profile/profiling.h"
#include "engine/measure/show.h"

enum { RANKS = 5 };

struct behaviour {
	size_t item;
	struct summary summary;		/* of the others, reversed ones turned */
	double percent;
};

static struct behaviour
behaviour_of(const struct profiling *p, size_t item)
{
	struct item_range range = score_item_range(&p->m.form->items[item]);
	struct scores s = circle_answers(p, &p->circles[CIRCLE_OTHERS], item);
	struct behaviour b = { .item = item, .summary = scores_summary(&s) };

	b.percent = 100 * (b.summary.mean - range.min) / (range.max - range.min);
	return b;
}

static int
by_percent(const void *a, const void *b)
{
	const struct behaviour *x = a, *y = b;
	int order = (x->percent < y->percent) - (x->percent > y->percent);

	return order != 0 ? order : (x->item > y->item) - (x->item < y->item);
}

/* Those that enough others rated, highest first. */
static struct behaviour *
sorted_behaviours(const struct profiling *p, size_t *n_r)
{
	struct behaviour *all = arena_make_n(p->m.arena, p->m.form->n_items, struct behaviour);

	*n_r = 0;
	for (size_t i = 0; i < p->n_competencies; i++) {
		const struct scorer *s = &p->competencies[i].whole.scorer;

		for (size_t j = 0; j < s->n_items; j++) {
			struct behaviour b = behaviour_of(p, s->items[j]);

			if (b.summary.n >= RATERS_MEAN)
				all[(*n_r)++] = b;
		}
	}
	qsort(all, *n_r, sizeof(*all), by_percent);
	return all;
}

static enum shown
release_item(struct profiling *p, const struct circle *c, size_t item, size_t n, size_t from)
{
	return circle_release(p, c, n, from, circle_slot(p, c, p->m.form->items[item].slot));
}

/* Up to five from one end; one that may not be told leaves its place to the next. */
static void
rank_end(struct profiling *p, const struct behaviour *all, size_t n, bool lowest)
{
	const struct circle *others = &p->circles[CIRCLE_OTHERS];
	int rank = 0;

	for (size_t i = 0; i < n / 2 && rank < RANKS; i++) {
		const struct behaviour *b = &all[lowest ? n - 1 - i : i];
		struct cell *cell;

		if (release_item(p, others, b->item, b->summary.n, RATERS_MEAN) != SHOWN)
			continue;
		rank++;
		cell = profile_add(p, MEASURE_RANK, p->m.form->items[b->item].id, "others", NULL, SHOWN);
		cell->n = (int)b->summary.n;
		cell->value = lowest ? -rank : rank;
	}
}

static void
add_item(struct profiling *p, const struct circle *c, size_t item, size_t from)
{
	struct item_range range = score_item_range(&p->m.form->items[item]);
	struct scores s = circle_answers(p, c, item);
	struct summary summary = scores_summary(&s);
	enum shown shown = release_item(p, c, item, summary.n, from);
	struct cell *cell = profile_add(p, MEASURE_ITEM, p->m.form->items[item].id, c->id, NULL, shown);

	if (shown != SHOWN)
		return;
	cell->n = (int)summary.n;
	cell->value = c->known ? summary.mean : show_coded(summary.mean, range.min, range.max);
	cell->capped = cell->value < summary.mean || cell->value > summary.mean;
	cell->percent = 100 * (cell->value - range.min) / (range.max - range.min);
}

void
profile_behaviours(struct profiling *p)
{
	size_t n;
	const struct behaviour *all = sorted_behaviours(p, &n);

	rank_end(p, all, n, false);
	rank_end(p, all, n, true);
	for (size_t i = 0; i < p->n_competencies; i++)
		for (size_t circle = 0; circle < p->n_circles; circle++) {
			const struct circle *c = &p->circles[circle];
			const struct scorer *s = &p->competencies[i].whole.scorer;
			size_t from = circle == CIRCLE_OTHERS ? RATERS_ITEM : RATERS_PATTERN;

			for (size_t j = 0; !c->view && j < s->n_items; j++)
				add_item(p, c, s->items[j], from);
		}
}
