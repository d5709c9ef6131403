/* mokken.c - do items order people alike, whatever the shape of their curves? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/mokken.h"

#include <math.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/response/patterns.h"

/* reached[i * points + s]: people whose answer to item i is above s, so many have taken that step; s =
 * 0..points - 1, step 0 everybody. An answer is the number of steps taken after step 0. */
struct steps {
	struct patterns patterns;
	unsigned points;
	double *reached;
};

/* A pair's covariance and largest covariance, and what a person with given codes adds to the largest expected
 * product: by_code[0] for the answer to the one, [1] to the other. */
struct pair {
	double covariance, largest, product, largest_product;
	double *by_code[2];
};

static struct steps
count_steps(struct arena *scratch, const struct ratings *r)
{
	struct steps s = { .points = r->points };
	struct ratings complete = ratings_complete(scratch, r);

	patterns_group(scratch, complete.column, r->items, r->items, complete.people, &s.patterns);
	s.reached = arena_make_n(scratch, r->items * r->points, double);
	for (size_t k = 0; k < s.patterns.n * r->items; k++) {
		CHECK(s.patterns.codes[k] <= r->points);
		for (unsigned step = 0; step < s.patterns.codes[k]; step++)
			s.reached[k % r->items * r->points + step] += s.patterns.count[k / r->items];
	}
	return s;
}

static double
mean(const struct steps *s, size_t i)
{
	double sum = 0;

	for (unsigned k = 1; k < s->points; k++)
		sum += s->reached[i * s->points + k];
	return sum / (double)s->patterns.people;
}

/* The largest expected product of two items has the people who took a step of the one among those who took
 * the more popular steps of the other: sum over pairs of steps of the smaller share. A person who took step
 * a of item i adds to it for every step of item j that is more popular. */
static void
add_step(const struct steps *s, size_t i, size_t j, unsigned a, struct pair *pair, double *by_code)
{
	double x = s->reached[i * s->points + a], more = 0;

	for (unsigned b = 1; b < s->points; b++) {
		double y = s->reached[j * s->points + b];

		more += x < y ? 1 : x > y ? 0 : .5;
		pair->largest_product += fmin(x, y) / 2;
	}
	for (unsigned code = a + 1; code <= s->points; code++)
		by_code[code] += more;
}

static struct pair
look_at_pair(struct arena *scratch, const struct steps *s, size_t i, size_t j)
{
	struct pair pair = { .by_code = { arena_make_n(scratch, s->points + 1, double),
		arena_make_n(scratch, s->points + 1, double) } };
	double n = (double)s->patterns.people, means = mean(s, i) * mean(s, j);

	for (unsigned a = 1; a < s->points; a++) {
		add_step(s, i, j, a, &pair, pair.by_code[0]);
		add_step(s, j, i, a, &pair, pair.by_code[1]);
	}
	for (size_t p = 0; p < s->patterns.n; p++) {
		const uint8_t *codes = s->patterns.codes + p * s->patterns.columns;

		pair.product += s->patterns.count[p] * (codes[i] - 1) * (codes[j] - 1);
	}
	pair.product /= n;
	pair.largest_product /= n;
	pair.covariance = pair.product - means;
	pair.largest = pair.largest_product - means;
	return pair;
}

/* Ratios of sums over pairs, and how each pattern moves both sums. */
struct sums {
	double covariance, largest;
	double *moves[2];
};

static void
sums_add(struct sums *sums, const struct pair *pair, double *const moves[2], size_t patterns)
{
	sums->covariance += pair->covariance;
	sums->largest += pair->largest;
	for (size_t p = 0; p < patterns; p++) {
		sums->moves[0][p] += moves[0][p];
		sums->moves[1][p] += moves[1][p];
	}
}

