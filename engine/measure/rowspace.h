/* rowspace.h - is there a combination of rows that touches only a light set of blocks of columns? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_ROWSPACE_H
#define MEASURE_ROWSPACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* Whole numbers, row by row. Columns first[b] .. first[b + 1] - 1 are block b, which weighs weight[b] > 0.
 * The blocks come in order of falling weight. */
struct rowspace {
	size_t n_rows, n_columns, n_blocks;
	const int64_t *entries;
	const size_t *first;
	const int64_t *weight;
};

enum rowspace_answer {
	ROWSPACE_NONE,		/* proven: there is none */
	ROWSPACE_FOUND,
	ROWSPACE_UNPROVEN	/* a bound was exceeded */
};

/*
 * Look for a rational combination of the rows, not zero, whose non-zero entries lie in blocks of a total
 * weight below `limit`; FOUND says in touched_r[n_blocks] which. Scratch memory comes from the arena.
 *
 * EXACT ENOUGH. The work is done modulo two primes near 2^63. Let L be the lattice that the rows span over
 * the whole numbers, and L' the whole-numbered vectors of its rational span. If a light combination exists,
 * scaled to whole numbers without common divisor it lies in L', is not zero modulo p, and touches no further
 * block. Modulo p it is a combination of the rows unless p divides the index of L in L'. That index is at
 * most the product of the lengths of any rows that form a basis (Hadamard). So while that product is below
 * the product of the primes, the two cannot both divide it, and a search that asks both primes misses
 * nothing: NONE is a proof. When the product grows beyond (more than about 80 independent rows of 8 atoms),
 * the answer is UNPROVEN. In the other direction a prime could invent a combination if it divided a minor of
 * the matrix; that refuses a figure without need, has never been seen, and cannot happen at all while the
 * product is below one prime.
 *
 * COMPLETE AND FAST. Blocks of weight >= limit can take no part: their columns are eliminated first, and the
 * rows that served as pivots are gone (for the parties of one alliance this usually leaves no row, and the
 * question is answered). The others are split in two halves, the pivots of a further elimination and the
 * rest. A combination lighter than `limit` is lighter than half of it on one of the two; so two searches,
 * each starting with one half under half the limit, find it. A search walks over the blocks and either
 * allows a block (its weight counts) or forbids it (one elimination step takes the combinations that touch
 * it away) and gives up when no combination is left. With rank r and j allowed blocks that is at most about
 * C(r + j, j) steps. The steps are counted, and too many are UNPROVEN.
 */
enum rowspace_answer rowspace_light(struct arena *, const struct rowspace *, int64_t limit, bool *touched_r);

#endif
