/* funnel.c - which groups are further out than chance takes a group of their size */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/funnel.h"

#include <math.h>

#include "base/arena.h"
#include "engine/stats/distribution.h"
#include "engine/stats/quantile.h"

/* What winsorised_square is expected to be for a standard normal: .679. */
static double
square_of_normal(void)
{
	double a = normal_inv(.9);

	return .8 - 2 * a * exp(-a * a / 2) / sqrt(2 * M_PI) + .2 * a * a;
}

/* Mean square after both tails are drawn in; sorts z. */
static double
winsorised_square(double z[], size_t n)
{
	double lo, hi, sum = 0;

	quantile_sort(z, n);
	lo = quantile_type7(z, n, .1);
	hi = quantile_type7(z, n, .9);
	for (size_t i = 0; i < n; i++)
		sum += pow(fmin(fmax(z[i], lo), hi), 2);
	return sum / (double)n;
}

static void
widen(const struct group groups[], size_t n, struct funnel *f)
{
	struct arena *scratch = arena_new();
	double *z = arena_make_n(scratch, n, double), weights = 0, squares = 0, count = (double)f->groups;
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		double w = (double)groups[i].n / f->sigma2;

		if (groups[i].n == 0)
			continue;
		weights += w;
		squares += w * w;
		z[k++] = (groups[i].mean - f->centre) * sqrt(w);
	}
	f->phi = winsorised_square(z, k) / square_of_normal();
	f->between = fmax(0, (count * f->phi - (count - 1)) / (weights - squares / weights));
	arena_free(scratch);
}

struct funnel
funnel_of(const struct group groups[], size_t n, double centre)
{
	struct funnel f = { REFUSED_NOT, 0, NAN, NAN, NAN, NAN };
	double within = 0, people = 0;

	for (size_t i = 0; i < n; i++) {
		if (groups[i].n == 0)
			continue;
		f.groups++;
		people += (double)groups[i].n;
		within += groups[i].within;
	}
	if (f.groups == 0)
		f.refused = REFUSED_EMPTY;
	else if (f.groups < FUNNEL_GROUPS || people - (double)f.groups < 1)
		f.refused = REFUSED_TOO_FEW;
	else if (!(within > 0))
		f.refused = REFUSED_NO_SPREAD;
	if (f.refused != REFUSED_NOT)
		return f;
	f.centre = centre;
	f.sigma2 = within / (people - (double)f.groups);
	widen(groups, n, &f);
	return f;
}

static double
spread_at(const struct funnel *f, size_t n)
{
	if (f->refused != REFUSED_NOT || n == 0)
		return NAN;
	return sqrt(f->sigma2 / (double)n + f->between);
}

struct interval
funnel_limits(const struct funnel *f, size_t n, double level)
{
	double half = normal_inv((1 + level) / 2) * spread_at(f, n);

	return (struct interval){ f->centre - half, f->centre + half };
}

double
funnel_z(const struct funnel *f, const struct group *group)
{
	return (group->mean - f->centre) / spread_at(f, group->n);
}
