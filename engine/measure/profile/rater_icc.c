/* rater_icc.c - would other raters have given the same profile? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/profile/rater_icc.h"

#include "base/arena.h"
#include "engine/stats/agreement/icc.h"
#include "engine/stats/covariance.h"

static double
mean(const double *x, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += x[i];
	return sum / (double)n;
}

/* Of the raters over the competencies, which are the "people" here. */
static struct covariance
covariance_of_raters(struct arena *a, const double *scores, size_t raters, size_t competencies)
{
	struct covariance c = { .people = competencies, .items = raters };

	c.mean = arena_make_n(a, raters, double);
	c.matrix = arena_make_n(a, raters * raters, double);
	for (size_t i = 0; i < raters; i++)
		c.mean[i] = mean(scores + i * competencies, competencies);
	for (size_t i = 0; i < raters; i++)
		for (size_t j = 0; j < raters; j++) {
			const double *x = scores + i * competencies, *y = scores + j * competencies;
			double sum = 0;

			for (size_t t = 0; t < competencies; t++)
				sum += (x[t] - c.mean[i]) * (y[t] - c.mean[j]);
			c.matrix[i * raters + j] = sum / (double)(competencies - 1);
		}
	return c;
}

struct rater_icc
rater_icc_of(struct arena *a, const double *scores, size_t n_raters, size_t n_competencies)
{
	struct covariance covariance;
	struct icc_raters icc;

	if (n_raters < 2 || n_competencies < 2)
		return (struct rater_icc){ .refused = REFUSED_TOO_FEW };
	covariance = covariance_of_raters(a, scores, n_raters, n_competencies);
	icc = icc_raters_of(&covariance);
	return (struct rater_icc){ icc.refused, icc.oneway.mean.value, icc.oneway.single.value,
		icc.oneway.mean.ci95 };
}
