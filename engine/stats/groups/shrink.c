/* shrink.c - what a group's mean is believed to be, given all the others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/shrink.h"

#include <math.h>

#include "engine/stats/distribution.h"

struct interval
shrink_band80(double mean, double sd)
{
	double half = normal_inv(.9) * sd;

	return (struct interval){ mean - half, mean + half };
}

struct shrunken
shrink_mean(const struct random_intercept *fit, const struct group *group)
{
	struct shrunken s = { fit->refused, NAN, NAN, NAN, NAN, { NAN, NAN } };
	double n = (double)group->n;

	if (s.refused == REFUSED_NOT && group->n == 0)
		s.refused = REFUSED_EMPTY;
	if (s.refused != REFUSED_NOT)
		return s;
	s.lambda = n * fit->tau2 / (n * fit->tau2 + fit->sigma2);
	s.mean = s.lambda * group->mean + (1 - s.lambda) * fit->mu;
	s.sd_given_mu = sqrt(fit->tau2 * (1 - s.lambda));
	s.sd = hypot(s.sd_given_mu, (1 - s.lambda) * fit->se_mu);
	s.band80 = shrink_band80(s.mean, s.sd);
	return s;
}

double
shrink_p_below(const struct shrunken *s, double bound)
{
	if (s->refused != REFUSED_NOT)
		return NAN;
	return s->sd > 0 ? normal_p((bound - s->mean) / s->sd) : bound > s->mean;
}
