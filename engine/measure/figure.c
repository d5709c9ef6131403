/* figure.c - what a published figure is to the audit: which answers enter it, and with which share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/check.h"
#include "base/str.h"
#include "engine/measure/measuring.h"

static const struct answers *
answers_of(const struct measuring *m, size_t r)
{
	return m->wave->responses[r].answers;
}

/* People with a score among the first n responses, party by party. */
static int *
scored_people(const struct measuring *m, const struct dimension_scores *d, size_t n)
{
	int *people = arena_make_n(m->arena, m->wave->n_parties, int);

	for (size_t r = 0; r < n; r++)
		people[m->wave->responses[r].party] += d->scored[r];
	return people;
}

/* The score's denominator is the sum of the weights answered. */
size_t
figure_person(const struct measuring *m, const struct dimension_scores *d, size_t r, int share,
	struct disclosure_term *terms)
{
	const struct scorer *s = &d->scorer;
	struct fraction score = score_person(s, answers_of(m, r), score_group(m->wave, r));
	int64_t denominator = score.denominator / s->factor;
	size_t n = 0;

	for (size_t i = 0; i < s->n_items; i++) {
		size_t slot = s->form->items[s->items[i]].slot;

		if (!code_is_value(answers_of(m, r)->codes[slot]))
			continue;
		terms[n++] = (struct disclosure_term){ .respondent = r,
			.variable = slot, .weight = (int)score_slope(s, i),
			.out_of = (int)denominator * share };
	}
	return n;
}

struct disclosure_figure
figure_dimension(const struct measuring *m, const struct dimension_scores *d, size_t p, size_t n)
{
	struct disclosure_term *terms = arena_make_n(m->arena, n * d->scorer.n_items, struct disclosure_term);
	struct disclosure_figure figure = { .terms = terms };
	const int *people = p == m->wave->n_parties ? scored_people(m, d, n) : NULL;

	for (size_t r = 0; r < n; r++) {
		int share = people == NULL ? 1 : people[m->wave->responses[r].party];

		if (d->scored[r] && measuring_in_group(m, r, p))
			figure.n_terms += figure_person(m, d, r, share, terms + figure.n_terms);
	}
	return figure;
}

static int *
slot_people(const struct measuring *m, size_t slot, size_t n)
{
	int *people = arena_make_n(m->arena, m->wave->n_parties, int);

	for (size_t r = 0; r < n; r++)
		people[m->wave->responses[r].party] += code_is_value(answers_of(m, r)->codes[slot]);
	return people;
}

static struct disclosure_figure
slot_figure(const struct measuring *m, size_t slot, size_t p, size_t n, const int *shares)
{
	struct disclosure_term *terms = arena_make_n(m->arena, n, struct disclosure_term);
	struct disclosure_figure figure = { .terms = terms };

	for (size_t r = 0; r < n; r++)
		if (measuring_in_group(m, r, p) && code_is_value(answers_of(m, r)->codes[slot]))
			terms[figure.n_terms++] = (struct disclosure_term){ .respondent = r,
				.variable = slot, .weight = 1,
				.out_of = shares == NULL ? 1 : shares[m->wave->responses[r].party] };
	return figure;
}

struct disclosure_figure
figure_slot(const struct measuring *m, size_t slot, size_t p, size_t n)
{
	return slot_figure(m, slot, p, n, NULL);
}

struct disclosure_figure
figure_joint_slot(const struct measuring *m, size_t slot, size_t n)
{
	return slot_figure(m, slot, m->wave->n_parties, n, slot_people(m, slot, n));
}

enum shown
figure_release(struct measuring *m, struct disclosure_figure figure)
{
	struct disclosure_decision decision;

	disclosure_choose(m->audit, &figure, 1, &decision);
	switch (decision.verdict) {
	case DISCLOSURE_SHOWN:
		return SHOWN;
	case DISCLOSURE_SMALL:
		return HIDDEN_SMALL;
	case DISCLOSURE_COMPLEMENT:
	case DISCLOSURE_UNPROVEN:
		break;
	}
	return HIDDEN_COMPLEMENT;
}

static size_t
group_number(const struct measuring *m, const char *group)
{
	for (size_t p = 0; p < m->wave->n_parties; p++)
		if (str_eq(m->wave->parties[p].id, group))
			return p;
	return m->wave->n_parties;
}

static void
publish_item(struct measuring *m, const char *id, size_t p, size_t n)
{
	int item = form_item(m->form, id);

	if (item < 0)
		return;
	if (p == m->wave->n_parties)
		disclosure_publish(m->audit, figure_joint_slot(m, m->form->items[item].slot, n));
	else
		disclosure_publish(m->audit, figure_slot(m, m->form->items[item].slot, p, n));
}

static void
publish_count(struct measuring *m, const struct cell *cell, size_t p, size_t n)
{
	int number = form_item(m->form, cell->of);
	const struct item *item = number < 0 ? NULL : &m->form->items[number];

	for (size_t i = 0; item != NULL && i < item->n_slots; i++)
		disclosure_publish(m->audit, figure_slot(m, item->slot + i, p, n));
}

/* Gaps, colours, agreement, indexes and the like are made from the same answers as the scores beside them. */
static void
publish_cell(struct measuring *m, const struct cell *cell, size_t n)
{
	size_t p = group_number(m, cell->group);
	int dimension = form_dimension(m->form, cell->of);

	if (cell->shown != SHOWN)
		return;
	if (cell->measure == MEASURE_SCORE && dimension >= 0)
		disclosure_publish(m->audit, figure_dimension(m, &m->dimensions[dimension], p, n));
	if (cell->measure == MEASURE_NPS || (cell->measure == MEASURE_ITEM && p < m->wave->n_parties))
		publish_item(m, cell->of, p, n);
	if (cell->measure == MEASURE_COUNT)
		publish_count(m, cell, p, n);
	if (cell->measure == MEASURE_PERCEPTION) {
		publish_item(m, cell->of, p, n);
		publish_item(m, cell->detail, 1 - p, n);
	}
}

void
figure_publish_earlier(struct measuring *m)
{
	for (size_t i = 0; i < m->wave->n_earlier; i++) {
		const struct wave_earlier *earlier = &m->wave->earlier[i];

		CHECK(earlier->n_responses <= m->wave->n_responses);
		for (size_t j = 0; j < earlier->release->n_cells; j++)
			publish_cell(m, &earlier->release->cells[j], earlier->n_responses);
	}
}
