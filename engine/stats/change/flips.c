/* flips.c - the exact distribution of a sum whose terms have random signs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/change/flips.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"
#include "engine/stats/whole.h"

#define STEPS_MAX (INT64_C(1) << 27)

/* Absolute values other than 0 without their common factor, their total, and the size of the sum seen. */
struct flips {
	int64_t *x, total, observed;
	size_t n;
};

static struct flips
reduce(struct arena *arena, const int64_t x[], size_t n)
{
	struct flips f = { .x = arena_make_n(arena, n, int64_t) };
	int64_t factor = 0;

	for (size_t i = 0; i < n; i++)
		factor = whole_gcd(factor, x[i]);
	for (size_t i = 0; i < n; i++) {
		if (x[i] == 0)
			continue;
		f.observed += x[i] / factor;
		f.x[f.n] = llabs(x[i]) / factor;
		CHECK(!__builtin_add_overflow(f.total, f.x[f.n++], &f.total));
	}
	f.observed = llabs(f.observed);
	return f;
}

/* From the probabilities of the sums 0 .. filled to those of 0 .. filled + x. */
static void
add_coin(double mass[], int64_t filled, int64_t x)
{
	for (int64_t s = filled + x; s >= x; s--)
		mass[s] = (mass[s] + mass[s - x]) / 2;
	for (int64_t s = 0; s < whole_min(x, filled + 1); s++)
		mass[s] /= 2;
}

/* The positive terms add up to s, so D = 2 s - total. */
static struct flips_tail
convolved(struct arena *arena, const struct flips *f)
{
	struct flips_tail tail = { 0, 0, true };
	double *mass = arena_make_n(arena, (size_t)f->total + 1, double);
	int64_t filled = 0;

	mass[0] = 1;
	for (size_t i = 0; i < f->n; i++) {
		add_coin(mass, filled, f->x[i]);
		filled += f->x[i];
	}
	for (int64_t s = 0; s <= f->total; s++) {
		int64_t d = llabs(2 * s - f->total);

		tail.beyond += d > f->observed ? mass[s] : 0;
		tail.equal += d == f->observed ? mass[s] : 0;
	}
	return tail;
}

static struct flips_tail
normal(const struct flips *f)
{
	double squares = 0;

	for (size_t i = 0; i < f->n; i++)
		squares += (double)f->x[i] * (double)f->x[i];
	return (struct flips_tail){ 2 * normal_p(-(double)f->observed / sqrt(squares)), 0, false };
}

struct flips_tail
flips_sum_tail(const int64_t x[], size_t n)
{
	struct arena *scratch = arena_new();
	struct flips f = reduce(scratch, x, n);
	struct flips_tail tail;

	tail = f.total <= STEPS_MAX / (int64_t)(f.n + 1) ? convolved(scratch, &f) : normal(&f);
	arena_free(scratch);
	return tail;
}
