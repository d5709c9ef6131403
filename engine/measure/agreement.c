/* agreement.c - do the people of one party agree among themselves? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "engine/measure/measuring.h"
#include "engine/measure/show.h"
#include "engine/stats/agreement/agreement.h"
#include "engine/stats/agreement/rwg.h"

/* How many of the party's scored people chose each point of each item. Turned items agree as they are. */
static int *
count_answers(const struct measuring *m, const struct dimension_scores *d, size_t party, size_t points)
{
	const struct scorer *s = &d->scorer;
	int *counts = arena_make_n(m->arena, s->n_items * points, int);

	for (size_t r = 0; r < m->wave->n_responses; r++) {
		if (m->wave->responses[r].party != party || !d->scored[r])
			continue;
		for (size_t i = 0; i < s->n_items; i++) {
			const struct item *item = &m->form->items[s->items[i]];
			struct item_range range = score_item_range(item);
			int code = m->wave->responses[r].answers->codes[item->slot];

			if (code_is_value(code))
				counts[i * points + (size_t)((code - range.min) / range.step)]++;
		}
	}
	return counts;
}

/* Critical values found so far: they take longer than all else here, and most rows ask for the same few. */
struct criticals {
	struct critical {
		size_t n, points, items;
		double value;
	} *list;
	size_t count;
};

static double
critical(struct criticals *known, size_t n, size_t points, size_t items)
{
	struct critical *c = known->list;

	while (c < known->list + known->count && (c->n != n || c->points != points || c->items != items))
		c++;
	if (c == known->list + known->count) {
		*c = (struct critical){ n, points, items, rwg_critical(n, points, items) };
		known->count++;
	}
	return c->value;
}

static void
add_agreement(struct measuring *m, const struct row *row, size_t p, struct criticals *known)
{
	const struct group *g = &row->groups[p];
	const struct scorer *s = &row->scores->scorer;
	struct item_range range = score_item_range(&m->form->items[s->items[0]]);
	size_t points = (size_t)((range.max - range.min) / range.step) + 1, n = g->summary.n;
	enum shown shown = g->shown;
	bool enough = shown == SHOWN && s->alike && show_at(SHOWING_AGREEMENT_WORD, n, m->wave->k);
	struct agreement agreement = { .refused = REFUSED_EMPTY };
	struct cell *cell;

	if (enough)
		agreement = agreement_of(count_answers(m, row->scores, p, points), s->n_items, points);
	enough = enough && agreement.refused == REFUSED_NOT;
	if (shown == SHOWN && !enough)
		shown = HIDDEN_RULE;
	cell = measuring_add(m, MEASURE_AGREEMENT, row->of, p, NULL, shown);
	if (shown != SHOWN)
		return;
	cell->n = (int)n;
	cell->word = agreement_word_name(agreement_word(&agreement, points, n));
	if (g->capped || !show_at(SHOWING_AGREEMENT, n, m->wave->k))
		return;
	cell->value = agreement.ad * range.step;
	cell->effect = agreement.rwg;
	cell->high = critical(known, n, points, agreement.items);
}

void
measure_agreement(struct measuring *m)
{
	struct criticals known = { .count = 0 };

	known.list = arena_make_n(m->arena, m->n_rows * m->wave->n_parties, struct critical);
	for (size_t i = 0; i < m->n_rows; i++)
		for (size_t p = 0; p < m->wave->n_parties; p++)
			add_agreement(m, &m->rows[i], p, &known);
}
