/* importance.c - which share of what is explained belongs to which predictor */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/drivers/importance.h"

#include <math.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/check.h"

/* square[k]: what is left of the variables k.. after the predictors chosen among the first k are taken out;
 * only elements i >= j >= k are used. r2 by subset, bit i for predictor i. */
struct subsets {
	size_t predictors;
	double square[CROSS_MAX][CROSS_MAX][CROSS_MAX];
	double *r2;
};

/* In or out: both ways from here. false when what is left of a predictor is nothing. */
static bool
descend(struct subsets *s, size_t k, size_t subset)
{
	double (*now)[CROSS_MAX] = s->square[k], (*next)[CROSS_MAX];
	size_t p = s->predictors;

	if (k == p) {
		s->r2[subset] = 1 - now[p][p];
		return true;
	}
	next = s->square[k + 1];
	for (size_t i = k + 1; i <= p; i++)
		for (size_t j = k + 1; j <= i; j++)
			next[i][j] = now[i][j];
	if (now[k][k] < 1e-9 || !descend(s, k + 1, subset))
		return false;
	for (size_t i = k + 1; i <= p; i++) {
		double factor = now[i][k] / now[k][k];

		for (size_t j = k + 1; j <= i; j++)
			next[i][j] = now[i][j] - factor * now[j][k];
	}
	return descend(s, k + 1, subset | (size_t)1 << k);
}

/* weight[s] = s! (p - s - 1)! / p! = 1 / (p (p-1 choose s)) */
static void
orders(size_t p, double weight[])
{
	double choose = 1;

	for (size_t s = 0; s < p; s++) {
		weight[s] = 1 / ((double)p * choose);
		choose *= (double)(p - 1 - s) / (double)(s + 1);
	}
}

static void
share(const struct subsets *s, double share_r[])
{
	double weight[PREDICTORS_MAX];

	orders(s->predictors, weight);
	for (size_t j = 0; j < s->predictors; j++) {
		size_t bit = (size_t)1 << j;

		share_r[j] = 0;
		for (size_t subset = 0; subset < (size_t)1 << s->predictors; subset++)
			if ((subset & bit) == 0)
				share_r[j] += weight[__builtin_popcountl(subset)] *
					(s->r2[subset | bit] - s->r2[subset]);
		share_r[j] = fmax(0, share_r[j]);
	}
}

enum refusal
importance_shapley(const double correlation[], size_t predictors, double share_r[])
{
	struct arena *scratch = arena_new();
	struct subsets *s = arena_make(scratch, struct subsets);
	bool regular;

	CHECK(predictors > 0 && predictors <= PREDICTORS_MAX);
	s->predictors = predictors;
	s->r2 = arena_make_n(scratch, (size_t)1 << predictors, double);
	for (size_t i = 0; i <= predictors; i++)
		for (size_t j = 0; j <= i; j++)
			s->square[0][i][j] = correlation[i * (predictors + 1) + j];
	regular = descend(s, 0, 0);
	if (regular)
		share(s, share_r);
	else
		for (size_t j = 0; j < predictors; j++)
			share_r[j] = NAN;
	arena_free(scratch);
	return regular ? REFUSED_NOT : REFUSED_SINGULAR;
}

enum refusal
importance_johnson(const struct axes *x, double weight_r[])
{
	enum refusal refused = regression_fit(x).refused;
	double root[PREDICTORS_MAX][PREDICTORS_MAX] = { { 0 } }, b[PREDICTORS_MAX] = { 0 };
	size_t p = x->predictors;

	for (size_t k = 0; refused == REFUSED_NOT && k < p; k++)
		for (size_t i = 0; i < p; i++) {
			b[i] += x->axis[k][i] * x->along[k] / sqrt(x->values[k]);
			for (size_t j = 0; j < p; j++)
				root[i][j] += x->axis[k][i] * x->axis[k][j] * sqrt(x->values[k]);
		}
	for (size_t j = 0; j < p; j++) {
		weight_r[j] = refused == REFUSED_NOT ? 0 : NAN;
		for (size_t k = 0; k < p; k++)
			weight_r[j] += root[j][k] * root[j][k] * b[k] * b[k];
	}
	return refused;
}
