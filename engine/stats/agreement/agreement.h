/* agreement.h - do the people of one group agree among themselves? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_AGREEMENT_H
#define ENGINE_STATS_AGREEMENT_H

#include <stddef.h>

#include "engine/stats/refusal.h"

/* One group's answers to the items of one dimension: counts[i * points + k] people chose point k (0 = lowest
 * of `points` equidistant ones) on item i. A missing answer is counted nowhere; an item with fewer than two
 * answers is dropped, `items` says how many were used.
 *
 * ad        mean over items of the mean |x - mean| (AD(M): Burke, Finkelstein & Dusig 1999).
 * variance  mean over items of the unbiased variance, never capped.
 * rwg       1 - variance / sigma2 for one item, J r / (J r + 1 - r) for J of them, r = 1 - variance / sigma2,
 *           sigma2 = (points^2 - 1) / 12 of uniform answers; capped at 0 where variance > sigma2
 *           (James, Demaree & Wolf 1984).
 * awg       mean over items of 1 - 2 s^2 / (((H + L) M - M^2 - H L) k / (k - 1)), s^2 unbiased, k people, L
 *           and H the scale's ends (Brown & Hauenstein 2005); items whose mean M lies beyond (L (k-1) + H) /
 *           k .. (H (k-1) + L) / k have none; awg_items were used, NAN if 0.
 * consensus mean over items of A, 1 = all on one point, 0 = uniform, -1 = half at each end (van der
 *           Eijk 2001), see consensus.h.
 *
 * REFUSED_EMPTY: no item has two answers. CHECKs points >= 2 and counts >= 0. */
struct agreement {
	enum refusal refused;
	size_t items, awg_items;
	double ad, variance, rwg, awg, consensus;
};

struct agreement agreement_of(const int counts[], size_t items, size_t points);

/* One word for a group of n people:
 * aligned  ad <= points / 6, the practical cut-off for AD (.83 on 5 points: Burke & Dunlap 2002);
 * split    not aligned, and consensus < 0: the answers lie in separate camps rather than around one;
 * mixed    neither;
 * unknown  n < 5, or refused.
 * Of 5..20 people answering five 5-point items at random 3% are called split, of two camps (1-2 against 4-5)
 * 55% at five people and 95% from ten on; on a single item 13-19% of random groups are, so say it of
 * dimensions. */
enum agreement_word { AGREEMENT_UNKNOWN, AGREEMENT_ALIGNED, AGREEMENT_MIXED, AGREEMENT_SPLIT };

enum agreement_word agreement_word(const struct agreement *, size_t points, size_t n);
/* "unknown", "aligned", "mixed", "split". */
const char *agreement_word_name(enum agreement_word);

#endif
