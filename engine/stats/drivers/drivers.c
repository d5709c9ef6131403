/* drivers.c - key drivers: what the outcome goes with, and how much of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/drivers/drivers.h"

#include <math.h>

#include "engine/stats/drivers/importance.h"

static void
shares(struct drivers *d, const struct cross *pool, const struct axes *x)
{
	double correlation[CROSS_MAX * CROSS_MAX];

	d->refused = cross_correlation(pool, correlation);
	if (d->refused == REFUSED_NOT)
		d->refused = importance_shapley(correlation, x->predictors, d->shapley);
	if (d->refused == REFUSED_NOT)
		d->refused = importance_johnson(x, d->johnson);
}

struct drivers
drivers_of(const struct cross alliances[], size_t n_alliances, bool within)
{
	struct cross pool = cross_pool(alliances, NULL, n_alliances, within);
	struct axes x = axes_of(&pool);
	struct drivers d = { 0 };

	if (x.refused == REFUSED_NOT && x.people < DRIVERS_PEOPLE_PER_PREDICTOR * x.predictors)
		x.refused = REFUSED_TOO_FEW;
	d.fit = regression_fit(&x);
	d.ridge = ridge_choose(&x);
	d.refused = d.fit.refused;
	if (d.refused == REFUSED_NOT)
		shares(&d, &pool, &x);
	for (size_t j = 0; d.refused != REFUSED_NOT && j < PREDICTORS_MAX; j++)
		d.shapley[j] = d.johnson[j] = NAN;
	return d;
}
