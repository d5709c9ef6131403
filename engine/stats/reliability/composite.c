/* composite.c - how reliable a weighted sum of scales is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/reliability/composite.h"

#include <math.h>

#include "engine/stats/covariance.h"

struct composite
composite_of(const struct covariance *c, const double weight[], const double reliability[])
{
	double error = 0, variance = 0, largest = 0;

	if (c->refused != REFUSED_NOT)
		return (struct composite){ c->refused, NAN, NAN };
	for (size_t i = 0; i < c->items; i++) {
		double own = weight[i] * weight[i] * c->matrix[i * c->items + i];

		if (weight[i] == 0)
			continue;
		largest += own;
		error += own * (1 - fmax(0, reliability[i]));
		if (isnan(reliability[i]))
			return (struct composite){ REFUSED_IMPROPER, NAN, NAN };
		for (size_t j = 0; j < c->items; j++)
			variance += weight[i] * weight[j] * c->matrix[i * c->items + j];
	}
	if (variance <= 1e-12 * largest)
		return (struct composite){ REFUSED_NO_SPREAD, NAN, NAN };
	return (struct composite){ REFUSED_NOT, 1 - error / variance, sqrt(error) };
}
