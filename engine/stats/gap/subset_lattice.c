/* subset_lattice.c - subset.h for many people: the characteristic function inverted on a lattice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/subset_lattice.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

#define POINTS_MAX (INT64_C(1) << 27)
#define Z_POINTS_MAX (INT64_C(1) << 21)
#define NEGLIGIBLE (-45.0)

/* One distinct value, how many people have it, and its angle at the present point of the z circle. */
struct value {
	int64_t x, people, angle;
};

/* Angles are whole multiples of 2 pi / z_points, so every factor log(q + p e^(i angle)) is one of z_points
 * logs, and phases are reduced exactly. y_points divides z_points; reach is how far from its mean the sum can
 * be seen. */
struct lattice {
	const struct subset *s;
	int64_t y_points, z_points;
	double reach;
	struct value *values;
	size_t n_values;
	double (*logs)[2];
};

/* Hoeffding: a binomial count is y_points or more off its mean with probability below 2 exp(-2 y_points^2 /
 * n), a sum of m draws from 0 .. top is t or more off with probability below 2 exp(-2 t^2 / (m top^2)). */
static struct lattice
lattice_size(const struct subset *s)
{
	double n = (double)s->n, top = (double)s->x[s->n - 1];
	struct lattice l = { .s = s, .y_points = (int64_t)sqrt(22 * n) + 1 };
	double window;

	l.reach = top * sqrt(19 * (double)s->m) + 1;
	window = fmin((double)(s->highest - s->lowest), 2 * l.reach) + 1;
	if (l.y_points > s->n + 1)
		l.y_points = s->n + 1;
	l.z_points = (int64_t)ceil(fmin(window, (double)POINTS_MAX) / (double)l.y_points) * l.y_points;
	return l;
}

bool
subset_lattice_fits(const struct subset *s)
{
	struct lattice l = lattice_size(s);

	return l.z_points <= Z_POINTS_MAX && l.y_points <= POINTS_MAX / l.z_points;
}

static int
most_people_first(const void *a, const void *b)
{
	const struct value *v = a, *w = b;

	return (v->people < w->people) - (v->people > w->people);
}

/* The values with most people come first: their factors make a point negligible soonest. */
static void
lattice_values(struct arena *arena, struct lattice *l)
{
	const struct subset *s = l->s;

	l->values = arena_make_n(arena, (size_t)s->n, struct value);
	for (int64_t i = 0; i < s->n; i++) {
		if (i == 0 || s->x[i] != s->x[i - 1])
			l->values[l->n_values++].x = s->x[i];
		l->values[l->n_values - 1].people++;
	}
	qsort(l->values, l->n_values, sizeof *l->values, most_people_first);
}

static double
turn(int64_t angle, int64_t points)
{
	return 2 * M_PI * (double)angle / (double)points;
}

static void
lattice_logs(struct arena *arena, struct lattice *l)
{
	double p = (double)l->s->m / (double)l->s->n, q = 1 - p;

	l->logs = arena_array(arena, (size_t)l->z_points, sizeof *l->logs);
	for (int64_t i = 0; i < l->z_points; i++) {
		double angle = turn(i, l->z_points), half = sin(angle / 2);

		l->logs[i][0] = log1p(-4 * p * q * half * half) / 2;
		l->logs[i][1] = atan2(p * sin(angle), q + p * cos(angle));
	}
}

/* Adds prod (q + p y z^x)^people / y^m at y = e^(2 pi i j / y_points), z = the values' present angles. */
static void
add_point(const struct lattice *l, int64_t j, double sum[2])
{
	int64_t y = j * (l->z_points / l->y_points);
	double size = 0, phase = 0;

	for (size_t i = 0; i < l->n_values; i++) {
		const struct value *v = &l->values[i];
		int64_t angle = v->angle + y;
		const double *factor = l->logs[angle < l->z_points ? angle : angle - l->z_points];

		size += (double)v->people * factor[0];
		phase += (double)v->people * factor[1];
		if (size < NEGLIGIBLE)
			return;
	}
	phase -= turn(j * l->s->m % l->y_points, l->y_points);
	sum[0] += exp(size) * cos(phase);
	sum[1] += exp(size) * sin(phase);
}

/* sum over s = lo .. hi of e^(-2 pi i k s / z_points), times f, real part: a geometric series about its
 * middle. */
static double
mass_between(const struct lattice *l, int64_t k, const double f[2], int64_t lo, int64_t hi)
{
	int64_t twice = 2 * l->z_points;
	double middle = turn(k * ((lo + hi) % twice) % twice, twice);
	double length = k == 0 ? (double)(hi - lo + 1)
	    : sin(turn(k * ((hi - lo + 1) % twice) % twice, twice)) / sin(turn(k, twice));

	return length * (f[0] * cos(middle) + f[1] * sin(middle));
}

/* x < z_points: the sums of m span at least the largest x. */
static void
advance(struct value *v, int64_t z_points)
{
	v->angle += v->x;
	if (v->angle >= z_points)
		v->angle -= z_points;
}

static int64_t
ceil_ratio(int64_t a, int64_t b)
{
	return a / b + (a % b > 0);
}

/* |n S - m T| <= observed between lo and hi; equality at lo, at hi, or both, where the division leaves no
 * rest. z runs over half its circle, the other half is the conjugate. */
struct subset_tail
subset_lattice_tail(struct arena *arena, const struct subset *s)
{
	struct lattice l = lattice_size(s);
	int64_t mt = s->m * s->total, d = s->observed, hi = (mt + d) / s->n, lo = ceil_ratio(mt - d, s->n);
	bool at_hi = (mt + d) % s->n == 0, at_lo = d > 0 && (mt - d) % s->n == 0;
	double inside = 0, equal = 0, one = 0;

	if ((double)d / (double)s->n >= l.reach)
		return (struct subset_tail){ 0, 0, SUBSET_INVERTED };
	lattice_values(arena, &l);
	lattice_logs(arena, &l);
	for (int64_t k = 0; 2 * k <= l.z_points; k++) {
		double f[2] = { 0, 0 }, weight = k == 0 || 2 * k == l.z_points ? 1 : 2;

		for (int64_t j = 0; j < l.y_points; j++)
			add_point(&l, j, f);
		if (k == 0)
			one = f[0] * (double)l.z_points;
		inside += weight * mass_between(&l, k, f, lo, hi);
		equal += at_hi ? weight * mass_between(&l, k, f, hi, hi) : 0;
		equal += at_lo ? weight * mass_between(&l, k, f, lo, lo) : 0;
		for (size_t i = 0; i < l.n_values; i++)
			advance(&l.values[i], l.z_points);
	}
	return (struct subset_tail){ fmax(0, 1 - inside / one), fmax(0, equal / one), SUBSET_INVERTED };
}
