/* health.h - the health scores of portfolio60.csv */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STATS_HEALTH_H
#define TESTS_STATS_HEALTH_H

#include "engine/stats/scores.h"

struct arena;
struct table;

/* Of the people of one side ("0" or "1") of an alliance: scale means of s1..s4, 3 of 5 answers, weights 4 3 2
 * 1 over the scales present, in whole units of 1..5. */
struct scores health_of_side(struct arena *, const struct table *, const char *alliance, const char *side);

#endif
