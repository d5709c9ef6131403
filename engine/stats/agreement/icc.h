/* icc.h - intraclass correlations: do groups differ, and do raters of the same targets agree? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_ICC_H
#define ENGINE_STATS_ICC_H

#include <stddef.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"
#include "engine/stats/groups/group.h"

struct covariance;

/* How reliable one rating is, or the mean of several; negative when they agree less than by chance. */
struct icc {
	double value;
	struct interval ci95;
};

/* Groups of people who each say one number; by analysis of variance.
 * between, within  mean squares, points squared; f their ratio on df1 = groups - 1 and df2 = people - groups,
 *                  p its upper tail: groups do not differ.
 * size             n0 = (N - sum n^2 / N) / (groups - 1), the group size that counts when sizes differ.
 * single           ICC(1) = (F - 1) / (F + n0 - 1): how much of what people say is their group's.
 * mean             ICC(2) = 1 - 1 / F: how reliable group means are, at their usual size (Bliese 2000).
 * Intervals: the same of F divided by its own 97.5% and 2.5% points (Shrout & Fleiss 1979); exact for equal
 * sizes. When nobody differs inside any group, f is INFINITY, p 0, both values 1, without interval.
 *
 * Empty groups count nowhere. REFUSED_EMPTY: nobody. REFUSED_TOO_FEW: one group, or nobody has company.
 * REFUSED_NO_SPREAD: everybody says the same. */
struct icc_oneway {
	enum refusal refused;
	size_t groups, people;
	double between, within, size, f, df1, df2, p;
	struct icc single, mean;
};

struct icc_oneway icc_oneway_of(const struct group groups[], size_t n);

/* An F test of "targets do not differ" and the two forms it belongs to. */
struct icc_form {
	double f, df1, df2, p;
	struct icc single, mean;
};

/* The six forms of Shrout & Fleiss (1979), McGraw & Wong (1996), from n targets each rated by the same k
 * raters: single a rating, mean that of all k.
 * oneway       ICC(1,1) and ICC(1,k): which rater is which does not matter or is not known.
 * agreement    ICC(A,1) and ICC(A,k) (Shrout & Fleiss's 2): raters are a sample; being stricter is an error.
 * consistency  ICC(C,1) and ICC(C,k) (their 3): a rater's level does not count; ICC(C,k) is Cronbach's alpha.
 * ICC(A,k) and its interval are the Spearman-Brown values of ICC(A,1)'s, -INFINITY for one at or below
 * -1 / (k - 1); ICC(A,1)'s interval uses Satterthwaite's df and is NAN where these are below .02. Without any
 * error left the values stand, without interval.
 *
 * `raters` is the covariance of the raters over the targets: ratings whose columns are raters and whose
 * rows, the "people" there, are targets; those all raters rated.
 * REFUSED_EMPTY, REFUSED_TOO_FEW: fewer than two targets or raters. REFUSED_NO_SPREAD: no two targets are
 * rated differently by anybody. */
struct icc_raters {
	enum refusal refused;
	size_t targets, raters;
	struct icc_form oneway, agreement, consistency;
};

struct icc_raters icc_raters_of(const struct covariance *raters);

#endif
