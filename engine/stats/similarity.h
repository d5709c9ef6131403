/* similarity.h - how alike two profiles over the same dimensions are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_SIMILARITY_H
#define ENGINE_STATS_SIMILARITY_H

#include <stddef.h>

#include "engine/stats/refusal.h"

/* Over n dimensions in the same points: r, Pearson's correlation, says whether the shape is alike whatever
 * the level; rho the same of mid-ranks (Spearman 1904); distance D = sqrt(sum (x - y)^2), in points, takes
 * level, scatter and shape together (Cronbach & Gleser 1953). REFUSED_TOO_FEW: n < 3. REFUSED_NO_SPREAD: one
 * of the profiles is flat; distance is given. */
struct similarity {
	enum refusal refused;
	double r, rho, distance;
};

struct similarity similarity_of(const double x[], const double y[], size_t n);

#endif
