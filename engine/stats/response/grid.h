/* grid.h - the points at which everything about a latent trait is summed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_GRID_H
#define ENGINE_STATS_RESPONSE_GRID_H

#include <stddef.h>

struct arena;

/* 61 equally spaced nodes from -6 to 6, weighted by the standard normal density and then scaled to sum 1: the
 * rectangle rule, which converges exponentially for smooth functions that die out. Gauss-Hermite nodes lie
 * worse for steep curves and underflow at 61. The step of 0.2 resolves a curve of slope a with a relative
 * error of about exp(-2 pi^2 / (0.2 a)): 3e-9 at slope 5, 5e-5 at 10.
 * Rows of numbers over the nodes are padded to 64 (whole vectors), with weight 0 behind the last node. */
enum { GRID_NODES = 61, GRID_LANES = 64 };
#define GRID_REACH 6.0

struct grid {
	const double *node, *weight;
};

struct grid grid_new(struct arena *);

/* n rows of GRID_LANES zeros, one after the other, on cache lines. */
double *grid_rows(struct arena *, size_t n);

#endif