/* Influence of one person more with a pattern's answers, on covariance and largest covariance. */
static void
move_pair(const struct steps *s, size_t i, size_t j, const struct pair *pair, double *const moves_r[2])
{
	double mean_i = mean(s, i), mean_j = mean(s, j);

	for (size_t p = 0; p < s->patterns.n; p++) {
		const uint8_t *codes = s->patterns.codes + p * s->patterns.columns;
		double x = codes[i] - 1, y = codes[j] - 1;
		double most = pair->by_code[0][codes[i]] + pair->by_code[1][codes[j]];
		double means = mean_i * (y - mean_j) + mean_j * (x - mean_i);

		moves_r[0][p] = x * y - pair->product - means;
		moves_r[1][p] = most - pair->largest_product - means;
	}
}

static struct mokken_figure
ratio(const struct steps *s, const struct sums *sums)
{
	double h = sums->covariance / sums->largest, squares = 0;

	for (size_t p = 0; p < s->patterns.n; p++) {
		double move = (sums->moves[0][p] - h * sums->moves[1][p]) / sums->largest;

		squares += s->patterns.count[p] * move * move;
	}
	return (struct mokken_figure){ h, sqrt(squares) / (double)s->patterns.people };
}

static struct sums
sums_new(struct arena *scratch, const struct steps *s)
{
	return (struct sums){ .moves = { arena_make_n(scratch, s->patterns.n, double),
		arena_make_n(scratch, s->patterns.n, double) } };
}

static void
compute(struct arena *scratch, const struct steps *s, struct mokken *m)
{
	struct sums all = sums_new(scratch, s), *item = arena_make_n(scratch, m->items, struct sums);
	struct sums one = sums_new(scratch, s);

	for (size_t i = 0; i < m->items; i++) {
		item[i] = sums_new(scratch, s);
		for (size_t j = 0; j < i; j++) {
			struct pair pair = look_at_pair(scratch, s, i, j);

			move_pair(s, i, j, &pair, one.moves);
			one.covariance = pair.covariance;
			one.largest = pair.largest;
			m->pair[i * m->items + j] = m->pair[j * m->items + i] = ratio(s, &one);
			sums_add(&item[i], &pair, one.moves, s->patterns.n);
			sums_add(&item[j], &pair, one.moves, s->patterns.n);
			sums_add(&all, &pair, one.moves, s->patterns.n);
		}
	}
	for (size_t i = 0; i < m->items; i++)
		m->item[i] = ratio(s, &item[i]);
	m->scale = ratio(s, &all);
}

/* Everybody took as many steps. */
static bool
constant(const struct steps *s, size_t i)
{
	double n = (double)s->patterns.people;

	for (unsigned k = 1; k < s->points; k++)
		if (s->reached[i * s->points + k] > 0 && s->reached[i * s->points + k] < n)
			return false;
	return true;
}

static enum refusal
refuse(const struct steps *s)
{
	if (s->patterns.people == 0)
		return REFUSED_EMPTY;
	if (s->patterns.people < 2 || s->patterns.columns < 2)
		return REFUSED_TOO_FEW;
	for (size_t i = 0; i < s->patterns.columns; i++)
		if (constant(s, i))
			return REFUSED_NO_SPREAD;
	return REFUSED_NOT;
}

struct mokken
mokken_scale(struct arena *arena, const struct ratings *r)
{
	const struct mokken_figure none = { NAN, NAN };
	struct mokken m = { .items = r->items, .scale = none };
	struct arena *scratch = arena_new();
	struct steps s = count_steps(scratch, r);

	m.people = s.patterns.people;
	m.item = arena_make_n(arena, r->items, struct mokken_figure);
	m.pair = arena_make_n(arena, r->items * r->items, struct mokken_figure);
	for (size_t i = 0; i < r->items; i++)
		m.item[i] = none;
	for (size_t i = 0; i < r->items * r->items; i++)
		m.pair[i] = none;
	m.refused = refuse(&s);
	if (m.refused == REFUSED_NOT)
		compute(scratch, &s, &m);
	arena_free(scratch);
	return m;
}
