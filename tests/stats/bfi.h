/* bfi.h - what the tests know of a survey of 2,800 people: sums and tables of two of its scales */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STATS_BFI_H
#define TESTS_STATS_BFI_H

#include <stdint.h>

#include "engine/stats/covariance.h"

struct arena;

/* The five items of scale "A" or "C", rows "listwise" or "pairwise", from bfi_sums.csv. */
struct covariance bfi_covariance(struct arena *, const char *scale, const char *rows);

enum { BFI_POINTS = 6 };

/* How many people chose each pair of points of A<i> and A<j>, 5 >= i > j >= 1, from bfi_tables.csv. */
void bfi_table(struct arena *, int i, int j, uint32_t counts_r[BFI_POINTS * BFI_POINTS]);

#endif
