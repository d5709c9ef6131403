/* sample_benchmark.h - benchmarks of invented portfolios with planted truths, for the tests of the report */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SAMPLE_BENCHMARK_H
#define TESTS_SAMPLE_BENCHMARK_H

#include <stddef.h>

#include "engine/measure/benchmark/benchmark.h"

/* Alliances by their place: what is planted in their newest wave. */
enum planted {
	PLANTED_DROP = 1,		/* every dimension lies 20 points lower than in the wave before */
	PLANTED_SILENT = 2,		/* two of twelve of side b answered */
	PLANTED_SPLIT = 3,		/* side a is split on three dimensions */
	PLANTED_SIGNALS = 4,		/* two early-warning facts */
	PLANTED_OVERDUE = 5,		/* closed 17 months ago */
	PLANTED_GAP = 0,		/* side a sees communication 30 points higher than side b */
	PLANTED_OUTLIER = 8,		/* 35 points lower than its size explains */
};

/* n alliances of the core questionnaire on alliance health, up to three waves each, the newest of its second version with
 * one item in other words (execution) and one with another meaning (results); 12 people a side and more. Alliances
 * of more than a few come in three types. Six managers have a profile. choice: the whole portfolio, or for the alliance of
 * sample_benchmark_key(own). hostile: put this into every name; NULL for ordinary ones. */
struct benchmark *sample_benchmark(struct arena *, size_t n, const struct benchmark_choice *, const char *hostile);
/* The same for figures alone, which is quick: no drivers, no reliability, no managers. */
struct benchmark *sample_benchmark_figures(struct arena *, size_t n);
const char *sample_benchmark_key(struct arena *, size_t alliance);

#endif
