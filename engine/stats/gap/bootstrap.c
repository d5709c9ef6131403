/* bootstrap.c - the exact bootstrap distribution of a mean and of a difference of means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/bootstrap.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"
#include "engine/stats/whole.h"

/* A distribution on the whole numbers first + i step. */
struct lattice {
	int64_t first, step;
	size_t n;
	double *mass;
};

/* One person drawn. Scores all alike have no step: one point. */
static struct lattice
draw_one(struct arena *arena, const struct scores *s)
{
	struct lattice l = { .first = s->x[0] };
	int64_t last = s->x[0];

	for (size_t i = 0; i < s->n; i++) {
		l.first = whole_min(l.first, s->x[i]);
		last = -whole_min(-last, -s->x[i]);
		l.step = whole_gcd(l.step, s->x[i] - s->x[0]);
	}
	l.step += l.step == 0;
	l.n = (size_t)((last - l.first) / l.step) + 1;
	l.mass = arena_make_n(arena, l.n, double);
	for (size_t i = 0; i < s->n; i++)
		l.mass[(s->x[i] - l.first) / l.step] += 1 / (double)s->n;
	return l;
}

/* The sum of two independent draws. */
static struct lattice
convolve(struct arena *arena, const struct lattice *a, const struct lattice *b)
{
	struct lattice l = { .first = a->first + b->first, .step = whole_gcd(a->step, b->step) };
	size_t stride_a = (size_t)(a->step / l.step), stride_b = (size_t)(b->step / l.step);

	l.n = (a->n - 1) * stride_a + (b->n - 1) * stride_b + 1;
	l.mass = arena_make_n(arena, l.n, double);
	for (size_t i = 0; i < b->n; i++) {
		const double *restrict from = a->mass;
		double *restrict to = l.mass + i * stride_b, weight = b->mass[i];

		if (weight == 0)
			continue;
		for (size_t j = 0; j < a->n; j++)
			to[j * stride_a] += weight * from[j];
	}
	return l;
}

/* The sum of as many draws as there are people: squares of sums, and one draw more where a bit is set. */
static struct lattice
draw_all(struct arena *arena, const struct lattice *one, size_t n)
{
	struct lattice sum = *one;
	size_t bit = 1;

	while (bit <= n / 2)
		bit *= 2;
	while ((bit /= 2) > 0) {
		sum = convolve(arena, &sum, &sum);
		if (n & bit)
			sum = convolve(arena, &sum, one);
	}
	return sum;
}

static int64_t
last_of(const struct lattice *l)
{
	return l->first + (int64_t)(l->n - 1) * l->step;
}

/* Takes the value times a positive factor. */
static void
stretch(struct lattice *l, int64_t factor)
{
	l->first *= factor;
	l->step *= factor;
}

/* Changes the sign of the value. */
static void
turn_round(struct lattice *l)
{
	int64_t first = -last_of(l);

	for (size_t i = 0; i < l->n / 2; i++) {
		double swap = l->mass[i];

		l->mass[i] = l->mass[l->n - 1 - i];
		l->mass[l->n - 1 - i] = swap;
	}
	l->first = first;
}

/* Powers of the people's influences on the statistic. */
struct influence {
	double squares, cubes;
};

static void
add_influence(struct influence *sum, const struct scores *s, double sign)
{
	double n = (double)s->n, mean = scores_summary(s).mean;

	for (size_t i = 0; i < s->n; i++) {
		double u = sign * ((double)s->x[i] / (double)s->unit - mean) / n;

		sum->squares += u * u;
		sum->cubes += u * u * u;
	}
}

static bool
alike(const struct scores *s)
{
	return scores_count(s, s->x[0]) == s->n;
}

static struct bootstrap
refuse(enum refusal refused, double observed)
{
	return (struct bootstrap){ .refused = refused, .scale = 1, .observed = observed,
		.sd = refused == REFUSED_NO_SPREAD ? 0 : NAN, .acceleration = NAN };
}

static struct bootstrap
computed(const struct lattice *l, int64_t scale, double observed, const struct influence *sum)
{
	double sd = sqrt(sum->squares);

	return (struct bootstrap){ REFUSED_NOT, l->first, l->step, scale, l->n, l->mass, observed, sd,
		sum->cubes / (6 * sum->squares * sd) };
}

/* How many values sums of n draws take, gaps included. */
static size_t
reach(const struct lattice *one, size_t n)
{
	return n * (one->n - 1) + 1;
}

