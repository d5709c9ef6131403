/* shares.h - shares of people, and the net promoter score */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_SHARES_H
#define ENGINE_STATS_SHARES_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"

/* x of n people, 0..1, with Wilson's interval (Wilson 1927), no continuity correction.
 * REFUSED_EMPTY: n = 0. CHECKs x <= n. */
struct share {
	enum refusal refused;
	double share;
	struct interval ci95;
};

struct share shares_wilson(size_t x, size_t n);

/* Net promoter score, -100..100: 100 (p - d), p the share answering 9-10, d the share answering 0-6 of 0-10.
 * se = 100 sqrt((p + d - (p - d)^2) / n). ci95 = nps -+ 1.96 se; below 30 people the adjusted Wald interval,
 * the same formula after adding 3/4 promoter, 3/4 detractor and 3/2 passives (Rocks 2016), centred on the
 * adjusted score and cut at -100 and 100. se is always the unadjusted one. REFUSED_EMPTY: nobody answered. */
struct nps {
	enum refusal refused;
	size_t n;
	double nps, se;
	struct interval ci95;
	bool adjusted;
};

struct nps shares_nps(size_t promoters, size_t passives, size_t detractors);
/* The two intervals by themselves, whatever n. */
struct nps shares_nps_wald(size_t promoters, size_t passives, size_t detractors);
struct nps shares_nps_adjusted(size_t promoters, size_t passives, size_t detractors);

#endif
