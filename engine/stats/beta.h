/* beta.h - the beta distribution and what follows from it: F and binomial */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_BETA_H
#define ENGINE_STATS_BETA_H

#include <stdint.h>

/* The incomplete beta function I_x(a, b): Loader's (2000) saddle-point form of the binomial probability
 * over the continued fraction of Didonato & Morris (1992), on the side of the mean where nothing in it
 * cancels. Relative error < 1e-12 for parameters from .01 to 1e7, as far down as doubles go. GSL 2.7.1 has
 * NAN at large parameters, and inverses that do not return or are NAN.
 *
 * P the lower tail, Q the upper, inv the inverse of P. Arguments outside the stated domain are our mistake
 * (CHECK): a, b, df > 0; probabilities given to an inverse strictly between 0 and 1. */

/* 0 <= x <= 1. */
double beta_p(double x, double a, double b);
double beta_q(double x, double a, double b);

/* By Newton's method on log P (or log Q, whichever is smaller) as a function of log(x / (1 - x)). That
 * function is concave, so the method cannot miss: from the second step on it approaches from one side.
 * Relative error of x and of 1 - x < 1e-10 where the distribution function is not flat (relative 1e-12 of
 * p). Below e^-700 it is 0. */
double beta_inv(double p, double a, double b);

/* The same method by itself: log(x / (1 - x)) at which P is p, cut at -+700, on log P whatever p. It
 * arrives from any start, sooner from a near one. */
double beta_logit(double p, double a, double b, double start);

/* F with df1 and df2 degrees of freedom; x >= 0. f_inv_q is the inverse of Q, for small upper tails. */
double f_p(double x, double df1, double df2);
double f_q(double x, double df1, double df2);
double f_inv(double p, double df1, double df2);
double f_inv_q(double q, double df1, double df2);

/* P(X <= k) for X successes out of n, each with probability 0 <= p <= 1; any k. */
double binomial_p(int64_t k, int64_t n, double p);

#endif
