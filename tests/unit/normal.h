/* normal.h - normal random numbers that are the same on every machine, up to the last bits of log and cos */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_NORMAL_H
#define TESTS_UNIT_NORMAL_H

#include <math.h>

#include "tests/unit/draw.h"

static inline double
draw_uniform(void)
{
	return ((double)draw((size_t)1 << 53) + .5) / 0x1p53;
}

/* Box & Muller 1958 */
static inline double
draw_normal(void)
{
	double radius = sqrt(-2 * log(draw_uniform()));

	return radius * cos(2 * M_PI * draw_uniform());
}

#endif
