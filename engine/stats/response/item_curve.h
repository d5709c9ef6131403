/* item_curve.h - the category curves of Samejima's graded response model */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_ITEM_CURVE_H
#define ENGINE_STATS_RESPONSE_ITEM_CURVE_H

#include <stdbool.h>

#include "engine/stats/response/column.h"

/* Samejima 1969. parameter: slope a, then the intercepts d_1 > d_2 > ... > d_(m-1) of m categories.
 * P(answer > c | theta) = s_c = 1 / (1 + exp(-(a theta + d_c))), s_0 = 1, s_m = 0, and
 *	P_c = s_(c-1) - s_c = s_(c-1) (1 - s_c) (1 - exp(d_c - d_(c-1))),
 * the product without cancellation. So log P_c is a sum of three concave terms, with the derivatives
 *	by a: theta (1 - s_(c-1) - s_c), by d_(c-1): 1 - s_(c-1) + k, by d_c: -s_c - k,
 *	k = 1 / (exp(d_(c-1) - d_c) - 1), 0 for the first and the last category. */
bool item_curve_proper(const double *parameter, unsigned categories);
/* rows_r: one row of P_c a category. */
void item_curve_fill(const double *parameter, unsigned categories, const struct grid *, double *rows_r);
void item_curve_derivative(const double *parameter, unsigned categories, const struct grid *,
    unsigned category, struct derivative *derivative_r);

/* At one theta: P_c into p_r[0..categories - 1] and its derivative by theta, a P_c (1 - s_(c-1) - s_c),
 * into slope_r. Returns the information of the item there (Samejima 1969), a^2 sum of P_c (1 - s_(c-1) -
 * s_c)^2. */
double item_curve_at(const double *parameter, unsigned categories, double theta, double *p_r,
    double *slope_r);

/* Mean category, 1..categories, at theta. */
double item_curve_mean(const double *parameter, unsigned categories, double theta);

#endif
