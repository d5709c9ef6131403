/* portfolio.h - all releases together: benchmarks made, stored and read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_PORTFOLIO_H
#define FIELDWORK_PORTFOLIO_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/measure/benchmark/benchmark.h"
#include "engine/measure/benchmark/norm.h"

struct ctx;

/* Made of what is released now. Never fails for want of releases: the benchmark then says so. E_MISSING: there is no
 * alliance of the key it is to be made for. Needs the role attune_work, as the other calls that read releases do. */
bool portfolio_benchmark(struct ctx *, const struct benchmark_choice *, struct benchmark **benchmark_r);

/* The job after a release: the benchmark of everything, stored under today's date. Within the caller's transaction. */
bool portfolio_refresh(struct ctx *, int64_t alliance_id, int64_t wave_id);

/* The newest that is stored; NULL: none is. */
bool portfolio_stored(struct ctx *, struct benchmark **benchmark_r);

/* A norm group under its name, in place of one that had it. */
bool portfolio_keep_norm(struct ctx *, const struct norm *);
/* Fails with E_MISSING. */
bool portfolio_find_norm(struct ctx *, const char *name, struct norm *norm_r);

#endif
