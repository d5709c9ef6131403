/* portfolio.h - the parts of the portfolio benchmark report, in reading order, and what they share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_PORTFOLIO_H
#define REPORTS_PORTFOLIO_H

#include "engine/measure/benchmark/benchmark.h"
#include "reports/svg.h"
#include "reports/view.h"

/* Every part expects view->benchmark, made of at least one release; one that has nothing to say writes nothing. */

/* The first page: how the portfolio looks, which alliances need a look. */
void portfolio_summary(struct view *);
void portfolio_attention(struct view *);
/* Alliances by dimensions, coloured by how they lie to the mean of all. */
void portfolio_heat(struct view *);
/* Made for one alliance: where it lies among the others, dimension by dimension. */
void portfolio_own(struct view *);
/* Index by index: every alliance with its 80% band. */
void portfolio_estimates(struct view *);
void portfolio_funnel(struct view *);
/* Dimension by dimension: mean, spread and trend over the pool. */
void portfolio_dimensions(struct view *);
/* Of more alliances than are listed: how their estimates lie, dimension by dimension. */
void portfolio_distributions(struct view *);
void portfolio_changes(struct view *);
void portfolio_gaps(struct view *);
void portfolio_drivers(struct view *);
void portfolio_instrument(struct view *);
void portfolio_managers(struct view *);
/* Releases that were left out, and why. */
void portfolio_left_out(struct view *);
void portfolio_method(struct view *);

/* Up to PORTFOLIO_LISTED alliances all are listed; of more only the PORTFOLIO_ENDS at either end. */
enum { PORTFOLIO_LISTED = 300, PORTFOLIO_ENDS = 10, PORTFOLIO_FIRST_PAGE = 6, PORTFOLIO_ATTENTION = 60 };

bool portfolio_is_listed(const struct view *);
/* Made for one alliance, which alone is named. */
bool portfolio_is_own(const struct view *);
/* Enough alliances for percentiles and chances; else words only. */
bool portfolio_has_places(const struct view *);

/* A score of the row on 0-100, and a difference of two such scores in points. */
double portfolio_percent(const struct benchmark_row *, double value);
double portfolio_points(const struct benchmark_row *, double difference);
const char *portfolio_name(const struct benchmark_alliance *);
/* A type or a stage of alliances in words; one this program does not know stays as it is. */
const char *portfolio_kind(const char *);
/* "A" for the party "a". */
const char *portfolio_side(const struct view *, const char *party);
/* A probability that is never said to be certain: "< 1%", "> 99%" at the ends. */
const char *portfolio_chance(const struct view *, double p);
/* The row alliances are ordered by: the first index, or the first row of a form without any. */
size_t portfolio_first_index(const struct view *);
/* Titles of competencies come from the managers' form. */
const char *portfolio_competency(const struct view *, const char *of);

/* A probability in words that are never surer than it is: P >= .95 very probably, >= .8 probably, between: cannot
 * tell. */
enum direction { DOWN_SURELY, DOWN_PROBABLY, UNDECIDED, UP_PROBABLY, UP_SURELY };
enum direction portfolio_direction(double p_up);
/* An arrow, which says nothing to who listens, and the words that belong to it. */
void portfolio_arrow(struct view *, enum direction);
const char *portfolio_direction_words(enum direction);

/* The reasons of one alliance in sentences; n of them from the list of the benchmark. */
void portfolio_reasons(struct view *, const struct benchmark_attention *, size_t n);
/* How many reasons behind each other are about the alliance of the first one. */
size_t portfolio_reasons_together(const struct view *, size_t first);
/* How many alliances have a reason. */
size_t portfolio_needing_a_look(const struct view *);

/* Alliances ordered by one row's shrunken mean, lowest first; those without one are left out. */
size_t *portfolio_by_estimate(const struct view *, size_t row, size_t *n_r);

/* A cell with one <svg>: the band, the value, and the mean of all as a line. Axis in percent. */
void portfolio_band(struct view *, const struct axis *, const char *title, const char *desc,
	struct interval band, double value, double mean);
/* Into an open picture: the estimates on one row over an axis from 0 to 100, the mean of all dashed. Of up to
 * PORTFOLIO_LISTED a dot for each alliance, those that are nearly equal above each other; of more, bars. */
void portfolio_distribution(struct view *, size_t row, const struct axis *, double height);
/* From the lowest to the highest value, wider to full tens, at least 20 wide. */
struct axis portfolio_axis(double low, double high);

#endif
