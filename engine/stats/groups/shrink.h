/* shrink.h - what a group's mean is believed to be, given all the others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_SHRINK_H
#define ENGINE_STATS_SHRINK_H

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"
#include "engine/stats/groups/group.h"
#include "engine/stats/groups/intercept.h"

/* Empirical Bayes (Efron & Morris 1975): lambda = n tau2 / (n tau2 + sigma2), the reliability of the group's
 * mean; mean = lambda (group's mean) + (1 - lambda) mu.
 * sd_given_mu = sqrt(tau2 (1 - lambda)): the posterior SD as if mu, tau2 and sigma2 were known; lme4 reports
 * this one. sd adds what is not known of mu: sd^2 = sd_given_mu^2 + (1 - lambda)^2 se_mu^2 (Kackar & Harville
 * 1984); band80 = mean -+ 1.2816 sd is made of it. Neither adds what is not known of tau2 and sigma2: with
 * few groups the band is too narrow. Measured, groups of 5-15 people, icc .1-.3: 80% bands hold the true mean
 * of .72-.78 of the groups among 20, .77-.79 among 50, .79-.80 among 100.
 * tau2 = 0: every group's mean is mu, sd_given_mu = 0, and sd = se_mu.
 * REFUSED_EMPTY: nobody in the group. The refusal of the fit otherwise. */
struct shrunken {
	enum refusal refused;
	double lambda, mean, sd_given_mu, sd;
	struct interval band80;
};

struct shrunken shrink_mean(const struct random_intercept *, const struct group *);

/* The band and P(true mean < bound) of a normal belief; NAN when it was refused, a step when sd = 0. */
struct interval shrink_band80(double mean, double sd);
double shrink_p_below(const struct shrunken *, double bound);

#endif
