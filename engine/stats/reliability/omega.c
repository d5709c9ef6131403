/* omega.c - how much of a scale's sum the one thing behind its items explains */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/reliability/omega.h"

#include <math.h>

#include "base/arena.h"
#include "engine/stats/distribution.h"
#include "engine/stats/reliability/factor.h"

/* The derivatives by all loadings are alike, and so are those by all error variances. */
static double
variance(const struct factor *f, double by_loading, double by_error)
{
	size_t k = f->items;
	double sum = 0;

	for (size_t i = 0; i < 2 * k; i++)
		for (size_t j = 0; j < 2 * k; j++)
			sum += f->covariance[i * 2 * k + j] * (i < k ? by_loading : by_error)
			    * (j < k ? by_loading : by_error);
	return sum;
}

static struct omega
omega_from(const struct factor *f)
{
	struct omega o = { f->refused, f->convergence, NAN, NAN, { NAN, NAN } };
	double loading = 0, error = 0, total, half;

	if (o.refused != REFUSED_NOT)
		return o;
	for (size_t i = 0; i < f->items; i++) {
		loading += f->loading[i];
		error += f->error[i];
	}
	total = loading * loading + error;
	o.omega = loading * loading / total;
	o.se = sqrt(variance(f, 2 * loading * error / (total * total), -loading * loading / (total * total)));
	half = normal_inv(.975) * o.se;
	o.ci95 = (struct interval){ fmax(0, o.omega - half), fmin(1, o.omega + half) };
	return o;
}

struct omega
omega_of(const struct covariance *c)
{
	struct arena *scratch = arena_new();
	struct factor f = factor_of(scratch, c);
	struct omega o = omega_from(&f);

	arena_free(scratch);
	return o;
}
