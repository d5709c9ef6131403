/* lanes.h - eight nodes at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_LANES_H
#define ENGINE_STATS_RESPONSE_LANES_H

#include "config.h"

#include <stddef.h>
#include <stdint.h>

#include "engine/stats/response/grid.h"

/* Eight doubles that the compiler turns into whatever vectors there are. Every sum below has one fixed order,
 * and gcc's C11 mode does not fuse a product with a sum, so the width of the vectors changes no bit. */
typedef double lanes __attribute__((vector_size(64), may_alias));

enum { LANES_IN_ROW = GRID_LANES / 8 };

/* Before a function with the loop over people: built once for each kind of processor, chosen when the
 * program is loaded. The sanitizers cannot run before that choice. What such a function calls must become a
 * part of it (LANES_INLINE), or it is built for the oldest processor only. */
#define LANES_INLINE static inline __attribute__((always_inline))
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(ATTUNE_SANITIZE)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

LANES_INLINE double
lanes_sum(const lanes *x)
{
	const double *d = (const double *)x;

	return ((d[0] + d[1]) + (d[2] + d[3])) + ((d[4] + d[5]) + (d[6] + d[7]));
}

/* product_r[q] = start[q] * product over columns i of the row of code i in table, which holds `stride` rows a
 * column: the row of code 0 is all ones. Returns the sum over the nodes. All rows on cache lines. */
LANES_INLINE double
lanes_product(const double *start, const double *table, size_t stride, const uint8_t *codes, size_t columns,
    double *product_r)
{
	lanes sum = { 0 };

	for (size_t part = 0; part < LANES_IN_ROW; part += 4) {
		const lanes *s = (const lanes *)start + part;
		lanes a = s[0], b = s[1], c = s[2], d = s[3], *out = (lanes *)product_r + part;

		for (size_t i = 0; i < columns; i++) {
			const double *curve = table + (i * stride + codes[i]) * GRID_LANES;
			const lanes *row = (const lanes *)curve + part;

			a *= row[0];
			b *= row[1];
			c *= row[2];
			d *= row[3];
		}
		out[0] = a;
		out[1] = b;
		out[2] = c;
		out[3] = d;
		sum += (a + b) + (c + d);
	}
	return lanes_sum(&sum);
}

LANES_INLINE void
lanes_scale(double *row, double by)
{
	lanes *r = (lanes *)row;

	for (size_t k = 0; k < LANES_IN_ROW; k++)
		r[k] *= by;
}

LANES_INLINE void
lanes_add(double *restrict sum, const double *restrict row)
{
	lanes *s = (lanes *)sum;
	const lanes *r = (const lanes *)row;

	for (size_t k = 0; k < LANES_IN_ROW; k++)
		s[k] += r[k];
}

LANES_INLINE void
lanes_multiply(const double *row, const double *by, double *restrict product_r)
{
	const lanes *r = (const lanes *)row, *b = (const lanes *)by;
	lanes *p = (lanes *)product_r;

	for (size_t k = 0; k < LANES_IN_ROW; k++)
		p[k] = r[k] * b[k];
}

LANES_INLINE double
lanes_dot(const double *row, const double *with)
{
	const lanes *r = (const lanes *)row, *w = (const lanes *)with;
	lanes a = r[0] * w[0], b = r[1] * w[1];

	for (size_t k = 2; k < LANES_IN_ROW; k += 2) {
		a += r[k] * w[k];
		b += r[k + 1] * w[k + 1];
	}
	a += b;
	return lanes_sum(&a);
}

#endif
