/* attention.c - which alliances need a look, and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "engine/measure/benchmark/benchmarking.h"

#define DROP_PROBABILITY .9
#define MONTH_SECONDS (365.25 / 12 * 86400)
enum { OVERDUE_MONTHS = 13, SILENT_SHARE = 3 };

const char *
benchmark_reason_name(enum benchmark_reason r)
{
	static const char *const names[N_REASONS] = { [REASON_DROP] = "drop", [REASON_SILENT] = "silent",
		[REASON_SPLIT] = "split", [REASON_SIGNALS] = "signals", [REASON_OVERDUE] = "overdue" };

	return names[r];
}

struct list {
	struct benchmark_attention *items;
	size_t n;
	size_t *weight;			/* by alliance: how many kinds of reasons, then the worst */
};

static void
add(struct list *l, struct benchmark_attention x)
{
	l->items[l->n++] = x;
}

/* Of the indexes; a form without any is judged by its drivers. */
static bool
is_judged(const struct benchmarking *b, size_t row)
{
	return b->form->n_indexes > 0 ? b->rows[row].is_index : b->rows[row].role == ROLE_DRIVER;
}

static void
add_drops(const struct benchmarking *b, size_t i, struct list *l)
{
	for (size_t r = 0; r < b->n_rows; r++) {
		const struct benchmark_cell *cell = &b->cells[i * b->n_rows + r];

		if (is_judged(b, r) && 1 - cell->p_rise >= DROP_PROBABILITY)
			add(l, (struct benchmark_attention){ i, REASON_DROP, b->rows[r].of, NULL, cell->change,
				1 - cell->p_rise });
	}
}

/* Hidden: the other side is shown, this one nowhere. */
static bool
is_hidden(const struct contribution *c, size_t party)
{
	bool others = false;

	for (size_t p = 0; p < c->n_parties; p++)
		others |= p != party && c->parties[p].n_figures > 0;
	return others && c->parties[party].n_figures == 0;
}

static void
add_silent(size_t i, const struct contribution *c, struct list *l)
{
	for (size_t p = 0; p < c->n_parties; p++) {
		const struct contribution_party *party = &c->parties[p];
		bool few = party->invited > 0 && SILENT_SHARE * party->answered < party->invited;

		if (few || is_hidden(c, p))
			add(l, (struct benchmark_attention){ i, REASON_SILENT, NULL, party->id,
				few ? (double)party->answered / party->invited : NAN, NAN });
	}
}

/* On how many drivers a party's opinions fall into two camps. */
static void
add_split(const struct benchmarking *b, size_t i, const struct pool_wave *w, struct list *l)
{
	for (size_t p = 0; p < w->figures.n_parties; p++) {
		const struct contribution_party *party = &w->figures.parties[p];
		const struct form *form = b->pool->forms[w->form];
		int split = 0;

		for (size_t f = 0; f < party->n_figures; f++) {
			size_t row = party->figures[f].row;

			split += row < form->n_dimensions && form->dimensions[row].role == ROLE_DRIVER
			    && party->figures[f].agreement == AGREEMENT_SPLIT;
		}
		if (split > 0)
			add(l, (struct benchmark_attention){ i, REASON_SPLIT, NULL, party->id, split, NAN });
	}
}

static void
add_overdue(const struct benchmarking *b, size_t i, int64_t closed, struct list *l)
{
	double months = (double)(b->today - closed) / MONTH_SECONDS;

	if (months > OVERDUE_MONTHS)
		add(l, (struct benchmark_attention){ i, REASON_OVERDUE, NULL, NULL, months, NAN });
}

static void
look(const struct benchmarking *b, size_t i, struct list *l)
{
	const struct pool_alliance *a = b->sources[i];
	const struct pool_wave *newest = &a->waves[a->n_waves - 1];
	size_t first = l->n, kinds = 0;

	add_drops(b, i, l);
	add_silent(i, &newest->figures, l);
	add_split(b, i, newest, l);
	if (newest->figures.signals > 0)
		add(l, (struct benchmark_attention){ i, REASON_SIGNALS, NULL, NULL, newest->figures.signals, NAN });
	add_overdue(b, i, newest->closed, l);
	for (size_t k = first; k < l->n; k++)
		kinds += k == first || l->items[k].reason != l->items[k - 1].reason;
	l->weight[i] = l->n == first ? 0 : kinds * N_REASONS + N_REASONS - 1 - l->items[first].reason;
}

/* An upper bound: drops by row, silent and split by party, and two more. */
static size_t
room_for(const struct benchmarking *b)
{
	return b->n_alliances * (b->n_rows + 2 * FORM_MAX_PARTIES + 2);
}

/* Counting sort by weight, so that reasons of an alliance and alliances of equal weight keep their order. */
static struct benchmark_attention *
ordered(const struct benchmarking *b, const struct list *l)
{
	struct benchmark_attention *out = arena_make_n(b->arena, l->n, struct benchmark_attention);
	size_t n = 0;

	for (size_t weight = (N_REASONS + 1) * N_REASONS; weight-- > 0 && n < l->n;)
		for (size_t i = 0; i < l->n; i++)
			if (l->weight[l->items[i].alliance] == weight)
				out[n++] = l->items[i];
	return out;
}

void
benchmark_fill_attention(struct benchmarking *b)
{
	struct arena *scratch = arena_new();
	struct list l = { .weight = arena_make_n(scratch, b->n_alliances, size_t) };

	l.items = arena_make_n(scratch, room_for(b), struct benchmark_attention);
	for (size_t i = 0; i < b->n_alliances; i++)
		look(b, i, &l);
	b->out->attention = ordered(b, &l);
	b->out->n_attention = l.n;
	arena_free(scratch);
}
