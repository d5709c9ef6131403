/* beta.c - the beta distribution and what follows from it: F and binomial */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/beta.h"

#include <gsl/gsl_sf_log.h>
#include <math.h>
#include <stdlib.h>

#include "base/check.h"

#define LOGIT_MAX 700.

/* A point 0 <= x <= 1 with its complement, each to full precision. */
struct point {
	double x, y;
};

static struct point
point_at(double logit)
{
	return (struct point){ 1 / (1 + exp(-logit)), 1 / (1 + exp(logit)) };
}

/* What Stirling's formula for log n! leaves: log n! - (n + 1/2) log n + n - log(2 pi) / 2. */
static double
stirling_rest(double n)
{
	double square = 1 / (n * n);

	if (n < 15)
		return lgamma(n + 1) - (n + .5) * log(n) + n - log(2 * M_PI) / 2;
	return (1 / 12. - (1 / 360. - (1 / 1260. - (1 / 1680. - (1 / 1188. - 691 / 360360. * square) * square)
	    * square) * square) * square) / n;
}

/* n log(n / mean) + mean - n, which is never negative. */
static double
deviance(double n, double mean)
{
	double off = (mean - n) / n;

	return n * (fabs(off) < .5 ? -gsl_sf_log_1plusx_mx(off) : off - log(mean / n));
}

/* log of x^a y^b / B(a, b), the density on the logit scale: Loader's form of the binomial probability,
 * times a b / (a + b). */
static double
log_density(const struct point *at, double a, double b)
{
	double n = a + b;

	return stirling_rest(n) - stirling_rest(a) - stirling_rest(b) - deviance(a, n * at->x)
	    - deviance(b, n * at->y) + log(a * (b / n) / (2 * M_PI)) / 2;
}

/* a - (a + b) x, how far x is below the mean, from the complement that is smaller. */
static double
short_of_mean(const struct point *at, double a, double b)
{
	return at->x < at->y ? a - (a + b) * at->x : (a + b) * at->y - b;
}

/* I_x(a, b) = density / f, f = beta_0 + alpha_1 / (beta_1 + alpha_2 / (beta_2 + ...)): the fraction f by
 * Lentz's method. Below the mean nothing in it cancels, and it takes about sqrt(max(a, b)) terms. */
static double
fraction(const struct point *at, double a, double b, double below_mean)
{
	double value = a * (below_mean + 1) / (a + 1), over = value, under = 0;

	for (double n = 1;; n++) {
		double odd = a + 2 * n - 1, spare = n * (b - n) * at->x;
		double alpha = (a + n - 1) * (a + b + n - 1) * at->x / odd * (spare / odd);
		double beta = n + spare / odd + (a + n) * (below_mean + 1 + n * (1 + at->y)) / (odd + 2);
		double ratio;

		under = 1 / (beta + alpha * under);
		over = beta + alpha / over;
		ratio = under * over;
		value *= ratio;
		CHECK(isfinite(value) && n < 1e6);
		if (fabs(ratio - 1) < 2e-16)
			return value;
	}
}

/* Both tails and the logit density, as logarithms. */
struct tails {
	double p, q, density;
};

static double
log_of_rest(double log_share)
{
	return log_share > -M_LN2 ? log(-expm1(log_share)) : log1p(-exp(log_share));
}

static struct tails
tails_at(const struct point *at, double a, double b)
{
	struct tails t = { .density = log_density(at, a, b) };
	struct point mirrored = { at->y, at->x };
	double below_mean = short_of_mean(at, a, b);

	if (below_mean > 0) {
		t.p = fmin(0, t.density - log(fraction(at, a, b, below_mean)));
		t.q = log_of_rest(t.p);
	} else {
		t.q = fmin(0, t.density - log(fraction(&mirrored, b, a, -below_mean)));
		t.p = log_of_rest(t.q);
	}
	return t;
}

static double
lower_tail(struct point at, double a, double b)
{
	CHECK(a > 0 && b > 0 && at.x >= 0 && at.y >= 0);
	if (at.x == 0 || at.y == 0)
		return at.x > 0;
	return exp(tails_at(&at, a, b).p);
}

double
beta_p(double x, double a, double b)
{
	return lower_tail((struct point){ x, 1 - x }, a, b);
}

double
beta_q(double x, double a, double b)
{
	return lower_tail((struct point){ 1 - x, x }, b, a);
}

double
beta_logit(double p, double a, double b, double start)
{
	double logit = start;

	CHECK(p > 0 && p < 1 && a > 0 && b > 0 && isfinite(start));
	for (int i = 0; i < 200; i++) {
		struct point at = point_at(logit);
		struct tails t = tails_at(&at, a, b);
		double off = t.p - log(p), next = logit - off * exp(t.p - t.density);

		next = fmin(LOGIT_MAX, fmax(-LOGIT_MAX, next));
		if (fabs(off) < 1e-11 || next == logit)
			return next;
		logit = next;
	}
	CHECK(!"Newton's method did not arrive");
	abort();
}

/* From the tail that is smaller, starting where the logit density is highest; q = 1 - p is given apart,
 * for it may be far below what p can say. */
static double
logit_between(double p, double q, double a, double b)
{
	double start = log(a / b);

	return p <= q ? beta_logit(p, a, b, start) : -beta_logit(q, b, a, -start);
}

double
beta_inv(double p, double a, double b)
{
	double logit = logit_between(p, 1 - p, a, b);

	return logit <= -LOGIT_MAX ? 0 : point_at(logit).x;
}

/* F = (df2 / df1) B / (1 - B) for B from a beta distribution with df1 / 2 and df2 / 2. */
static struct point
point_of_f(double x, double df1, double df2)
{
	CHECK(x >= 0 && df1 > 0 && df2 > 0);
	if (isinf(x))
		return (struct point){ 1, 0 };
	return (struct point){ df1 * x / (df1 * x + df2), df2 / (df1 * x + df2) };
}

double
f_p(double x, double df1, double df2)
{
	return lower_tail(point_of_f(x, df1, df2), df1 / 2, df2 / 2);
}

double
f_q(double x, double df1, double df2)
{
	struct point at = point_of_f(x, df1, df2);

	return lower_tail((struct point){ at.y, at.x }, df2 / 2, df1 / 2);
}

double
f_inv(double p, double df1, double df2)
{
	return df2 / df1 * exp(logit_between(p, 1 - p, df1 / 2, df2 / 2));
}

double
f_inv_q(double q, double df1, double df2)
{
	return df2 / df1 * exp(logit_between(1 - q, q, df1 / 2, df2 / 2));
}

double
binomial_p(int64_t k, int64_t n, double p)
{
	CHECK(n >= 0 && p >= 0 && p <= 1);
	if (k < 0 || k >= n)
		return k >= 0;
	return beta_q(p, (double)k + 1, (double)(n - k));
}
