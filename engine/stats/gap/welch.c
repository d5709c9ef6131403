/* welch.c - means of independent groups and what can be said about them and their differences */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/welch.h"

#include <math.h>
#include <stdbool.h>

#include "base/check.h"
#include "engine/stats/distribution.h"

/* A linear combination of means under way: fewest people in a group, value, squared standard error, and the
 * sum that divides its square to give Satterthwaite's df. */
struct terms {
	size_t fewest;
	double value, variance, over_df;
};

static void
terms_add(struct terms *sum, double c, const struct summary *group)
{
	double n = (double)group->n;

	if (group->n < sum->fewest)
		sum->fewest = group->n;
	sum->value += c * group->mean;
	if (group->n > 1) {
		double v = c * c * group->variance / n;

		sum->variance += v;
		sum->over_df += v * v / (n - 1);
	}
}

static enum refusal
refuse(const struct terms *sum)
{
	if (sum->fewest < 2)
		return sum->fewest == 0 ? REFUSED_EMPTY : REFUSED_TOO_FEW;
	return sum->variance > 0 ? REFUSED_NOT : REFUSED_NO_SPREAD;
}

struct interval
welch_interval(const struct estimate *e, double level)
{
	double half = e->refused == REFUSED_NOT ? t_inv((1 + level) / 2, e->df) * e->se : NAN;

	return (struct interval){ e->value - half, e->value + half };
}

struct estimate
welch_estimate(double value, double se, double df)
{
	struct estimate e = { .refused = REFUSED_NOT, .value = value, .se = se, .df = df };

	e.t = e.value / e.se;
	e.p = t_two_sided(e.t, e.df);
	e.ci95 = welch_interval(&e, .95);
	e.ci90 = welch_interval(&e, .90);
	return e;
}

static struct estimate
bare(const struct terms *sum)
{
	const struct interval none = { NAN, NAN };
	struct estimate e = { refuse(sum), sum->value, NAN, NAN, NAN, NAN, none, none };

	if (e.refused == REFUSED_NO_SPREAD)
		e.se = 0;
	if (e.refused != REFUSED_NOT)
		return e;
	e.se = sqrt(sum->variance);
	e.df = sum->variance * sum->variance / sum->over_df;
	e.t = e.value / e.se;
	return e;
}

static struct estimate
estimate(const struct terms *sum)
{
	struct estimate e = bare(sum);

	return e.refused == REFUSED_NOT ? welch_estimate(e.value, e.se, e.df) : e;
}

static struct terms
terms_of(const struct summary groups[], const double c[], size_t n)
{
	struct terms sum = { .fewest = SIZE_MAX };

	CHECK(n > 0);
	for (size_t i = 0; i < n; i++)
		terms_add(&sum, c[i], &groups[i]);
	return sum;
}

struct estimate
welch_contrast(const struct summary groups[], const double c[], size_t n)
{
	struct terms sum = terms_of(groups, c, n);

	return estimate(&sum);
}

struct estimate
welch_contrast_bare(const struct summary groups[], const double c[], size_t n)
{
	struct terms sum = terms_of(groups, c, n);

	return bare(&sum);
}

struct estimate
welch_mean(const struct summary *group)
{
	return welch_contrast(group, &(double){ 1 }, 1);
}

struct estimate
welch_difference(const struct summary *a, const struct summary *b)
{
	return welch_contrast((struct summary[]){ *a, *b }, (double[]){ 1, -1 }, 2);
}

struct estimate
welch_joint(const struct summary parties[], size_t n)
{
	struct terms sum = { .fewest = SIZE_MAX };

	CHECK(n > 0);
	for (size_t i = 0; i < n; i++)
		terms_add(&sum, 1 / (double)n, &parties[i]);
	return estimate(&sum);
}

struct estimate
welch_against_others(const struct summary parties[], size_t n, size_t which)
{
	struct terms sum = { .fewest = SIZE_MAX };

	CHECK(n >= 2 && which < n);
	for (size_t i = 0; i < n; i++)
		terms_add(&sum, i == which ? 1 : -1 / (double)(n - 1), &parties[i]);
	return estimate(&sum);
}

double
welch_p_at_least(const struct estimate *e, double bound)
{
	if (e->refused == REFUSED_NO_SPREAD)
		return e->value >= bound;
	if (e->refused != REFUSED_NOT)
		return NAN;
	return t_p((e->value - bound) / e->se, e->df);
}
