/* shares.c - shares of people, and the net promoter score */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/shares.h"

#include <math.h>

#include "base/check.h"
#include "engine/stats/distribution.h"

#define ADJUST_BELOW 30

struct share
shares_wilson(size_t x, size_t n)
{
	double size = (double)n, p = (double)x / size, z = normal_inv(.975), z2 = z * z;
	double middle, half;

	CHECK(x <= n);
	if (n == 0)
		return (struct share){ REFUSED_EMPTY, NAN, { NAN, NAN } };
	middle = (p + z2 / (2 * size)) / (1 + z2 / size);
	half = z / (1 + z2 / size) * sqrt(p * (1 - p) / size + z2 / (4 * size * size));
	return (struct share){ REFUSED_NOT, p, { x == 0 ? 0 : middle - half, x == n ? 1 : middle + half } };
}

static double
nps_se(double promoters, double detractors, double n)
{
	double p = promoters / n, d = detractors / n;

	return 100 * sqrt((p + d - (p - d) * (p - d)) / n);
}

static struct nps
nps_of(double promoters, double detractors, size_t n)
{
	struct nps r = { REFUSED_EMPTY, n, NAN, NAN, { NAN, NAN }, false };

	if (n > 0) {
		r.refused = REFUSED_NOT;
		r.nps = 100 * (promoters - detractors) / (double)n;
		r.se = nps_se(promoters, detractors, (double)n);
	}
	return r;
}

struct nps
shares_nps_wald(size_t promoters, size_t passives, size_t detractors)
{
	struct nps r = nps_of((double)promoters, (double)detractors, promoters + passives + detractors);
	double half = normal_inv(.975) * r.se;

	r.ci95 = (struct interval){ r.nps - half, r.nps + half };
	return r;
}

struct nps
shares_nps_adjusted(size_t promoters, size_t passives, size_t detractors)
{
	struct nps r = nps_of((double)promoters, (double)detractors, promoters + passives + detractors);
	double n = (double)r.n + 3, p = (double)promoters + .75, d = (double)detractors + .75;
	double middle = 100 * (p - d) / n, half = normal_inv(.975) * nps_se(p, d, n);

	r.adjusted = true;
	if (r.refused == REFUSED_NOT)
		r.ci95 = (struct interval){ fmax(-100, middle - half), fmin(100, middle + half) };
	return r;
}

struct nps
shares_nps(size_t promoters, size_t passives, size_t detractors)
{
	if (promoters + passives + detractors < ADJUST_BELOW)
		return shares_nps_adjusted(promoters, passives, detractors);
	return shares_nps_wald(promoters, passives, detractors);
}
