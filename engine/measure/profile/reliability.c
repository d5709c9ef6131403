/* reliability.c - how far the others' profile would come out the same with other raters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "engine/measure/profile/profiling.h"
#include "engine/measure/profile/rater_icc.h"

static bool
is_complete(const struct profiling *p, size_t response)
{
	if (!circle_has(p, &p->circles[CIRCLE_OTHERS], response))
		return false;
	for (size_t i = 0; i < p->n_competencies; i++)
		if (!p->competencies[i].whole.scored[response])
			return false;
	return true;
}

/* Of the others with a score for every competency, all on 0-100, because scales may be unlike. n_unnamed_r: how many of
 * them are not identified. */
static double *
complete_scores(const struct profiling *p, size_t *n_r, size_t *n_unnamed_r)
{
	size_t n_responses = p->m.wave->n_responses;
	double *scores = arena_make_n(p->m.arena, n_responses * p->n_competencies, double);

	*n_r = *n_unnamed_r = 0;
	for (size_t r = 0; r < n_responses; r++) {
		double *row = scores + *n_r * p->n_competencies;

		if (!is_complete(p, r))
			continue;
		for (size_t i = 0; i < p->n_competencies; i++)
			row[i] = profile_percent(&p->competencies[i].whole.scorer, p->competencies[i].whole.values[r]);
		(*n_r)++;
		*n_unnamed_r += !p->m.wave->parties[p->m.wave->responses[r].party].identified;
	}
	return scores;
}

void
profile_reliability(struct profiling *p)
{
	size_t n, unnamed;
	const double *scores = complete_scores(p, &n, &unnamed);
	struct rater_icc icc = rater_icc_of(p->m.arena, scores, n, p->n_competencies);
	bool enough = n >= RATERS_RELIABILITY && (unnamed == 0 || unnamed >= (size_t)p->m.wave->k);
	enum shown shown = enough && icc.refused == REFUSED_NOT ? SHOWN : HIDDEN_RULE;
	struct cell *cell = profile_add(p, MEASURE_RELIABILITY, "", p->circles[CIRCLE_OTHERS].id, NULL,
		shown);

	if (shown != SHOWN)
		return;
	cell->n = (int)n;
	cell->value = icc.many;
	cell->low = icc.ci95.lo;
	cell->high = icc.ci95.hi;
	cell->effect = icc.one;
}
