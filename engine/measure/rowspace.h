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
 * EXACT. The search is done modulo primes near 2^63. Let L be the lattice that the rows span over the whole
 * numbers, and L' the whole-numbered vectors of its rational span. If a light combination exists, scaled to
 * whole numbers without common divisor it lies in L', is not zero modulo p, and touches no further block.
 * Modulo p it is a combination of the rows unless p divides the index of L in L'. That index divides every
 * minor of rank size that is not zero, and so is at most the product of the lengths of the longest rows
 * (Hadamard). Primes are added until their product is larger: then they cannot all divide the index, one of
 * them finds the combination, and NONE is a proof. One prime is enough for an ordinary dimension (some 40
 * independent rows of 8 zeros and ones), six are the most; beyond them the answer is UNPROVEN. In the other
 * direction, a prime that divides a minor could invent a combination. That would refuse a figure without
 * need; with one prime it cannot happen, with more it has never been seen.
 *
 * COMPLETE AND FAST. Blocks of weight >= limit can take no part: their columns are eliminated first, and the
 * rows that served as pivots are gone. For the parties of one alliance this usually leaves no row, and the
 * question is answered; so it is tried in plain whole numbers first, and only what stays open needs primes.
 * The other blocks are split in two halves, the pivots of a further elimination and the rest. A combination
 * lighter than `limit` is lighter than half of it on one of the two; so two searches, each starting with one
 * half under half the limit, find it. A search walks over the blocks and either allows a block (its weight
 * counts) or forbids it (one elimination step takes the combinations that touch it away) and gives up when no
 * combination is left. With rank r and j allowed blocks that is at most about C(r + j, j) steps. The steps
 * are counted, and too many are UNPROVEN.
 */
enum rowspace_answer rowspace_light(struct arena *, const struct rowspace *, int64_t limit, bool *touched_r);

/* eliminate.c: is every combination of the rows that is zero in the first n columns zero everywhere? True is
 * a proof, as the elimination is in whole numbers; false also when one of them outgrew 64 bits. */
bool rowspace_leaves_nothing(struct arena *, const struct rowspace *, size_t n_first);

#endif
