/* multiplicity.h - p-values of a family of tests, adjusted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_MULTIPLICITY_H
#define ENGINE_STATS_MULTIPLICITY_H

#include <stddef.h>

/* NAN stands for a test that was refused: it stays NAN and does not count in the family. adjusted_r has room
 * for n and may be p itself. */

/* The chance of any false alarm in the family (Holm 1979): the family is the dimensions of one report. */
void multiplicity_holm(const double p[], size_t n, double adjusted_r[]);

/* The expected share of false alarms (Benjamini & Hochberg 1995): the family is a portfolio. */
void multiplicity_benjamini_hochberg(const double p[], size_t n, double adjusted_r[]);

#endif
