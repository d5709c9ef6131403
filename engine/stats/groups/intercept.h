/* intercept.h - how much groups differ: a random intercept for every group, by REML */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_INTERCEPT_H
#define ENGINE_STATS_INTERCEPT_H

#include <stddef.h>

#include "engine/stats/convergence.h"
#include "engine/stats/refusal.h"
#include "engine/stats/groups/group.h"

/* score of a person = mu + u of the group + e, u ~ N(0, tau2), e ~ N(0, sigma2).
 * tau2, sigma2: points squared, by restricted maximum likelihood, polished until the gradient is at rounding
 * (mixed.h says how). tau2 = 0 is a legitimate answer: groups differ no more than people do by chance.
 * mu: the mean of a group, points, each group's mean weighted by n / (1 + n tau2 / sigma2); se_mu given tau2
 * and sigma2; df_mu Satterthwaite's.
 * icc = ICC(1) = tau2 / (tau2 + sigma2): the share of variance that lies between groups (Bliese 2000). It is
 * never negative, and uses unequal n as well as can be; the ANOVA estimate is agreement's.
 *
 * Empty groups count nowhere; groups of one person tell about mu and tau2 + sigma2 and are used.
 * REFUSED_EMPTY: nobody. REFUSED_TOO_FEW: one group, or one person in each. REFUSED_NO_SPREAD: no spread
 * within any group. REFUSED_NOT_CONVERGED: see ratio.h.
 *
 * Same model and numbers as lme4's lmer(score ~ 1 + (1 | group)), whose optimiser stops at about 1e-7. */
struct random_intercept {
	enum refusal refused;
	size_t groups, people;
	double tau2, sigma2, icc, mu, se_mu, df_mu, log_likelihood;
	struct convergence convergence;
};

struct random_intercept random_intercept_fit(const struct group groups[], size_t n);

#endif
