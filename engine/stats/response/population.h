/* population.h - the normal distribution of the trait in a group, against the standard normal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_POPULATION_H
#define ENGINE_STATS_RESPONSE_POPULATION_H

#include <stdbool.h>

#include "engine/stats/response/column.h"

/* parameter: the natural ones, mean / variance and -1 / (2 variance). On the grid the density is
 * exp(p_0 theta + p_1 theta^2) over its sum, an exponential family: concave, its first derivatives are theta
 * and theta^2 minus their means, its second minus their covariances, the same at all nodes. */
enum { POPULATION_PARAMETERS = 2 };

/* The variance must be positive. */
bool population_proper(const double *parameter);
void population_fill(const double *parameter, const struct grid *, double *row_r);
void population_derivative(const double *parameter, const struct grid *, struct derivative *derivative_r);

double population_mean(const double *parameter);
double population_sd(const double *parameter);

#endif
