/* rater_icc.h - would other raters have given the same profile? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_RATER_ICC_H
#define MEASURE_RATER_ICC_H

#include <stddef.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"

struct arena;

/* many: ICC(1,k), how reliable the mean profile of all raters is, with its 95% interval; one: ICC(1,1), that
 * of a single rater (Shrout & Fleiss 1979). Refused as in engine/stats/agreement/icc.h. */
struct rater_icc {
	enum refusal refused;
	double many, one;
	struct interval ci95;
};

/* scores[r * n_competencies + c]: of rater r on competency c, all on the same scale, none missing. */
struct rater_icc rater_icc_of(struct arena *, const double *scores, size_t n_raters, size_t n_competencies);

#endif
