/* concordance.c - do judges put things into the same order? Kendall's W */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/agreement/concordance.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "engine/stats/distribution.h"
#include "engine/stats/whole.h"

#define WAYS_MAX 100000
#define THINGS_MAX 6
#define KEY_BITS 10

/* rank[judge * things + thing]: twice the rank, so that shared ranks are whole. */
struct ranks {
	size_t things, judges;
	int64_t *rank;
	int64_t ties;
};

/* Ties: sum of t^3 - t over all judges, collected as t^2 - 1 of each thing's own tie. */
static struct ranks
ranks_of(struct arena *arena, const struct ratings *r)
{
	struct ranks ranks = { r->people, r->items, arena_make_n(arena, r->people * r->items, int64_t), 0 };

	for (size_t judge = 0; judge < r->items; judge++) {
		const uint8_t *grade = r->column[judge];
		int64_t with[UINT8_MAX + 1] = { 0 }, below[UINT8_MAX + 1] = { 0 };

		for (size_t thing = 0; thing < r->people; thing++)
			with[grade[thing]]++;
		for (int code = 1; code <= UINT8_MAX; code++)
			below[code] = below[code - 1] + with[code - 1];
		for (size_t thing = 0; thing < r->people; thing++) {
			int64_t tied = with[grade[thing]];

			ranks.rank[judge * r->people + thing] = 2 * below[grade[thing]] + tied + 1;
			ranks.ties += tied * tied - 1;
		}
	}
	return ranks;
}

/* A million things have a sum beyond 64 bits. */
static whole128
sum_of_squares(const struct ranks *r)
{
	whole128 squares = 0;

	for (size_t thing = 0; thing < r->things; thing++) {
		int64_t sum = 0;

		for (size_t judge = 0; judge < r->judges; judge++)
			sum += r->rank[judge * r->things + thing];
		squares += sum * sum;
	}
	return squares;
}

/* Which rank sums, lowest first and packed into one number, the judges so far may give, and how likely. */
struct way {
	uint64_t key;
	double chance;
};

