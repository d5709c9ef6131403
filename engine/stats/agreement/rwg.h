/* rwg.h - how much agreement people reach who answer at random */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RWG_H
#define ENGINE_STATS_RWG_H

#include <stddef.h>

/* rwg of a mean item variance, see agreement.h: r = 1 - variance / sigma2 capped at 0, then J r / (J r + 1 -
 * r). */
double rwg_of(double variance, size_t points, size_t items);

/* The 95th percentile of rwg over `items` items when n people answer each uniformly at random and
 * independently: the smallest v with P(rwg <= v) >= .95. What agreement has to exceed to mean anything: n =
 * 5: .75, 10: .51, 15: .38 for one item of five points; the customary .70 means nothing below six people
 * (Dunlap, Burke & Smith-Crowe 2003 tabulate it by simulation). Exact, by enumerating how n answers fall on
 * the points, while there are at most 50,000 ways and n <= 100; beyond, s^2 is taken as normal with its exact
 * mean and variance (error < .01). Counting is the one truth here; random answers are what the tests hold it
 * against (tests/stats/rwg_simulate.py). CHECKs n >= 2, points >= 2, items >= 1. */
double rwg_critical(size_t n, size_t points, size_t items);

#endif
