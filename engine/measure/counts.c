/* counts.c - how many said so: early-warning facts, and who would recommend */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "engine/measure/measuring.h"
#include "engine/measure/show.h"
#include "engine/stats/shares.h"

enum { PASSIVE_MIN = 7, PROMOTER_MIN = 9, RECOMMEND_MAX = 10 };

/* How many of the group (p = n_parties: everybody) gave an answer from low to high. */
static size_t
count_slot(const struct measuring *m, size_t slot, size_t p, int low, int high)
{
	size_t n = 0;

	for (size_t r = 0; r < m->wave->n_responses; r++) {
		int code = m->wave->responses[r].answers->codes[slot];

		n += measuring_in_group(m, r, p) && code_is_value(code) && code >= low && code <= high;
	}
	return n;
}

static size_t
count_answered(const struct measuring *m, size_t slot, size_t p)
{
	return count_slot(m, slot, p, CODE_MIN, CODE_MAX);
}

/* Parties are told apart only when each is large enough; else only everybody together. */
static bool
parties_large(const struct measuring *m, size_t slot, enum showing rule)
{
	for (size_t p = 0; p < m->wave->n_parties; p++)
		if (!show_at(rule, count_answered(m, slot, p), m->wave->k))
			return false;
	return true;
}

static enum shown
group_rule(const struct measuring *m, size_t slot, size_t p, enum showing rule)
{
	size_t n = count_answered(m, slot, p);

	if (!show_at(SHOWING_BAND, n, m->wave->k))
		return HIDDEN_SMALL;
	if (p < m->wave->n_parties && !parties_large(m, slot, rule))
		return HIDDEN_RULE;
	return show_at(rule, n, m->wave->k) ? SHOWN : HIDDEN_RULE;
}

static void
add_counts(struct measuring *m, const struct item *item, size_t slot, const char *detail)
{
	size_t n = m->wave->n_responses;

	for (size_t p = 0; p <= m->wave->n_parties; p++) {
		enum shown shown = group_rule(m, slot, p, SHOWING_COUNT);
		struct cell *cell;

		if (shown == SHOWN)
			shown = figure_release(m, figure_slot(m, slot, p, n));
		cell = measuring_add(m, MEASURE_COUNT, item->id, p, detail, shown);
		if (shown != SHOWN)
			continue;
		cell->n = (int)count_answered(m, slot, p);
		cell->value = (double)count_slot(m, slot, p, 1, CODE_MAX);
		cell->percent = 100 * cell->value / cell->n;
	}
}

/* A yes-no question has one slot, a choice of several one for each option. */
static void
add_fact(struct measuring *m, const struct item *item)
{
	enum kind kind = m->form->questions[item->question].kind;

	if (kind == KIND_YESNO)
		add_counts(m, item, item->slot, NULL);
	for (size_t i = 0; kind == KIND_CHOICES && i < item->n_slots; i++) {
		const char *option = arena_printf(m->arena, "%d", item->scale->points[i].code);

		add_counts(m, item, item->slot + i, option);
	}
}

void
measure_counts(struct measuring *m)
{
	for (size_t d = 0; d < m->form->n_dimensions; d++) {
		const struct dimension *dimension = &m->form->dimensions[d];

		for (size_t i = 0; dimension->role == ROLE_SIGNAL && i < dimension->n_items; i++)
			add_fact(m, &m->form->items[dimension->items[i]]);
	}
}

static struct nps
party_nps(const struct measuring *m, size_t slot, size_t p)
{
	size_t promoters = count_slot(m, slot, p, PROMOTER_MIN, RECOMMEND_MAX);
	size_t passives = count_slot(m, slot, p, PASSIVE_MIN, PROMOTER_MIN - 1);

	return shares_nps(promoters, passives, count_slot(m, slot, p, 0, PASSIVE_MIN - 1));
}

/* The mean of the parties; its interval from theirs, by the squares of the distances (Zou & Donner 2008). */
static struct nps
joint_nps(const struct measuring *m, size_t slot)
{
	struct nps joint = { .nps = 0 };
	double below = 0, above = 0, share = 1 / (double)m->wave->n_parties;

	for (size_t p = 0; p < m->wave->n_parties; p++) {
		struct nps nps = party_nps(m, slot, p);

		joint.nps += share * nps.nps;
		below += pow(share * (nps.nps - nps.ci95.lo), 2);
		above += pow(share * (nps.ci95.hi - nps.nps), 2);
	}
	joint.ci95 = (struct interval){ joint.nps - sqrt(below), joint.nps + sqrt(above) };
	return joint;
}

static enum shown
nps_shown(struct measuring *m, size_t slot, size_t p)
{
	enum shown shown = group_rule(m, slot, p, SHOWING_NPS);

	for (size_t q = 0; p == m->wave->n_parties && q < p; q++)
		if (!show_at(SHOWING_PART, count_answered(m, slot, q), m->wave->k))
			return HIDDEN_SMALL;
	if (shown != SHOWN)
		return shown;
	return figure_release(m, p == m->wave->n_parties ?
	    figure_joint_slot(m, slot, m->wave->n_responses) :
	    figure_slot(m, slot, p, m->wave->n_responses));
}

static void
add_nps(struct measuring *m, const struct item *item)
{
	for (size_t p = 0; p <= m->wave->n_parties; p++) {
		enum shown shown = nps_shown(m, item->slot, p);
		struct cell *cell = measuring_add(m, MEASURE_NPS, item->id, p, NULL, shown);
		struct nps nps;

		if (shown != SHOWN)
			continue;
		nps = p == m->wave->n_parties ? joint_nps(m, item->slot) : party_nps(m, item->slot, p);
		cell->n = (int)count_answered(m, item->slot, p);
		cell->value = nps.nps;
		cell->low = nps.ci95.lo;
		cell->high = nps.ci95.hi;
	}
}

/* A choice on a scale of 0, 1, .. 10. */
static bool
is_recommendation(const struct form *form, const struct item *item)
{
	const struct scale *scale = item->scale;

	return form->questions[item->question].kind == KIND_CHOICE && scale->min == 0 &&
	    scale->max == RECOMMEND_MAX && scale->n_valued == RECOMMEND_MAX + 1;
}

void
measure_nps(struct measuring *m)
{
	for (size_t i = 0; i < m->form->n_items; i++)
		if (is_recommendation(m->form, &m->form->items[i]))
			add_nps(m, &m->form->items[i]);
}
