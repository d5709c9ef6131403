/* draw.h - random numbers that are the same on every machine */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_DRAW_H
#define TESTS_UNIT_DRAW_H

#include <stddef.h>
#include <stdint.h>

static uint64_t seed;

/* splitmix64: Steele, Lea & Flood 2014 */
static inline size_t
draw(size_t below)
{
	uint64_t z = seed += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return (size_t)((z ^ (z >> 31)) % below);
}

#endif
