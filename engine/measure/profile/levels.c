/* levels.c - which of the described levels is reached */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/arena.h"
#include "engine/measure/profile/profiling.h"
#include "engine/stats/whole.h"

/* The highest level that at least half of the raters place the person at or above. */
static int64_t
lower_median(struct arena *a, const struct scores *s)
{
	int64_t *sorted = arena_memdup(a, s->x, s->n * sizeof(*sorted));

	qsort(sorted, s->n, sizeof(*sorted), whole_order);
	return sorted[s->n / 2 - (s->n % 2 == 0)];
}

static void
add_level(struct profiling *p, const struct competency *c, size_t circle)
{
	const struct circle *raters = &p->circles[circle];
	size_t item = (size_t)c->dimension->levels;
	struct scores s = circle_answers(p, raters, item);
	enum shown shown = circle_release(p, raters, s.n, RATERS_MEAN,
		circle_slot(p, raters, p->m.form->items[item].slot));
	struct cell *cell = profile_add(p, MEASURE_LEVEL, c->dimension->id, raters->id, NULL, shown);

	if (shown != SHOWN)
		return;
	cell->n = (int)s.n;
	cell->value = (double)lower_median(p->m.arena, &s);
}

void
profile_levels(struct profiling *p)
{
	for (size_t i = 0; i < p->n_competencies; i++)
		for (size_t circle = 0; circle < p->n_circles; circle++) {
			if (p->competencies[i].dimension->levels < 0)
				continue;
			if (circle == CIRCLE_OTHERS || p->circles[circle].known)
				add_level(p, &p->competencies[i], circle);
		}
}
