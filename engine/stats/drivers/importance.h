/* importance.h - which share of what is explained belongs to which predictor */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_IMPORTANCE_H
#define ENGINE_STATS_IMPORTANCE_H

#include <stddef.h>

#include "engine/stats/refusal.h"
#include "engine/stats/drivers/regression.h"

/* LMG (Lindeman, Merenda & Gold 1980), the Shapley value of R2: share_r[j] = mean, over all orders in which
 * predictors can enter, of the rise of R2 when j enters = sum over subsets S without j of
 * |S|! (p - |S| - 1)! / p! (R2(S and j) - R2(S)). Never negative; they add up to R2.
 * correlation: (predictors + 1) squared, both halves, the outcome last; 1..PREDICTORS_MAX predictors (CHECK).
 * Every subset's R2 comes from the one without its last predictor by one elimination step: a seventh of the
 * work of 512 regressions for 9 predictors. REFUSED_SINGULAR: some subset leaves less than 1e-9
 * of a predictor's variance. */
enum refusal importance_shapley(const double correlation[], size_t predictors, double share_r[]);

/* Relative weights (Johnson 2000): with L = the symmetric square root of R and b = L^-1 r, the j-th is
 * sum over k of (L_jk b_k)^2; they add up to R2. The same as Genizi's (1993) shares. A quick second opinion:
 * where it contradicts LMG, predictors overlap too much for either. REFUSED_SINGULAR and the refusals of
 * axes, as regression_fit. */
enum refusal importance_johnson(const struct axes *, double weight_r[]);

#endif
