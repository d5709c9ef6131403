/* rowspace.c - is there a combination of rows that touches only a light set of blocks of columns? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/measure/rowspace.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

__extension__ typedef unsigned __int128 u128;

#define N_PRIMES 6
static const uint64_t below_2_63[N_PRIMES] = { 25, 165, 259, 301, 375, 387 };	/* 2^63 - this is prime */
#define PRIME_BITS 62.99
#define WORK_MAX 20000000u	/* entries visited by one search: some tenths of a second */

/* Combinations of the rows modulo p, a basis of those that are still allowed. */
struct space {
	uint64_t p, *entries;
	size_t n_rows, n_columns;
};

struct search {
	struct arena *arena;
	const struct rowspace *in;
	const size_t *order;		/* blocks, one half after the other */
	size_t n_order, n_first, work;
	int64_t limit;
	uint64_t **levels;		/* one copy of the space per allowed block */
	bool *touched;
};

static uint64_t *
row(const struct space *s, size_t r)
{
	return s->entries + r * s->n_columns;
}

/* Modulo p, which is 2^63 less a few hundred: what is above 2^63 counts that few times, no division
 * needed. */
static uint64_t
fold(u128 sum, uint64_t p)
{
	const u128 above = (UINT64_C(1) << 63) - p, below = (UINT64_C(1) << 63) - 1;

	sum = (sum >> 63) * above + (sum & below);
	sum = (sum >> 63) * above + (sum & below);
	return (uint64_t)(sum >= p ? sum - p : sum);
}

static uint64_t
multiply(uint64_t a, uint64_t b, uint64_t p)
{
	return fold((u128)a * b, p);
}

/* By Fermat: a^(p - 2). */
static uint64_t
inverse(uint64_t a, uint64_t p)
{
	uint64_t result = 1;

	for (uint64_t e = p - 2; e > 0; e >>= 1) {
		if (e & 1)
			result = multiply(result, a, p);
		a = multiply(a, a, p);
	}
	return result;
}

static void
swap_rows(struct space *s, size_t a, size_t b)
{
	for (size_t c = 0; a != b && c < s->n_columns; c++) {
		uint64_t kept = row(s, a)[c];

		row(s, a)[c] = row(s, b)[c];
		row(s, b)[c] = kept;
	}
}

/* Make the column zero in all rows but the pivot. */
static void
clear_column(struct space *s, size_t column, size_t pivot)
{
	const uint64_t *from = row(s, pivot);
	uint64_t inv = inverse(from[column], s->p);

	for (size_t r = 0; r < s->n_rows; r++) {
		uint64_t *to = row(s, r), factor;

		if (r == pivot || to[column] == 0)
			continue;
		factor = multiply(s->p - to[column], inv, s->p);
		for (size_t c = 0; c < s->n_columns; c++)
			if (from[c] != 0)
				to[c] = fold((u128)factor * from[c] + to[c], s->p);
	}
}

static bool
find_pivot(const struct space *s, size_t column, size_t first_row, size_t *pivot_r)
{
	for (size_t r = first_row; r < s->n_rows; r++)
		if (row(s, r)[column] != 0) {
			*pivot_r = r;
			return true;
		}
	return false;
}

/* Take away every combination that touches these columns. */
static void
forbid(struct space *s, size_t from, size_t to)
{
	size_t pivot;

	for (size_t c = from; c < to; c++)
		if (find_pivot(s, c, 0, &pivot)) {
			clear_column(s, c, pivot);
			swap_rows(s, pivot, s->n_rows - 1);
			s->n_rows--;
		}
}

/* Turn the rows into a basis; is_pivot tells which columns lead a row. */
static void
reduce(struct space *s, bool *is_pivot)
{
	size_t rank = 0, pivot;

	for (size_t c = 0; c < s->n_columns; c++) {
		is_pivot[c] = find_pivot(s, c, rank, &pivot);
		if (is_pivot[c]) {
			swap_rows(s, pivot, rank);
			clear_column(s, c, rank++);
		}
	}
	s->n_rows = rank;
}

static size_t
count_heavy(const struct rowspace *in, int64_t limit)
{
	size_t n = 0;

	while (n < in->n_blocks && in->weight[n] >= limit)
		n++;
	return n;
}

static struct space
load(struct arena *a, const struct rowspace *in, uint64_t p)
{
	size_t n = in->n_rows * in->n_columns;
	struct space s = { p, arena_make_n(a, n, uint64_t), in->n_rows, in->n_columns };

	for (size_t i = 0; i < n; i++) {
		int64_t rest = in->entries[i] % (int64_t)p;

		s.entries[i] = rest < 0 ? (uint64_t)rest + p : (uint64_t)rest;
	}
	return s;
}

static bool
touches(const struct space *s, const struct rowspace *in, size_t block)
{
	size_t pivot;

	for (size_t c = in->first[block]; c < in->first[block + 1]; c++)
		if (find_pivot(s, c, 0, &pivot))
			return true;
	return false;
}

static enum rowspace_answer
found(struct search *f, const struct space *s)
{
	struct space one = { s->p, s->entries, 1, s->n_columns };

	for (size_t b = 0; b < f->in->n_blocks; b++)
		f->touched[b] = touches(&one, f->in, b);
	return ROWSPACE_FOUND;
}

