/* grid.c - the points at which everything about a latent trait is summed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/grid.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"

enum { CACHE_LINE = 64 };

struct grid
grid_new(struct arena *arena)
{
	double *node = grid_rows(arena, 2), *weight = node + GRID_LANES, sum = 0;

	for (int q = 0; q < GRID_NODES; q++) {
		node[q] = (double)(2 * q - (GRID_NODES - 1)) / (GRID_NODES - 1) * GRID_REACH;
		weight[q] = exp(-node[q] * node[q] / 2);
		sum += weight[q];
	}
	for (int q = 0; q < GRID_NODES; q++)
		weight[q] /= sum;
	return (struct grid){ node, weight };
}

double *
grid_rows(struct arena *arena, size_t n)
{
	size_t doubles = n * GRID_LANES + CACHE_LINE / sizeof(double);
	uintptr_t start = (uintptr_t)arena_make_n(arena, doubles, double);

	return (double *)((start + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE);
}
