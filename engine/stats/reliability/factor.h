/* factor.h - does one thing explain how the items go together? The one-factor model */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_FACTOR_H
#define ENGINE_STATS_FACTOR_H

#include <stddef.h>

#include "engine/stats/convergence.h"
#include "engine/stats/refusal.h"

struct arena;
struct covariance;

/* Sigma = l l' + diag(e): item i varies with the one factor by loading l_i and by itself with error variance
 * e_i. Maximum likelihood for normal people: the minimum F of log|Sigma| + tr(S Sigma^-1) - log|S| - k over
 * the 2k parameters (Joreskog 1967), by Fisher scoring on the correlations, where the gradient of F has to
 * fall below 1e-10. Error variances may turn negative on the way, so that an improper best fit is found and
 * not mistaken for a boundary. Loadings have the items' unit, error variances its square; the signs are such
 * that the loadings' sum, in standard deviations, is positive.
 *
 * chi_square  (n - 1) F on df = k (k - 3) / 2, p its upper tail: one factor fits exactly.
 * rmsea       sqrt(max(0, chi_square - df) / (df (n - 1))) (Steiger & Lind 1980).
 * cfi         1 - max(0, chi_square - df) / max(0, chi_square - df, baseline - its df), the baseline being
 *             uncorrelated items: -(n - 1) log|R| on k (k - 1) / 2 df (Bentler 1990); 1 when both are 0.
 * srmr        root mean square difference of observed and fitted correlations, over the k (k + 1) / 2
 *             entries including the diagonal (Bentler 1995).
 * covariance  2k x 2k, of the estimates of loadings then error variances, from the expected information.
 * Three items always fit: df = 0, p and rmsea are NAN.
 *
 * Of a matrix of polychoric correlations F is a discrepancy like any other: loadings and srmr mean what they
 * say, but chi_square and what follows from it assume normal scores and are only nominal.
 *
 * REFUSED_TOO_FEW: fewer than three items: no unique answer. REFUSED_NO_SPREAD: an item without variance.
 * REFUSED_SINGULAR: S is not positive definite, as when there are no more people than items or an item is the
 * sum of others; or the items do not go together at all. REFUSED_IMPROPER: a Heywood case, the best fit (or
 * where the search ends without one) has an error variance <= 0. REFUSED_NOT_CONVERGED: it ends elsewhere.
 * What the covariance refuses is passed on. */
struct factor {
	enum refusal refused;
	struct convergence convergence;
	size_t people, items;
	double *loading, *error;
	double *covariance;
	double df, chi_square, p, rmsea, cfi, srmr;
};

struct factor factor_of(struct arena *, const struct covariance *);

#endif
