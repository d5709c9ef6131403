/* group.c - what the models of this folder need to know of the people of one group */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/group.h"

#include <math.h>

#include "engine/stats/scores.h"

struct group
group_from(const struct moments *m, int64_t unit)
{
	struct summary s = moments_summary(m, unit);

	return (struct group){ s.n, s.mean, s.n > 1 ? s.variance * (double)(s.n - 1) : 0 };
}

struct group
group_of(const double x[], size_t n)
{
	struct group g = { 0, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		if (isnan(x[i]))
			continue;
		g.n++;
		g.mean += x[i];
	}
	if (g.n > 0)
		g.mean /= (double)g.n;
	for (size_t i = 0; i < n; i++)
		if (!isnan(x[i]))
			g.within += (x[i] - g.mean) * (x[i] - g.mean);
	return g;
}
