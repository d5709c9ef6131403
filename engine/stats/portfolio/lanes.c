/* lanes.c - counting 32 people at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/lanes.h"

#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/portfolio/processor.h"
#include "engine/stats/scores.h"

#define LANES 32
#define SPAN 4	/* vectors between folds: 128 people, whose counts fit in a byte */
#define TOTALS 256

/* The same source for every processor: the compiler splits these vectors where registers are shorter. */
typedef uint8_t bytes __attribute__((vector_size(LANES)));
typedef uint8_t bytes_anywhere __attribute__((vector_size(LANES), aligned(1), may_alias));
typedef uint16_t words __attribute__((vector_size(LANES)));
typedef uint64_t quads __attribute__((vector_size(LANES)));
typedef uint64_t pair __attribute__((vector_size(LANES / 2)));

/* What a person with some answered items and their total adds to the moments: score.n << SUM_BITS | score and
 * its square; both zero below min_valid. Looked up by answered << 8 | total. */
#define SUM_BITS 40
struct lanes {
	const struct columns *columns;
	const struct scale *scale;
	const pair *scores;
};

/* The answers of up to 128 people to an item; those of the complete, zero else, as the even and the odd bytes
 * of their vector. */
struct answers {
	bytes x[SPAN];
	words even[SPAN], odd[SPAN];
};

struct span {
	struct answers items[LANES_ITEMS_MAX];
	bytes answered[SPAN], total[SPAN];
};

bool
lanes_fit(const struct shape *s)
{
	return s->items <= LANES_ITEMS_MAX && s->points <= 22 && s->items * s->points < TOTALS;
}

struct lanes *
lanes_new(struct arena *a, const struct columns *columns, const struct scale *scale)
{
	const struct shape *s = &scale->shape;
	struct lanes *l = arena_make(a, struct lanes);
	pair *scores = arena_make_n(a, (s->items + 1) * TOTALS, pair);
	int64_t unit = shape_unit(s);

	for (size_t answered = s->min_valid; answered <= s->items; answered++)
		for (size_t total = answered; total <= answered * s->points; total++) {
			uint64_t x = (uint64_t)scores_from((int64_t)total, (int64_t)answered, unit);

			scores[answered * TOTALS + total] = (pair){ (uint64_t)1 << SUM_BITS | x, x * x };
		}
	*l = (struct lanes){ columns, scale, scores };
	return l;
}

INLINE uint64_t
fold(const quads *q)
{
	pair p = __builtin_shufflevector(*q, *q, 0, 1) + __builtin_shufflevector(*q, *q, 2, 3);

	return p[0] + p[1];
}

/* The sum of all bytes, below 256, and of all words, below 65536. */
INLINE int
fold_bytes(const bytes *b)
{
	quads q = (quads)*b;

	return (int)((fold(&q) * 0x0101010101010101u) >> 56);
}

INLINE int64_t
fold_words(const words *w)
{
	quads q = (quads)*w;

	return (int64_t)((fold(&q) * 0x0001000100010001u) >> 48);
}

/* `here`: which lanes are people of the group. Reading on into the next group's people is cheaper than
 * stopping, as long as the column goes on. */
INLINE void
load(bytes *x, const uint8_t *at, size_t n, size_t room, const bytes *here)
{
	if (room >= LANES) {
		*x = *here & *(const bytes_anywhere *)at;
		return;
	}
	*x = (bytes){ 0 };
	memcpy(x, at, n);
}

INLINE void
load_item(const struct lanes *l, size_t item, size_t from, size_t n, size_t vectors, const bytes here[],
    bytes *over, struct span *s)
{
	const uint8_t *column = l->columns->column[l->scale->column[item]] + from;
	size_t room = l->columns->people - from;
	uint8_t points = (uint8_t)l->scale->shape.points;

	for (size_t v = 0; v < vectors; v++) {
		bytes *x = &s->items[item].x[v];

		load(x, column + v * LANES, n - v * LANES, room - v * LANES, &here[v]);
		*over |= (bytes)(*x > points);
		if (l->scale->reversed[item])
			*x = (bytes)(*x != 0) & ((uint8_t)(points + 1) - *x);
		s->answered[v] -= (bytes)(*x != 0);
		s->total[v] += *x;
	}
}

