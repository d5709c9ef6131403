/* concordance.h - do judges put things into the same order? Kendall's W */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_CONCORDANCE_H
#define ENGINE_STATS_CONCORDANCE_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/stats/ratings.h"
#include "engine/stats/refusal.h"

/* m judges (columns) grade n things (rows, "people" in the ratings); things that all of them graded count.
 * Each judge's grades become ranks, tied things sharing the mean of theirs.
 * w           W = 12 S / (m^2 (n^3 - n) - m sum over judges of sum (t^3 - t)), S the squared deviations of the
 *             things' rank sums, t the sizes of a judge's ties: 0 no agreement, 1 the same order by all
 *             (Kendall & Babington Smith 1939; ties: Kendall 1970).
 * chi_square  m (n - 1) W on df = n - 1.
 * p           that S is at least as large when each judge's ranks, ties included, fall on the things at
 *             random: `exact` by counting where that takes no more than 100,000 ways (some 10 ms: 45 judges
 *             of three things, 12 of four, 5 of five, 2 of six; more when there are ties), else the upper
 *             tail of chi-squared.
 * REFUSED_EMPTY: nothing was graded by all. REFUSED_TOO_FEW: fewer than two things or judges.
 * REFUSED_NO_SPREAD: every judge grades all things alike. */
struct concordance {
	enum refusal refused;
	size_t things, judges;
	double w, chi_square, df, p;
	bool exact;
};

struct concordance concordance_of(const struct ratings *);

#endif
