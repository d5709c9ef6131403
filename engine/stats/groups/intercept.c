/* intercept.c - how much groups differ: a random intercept for every group, by REML */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/intercept.h"

#include <math.h>

#include "base/arena.h"
#include "engine/stats/groups/mixed.h"

static double
mean_of_people(const struct group groups[], size_t n)
{
	double people = 0, sum = 0;

	for (size_t i = 0; i < n; i++) {
		if (groups[i].n == 0)
			continue;
		people += (double)groups[i].n;
		sum += (double)groups[i].n * groups[i].mean;
	}
	return people > 0 ? sum / people : 0;
}

struct random_intercept
random_intercept_fit(const struct group groups[], size_t n)
{
	struct arena *scratch = arena_new();
	struct mixed *m = mixed_new(scratch, 1, n);
	double centre = mean_of_people(groups, n);
	struct mixed_fit f;

	for (size_t i = 0; i < n; i++)
		if (groups[i].n > 0)
			mixed_add(m, groups[i].n, &(double){ groups[i].mean - centre }, &groups[i].within);
	f = mixed_fit(m);
	arena_free(scratch);
	return (struct random_intercept){ f.refused, f.units, f.observations, f.tau2, f.sigma2, f.icc,
		centre + f.effect, f.se, f.df, f.log_likelihood, f.convergence };
}