static struct space
copy(struct search *f, const struct space *s, size_t depth)
{
	struct space copied = *s;
	size_t n = s->n_rows * s->n_columns;

	if (f->levels[depth] == NULL)
		f->levels[depth] = arena_make_n(f->arena, f->in->n_rows * f->in->n_columns, uint64_t);
	copied.entries = memcpy(f->levels[depth], s->entries, n * sizeof(uint64_t));
	return copied;
}

/* The blocks before `at` are decided; those allowed weigh this much together. Uses up the space. */
static enum rowspace_answer
walk(struct search *f, struct space *s, size_t at, size_t depth, int64_t weight)
{
	for (; at < f->n_order && s->n_rows > 0; at++) {
		size_t block = f->order[at];
		int64_t most = at < f->n_first ? (f->limit - 1) / 2 : f->limit - 1;

		if (!touches(s, f->in, block))
			continue;
		f->work += s->n_rows * s->n_columns;
		if (f->work > WORK_MAX)
			return ROWSPACE_UNPROVEN;
		if (f->in->weight[block] <= most - weight) {
			struct space allowed = copy(f, s, depth);
			enum rowspace_answer answer = walk(f, &allowed, at + 1, depth + 1,
				weight + f->in->weight[block]);

			if (answer != ROWSPACE_NONE)
				return answer;
		}
		forbid(s, f->in->first[block], f->in->first[block + 1]);
	}
	return s->n_rows > 0 ? found(f, s) : ROWSPACE_NONE;
}

/* The light blocks, those that lead a row (or those that do not) first. */
static void
order_blocks(struct search *f, size_t n_heavy, const bool *is_pivot, bool pivots_first, size_t *order)
{
	f->order = order;
	f->n_order = 0;
	for (int half = 0; half < 2; half++) {
		for (size_t b = n_heavy; b < f->in->n_blocks; b++) {
			bool leads = false;

			for (size_t c = f->in->first[b]; c < f->in->first[b + 1]; c++)
				leads = leads || is_pivot[c];
			if (leads == (pivots_first == (half == 0)))
				order[f->n_order++] = b;
		}
		if (half == 0)
			f->n_first = f->n_order;
	}
}

static enum rowspace_answer
search(struct arena *a, const struct rowspace *in, int64_t limit, struct space *s, bool *touched_r)
{
	struct search f = { .arena = a, .in = in, .limit = limit, .touched = touched_r };
	bool *is_pivot = arena_make_n(a, in->n_columns, bool);
	size_t *order = arena_make_n(a, in->n_blocks, size_t), n_heavy = count_heavy(in, limit);
	enum rowspace_answer answer = ROWSPACE_NONE;

	forbid(s, 0, in->first[n_heavy]);
	reduce(s, is_pivot);
	f.levels = arena_make_n(a, in->n_blocks + 1, uint64_t *);
	for (int pass = 0; pass < 2 && s->n_rows > 0 && answer == ROWSPACE_NONE; pass++) {
		struct space whole = copy(&f, s, 0);

		order_blocks(&f, n_heavy, is_pivot, pass == 0, order);
		answer = walk(&f, &whole, 0, 1, 0);
	}
	return answer;
}

static int
falling(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x < y) - (x > y);
}

/* log2 of the product of the n longest rows: no minor of n rows is larger. */
static double
minor_bits(struct arena *a, const struct rowspace *in, size_t n)
{
	double *bits = arena_make_n(a, in->n_rows, double), sum = 0;

	for (size_t r = 0; r < in->n_rows; r++) {
		double squares = 0;

		for (size_t c = 0; c < in->n_columns; c++)
			squares += (double)in->entries[r * in->n_columns + c] *
			    (double)in->entries[r * in->n_columns + c];
		bits[r] = squares > 0 ? .5 * log2(squares) : 0;
	}
	qsort(bits, in->n_rows, sizeof(*bits), falling);
	for (size_t r = 0; r < n && r < in->n_rows; r++)
		sum += bits[r];
	return sum;
}

/* Primes until they outgrow every minor that could hide something from all of them; 0 when they never do.
 * A minor of one row more than the rank counts too: that excludes a larger rank, unseen by any of them. */
static int
load_primes(struct arena *a, const struct rowspace *in, struct space s[N_PRIMES])
{
	bool *is_pivot = arena_make_n(a, in->n_columns, bool);
	size_t rank = 0;

	for (int i = 0; i < N_PRIMES; i++) {
		s[i] = load(a, in, (UINT64_C(1) << 63) - below_2_63[i]);
		reduce(&s[i], is_pivot);
		rank = s[i].n_rows > rank ? s[i].n_rows : rank;
		if (minor_bits(a, in, rank + 1) < PRIME_BITS * (i + 1))
			return i + 1;
	}
	return 0;
}

enum rowspace_answer
rowspace_light(struct arena *a, const struct rowspace *in, int64_t limit, bool *touched_r)
{
	struct space s[N_PRIMES];
	enum rowspace_answer answer;
	int n;

	if (rowspace_leaves_nothing(a, in, in->first[count_heavy(in, limit)]))
		return ROWSPACE_NONE;
	n = load_primes(a, in, s);
	answer = n > 0 ? ROWSPACE_NONE : ROWSPACE_UNPROVEN;
	for (int i = 0; i < n && answer == ROWSPACE_NONE; i++)
		answer = search(a, in, limit, &s[i], touched_r);
	return answer;
}
