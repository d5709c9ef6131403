/* ewma.c - is a pulse leaving its usual level? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/change/ewma.h"

#include <math.h>

#include "base/check.h"

static struct ewma_point
point_at(double level, double variance, const struct ewma_rule *rule)
{
	double half = rule->width * sqrt(variance);
	struct ewma_point p = { level, { rule->target - half, rule->target + half }, 0 };

	p.side = (level > p.limits.hi) - (level < p.limits.lo);
	return p;
}

void
ewma_follow(const double mean[], const double se[], size_t n, const struct ewma_rule *rule,
	struct ewma_point points_r[])
{
	double level = rule->target, variance = 0, keep = 1 - rule->weight;

	CHECK(isfinite(rule->target) && rule->weight > 0 && keep >= 0 && rule->width > 0);
	for (size_t i = 0; i < n; i++) {
		if (!isnan(mean[i])) {
			CHECK(se[i] >= 0);
			level = rule->weight * mean[i] + keep * level;
			variance = rule->weight * rule->weight * se[i] * se[i] + keep * keep * variance;
		}
		points_r[i] = point_at(level, variance, rule);
	}
}