static int
by_key(const void *a, const void *b)
{
	const struct way *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

static uint64_t
pack(const int64_t sums[], size_t n)
{
	int64_t sorted[THINGS_MAX];
	uint64_t key = 0;

	memcpy(sorted, sums, n * sizeof *sums);
	qsort(sorted, n, sizeof *sorted, whole_order);
	for (size_t i = n; i-- > 0;)
		key = key << KEY_BITS | (uint64_t)sorted[i];
	return key;
}

static void
unpack(uint64_t key, size_t n, int64_t sums_r[])
{
	for (size_t i = 0; i < n; i++, key >>= KEY_BITS)
		sums_r[i] = (int64_t)(key & ((1u << KEY_BITS) - 1));
}

static void
swap(int64_t *a, int64_t *b)
{
	int64_t kept = *a;

	*a = *b;
	*b = kept;
}

/* The next arrangement in the order of the dictionary; false after the last. */
static bool
rearrange(int64_t x[], size_t n)
{
	size_t i = n - 1, j = n - 1;

	while (i > 0 && x[i - 1] >= x[i])
		i--;
	if (i == 0)
		return false;
	while (x[j] <= x[i - 1])
		j--;
	swap(&x[i - 1], &x[j]);
	for (j = n - 1; i < j; i++, j--)
		swap(&x[i], &x[j]);
	return true;
}

/* All arrangements of one judge's ranks, one after the other. */
static int64_t *
arrangements(struct arena *arena, const int64_t rank[], size_t n, size_t *n_r)
{
	int64_t x[THINGS_MAX], *all;
	size_t most = 1, found = 0;

	for (size_t i = 2; i <= n; i++)
		most *= i;
	all = arena_make_n(arena, most * n, int64_t);
	memcpy(x, rank, n * sizeof *x);
	qsort(x, n, sizeof *x, whole_order);
	do
		memcpy(all + n * found++, x, n * sizeof *x);
	while (rearrange(x, n));
	*n_r = found;
	return all;
}

static size_t
merge(struct way ways[], size_t n)
{
	size_t kept = 0;

	qsort(ways, n, sizeof *ways, by_key);
	for (size_t i = 1; i < n; i++) {
		if (ways[i].key == ways[kept].key)
			ways[kept].chance += ways[i].chance;
		else
			ways[++kept] = ways[i];
	}
	return kept + 1;
}

/* One more judge; false when that takes more ways than are left. */
static bool
add_judge(struct arena *arena, const int64_t rank[], size_t things, struct way **ways, size_t *n, size_t *left)
{
	size_t found, at = 0;
	int64_t *all = arrangements(arena, rank, things, &found);
	struct way *next;

	if (found * *n > *left)
		return false;
	*left -= found * *n;
	next = arena_make_n(arena, found * *n, struct way);
	for (size_t i = 0; i < *n; i++)
		for (size_t k = 0; k < found; k++) {
			int64_t sums[THINGS_MAX];

			unpack((*ways)[i].key, things, sums);
			for (size_t thing = 0; thing < things; thing++)
				sums[thing] += all[k * things + thing];
			next[at++] = (struct way){ pack(sums, things), (*ways)[i].chance / (double)found };
		}
	*n = merge(next, at);
	*ways = next;
	return true;
}

static double
tail(const struct way ways[], size_t n, size_t things, whole128 observed)
{
	double chance = 0;

	for (size_t i = 0; i < n; i++) {
		int64_t sums[THINGS_MAX], squares = 0;

		unpack(ways[i].key, things, sums);
		for (size_t thing = 0; thing < things; thing++)
			squares += sums[thing] * sums[thing];
		chance += squares >= observed ? ways[i].chance : 0;
	}
	return fmin(1, chance);
}

/* NAN when it would take too long. Only how the judges differ matters: the first one's ranks may stay. */
static double
exact_p(struct arena *arena, const struct ranks *r, whole128 observed)
{
	struct way *ways = arena_make(arena, struct way);
	size_t n = 1, left = WAYS_MAX;

	if (r->things > THINGS_MAX || 2 * r->things * r->judges >= 1u << KEY_BITS)
		return NAN;
	*ways = (struct way){ pack(r->rank, r->things), 1 };
	for (size_t judge = 1; judge < r->judges; judge++)
		if (!add_judge(arena, r->rank + judge * r->things, r->things, &ways, &n, &left))
			return NAN;
	return tail(ways, n, r->things, observed);
}

static enum refusal
refuse(const struct ratings *complete)
{
	if (complete->people == 0)
		return REFUSED_EMPTY;
	return complete->people < 2 || complete->items < 2 ? REFUSED_TOO_FEW : REFUSED_NOT;
}

/* Squared deviations of doubled rank sums are 4 S; their mean is m (n + 1). */
static void
judge(struct arena *scratch, const struct ranks *r, struct concordance *c)
{
	double n = (double)r->things, m = (double)r->judges, squares = (double)sum_of_squares(r);
	double most = m * m * (n * n * n - n) - m * (double)r->ties;

	if (most == 0) {
		c->refused = REFUSED_NO_SPREAD;
		return;
	}
	c->w = 3 * (squares - n * m * m * (n + 1) * (n + 1)) / most;
	c->df = n - 1;
	c->chi_square = m * c->df * c->w;
	c->p = exact_p(scratch, r, sum_of_squares(r));
	c->exact = !isnan(c->p);
	if (!c->exact)
		c->p = chi_squared_q(c->chi_square, c->df);
}

struct concordance
concordance_of(const struct ratings *r)
{
	struct arena *scratch = arena_new();
	struct ratings complete = ratings_complete(scratch, r);
	struct concordance c = { refuse(&complete), complete.people, r->items, NAN, NAN, NAN, NAN, false };

	if (c.refused == REFUSED_NOT) {
		struct ranks ranks = ranks_of(scratch, &complete);

		judge(scratch, &ranks, &c);
	}
	arena_free(scratch);
	return c;
}
