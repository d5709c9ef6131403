/* funnel.h - which groups are further out than chance takes a group of their size */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_FUNNEL_H
#define ENGINE_STATS_FUNNEL_H

#include <stddef.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"
#include "engine/stats/groups/group.h"

/* Control limits around a centre (Spiegelhalter 2005, Statistics in Medicine 24, 1185-1202): without real
 * differences a group of n people lies at centre -+ z sqrt(sigma2 / n), sigma2 = sum of within / (N - G).
 * Alliances do differ, and then most of the large ones would lie outside: the limits are widened by what
 * groups ordinarily differ, additively: centre -+ z sqrt(sigma2 / n + between). between is DerSimonian &
 * Laird's estimate with z-scores winsorised: phi = mean of z^2, z_g = (mean_g - centre) / sqrt(sigma2 / n_g),
 * after the lowest and highest 10% are drawn in to the 10% and 90% quantiles (type 7), so that the outliers
 * to be found do not hide themselves. Unlike Spiegelhalter's, phi is divided by what that leaves of a
 * standard normal's square, .679: otherwise 95% limits hold 90% of ordinary groups. between =
 * (G phi - (G - 1)) / (S1 - S2 / S1), S1 and S2 the sums of n / sigma2 and of its square; 0 when that is
 * negative. REML's tau2 would count the outliers in.
 * centre: usually mu of intercept.h. Empty groups count nowhere.
 * REFUSED_EMPTY: nobody. REFUSED_TOO_FEW: fewer than 10 groups (then 10% is nobody), or one person in each.
 * REFUSED_NO_SPREAD: sigma2 is 0. */
struct funnel {
	enum refusal refused;
	size_t groups;
	double centre, sigma2, phi, between;
};

enum { FUNNEL_GROUPS = 10 };

struct funnel funnel_of(const struct group groups[], size_t n, double centre);

/* The limits for a group of n people that hold a share `level` (.95 and .998 are usual) of ordinary groups,
 * and how many SDs a group lies above (+) or below (-) the centre. NAN when refused or n = 0. */
struct interval funnel_limits(const struct funnel *, size_t n, double level);
double funnel_z(const struct funnel *, const struct group *);

#endif
