/* posterior.c - where on the trait a person with these answers is likely to be */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/posterior.h"

#include <string.h>

double
posterior_scaled(const double *weight, const double *curves, size_t stride, const uint8_t *codes, size_t columns,
    double *posterior_r)
{
	double logs = 0;

	memcpy(posterior_r, weight, GRID_LANES * sizeof *posterior_r);
	for (size_t i = 0; i < columns; i++) {
		const double *row = curves + (i * stride + codes[i]) * GRID_LANES;
		double sum = 0;

		for (size_t q = 0; q < GRID_LANES; q++)
			sum += posterior_r[q] *= row[q];
		lanes_scale(posterior_r, 1 / sum);
		logs += log(sum);
	}
	return logs;
}
