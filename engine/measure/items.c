/* items.c - single questions: item means, and how each side sees itself and is seen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "engine/measure/measuring.h"
#include "engine/measure/show.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/gap/ranks.h"

/* The item belongs to a dimension that is scored, or mirrors one that can be. */
static bool
is_scored_item(const struct measuring *m, size_t item)
{
	if (!score_can_item(m->form, item))
		return false;
	for (size_t d = 0; d < m->form->n_dimensions; d++)
		for (size_t i = 0; i < m->form->dimensions[d].n_items; i++)
			if (m->form->dimensions[d].items[i] == item)
				return m->form->dimensions[d].role != ROLE_SIGNAL;
	return m->form->items[item].mirror >= 0;
}

/* One party's answers to one item, and whether there are enough of them. */
struct view {
	enum shown shown;
	bool capped;
	double mean;			/* as displayed */
	struct scores scores;
	struct summary summary;
};

static struct view
view_of(const struct measuring *m, size_t item, size_t p, enum showing rule, bool turned)
{
	struct item_range range = score_item_range(&m->form->items[item]);
	struct view v = { .scores = score_item(m->arena, m->wave, item, p, turned) };

	v.summary = scores_summary(&v.scores);
	v.mean = show_coded(v.summary.mean, range.min, range.max);
	v.capped = v.mean < v.summary.mean || v.mean > v.summary.mean;
	if (!show_at(SHOWING_BAND, v.summary.n, m->wave->k))
		v.shown = HIDDEN_SMALL;
	else
		v.shown = show_at(rule, v.summary.n, m->wave->k) ? SHOWN : HIDDEN_RULE;
	return v;
}

static enum shown
release_view(struct measuring *m, size_t item, size_t p)
{
	size_t slot = m->form->items[item].slot;

	return figure_release(m, figure_slot(m, slot, p, m->wave->n_responses));
}

static double
item_percent(const struct measuring *m, size_t item, double mean)
{
	struct item_range range = score_item_range(&m->form->items[item]);

	return 100 * (mean - range.min) / (range.max - range.min);
}

static void
add_item(struct measuring *m, size_t item, size_t p, const struct view *v)
{
	struct cell *cell = measuring_add(m, MEASURE_ITEM, m->form->items[item].id, p, NULL, v->shown);
	struct estimate e;

	if (v->shown != SHOWN)
		return;
	cell->n = (int)v->summary.n;
	cell->value = v->mean;
	cell->percent = item_percent(m, item, v->mean);
	cell->capped = v->capped;
	if (v->capped || p == m->wave->n_parties || !show_at(SHOWING_ITEM_INTERVAL, v->summary.n, m->wave->k))
		return;
	e = welch_mean(&v->summary);
	cell_interval(cell, &e);
}

static void
add_item_groups(struct measuring *m, size_t item)
{
	struct view joint = { .shown = SHOWN };

	for (size_t p = 0; p < m->wave->n_parties; p++) {
		struct view v = view_of(m, item, p, SHOWING_ITEM, false);

		if (v.shown == SHOWN)
			v.shown = release_view(m, item, p);
		add_item(m, item, p, &v);
		joint.shown = joint.shown == SHOWN ? v.shown : joint.shown;
		joint.mean += v.mean / (double)m->wave->n_parties;
		joint.summary.n += v.summary.n;
		joint.capped |= v.capped;
	}
	add_item(m, item, m->wave->n_parties, &joint);
}

void
measure_items(struct measuring *m)
{
	for (size_t i = 0; i < m->form->n_items; i++)
		if (is_scored_item(m, i))
			add_item_groups(m, i);
}

/* The first organisation the item names is the one it is about. */
static enum run_kind
item_subject(const struct measuring *m, size_t item)
{
	const struct item *it = &m->form->items[item];
	const struct text *text = it->text.n > 0 ? &it->text : &m->form->questions[it->question].stem;
	const struct wording *w = text_wording(m->form, text, m->form->langs[0], NULL, NULL);

	for (size_t i = 0; w != NULL && i < w->n; i++)
		if (w->runs[i].kind == RUN_OWN || w->runs[i].kind == RUN_PARTNER)
			return w->runs[i].kind;
	return RUN_TEXT;
}

/* Is this the item of a pair that is about the own side? When the words do not tell, the second one is. */
static bool
is_own_side(const struct measuring *m, size_t item)
{
	size_t mirror = (size_t)m->form->items[item].mirror;
	enum run_kind mine, other;

	if (m->form->items[item].mirror < 0 || !score_can_item(m->form, item) ||
	    !score_can_item(m->form, mirror))
		return false;
	mine = item_subject(m, item);
	other = item_subject(m, mirror);
	return mine == other ? item > mirror : mine == RUN_OWN || other == RUN_PARTNER;
}

static void
add_perception(struct measuring *m, size_t own, size_t mirror, size_t p)
{
	struct view self = view_of(m, own, p, SHOWING_COMPARISON, true);
	struct view other = view_of(m, mirror, 1 - p, SHOWING_COMPARISON, true);
	enum shown shown = self.shown == SHOWN ? other.shown : self.shown;
	struct cell *cell;
	struct estimate e;

	if (shown == SHOWN)
		shown = release_view(m, own, p);
	if (shown == SHOWN)
		shown = release_view(m, mirror, 1 - p);
	cell = measuring_add(m, MEASURE_PERCEPTION, m->form->items[own].id, p, m->form->items[mirror].id,
	    shown);
	if (shown != SHOWN)
		return;
	e = welch_difference(&self.summary, &other.summary);
	cell->n = (int)(self.summary.n + other.summary.n);
	cell->value = self.mean - other.mean;
	cell->capped = self.capped || other.capped;
	cell->p = ranks_test(&self.scores, &other.scores).p;
	if (!cell->capped && show_at(SHOWING_ITEM_SPREAD, self.summary.n, m->wave->k) &&
	    show_at(SHOWING_ITEM_SPREAD, other.summary.n, m->wave->k))
		cell_interval(cell, &e);
}

/* Which of many pairs differ is read as a list: what counts is the share of false ones on it. */
static void
adjust_perceptions(struct cell *cells, size_t n, double *p)
{
	for (size_t i = 0; i < n; i++)
		p[i] = cells[i].p;
	multiplicity_benjamini_hochberg(p, n, p);
	for (size_t i = 0; i < n; i++)
		cells[i].p_adjusted = p[i];
}

void
measure_perception(struct measuring *m)
{
	size_t first = m->n_cells, n;

	for (size_t i = 0; m->wave->n_parties == 2 && i < m->form->n_items; i++) {
		if (!is_own_side(m, i))
			continue;
		for (size_t p = 0; p < 2; p++)
			add_perception(m, i, (size_t)m->form->items[i].mirror, p);
	}
	n = m->n_cells - first;
	adjust_perceptions(m->cells + first, n, arena_make_n(m->arena, n, double));
}
