/* places.h - the columns that say where an alliance lies: estimate with its band, percentile, chance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_PORTFOLIO_PLACES_H
#define REPORTS_PORTFOLIO_PLACES_H

#include "engine/measure/benchmark/benchmark.h"
#include "reports/svg.h"

struct view;

/* Picture, estimate, band. */
void portfolio_estimate_th(struct view *, const struct axis *);
void portfolio_estimate_cells(struct view *, const struct axis *, const char *title, const struct benchmark_row *,
	const struct benchmark_cell *);
/* Percentile band and chance of the lowest quarter; below 20 alliances words alone. With a norm group its
 * percentile. */
void portfolio_place_th(struct view *);
void portfolio_place(struct view *, const struct benchmark_cell *);
/* How many columns all of them are together. */
const char *portfolio_place_columns(const struct view *);

#endif
