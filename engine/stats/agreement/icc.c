/* icc.c - intraclass correlations: do groups differ, and do raters of the same targets agree? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/agreement/icc.h"

#include <math.h>

#include "engine/stats/beta.h"
#include "engine/stats/covariance.h"

/* What rounding leaves of a sum of squares that is 0, relative to the others. */
#define ROUNDING 1e-12
#define LEAST_DF .02

static const struct interval none = { NAN, NAN };
static const struct icc unknown = { NAN, { NAN, NAN } };
static const struct icc_form no_form = { NAN, NAN, NAN, NAN, { NAN, { NAN, NAN } }, { NAN, { NAN, NAN } } };

static double
single_at(double f, double size)
{
	return (f - 1) / (f + size - 1);
}

static double
mean_at(double f)
{
	return 1 - 1 / f;
}

/* Forms that are functions of one F ratio are bounded by the same functions of its bounds. */
static struct icc_form
form_of(double upper, double lower, double df1, double df2, double size)
{
	struct icc_form form = { upper / lower, df1, df2, 0, { 1, none }, { 1, none } };
	double lo, hi;

	if (lower == 0) {
		form.f = INFINITY;
		return form;
	}
	form.p = f_q(form.f, df1, df2);
	lo = form.f / f_inv(.975, df1, df2);
	hi = form.f / f_inv(.025, df1, df2);
	form.single = (struct icc){ single_at(form.f, size), { single_at(lo, size), single_at(hi, size) } };
	form.mean = (struct icc){ mean_at(form.f), { mean_at(lo), mean_at(hi) } };
	return form;
}

/* Sums over groups that have somebody. */
struct totals {
	double groups, people, squared_sizes, sum, within;
};

static struct totals
totals_of(const struct group groups[], size_t n)
{
	struct totals t = { 0, 0, 0, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		double size = (double)groups[i].n;

		if (groups[i].n == 0)
			continue;
		t.groups++;
		t.people += size;
		t.squared_sizes += size * size;
		t.sum += size * groups[i].mean;
		t.within += groups[i].within;
	}
	return t;
}

static double
squares_between(const struct group groups[], size_t n, double mean)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		if (groups[i].n > 0)
			sum += (double)groups[i].n * (groups[i].mean - mean) * (groups[i].mean - mean);
	return sum;
}

static enum refusal
refuse(const struct totals *t, double between, double mean)
{
	if (t->people == 0)
		return REFUSED_EMPTY;
	if (t->groups < 2 || t->people == t->groups)
		return REFUSED_TOO_FEW;
	return t->within == 0 && between <= ROUNDING * ROUNDING * mean * mean ? REFUSED_NO_SPREAD : REFUSED_NOT;
}

struct icc_oneway
icc_oneway_of(const struct group groups[], size_t n)
{
	struct totals t = totals_of(groups, n);
	double mean = t.sum / t.people, between = squares_between(groups, n, mean);
	struct icc_oneway r = { refuse(&t, between, mean), (size_t)t.groups, (size_t)t.people, NAN, NAN, NAN, NAN, NAN,
		NAN, NAN, unknown, unknown };
	struct icc_form form;

	if (r.refused != REFUSED_NOT)
		return r;
	r.df1 = t.groups - 1;
	r.df2 = t.people - t.groups;
	r.size = (t.people - t.squared_sizes / t.people) / r.df1;
	r.between = between / r.df1;
	r.within = t.within / r.df2;
	form = form_of(r.between, r.within, r.df1, r.df2, r.size);
	r.f = form.f;
	r.p = form.p;
	r.single = form.single;
	r.mean = form.mean;
	return r;
}

/* Mean squares of targets, raters, what is left, and all within targets. */
struct squares {
	double n, k, targets, raters, rest, within;
};

/* Without what only rounding has left. */
static double
cleared(double sum, double of)
{
	return sum <= ROUNDING * of ? 0 : sum;
}

static struct squares
squares_of(const struct covariance *c)
{
	double n = (double)c->people, k = (double)c->items, trace = covariance_trace(c), mean = 0, between = 0;
	double targets = cleared(covariance_total(c) / k, trace), rest = cleared(trace - targets, trace);

	for (size_t i = 0; i < c->items; i++)
		mean += c->mean[i] / k;
	for (size_t i = 0; i < c->items; i++)
		between += n * (c->mean[i] - mean) * (c->mean[i] - mean);
	return (struct squares){ n, k, targets, between / (k - 1), rest / (k - 1),
		((n - 1) * rest + between) / (n * (k - 1)) };
}

/* Shrout & Fleiss (1979), p. 424, with bounds for the single rating. */
static struct interval
agreement_interval(const struct squares *s, double icc)
{
	double n = s->n, k = s->k, j = s->raters / s->rest, b = n * (1 + (k - 1) * icc) - k * icc;
	double top = k * icc * j + b, df = (k - 1) * (n - 1) * top * top
	    / ((n - 1) * k * k * icc * icc * j * j + b * b);
	double noise = k * s->raters + (k * n - k - n) * s->rest;
	double lo, hi;

	if (!(df >= LEAST_DF))
		return none;
	lo = f_inv(.975, n - 1, df);
	hi = f_inv(.975, df, n - 1);
	return (struct interval){ n * (s->targets - lo * s->rest) / (lo * noise + n * s->targets),
		n * (hi * s->targets - s->rest) / (noise + n * hi * s->targets) };
}

static double
spearman_brown(double r, double k)
{
	double rest = 1 + (k - 1) * r;

	return rest <= 0 ? -INFINITY : k * r / rest;
}

static struct icc_form
agreement_of_raters(const struct squares *s, const struct icc_form *consistency)
{
	struct icc_form form = *consistency;
	double k = s->k, noise = (s->raters - s->rest) / s->n;

	form.single = (struct icc){ (s->targets - s->rest) / (s->targets + (k - 1) * s->rest + k * noise), none };
	form.mean = (struct icc){ spearman_brown(form.single.value, k), none };
	if (s->rest == 0)
		return form;
	form.single.ci95 = agreement_interval(s, form.single.value);
	form.mean.ci95.lo = spearman_brown(form.single.ci95.lo, k);
	form.mean.ci95.hi = spearman_brown(form.single.ci95.hi, k);
	return form;
}

struct icc_raters
icc_raters_of(const struct covariance *c)
{
	struct icc_raters r = { c->refused, c->people, c->items, no_form, no_form, no_form };
	struct squares s;

	if (r.refused == REFUSED_NOT && c->items < 2)
		r.refused = REFUSED_TOO_FEW;
	else if (r.refused == REFUSED_NOT && covariance_trace(c) == 0)
		r.refused = REFUSED_NO_SPREAD;
	if (r.refused != REFUSED_NOT)
		return r;
	s = squares_of(c);
	r.oneway = form_of(s.targets, s.within, s.n - 1, s.n * (s.k - 1), s.k);
	r.consistency = form_of(s.targets, s.rest, s.n - 1, (s.n - 1) * (s.k - 1), s.k);
	r.agreement = agreement_of_raters(&s, &r.consistency);
	return r;
}
