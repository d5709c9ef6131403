/* order.c - the order of many numbers, and where each stands among them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/order.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"

enum { DIGITS = 8, VALUES = 256, FEW = 32 };

struct entry {
	uint64_t key;
	uint32_t place;
};

/* A whole number that is ordered as x is. */
static uint64_t
key_of(double x)
{
	const uint64_t sign = (uint64_t)1 << 63;
	uint64_t bits;

	CHECK(!isnan(x));
	x += 0.;	/* -0 becomes 0 */
	memcpy(&bits, &x, sizeof bits);
	return bits & sign ? ~bits : bits | sign;
}

static void
insert_all(struct entry e[], size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct entry moving = e[i];
		size_t j = i;

		for (; j > 0 && e[j - 1].key > moving.key; j--)
			e[j] = e[j - 1];
		e[j] = moving;
	}
}

static void
sort_by_digit(const struct entry from[], size_t n, int digit, uint32_t starts[VALUES], struct entry to_r[])
{
	uint32_t sum = 0;

	for (int v = 0; v < VALUES; v++) {
		uint32_t count = starts[v];

		starts[v] = sum;
		sum += count;
	}
	for (size_t i = 0; i < n; i++)
		to_r[starts[from[i].key >> (8 * digit) & (VALUES - 1)]++] = from[i];
}

/* Returns the one of the two arrays that the result is in. A digit that all share moves nothing. */
static struct entry *
sort_by_digits(struct entry *e, struct entry *other, size_t n)
{
	uint32_t counts[DIGITS][VALUES] = { { 0 } };

	for (size_t i = 0; i < n; i++)
		for (int d = 0; d < DIGITS; d++)
			counts[d][e[i].key >> (8 * d) & (VALUES - 1)]++;
	for (int d = 0; d < DIGITS; d++) {
		struct entry *from = e;

		if (counts[d][from[0].key >> (8 * d) & (VALUES - 1)] == n)
			continue;
		sort_by_digit(from, n, d, counts[d], other);
		e = other;
		other = from;
	}
	return e;
}

void
order_of(const double x[], size_t n, uint32_t order_r[])
{
	struct arena *scratch = arena_new();
	struct entry *e = arena_make_n(scratch, n, struct entry);

	CHECK(n <= UINT32_MAX);
	for (size_t i = 0; i < n; i++)
		e[i] = (struct entry){ key_of(x[i]), (uint32_t)i };
	if (n <= FEW)
		insert_all(e, n);
	else
		e = sort_by_digits(e, arena_make_n(scratch, n, struct entry), n);
	for (size_t i = 0; i < n; i++)
		order_r[i] = e[i].place;
	arena_free(scratch);
}

void
order_percentiles(const double x[], size_t n, double percentile_r[])
{
	struct arena *scratch = arena_new();
	uint32_t *places = arena_make_n(scratch, n, uint32_t), *order = arena_make_n(scratch, n, uint32_t);
	double *known = arena_make_n(scratch, n, double);
	size_t members = 0;

	for (size_t i = 0; i < n; i++) {
		percentile_r[i] = NAN;
		places[members] = (uint32_t)i;
		known[members] = x[i];
		members += isnan(x[i]) ? 0 : 1;
	}
	order_of(known, members, order);
	for (size_t i = 0, next; i < members; i = next) {
		for (next = i + 1; next < members && known[order[next]] == known[order[i]];)
			next++;
		for (size_t j = i; j < next; j++)
			percentile_r[places[order[j]]] = 100 * ((double)(i + next) / 2) / (double)members;
	}
	arena_free(scratch);
}
