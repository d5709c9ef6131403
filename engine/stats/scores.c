/* scores.c - people's scores as whole numbers, and their exact sums */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/scores.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/whole.h"

int64_t
scores_unit(const int64_t denominators[], size_t n)
{
	int64_t unit = 60;

	for (size_t i = 0; i < n; i++) {
		if (denominators[i] <= 0)
			continue;
		unit *= denominators[i] / whole_gcd(unit, denominators[i]);
		if (unit > SCORES_UNIT_MAX)
			return SCORES_UNIT_MAX;
	}
	return unit;
}

int64_t
scores_from(int64_t numerator, int64_t denominator, int64_t unit)
{
	int64_t scaled, half;

	CHECK(denominator > 0);
	CHECK(!__builtin_mul_overflow(numerator, unit, &scaled));
	half = denominator / 2;
	return (scaled + (scaled < 0 ? -half : half)) / denominator;
}

void
moments_add(struct moments *m, int64_t x)
{
	int64_t square;

	CHECK(!__builtin_mul_overflow(x, x, &square));
	moments_merge(m, &(struct moments){ .n = 1, .sum = x, .squares = square });
}

void
moments_merge(struct moments *m, const struct moments *part)
{
	CHECK(!__builtin_add_overflow(m->n, part->n, &m->n));
	CHECK(!__builtin_add_overflow(m->sum, part->sum, &m->sum));
	CHECK(!__builtin_add_overflow(m->squares, part->squares, &m->squares));
}

struct summary
moments_summary(const struct moments *m, int64_t unit)
{
	struct summary s = { .n = (size_t)m->n, .mean = NAN, .variance = NAN };
	double n = (double)m->n, u = (double)unit;

	if (m->n > 0)
		s.mean = (double)m->sum / (n * u);
	if (m->n > 1) {
		whole128 spread = (whole128)m->n * m->squares - (whole128)m->sum * m->sum;

		s.variance = (double)spread / (n * (n - 1) * u * u);
	}
	return s;
}

struct summary
scores_summary(const struct scores *s)
{
	struct moments m = { 0 };

	for (size_t i = 0; i < s->n; i++)
		moments_add(&m, s->x[i]);
	return moments_summary(&m, s->unit);
}

size_t
scores_count(const struct scores *s, int64_t x)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += s->x[i] == x;
	return n;
}

enum refusal
scores_refuse_pair(const struct scores *a, const struct scores *b)
{
	CHECK(a->unit == b->unit);
	if (a->n == 0 || b->n == 0)
		return REFUSED_EMPTY;
	if (scores_count(a, a->x[0]) == a->n && scores_count(b, a->x[0]) == b->n)
		return REFUSED_NO_SPREAD;
	return REFUSED_NOT;
}

int64_t *
scores_pool(struct arena *arena, const struct scores *a, const struct scores *b)
{
	int64_t *all = arena_make_n(arena, a->n + b->n, int64_t);

	memcpy(all, a->x, a->n * sizeof *all);
	memcpy(all + a->n, b->x, b->n * sizeof *all);
	return all;
}
