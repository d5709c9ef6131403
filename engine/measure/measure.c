/* measure.c - one wave from answers to release */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/measure.h"

#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/token.h"
#include "engine/measure/measuring.h"

const char *
measuring_group(const struct measuring *m, size_t p)
{
	return p < m->wave->n_parties ? m->wave->parties[p].id : "joint";
}

bool
measuring_in_group(const struct measuring *m, size_t r, size_t p)
{
	return p == m->wave->n_parties || m->wave->responses[r].party == p;
}

struct cell *
measuring_add(struct measuring *m, enum measure measure, const char *of, size_t p, const char *detail,
	enum shown shown)
{
	if (m->n_cells == m->room) {
		struct cell *more = arena_make_n(m->arena, 2 * m->room + 64, struct cell);

		if (m->n_cells > 0)
			memcpy(more, m->cells, m->n_cells * sizeof(*more));
		m->cells = more;
		m->room = 2 * m->room + 64;
	}
	m->cells[m->n_cells] = cell_blank(measure, of, measuring_group(m, p), detail, shown);
	return &m->cells[m->n_cells++];
}

static struct disclosure *
open_audit(struct arena *a, const struct wave_answers *w)
{
	int *k = arena_make_n(a, w->n_responses, int);

	for (size_t r = 0; r < w->n_responses; r++)
		k[r] = w->k;
	return disclosure_new(a, w->n_responses, w->form->n_slots, k);
}

static struct dimension_scores *
score_all(struct arena *a, const struct wave_answers *w)
{
	struct dimension_scores *all = arena_make_n(a, w->form->n_dimensions, struct dimension_scores);

	for (size_t i = 0; i < w->form->n_dimensions; i++)
		all[i] = score_dimension(a, w, &w->form->dimensions[i]);
	return all;
}

static int
count_answered(const struct wave_answers *w, size_t party)
{
	int answered = 0;

	for (size_t r = 0; r < w->n_responses; r++)
		answered += w->responses[r].party == party;
	return answered;
}

/* How many took part may always be told; who did may not. */
void
measure_responses(struct measuring *m)
{
	int answered = 0, invited = 0;

	for (size_t p = 0; p <= m->wave->n_parties; p++) {
		struct cell *cell = measuring_add(m, MEASURE_RESPONSE, "", p, NULL, SHOWN);
		bool all = p == m->wave->n_parties;

		cell->value = all ? answered : count_answered(m->wave, p);
		cell->n = all ? invited : m->wave->parties[p].invited;
		cell->percent = cell->n > 0 ? 100 * cell->value / cell->n : cell->percent;
		answered += (int)cell->value;
		invited += cell->n;
	}
}

/* Only when earlier releases were unsafe together, or this one cannot be proven. */
static void
withhold_all(struct release *release)
{
	for (size_t i = 0; i < release->n_cells; i++) {
		struct cell *cell = &release->cells[i];

		if (cell->measure != MEASURE_RESPONSE)
			*cell = cell_blank(cell->measure, cell->of, cell->group, cell->detail, HIDDEN_COMPLEMENT);
	}
	release->n_comments = 0;
}

static struct release_party *
release_parties(struct arena *a, const struct wave_answers *w)
{
	struct release_party *parties = arena_make_n(a, w->n_parties, struct release_party);

	for (size_t p = 0; p < w->n_parties; p++)
		parties[p] = (struct release_party){ w->parties[p].id, w->parties[p].name,
			w->parties[p].invited, count_answered(w, p) };
	return parties;
}

struct release *
measuring_release(struct measuring *m, struct comment *comments, size_t n_comments)
{
	const struct wave_answers *w = m->wave;
	struct release *release = arena_make(m->arena, struct release);

	*release = (struct release){ .wave = w->wave, .alliance = w->alliance, .form_id = w->form->id,
		.form_version = w->form->version, .engine_version = PACKAGE_VERSION, .closed = w->closed,
		.mode = w->mode, .k = w->k, .target = w->target, .floor_ = w->floor_,
		.n_parties = w->n_parties,
		.parties = release_parties(m->arena, w), .comments = comments, .n_comments = n_comments,
		.cells = m->cells, .n_cells = m->n_cells };
	strcpy(release->fingerprint, token_hex(m->arena, w->form->fingerprint, sizeof(w->form->fingerprint)));
	if (!disclosure_safe(m->audit))
		withhold_all(release);
	return release;
}

struct release *
measure_wave(struct arena *a, const struct wave_answers *w)
{
	struct measuring m = { .arena = a, .wave = w, .form = w->form, .audit = open_audit(a, w),
		.dimensions = score_all(a, w) };
	struct comment *comments;
	size_t n_comments;

	figure_publish_earlier(&m);
	measure_responses(&m);
	measure_scores(&m);
	measure_gaps(&m);
	measure_agreement(&m);
	measure_perception(&m);
	measure_counts(&m);
	measure_nps(&m);
	measure_items(&m);
	comments = measure_comments(&m, &n_comments);
	return measuring_release(&m, comments, n_comments);
}
