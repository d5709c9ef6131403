/* drivers.h - key drivers: what the outcome goes with, how much of it, and how sure that is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_DRIVERS_H
#define ENGINE_STATS_DRIVERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"
#include "engine/stats/drivers/cross.h"
#include "engine/stats/drivers/regression.h"
#include "engine/stats/drivers/ridge.h"

/* shapley[j] is the share of R2 that belongs to predictor j (importance.h), johnson[j] its relative weight;
 * both add up to fit.r2. ridge answers where fit and shares are refused because predictors say the same, and
 * is the steadier set of coefficients from a condition of about 30 on. fit.people is what the pool is worth
 * (cross.h).
 * REFUSED_TOO_FEW: fewer than 10 people per predictor. REFUSED_SINGULAR: see regression.h, fit.culprit; ridge
 * is given. Other refusals: those of regression_fit. */
struct drivers {
	enum refusal refused;
	struct regression fit;
	struct ridge ridge;
	double shapley[PREDICTORS_MAX], johnson[PREDICTORS_MAX];
};

enum { DRIVERS_PEOPLE_PER_PREDICTOR = 10 };

/* n_alliances > 0 parts (CHECK), the last variable the outcome; within: centred per alliance, see cross_pool.
 * That is the right way for alliances: otherwise good alliances, where everything is better, make everything
 * a driver. */
struct drivers drivers_of(const struct cross alliances[], size_t n_alliances, bool within);

/* share95[j]: 95% percentile interval of the Shapley share of predictor j (Efron 1979) over `replicates`
 * samples of as many alliances, drawn whole and with replacement, because people of one alliance are not
 * independent (Davison & Hinkley 1997, 3.8). The same seed gives the same interval; record it. A sample in
 * which predictors are singular or without spread counts nowhere: `used` says how many were left. A share is
 * never negative, so an interval that begins near 0 is no sign of an effect: compare drivers.
 * REFUSED_EMPTY: nobody. REFUSED_TOO_FEW: fewer than 10 alliances with people, or fewer than 100 replicates.
 * REFUSED_SINGULAR: less than 95% of the samples could be used. For people without alliances give each as a
 * cross of one person, within = false. */
struct drivers_bootstrap {
	enum refusal refused;
	uint32_t seed;
	size_t replicates, used;
	struct interval share95[PREDICTORS_MAX];
};

struct drivers_bootstrap drivers_resample(const struct cross alliances[], size_t n_alliances, bool within,
	uint32_t seed, size_t replicates);

#endif