struct bootstrap
bootstrap_mean(struct arena *arena, const struct scores *s)
{
	struct influence sum = { 0, 0 };
	struct lattice l;

	if (s->n == 0)
		return refuse(REFUSED_EMPTY, NAN);
	if (alike(s))
		return refuse(REFUSED_NO_SPREAD, scores_summary(s).mean);
	add_influence(&sum, s, 1);
	l = draw_one(arena, s);
	if (reach(&l, s->n) > BOOTSTRAP_VALUES_MAX)
		return refuse(REFUSED_TOO_MANY, scores_summary(s).mean);
	l = draw_all(arena, &l, s->n);
	return computed(&l, (int64_t)s->n * s->unit, scores_summary(s).mean, &sum);
}

/* How many values times_a S_a - times_b S_b takes, gaps included; within two of it. */
static size_t
reach_of_difference(const struct lattice *a, size_t n_a, int64_t times_a, const struct lattice *b, size_t n_b,
	int64_t times_b)
{
	int64_t step_a = times_a * a->step, step_b = times_b * b->step, step = whole_gcd(step_a, step_b);

	return reach(a, n_a) * (size_t)(step_a / step) + reach(b, n_b) * (size_t)(step_b / step);
}

/* n_b S_a - n_a S_b without their common factor, over a common denominator. */
struct bootstrap
bootstrap_difference(struct arena *arena, const struct scores *a, const struct scores *b)
{
	double observed = scores_summary(a).mean - scores_summary(b).mean;
	struct influence sum = { 0, 0 };
	struct lattice s, t;
	int64_t common, times_a, times_b;

	CHECK(a->unit == b->unit);
	if (a->n == 0 || b->n == 0)
		return refuse(REFUSED_EMPTY, NAN);
	if (alike(a) && alike(b))
		return refuse(REFUSED_NO_SPREAD, observed);
	add_influence(&sum, a, 1);
	add_influence(&sum, b, -1);
	common = whole_gcd((int64_t)a->n, (int64_t)b->n);
	times_a = (int64_t)b->n / common;
	times_b = (int64_t)a->n / common;
	s = draw_one(arena, a);
	t = draw_one(arena, b);
	if (reach(&s, a->n) > BOOTSTRAP_VALUES_MAX || reach(&t, b->n) > BOOTSTRAP_VALUES_MAX
	    || reach_of_difference(&s, a->n, times_a, &t, b->n, times_b) > BOOTSTRAP_DIFFERENCES_MAX)
		return refuse(REFUSED_TOO_MANY, observed);
	s = draw_all(arena, &s, a->n);
	t = draw_all(arena, &t, b->n);
	stretch(&s, times_a);
	stretch(&t, times_b);
	turn_round(&t);
	s = convolve(arena, &s, &t);
	return computed(&s, times_a * (int64_t)a->n * a->unit, observed, &sum);
}

static double
value_at(const struct bootstrap *d, size_t i)
{
	return (double)(d->first + (int64_t)i * d->step) / (double)d->scale;
}

/* Values are multiples of step / scale, so half of that tells "equal" from a neighbour in spite of
 * rounding. */
static double
mass_between(const struct bootstrap *d, double from, double to)
{
	double sum = 0, half = (double)d->step / (double)d->scale / 2;

	if (d->refused != REFUSED_NOT)
		return NAN;
	for (size_t i = 0; i < d->n; i++)
		if (value_at(d, i) > from - half && value_at(d, i) < to + half)
			sum += d->mass[i];
	return sum;
}

double
bootstrap_below(const struct bootstrap *d)
{
	return mass_between(d, -INFINITY, d->observed - (double)d->step / (double)d->scale);
}

double
bootstrap_equal(const struct bootstrap *d)
{
	return mass_between(d, d->observed, d->observed);
}

/* Sums of probabilities may round to a hair below p where they reach it. */
double
bootstrap_quantile(const struct bootstrap *d, double p)
{
	double sum = 0;

	CHECK(p > 0 && p < 1);
	for (size_t i = 0; i < d->n; i++)
		if ((sum += d->mass[i]) >= p - 1e-14)
			return value_at(d, i);
	return NAN;
}

struct interval
bootstrap_percentile(const struct bootstrap *d, double level)
{
	return (struct interval){ bootstrap_quantile(d, (1 - level) / 2), bootstrap_quantile(d, (1 + level) / 2) };
}

static double
bca_quantile(const struct bootstrap *d, double z0, double p)
{
	double z = z0 + normal_inv(p);

	return bootstrap_quantile(d, normal_p(z0 + z / (1 - d->acceleration * z)));
}

struct interval
bootstrap_bca(const struct bootstrap *d, double level)
{
	double z0;

	if (d->refused != REFUSED_NOT)
		return (struct interval){ NAN, NAN };
	z0 = normal_inv(bootstrap_below(d) + bootstrap_equal(d) / 2);
	return (struct interval){ bca_quantile(d, z0, (1 - level) / 2), bca_quantile(d, z0, (1 + level) / 2) };
}
