/* ratio.c - the variance ratio at which a likelihood is largest */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/ratio.h"

#include <math.h>

struct search {
	struct jet (*deviance)(const void *data, double r);
	const void *data;
	double people, lowest;
	struct ratio best;
};

static void
offer(struct search *s, double r, struct jet at, unsigned iterations)
{
	if (at.v >= s->lowest)
		return;
	s->lowest = at.v;
	s->best.ratio = r;
	s->best.convergence.iterations = iterations;
	s->best.convergence.gradient = fabs(r * at.x) / 2 / s->people;
}

/* The derivative is negative at lo, not at hi. Newton's step leaves the bracket where the deviance is not
 * convex: then the bracket is halved instead. */
static void
polish(struct search *s, double lo, double hi)
{
	double r = (lo + hi) / 2;
	struct jet at = s->deviance(s->data, r);
	unsigned i;

	for (i = 1; i < 100; i++) {
		double next;

		if (at.x < 0)
			lo = r;
		else
			hi = r;
		next = r - at.x / at.xx;
		if (!(at.xx > 0 && next > lo && next < hi))
			next = (lo + hi) / 2;
		if (fabs(next - r) <= 1e-14 * r)
			break;
		r = next;
		at = s->deviance(s->data, r);
	}
	offer(s, r, at, i);
}

struct ratio
ratio_minimise(struct jet (*deviance)(const void *data, double r), const void *data, size_t people)
{
	struct search s = { deviance, data, (double)people, INFINITY,
		{ REFUSED_NOT, NAN, { 0, INFINITY, 1e-12 } } };
	struct jet before = deviance(data, 0);
	double lo = 0;

	if (before.x >= 0)
		offer(&s, 0, before, 0);
	for (double hi = 1e-6; hi <= 1e12; hi *= 2) {
		struct jet at = deviance(data, hi);

		if (before.x < 0 && at.x >= 0)
			polish(&s, lo, hi);
		lo = hi;
		before = at;
	}
	if (!(s.best.convergence.gradient <= s.best.convergence.tolerance)) {
		s.best.refused = REFUSED_NOT_CONVERGED;
		s.best.ratio = NAN;
	}
	return s.best;
}
