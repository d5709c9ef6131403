/* contribution.c - what one release brings into a pool: the figures it shows, with the spread behind them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/benchmark/contribution.h"

#include <math.h>

#include "base/arena.h"
#include "base/str.h"
#include "engine/measure/benchmark/contributing.h"
#include "engine/measure/cell.h"
#include "engine/measure/measure.h"
#include "engine/measure/score.h"
#include "engine/stats/gap/welch.h"
#include "forms/form.h"

const struct cell *
contributing_score(const struct release *release, const char *of, const char *party)
{
	const struct cell *cell = release_cell(release, MEASURE_SCORE, of, party, NULL);

	return cell != NULL && cell->shown == SHOWN && !isnan(cell->value) ? cell : NULL;
}

static enum contribution_agreement
agreement(const struct release *release, const char *of, const char *party)
{
	const struct cell *cell = release_cell(release, MEASURE_AGREEMENT, of, party, NULL);

	if (cell == NULL || cell->shown != SHOWN || cell->word == NULL)
		return AGREEMENT_UNKNOWN;
	if (str_eq(cell->word, "split"))
		return AGREEMENT_SPLIT;
	return str_eq(cell->word, "mixed") ? AGREEMENT_MIXED : AGREEMENT_ALIGNED;
}

/* From the interval, which is mean -+ t s / sqrt(n): that of people who lie around with a variance of 1 is t / sqrt(n).
 * No interval: everybody alike. */
static double
within_of_interval(const struct cell *cell)
{
	struct summary unit = { (size_t)cell->n, 0, 1 };
	struct estimate e = welch_mean(&unit);
	double s;

	if (cell->n < 2 || isnan(cell->low))
		return 0;
	s = (cell->high - cell->low) / (e.ci95.hi - e.ci95.lo);
	return s * s * (double)(cell->n - 1);
}

static double
within_of_people(const struct summary *s)
{
	return s->n < 2 ? 0 : s->variance * (double)(s->n - 1);
}

/* summary NULL: of an index or a profile, whose spread is taken from what is released. */
static void
add_figure(const struct release *release, const char *of, const char *party, size_t row, const struct summary *summary,
	struct contribution_party *p, struct contribution_figure *figures)
{
	const struct cell *cell = contributing_score(release, of, party);

	if (cell == NULL)
		return;
	figures[p->n_figures++] = (struct contribution_figure){ .row = (uint16_t)row,
		.agreement = agreement(release, of, party), .spread = !isnan(cell->low), .n = (uint32_t)cell->n,
		.mean = cell->value,
		.within = summary != NULL ? within_of_people(summary) : within_of_interval(cell) };
}

static void
add_figures(struct arena *a, const struct form *form, const struct release *release,
	const struct dimension_scores *scores, size_t party, struct contribution_party *p)
{
	size_t n = form->n_dimensions;
	struct contribution_figure *figures = arena_make_n(a, n + form->n_indexes, struct contribution_figure);

	for (size_t d = 0; d < n; d++)
		add_figure(release, form->dimensions[d].id, p->id, d,
			scores == NULL ? NULL : &scores[d].summaries[party], p, figures);
	for (size_t i = 0; i < form->n_indexes; i++)
		add_figure(release, form->indexes[i].id, p->id, n + i, NULL, p, figures);
	p->figures = figures;
}

struct dimension_scores *
contributing_scores(struct arena *a, const struct wave_answers *w)
{
	struct dimension_scores *scores = arena_make_n(a, w->form->n_dimensions, struct dimension_scores);

	for (size_t d = 0; d < w->form->n_dimensions; d++)
		scores[d] = score_dimension(a, w, &w->form->dimensions[d]);
	return scores;
}

static uint32_t
count_signals(const struct release *release)
{
	uint32_t signals = 0;

	for (size_t i = 0; i < release->n_cells; i++) {
		const struct cell *cell = &release->cells[i];

		signals += cell->measure == MEASURE_COUNT && str_eq(cell->group, "joint") && cell->shown == SHOWN
		    && 3 * cell->value >= cell->n && cell->value > 0;
	}
	return signals;
}

static struct contribution
profile(struct arena *a, const struct form *form, const struct release *release)
{
	struct contribution_party *others = arena_make(a, struct contribution_party);

	others->id = "others";
	add_figures(a, form, release, NULL, 0, others);
	return (struct contribution){ .n_parties = 1, .parties = others };
}

struct contribution
contribution_of(struct arena *a, const struct wave_answers *w, const struct release *release)
{
	struct contribution_party *parties;
	const struct dimension_scores *scores;

	if (w->form->subject == SUBJECT_MANAGER)
		return profile(a, w->form, release);
	parties = arena_make_n(a, w->n_parties, struct contribution_party);
	scores = contributing_scores(a, w);
	for (size_t p = 0; p < w->n_parties; p++) {
		parties[p] = (struct contribution_party){ .id = w->parties[p].id,
			.invited = (uint32_t)release->parties[p].invited,
			.answered = (uint32_t)release->parties[p].answered };
		add_figures(a, w->form, release, scores, p, &parties[p]);
	}
	return (struct contribution){ w->n_parties, parties, count_signals(release) };
}
