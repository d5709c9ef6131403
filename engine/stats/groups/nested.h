/* nested.h - how much alliances differ, and the parties within them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_NESTED_H
#define ENGINE_STATS_NESTED_H

#include <stddef.h>

#include "engine/stats/convergence.h"
#include "engine/stats/refusal.h"
#include "engine/stats/groups/group.h"
#include "engine/stats/groups/shrink.h"

/* Party i of `parties` belongs to alliance[i] < alliances (CHECK), in any order. */
struct nested_data {
	const struct group *party;
	const size_t *alliance;
	size_t parties, alliances;
};

/* score = mu + A of the alliance + P of the party in it + e: three variances, points squared, by restricted
 * maximum likelihood (Patterson & Thompson 1971), solved as pair.h says; either of the first two may be 0.
 * Parties of one alliance share A, so as groups of their own (intercept.h) they would count as more than they
 * are. icc_alliance = tau2_alliance / sum of the three: how alike people of one alliance are, across the
 * parties; icc_party = (tau2_alliance + tau2_party) / the sum: people of the same party.
 * mu in points, the mean of an alliance; se_mu given the variances.
 *
 * alliances, parties, people count those with anybody. REFUSED_EMPTY: nobody. REFUSED_TOO_FEW: fewer than two
 * alliances, or no alliance with two parties, or one person in each party. REFUSED_NO_SPREAD: no variance
 * within parties, or below 1e-9 of that between them. REFUSED_NOT_CONVERGED: see pair.h. */
struct nested {
	enum refusal refused;
	size_t alliances, parties, people;
	double tau2_alliance, tau2_party, sigma2, icc_alliance, icc_party, mu, se_mu, log_likelihood;
	struct convergence convergence;
};

struct nested nested_fit(const struct nested_data *);

/* Shrunken means (see shrink.h for what the SDs hold): party_r[parties] of mu + A + P, and joint_r[alliances]
 * of the mean over the parties who answered, each counting once. A party is drawn towards its alliance, that
 * towards mu; lambda = 1 - the weight of mu. The joint beliefs of different alliances are independent given
 * mu, as standing.h needs; those of parties of one alliance are not.
 * REFUSED_EMPTY: nobody in the party, or the alliance. The refusal of the fit otherwise. */
void nested_shrink(const struct nested *, const struct nested_data *, struct shrunken joint_r[],
	struct shrunken party_r[]);

#endif
