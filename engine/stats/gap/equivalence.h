/* equivalence.h - is a difference small enough not to matter? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_EQUIVALENCE_H
#define ENGINE_STATS_EQUIVALENCE_H

#include "engine/stats/refusal.h"
#include "engine/stats/gap/welch.h"

/* Two one-sided tests (Schuirmann 1987) against a margin in points:
 * p_above = P(T_df >= (value + margin) / se), small when the true value is above -margin;
 * p_below = P(T_df <= (value - margin) / se), small when it is below margin;
 * p = the larger, for "inside the margin". p < .05 if and only if the 90% interval lies inside -margin ..
 * margin. Refused, all NAN, whenever the estimate was. margin > 0 (CHECK). */
struct equivalence {
	enum refusal refused;
	double p_above, p_below, p;
};

struct equivalence equivalence_test(const struct estimate *, double margin);

#endif
