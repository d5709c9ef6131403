/* draw.h - random numbers that are the same on every machine */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STATS_DRAW_H
#define TESTS_STATS_DRAW_H

#include <stdint.h>

/* splitmix64 */
static inline uint64_t
draw(uint64_t *seed)
{
	uint64_t z = *seed += 0x9e3779b97f4a7c15;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

/* 0 <= uniform < 1. */
static inline double
draw_uniform(uint64_t *seed)
{
	return (double)(draw(seed) >> 11) * 0x1p-53;
}

#endif
