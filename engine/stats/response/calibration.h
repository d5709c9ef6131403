/* calibration.h - the marginal model of a set of ratings, of one group of people or of two */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_CALIBRATION_H
#define ENGINE_STATS_RESPONSE_CALIBRATION_H

#include <stdbool.h>

#include "engine/stats/ratings.h"
#include "engine/stats/response/categories.h"
#include "engine/stats/response/marginal.h"

/* group[p] is 0 or 1; NULL: all are of group 0. Group 0 has theta standard normal, group 1 a normal
 * distribution to be found. Items have the same curves in both, but for those that are freed (NULL: none). */
struct calibration {
	const struct ratings *ratings;
	const struct categories *categories;	/* an item */
	const uint8_t *group;
	const bool *freed;			/* an item */
};

/* frequency_r[code], 0..points, of the people of one group; all people if group is NULL. CHECKs that no code
 * is above points. */
void calibration_frequency(const struct ratings *, size_t item, const uint8_t *group, uint8_t of,
    size_t *frequency_r);

/* Starts at slope 1, at intercepts that would give the frequencies seen, and with equal groups. column_r[i]
 * is the column of item i; a freed item has its second, for group 1, after it; the distribution of group 1
 * is the last column. Every category of an item must have people, in both groups if it is freed (CHECK). */
struct marginal *calibration_model(struct arena *, const struct calibration *, size_t *column_r);

#endif
