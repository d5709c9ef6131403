/* graded.h - the graded response model: how items tell people apart along one trait */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_GRADED_H
#define ENGINE_STATS_RESPONSE_GRADED_H

#include "engine/stats/convergence.h"
#include "engine/stats/ratings.h"
#include "engine/stats/refusal.h"
#include "engine/stats/response/categories.h"

struct arena;

enum { GRADED_PEOPLE_LEAST = 300, GRADED_ITEMS_LEAST = 3 };

/* P(answer in category > k | theta) = 1 / (1 + exp(-(slope theta + intercept[k]))), k = 1..categories - 1
 * (Samejima 1969); threshold[k] = -intercept[k] / slope is where half the people answer higher. theta is in
 * standard deviations of the people fitted. parameter[0] is the slope, parameter[k] the intercepts, se alike;
 * place 0 of threshold is not used. The slope is negative when higher answers mean less. */
struct graded_item {
	struct categories categories;
	double parameter[CATEGORIES_POINTS_MAX], se[CATEGORIES_POINTS_MAX];
	double threshold[CATEGORIES_POINTS_MAX], threshold_se[CATEGORIES_POINTS_MAX];
};

/* Standard errors from the exact observed information; those of the thresholds by the delta method. */
struct graded {
	enum refusal refused;
	size_t refused_item;	/* the first item to blame, or items */
	size_t people;		/* who answered at least one item */
	size_t patterns;	/* different ones among their answers */
	size_t items;
	struct graded_item *item;
	double log_likelihood;
	struct convergence convergence;
};

/* Marginal maximum likelihood (Bock & Aitkin 1981) with theta standard normal, on the grid of grid.h.
 * Missing answers: a person's likelihood is that of the answers given (missing at random); people without
 * any are left out. Categories of fewer than 5 people are merged and reported in item[i].categories. The
 * same bytes come out whatever the order of people.
 * REFUSED_TOO_FEW: fewer than 300 people or 3 items. REFUSED_EMPTY: nobody answered refused_item.
 * REFUSED_NO_SPREAD: refused_item has one category left. REFUSED_SINGULAR, REFUSED_IMPROPER,
 * REFUSED_NOT_CONVERGED: see marginal_ascend; refused_item has the steepest curves. Refused: the numbers of
 * all items are NAN, the categories are kept. points 1..CATEGORIES_POINTS_MAX (CHECK). */
struct graded graded_fit(struct arena *, const struct ratings *);

/* Expected a posteriori theta with its posterior SD for every person of the ratings, given all answers there
 * are; both NAN for somebody who answered nothing. The ratings have the model's items and points, but may be
 * other people's. The model must not be refused (CHECK). */
void graded_scores(const struct graded *, const struct ratings *, double *theta_r, double *se_r);

/* Share of the variance of theta that the scores carry, var(theta) / (var(theta) + mean(se^2)), variance with
 * n - 1 (the "empirical reliability" of item response programs). People with NAN are left out; NAN for fewer
 * than 2. */
double graded_reliability(const double *theta, const double *se, size_t people);

/* Of one item, and of all together without the distribution of theta (Samejima 1969); 1 / sqrt of it is the
 * standard error of a maximum likelihood theta. NAN if the model is refused. */
double graded_item_information(const struct graded *, size_t item, double theta);
double graded_information(const struct graded *, double theta);

#endif
