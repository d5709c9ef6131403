/* mixed.h - a random intercept for every unit, fitted by REML from sums */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_MIXED_H
#define ENGINE_STATS_MIXED_H

#include <stddef.h>

#include "engine/stats/convergence.h"
#include "engine/stats/refusal.h"

struct arena;

/* The machine below intercept.h and trend.h: y = X b + u + e, one u ~ N(0, tau2) for all observations of a
 * unit, e ~ N(0, sigma2) for each. X has `fixed` columns: a constant, and with fixed = 2 one predictor.
 *
 * A unit of n observations enters by the means of its (predictor and) y, and by their sums of squares and
 * products about these means. With r = tau2 / sigma2 and w(n) = n / (1 + n r) every sum of the likelihood is
 * "within + sum over units of w(n) mean mean'", so units of equal n are added up beforehand and an evaluation
 * costs as many steps as there are different n (above 255: as many as units).
 *
 * Restricted likelihood (Patterson & Thompson 1971), sigma2 profiled out, r by ratio.h:
 * -2 log L = (N - p)(log(2 pi sigma2) + 1) + sum log(1 + n r) + log |X'WX|, sigma2 = residual / (N - p). */
struct mixed;

/* Room for `units`; fixed is 1 or 2 (CHECK). */
struct mixed *mixed_new(struct arena *, size_t fixed, size_t units);
/* mean: (predictor,) y. within: with fixed = 1 {yy}, with fixed = 2 {predictor squared, predictor y, yy}. For
 * accuracy the means should lie around 0: subtract the grand means first. n > 0 (CHECK). */
void mixed_add(struct mixed *, size_t n, const double mean[], const double within[]);

/* effect: the last fixed one (the mean, or the slope) with its standard error and Satterthwaite's degrees of
 * freedom: df = 2 v^2 / (g'Ag), v = se^2, g its gradient in (tau2, sigma2), A the inverse of the observed
 * information, all exact derivatives (Satterthwaite 1946; Giesbrecht & Burns 1985). tau2 = 0: df = N - p.
 * icc = tau2 / (tau2 + sigma2).
 * REFUSED_EMPTY: no observation. REFUSED_TOO_FEW: fewer than two units, or no degrees of freedom within them
 * (one observation each). REFUSED_NO_SPREAD: the residual variance within units is 0, or below 1e-9 of the
 * variance between them: every group is of one mind, the likelihood has no maximum. REFUSED_SINGULAR: the
 * predictor is constant. REFUSED_NOT_CONVERGED: see ratio.h. */
struct mixed_fit {
	enum refusal refused;
	size_t units, observations;
	double tau2, sigma2, icc, effect, se, df, log_likelihood;
	struct convergence convergence;
};

struct mixed_fit mixed_fit(const struct mixed *);

#endif
