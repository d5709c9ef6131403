/* alpha.c - do the items of a scale measure one thing well enough? Cronbach's alpha and each item's share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/reliability/alpha.h"

#include <math.h>

#include "engine/stats/beta.h"
#include "engine/stats/covariance.h"

/* What is left of a total in which everything cancels, relative to its parts. */
#define ROUNDING 1e-12

static double
alpha_from(double trace, double total, size_t items)
{
	double k = (double)items;

	if (items < 2 || total <= ROUNDING * trace)
		return NAN;
	return fmin(1, k / (k - 1) * (1 - trace / total));
}

/* NAN when an item has no variance. */
static double
mean_correlation(const struct covariance *c)
{
	double sum = 0, pairs = (double)c->items * (double)(c->items - 1) / 2;

	for (size_t i = 0; i < c->items; i++)
		for (size_t j = 0; j < i; j++)
			sum += c->matrix[i * c->items + j]
			    / sqrt(c->matrix[i * c->items + i] * c->matrix[j * c->items + j]);
	return sum / pairs;
}

static struct interval
feldt(double alpha, double people, double items)
{
	double between = people - 1, within = between * (items - 1);

	return (struct interval){ 1 - (1 - alpha) * f_inv(.975, between, within),
		1 - (1 - alpha) * f_inv(.025, between, within) };
}

static enum refusal
refuse(const struct covariance *c)
{
	if (c->refused != REFUSED_NOT)
		return c->refused;
	if (c->items < 2)
		return REFUSED_TOO_FEW;
	return covariance_total(c) <= ROUNDING * covariance_trace(c) ? REFUSED_NO_SPREAD : REFUSED_NOT;
}

struct alpha
alpha_of(const struct covariance *c)
{
	struct alpha a = { refuse(c), c->people, c->items, NAN, NAN, NAN, NAN, { NAN, NAN } };
	double k = (double)c->items;

	if (a.refused != REFUSED_NOT)
		return a;
	a.alpha = alpha_from(covariance_trace(c), covariance_total(c), c->items);
	a.mean_r = mean_correlation(c);
	a.standardised = k * a.mean_r / (1 + (k - 1) * a.mean_r);
	a.sem = sqrt(covariance_total(c) * (1 - a.alpha)) / k;
	a.ci95 = feldt(a.alpha, (double)c->people, k);
	return a;
}

static double
row_sum(const struct covariance *c, size_t i)
{
	double sum = 0;

	for (size_t j = 0; j < c->items; j++)
		sum += c->matrix[i * c->items + j];
	return sum;
}

void
alpha_items(const struct covariance *c, struct alpha_item items_r[])
{
	double total = covariance_total(c), trace = covariance_trace(c);

	for (size_t i = 0; i < c->items; i++) {
		double own = c->matrix[i * c->items + i], with_rest = row_sum(c, i) - own;
		double rest = total - 2 * with_rest - own;

		items_r[i] = (struct alpha_item){ NAN, NAN };
		if (c->refused != REFUSED_NOT)
			continue;
		items_r[i].if_dropped = alpha_from(trace - own, rest, c->items - 1);
		if (own > 0 && rest > ROUNDING * trace)
			items_r[i].rest_r = with_rest / sqrt(own * rest);
	}
}
