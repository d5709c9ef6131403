/* omega.h - how much of a scale's sum the one thing behind its items explains */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_OMEGA_H
#define ENGINE_STATS_OMEGA_H

#include "engine/stats/convergence.h"
#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"

struct covariance;

/* omega = L^2 / (L^2 + E), L the sum of the loadings and E that of the error variances of the one-factor
 * model (factor.h; McDonald 1999). Unlike alpha it lets items share in the factor by different amounts. Of a
 * covariance it is about the sum of the answers as they are, of correlations about that of standardised ones.
 * se by the delta method from the model's expected information; ci95 = omega -+ 1.96 se within 0..1.
 * Refuses what factor_of refuses. */
struct omega {
	enum refusal refused;
	struct convergence convergence;
	double omega, se;
	struct interval ci95;
};

struct omega omega_of(const struct covariance *);

#endif
