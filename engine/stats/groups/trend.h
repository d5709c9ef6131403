/* trend.h - one slope over waves in which the same people or alliances answer again and again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_TREND_H
#define ENGINE_STATS_TREND_H

#include <stddef.h>

#include "engine/stats/convergence.h"
#include "engine/stats/refusal.h"
#include "engine/stats/gap/welch.h"

/* unit: a person, or an alliance, any number that tells it from others; time in any unit, such as years since
 * the first wave; value in points. NAN in either: not observed, left out. Waves may be missed. */
struct observation {
	size_t unit;
	double time, value;
};

/* value = constant + slope time + u of the unit + e, u ~ N(0, tau2), e ~ N(0, sigma2) by REML (Laird & Ware
 * 1982).
 * slope: points per unit of time, common to all; t and intervals with Satterthwaite's degrees of freedom (see
 * mixed.h; as R's lmerTest: Kuznetsova, Brockhoff & Christensen 2017). welch_p_at_least(&slope, 0) is the
 * probability that things get better. With complete waves it is the slope within units, with N - units - 1
 * degrees of freedom.
 *
 * REFUSED_EMPTY: no observation. REFUSED_TOO_FEW: fewer than 3 different times, fewer than two units, or no
 * unit observed often enough to tell e from u. REFUSED_NO_SPREAD: the units follow the line exactly.
 * REFUSED_NOT_CONVERGED: see ratio.h. slope is refused for the same reason. */
struct trend {
	enum refusal refused;
	size_t units, observations, waves;
	double tau2, sigma2, icc, log_likelihood;
	struct estimate slope;
	struct convergence convergence;
};

struct trend trend_fit(const struct observation[], size_t n);

#endif
