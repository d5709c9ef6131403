/* composite.h - how reliable a weighted sum of scales is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_COMPOSITE_H
#define ENGINE_STATS_COMPOSITE_H

#include "engine/stats/refusal.h"

struct covariance;

/* Of the index sum w_i x_i over scales x with covariance matrix C and reliabilities r: error variance e =
 * sum w_i^2 C_ii (1 - r_i), reliability = 1 - e / (w' C w), sem = sqrt(e) in the index's unit (Mosier 1943,
 * Psychometrika 8, 161-168; errors of different scales are taken to be uncorrelated). A reliability of its
 * own below 0 counts as 0: more error than variance there is not.
 * REFUSED_NO_SPREAD: the index does not vary. REFUSED_EMPTY, REFUSED_TOO_FEW: the covariance is refused.
 * REFUSED_IMPROPER: a scale's reliability is unknown (NAN) although its weight is not 0. */
struct composite {
	enum refusal refused;
	double reliability, sem;
};

struct composite composite_of(const struct covariance *, const double weight[], const double reliability[]);

#endif
