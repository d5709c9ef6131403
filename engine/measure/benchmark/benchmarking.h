/* benchmarking.h - a benchmark while it is being made; private to this folder */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_BENCHMARKING_H
#define MEASURE_BENCHMARKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/measure/benchmark/benchmark.h"
#include "engine/measure/benchmark/pool.h"
#include "forms/form.h"

/* What a wave shows on a row: of all its parties, or it takes no part (n 0). */
struct taking_part {
	size_t n;
	const struct contribution_figure *of[FORM_MAX_PARTIES];
};

struct benchmarking {
	struct arena *arena;
	const struct pool *pool;
	const struct form *form;	/* the reference */
	size_t n_rows;
	size_t *places;			/* of the rows in the reference form */
	struct benchmark_row *rows;
	struct benchmark_alliance *alliances;	/* those of the pool that show anything on any row */
	const struct pool_alliance **sources;	/* of these */
	size_t n_alliances;
	struct benchmark_cell *cells;	/* n_alliances x n_rows */
	size_t own;			/* of the alliance it is made for; n_alliances: none */
	struct related ***between;	/* [from * n_forms + to], as needed */
	int64_t today;
	struct benchmark *out;
};

struct taking_part taking_part(const struct benchmarking *, const struct pool_wave *, size_t row);
/* The mean of the parties. */
double taking_part_mean(const struct taking_part *);
/* The newest wave that takes part, before wave `before` (n_waves: of all); -1: none. */
int newest_wave(const struct benchmarking *, const struct pool_alliance *, size_t row, size_t before);
/* What happened to the row's words and meaning from one wave to the next. */
enum difference_class mark_between(struct benchmarking *, const struct pool_wave *from, const struct pool_wave *to,
	size_t row);
double years_between(int64_t from, int64_t to);

/* rows.c: the row's model, its cells' standing; change.c: their changes and slopes; each only its own row. */
void benchmark_fill_row(struct benchmarking *, size_t row);
void benchmark_fill_changes(struct benchmarking *, size_t row);
void benchmark_fill_instrument(struct benchmarking *, size_t row);
void benchmark_fill_drivers(struct benchmarking *);
void benchmark_fill_attention(struct benchmarking *);
void benchmark_fill_managers(struct benchmarking *);
void benchmark_fill_excluded(struct benchmarking *);
/* Made for one alliance: what fewer than BENCHMARK_OTHERS others say is taken out, and all other alliances. */
void benchmark_narrow(struct benchmarking *);

#endif
