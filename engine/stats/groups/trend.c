/* trend.c - one slope over waves in which the same people or alliances answer again and again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/trend.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "engine/stats/groups/mixed.h"

enum { WAVES = 3 };

static int
by_time(const void *a, const void *b)
{
	double s = ((const struct observation *)a)->time, t = ((const struct observation *)b)->time;

	return (s > t) - (s < t);
}

static int
by_unit(const void *a, const void *b)
{
	size_t s = ((const struct observation *)a)->unit, t = ((const struct observation *)b)->unit;

	return (s > t) - (s < t);
}

/* Those that are complete, about their means, which changes neither slope nor variances and keeps digits. */
static struct observation *
centred(struct arena *scratch, const struct observation observations[], size_t n, size_t *kept_r)
{
	struct observation *kept = arena_make_n(scratch, n, struct observation);
	double time = 0, value = 0;

	*kept_r = 0;
	for (size_t i = 0; i < n; i++) {
		if (isnan(observations[i].time) || isnan(observations[i].value))
			continue;
		kept[(*kept_r)++] = observations[i];
		time += observations[i].time;
		value += observations[i].value;
	}
	for (size_t i = 0; i < *kept_r; i++) {
		kept[i].time -= time / (double)*kept_r;
		kept[i].value -= value / (double)*kept_r;
	}
	return kept;
}

static size_t
different_times(struct observation *o, size_t n)
{
	size_t times = n > 0;

	qsort(o, n, sizeof *o, by_time);
	for (size_t i = 1; i < n; i++)
		times += o[i].time > o[i - 1].time;
	return times;
}

static void
add_unit(struct mixed *m, const struct observation *o, size_t n)
{
	double mean[2] = { 0, 0 }, within[3] = { 0, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		mean[0] += o[i].time / (double)n;
		mean[1] += o[i].value / (double)n;
	}
	for (size_t i = 0; i < n; i++) {
		double time = o[i].time - mean[0], value = o[i].value - mean[1];

		within[0] += time * time;
		within[1] += time * value;
		within[2] += value * value;
	}
	mixed_add(m, n, mean, within);
}

static void
conclude(const struct mixed_fit *f, struct trend *t)
{
	t->refused = f->refused;
	t->units = f->units;
	t->observations = f->observations;
	if (t->refused == REFUSED_NOT && t->waves < WAVES)
		t->refused = REFUSED_TOO_FEW;
	t->slope.refused = t->refused;
	if (t->refused != REFUSED_NOT)
		return;
	t->tau2 = f->tau2;
	t->sigma2 = f->sigma2;
	t->icc = f->icc;
	t->log_likelihood = f->log_likelihood;
	t->convergence = f->convergence;
	t->slope = welch_estimate(f->effect, f->se, f->df);
}

struct trend
trend_fit(const struct observation observations[], size_t n)
{
	const struct interval none = { NAN, NAN };
	struct trend t = { .tau2 = NAN, .sigma2 = NAN, .icc = NAN, .log_likelihood = NAN,
		.slope = { REFUSED_EMPTY, NAN, NAN, NAN, NAN, NAN, none, none },
		.convergence = { 0, NAN, NAN } };
	struct arena *scratch = arena_new();
	struct observation *o = centred(scratch, observations, n, &n);
	struct mixed *m = mixed_new(scratch, 2, n);
	struct mixed_fit f;

	t.waves = different_times(o, n);
	qsort(o, n, sizeof *o, by_unit);
	for (size_t first = 0, after = 0; first < n; first = after) {
		while (after < n && o[after].unit == o[first].unit)
			after++;
		add_unit(m, o + first, after - first);
	}
	f = mixed_fit(m);
	conclude(&f, &t);
	arena_free(scratch);
	return t;
}