INLINE void
load_span(const struct lanes *l, size_t from, size_t n, size_t vectors, struct span *s)
{
	static const bytes lane = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
		16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31 };
	bytes here[SPAN], over = { 0 };
	quads wrong;

	for (size_t v = 0; v < vectors; v++) {
		size_t left = n - v * LANES;

		here[v] = (bytes)(lane < (uint8_t)(left < LANES ? left : LANES));
		s->answered[v] = s->total[v] = (bytes){ 0 };
	}
	for (size_t item = 0; item < l->scale->shape.items; item++)
		load_item(l, item, from, n, vectors, here, &over, s);
	wrong = (quads)(over & 1);
	CHECK(fold(&wrong) == 0);
}

INLINE void
count_answers(const struct shape *shape, size_t vectors, const struct span *s, int *counts)
{
	for (size_t item = 0; item < shape->items; item++)
		for (unsigned p = 1; p <= shape->points; p++) {
			bytes n = { 0 };

			for (size_t v = 0; v < vectors; v++)
				n -= (bytes)(s->items[item].x[v] == (uint8_t)p);
			*counts++ += fold_bytes(&n);
		}
}

INLINE void
add_scores(const struct lanes *l, size_t vectors, const struct span *s, struct moments *m)
{
	uint16_t place[SPAN * LANES];
	pair sum = { 0 };

	for (size_t v = 0; v < vectors; v++) {
		words answered = (words)s->answered[v], total = (words)s->total[v];
		words even = answered << 8 | (total & 0xff), odd = (answered & 0xff00) | total >> 8;

		memcpy(place + v * LANES, &even, sizeof even);
		memcpy(place + v * LANES + LANES / 2, &odd, sizeof odd);
	}
	for (size_t i = 0; i < vectors * LANES; i++)
		sum += l->scores[place[i]];
	m->n += (int64_t)(sum[0] >> SUM_BITS);
	m->sum += (int64_t)(sum[0] & (((uint64_t)1 << SUM_BITS) - 1));
	m->squares += (int64_t)sum[1];
}

/* Leaves only the complete in even and odd. */
INLINE void
split(const struct shape *shape, size_t vectors, struct span *s, struct tally *t)
{
	bytes n = { 0 };

	for (size_t v = 0; v < vectors; v++) {
		bytes complete = (bytes)(s->answered[v] == (uint8_t)shape->items);

		n -= complete;
		for (size_t item = 0; item < shape->items; item++) {
			words x = (words)(s->items[item].x[v] & complete);

			s->items[item].even[v] = x & 0xff;
			s->items[item].odd[v] = x >> 8;
		}
	}
	t->complete += fold_bytes(&n);
}

INLINE void
add_products(const struct shape *shape, size_t vectors, const struct span *s, struct tally *t)
{
	int64_t *products = tally_products(shape, t);

	for (size_t j = 0; j < shape->items; j++) {
		const struct answers *y = &s->items[j];
		words sum = { 0 };

		for (size_t v = 0; v < vectors; v++)
			sum += y->even[v] + y->odd[v];
		tally_sums(t)[j] += fold_words(&sum);
		for (size_t i = 0; i <= j; i++) {
			const struct answers *x = &s->items[i];
			words product = { 0 };

			for (size_t v = 0; v < vectors; v++)
				product += x->even[v] * y->even[v] + x->odd[v] * y->odd[v];
			*products++ += fold_words(&product);
		}
	}
}

/* Inlined once for each number of vectors, which the compiler then unrolls. */
INLINE void
add_span(const struct lanes *l, size_t from, size_t n, size_t vectors, struct span *s, struct tally *t)
{
	const struct shape *shape = &l->scale->shape;

	load_span(l, from, n, vectors, s);
	count_answers(shape, vectors, s, tally_counts(shape, t));
	add_scores(l, vectors, s, &t->scores);
	split(shape, vectors, s, t);
	add_products(shape, vectors, s, t);
}

FOR_EACH_PROCESSOR void
lanes_add(const struct lanes *l, size_t from, size_t to, struct tally *t)
{
	struct span s;

	t->people += (int64_t)(to - from);
	while (from < to) {
		size_t n = to - from < SPAN * LANES ? to - from : SPAN * LANES;

		switch ((n - 1) / LANES) {
		case 0: add_span(l, from, n, 1, &s, t); break;
		case 1: add_span(l, from, n, 2, &s, t); break;
		case 2: add_span(l, from, n, 3, &s, t); break;
		default: add_span(l, from, n, SPAN, &s, t);
		}
		from += n;
	}
}
