/* posterior.h - where on the trait a person with these answers is likely to be */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_POSTERIOR_H
#define ENGINE_STATS_RESPONSE_POSTERIOR_H

#include <math.h>

#include "engine/stats/response/lanes.h"

/* As posterior, for answers so unlikely that plain products would underflow. */
double posterior_scaled(const double *weight, const double *curves, size_t stride, const uint8_t *codes,
    size_t columns, double *posterior_r);

/* Bayes on the grid: posterior_r sums to one over the nodes; returns the log of the probability of the
 * answers. curves as for lanes_product. Probabilities are multiplied, not logarithms added: what underflows
 * at one node while the sum stays above 1e-200 is less than 1e-100 of the whole. */
LANES_INLINE double
posterior(const double *weight, const double *curves, size_t stride, const uint8_t *codes, size_t columns,
    double *posterior_r)
{
	double sum = lanes_product(weight, curves, stride, codes, columns, posterior_r);

	if (!(sum > 1e-200))
		return posterior_scaled(weight, curves, stride, codes, columns, posterior_r);
	lanes_scale(posterior_r, 1 / sum);
	return log(sum);
}

#endif
