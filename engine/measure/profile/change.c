/* change.c - the profile against the last one of the same person */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "engine/measure/profile/profiling.h"
#include "engine/stats/distribution.h"

/* What was released of a mean says its standard deviation too. */
static struct summary
summary_of(const struct cell *last)
{
	struct summary s = { .n = (size_t)last->n, .mean = last->value, .variance = NAN };
	double error;

	if (isnan(last->low) || last->n < 2)
		return s;
	error = (last->high - last->low) / 2 / t_inv(.975, last->n - 1);
	s.variance = error * error * last->n;
	return s;
}

static const char *
change_word(const struct cell *cell)
{
	if (cell->low > 0)
		return "up";
	return cell->high < 0 ? "down" : "cannot-tell";
}

static void
add_change(struct profiling *p, const struct competency *c, size_t circle)
{
	const struct cell *last = release_cell(p->asked->last, MEASURE_SCORE, c->dimension->id,
		p->circles[circle].id, NULL);
	const struct standing *now = &c->standings[circle];
	struct cell *cell;
	struct summary before;
	struct estimate e;

	if (last == NULL || last->shown != SHOWN || isnan(last->value) || now->shown != SHOWN)
		return;
	cell = profile_add(p, MEASURE_CHANGE, c->dimension->id, p->circles[circle].id, p->asked->last->wave, SHOWN);
	cell->n = (int)now->summary.n;
	cell->value = now->mean - last->value;
	cell->capped = now->capped || last->capped;
	before = summary_of(last);
	if (competency_estimate(c, circle).refused != REFUSED_NOT || isnan(before.variance))
		return;
	e = welch_difference(&now->summary, &before);
	cell_interval(cell, &e);
	cell->word = change_word(cell);
}

void
profile_change(struct profiling *p)
{
	for (size_t i = 0; p->asked->last != NULL && i < p->n_competencies; i++)
		for (size_t circle = 0; circle < p->n_circles; circle++)
			add_change(p, &p->competencies[i], circle);
}
