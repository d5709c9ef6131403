/* distribution_fuzz.c - any bytes are arguments of distributions, series and shares: every figure is in its range */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/beta.h"
#include "engine/stats/bivariate.h"
#include "engine/stats/change/ewma.h"
#include "engine/stats/change/reliable.h"
#include "engine/stats/colour.h"
#include "engine/stats/distribution.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/noncentral_t.h"
#include "engine/stats/order.h"
#include "engine/stats/quantile.h"
#include "engine/stats/shares.h"
#include "engine/stats/similarity.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/within.h"

enum { SERIES_MAX = 32 };

struct input {
	const uint8_t *bytes;
	size_t left;
};

/* Two bytes as a share of low .. high; low when there are no more. */
static double
between(struct input *in, double low, double high)
{
	unsigned x;

	if (in->left < 2)
		return low;
	x = (unsigned)in->bytes[0] << 8 | in->bytes[1];
	in->bytes += 2;
	in->left -= 2;
	return low + (high - low) * x / 65535;
}

/* From 10^low to 10^high, evenly in the exponent. */
static double
power(struct input *in, double low, double high)
{
	return pow(10, between(in, low, high));
}

/* A probability strictly between 0 and 1, near one of the ends as often as not. */
static double
probability(struct input *in)
{
	double p = power(in, -12, -.302);

	return between(in, 0, 1) < .5 ? p : 1 - p;
}

static void
check_two_tails(double p, double q)
{
	check_within(p, 0, 1);
	check_within(q, 0, 1);
	CHECK(fabs(p + q - 1) < 1e-9);
}

static void
check_beta(struct input *in)
{
	const double a = power(in, -2, 6), b = power(in, -2, 6), p = probability(in), x = between(in, 0, 1);
	const double inverse = beta_inv(p, a, b), f = f_inv(p, 2 * a, 2 * b);

	check_two_tails(beta_p(x, a, b), beta_q(x, a, b));
	check_within(inverse, 0, 1);
	CHECK(f >= 0 && f_inv_q(p, 2 * a, 2 * b) >= 0);
	if (inverse > 1e-300 && inverse < 1 - 1e-9)
		CHECK(fabs(beta_p(inverse, a, b) - p) < 1e-6);
	check_two_tails(f_p(1 / b, a, b), f_q(1 / b, a, b));
	check_within(binomial_p((int64_t)a, (int64_t)b, p), 0, binomial_p((int64_t)a + 1, (int64_t)b, p) + 1e-12);
}

static void
check_univariate(struct input *in)
{
	const double df = power(in, -1, 6), x = power(in, -8, 8), p = probability(in);

	check_two_tails(t_p(x, df), t_q(x, df));
	check_within(t_two_sided(-x, df), 0, 1);
	check_two_tails(chi_squared_p(x, df), chi_squared_q(x, df));
	CHECK((t_inv(p, df) > 0) == (p > .5) && chi_squared_inv(p, df) >= 0);
	check_two_tails(normal_p(x), normal_p(-x));
	CHECK((normal_inv(p) > 0) == (p > .5));
}

static void
check_bivariate(struct input *in)
{
	const double h = between(in, -9, 9), k = between(in, -9, 9), r = between(in, -1, 1);
	const double p = bivariate_p(h, k, r);

	check_within(p, 0, 1);
	CHECK(p <= normal_p(h) + 1e-14 && p <= normal_p(k) + 1e-14);
	check_within(bivariate_rectangle(fmin(h, k), fmax(h, k), -1, 1, r), 0, 1);
	if (fabs(r) < 1)
		CHECK(bivariate_density(h, k, r) >= 0);
}

static void
check_noncentral(struct input *in)
{
	const double t = between(in, -40, 40), df = power(in, 0, 4), delta = between(in, -40, 40);
	const double p = noncentral_t_p(t, df, delta);

	check_within(p, 0, 1);
	CHECK(noncentral_t_p(t, df, delta + 1) <= p + 1e-12);
	CHECK(isfinite(noncentral_t_delta(t, df, between(in, .001, .999))));
}

static void
check_shares(struct input *in)
{
	const size_t x = (size_t)between(in, 0, 60), y = (size_t)between(in, 0, 60), z = (size_t)between(in, 0, 60);
	struct share s = shares_wilson(x, x + y);
	struct nps nps = shares_nps(x, y, z);

	CHECK((s.refused == REFUSED_NOT) == !isnan(s.share));
	check_within(s.ci95.lo, 0, s.share);
	check_within(s.ci95.hi, s.share, 1);
	CHECK((nps.refused == REFUSED_NOT) == !isnan(nps.nps) && !(nps.se < 0) && !(nps.ci95.lo > nps.ci95.hi));
	check_within(nps.nps, -100, 100);
}

static size_t
read_series(struct input *in, double x_r[SERIES_MAX], double y_r[SERIES_MAX])
{
	const size_t n = (size_t)between(in, 0, SERIES_MAX);

	for (size_t i = 0; i < n; i++) {
		x_r[i] = floor(between(in, 0, 9.99));
		y_r[i] = between(in, 0, 1);
	}
	return n;
}

static void
check_order(double x[], const double y[], size_t n)
{
	double rank[SERIES_MAX];
	uint32_t order[SERIES_MAX];

	order_of(x, n, order);
	for (size_t i = 1; i < n; i++)
		CHECK(x[order[i - 1]] <= x[order[i]]);
	order_percentiles(x, n, rank);
	for (size_t i = 0; i < n; i++)
		check_within(rank[i], 0, 100);
	quantile_sort(x, n);
	for (size_t i = 0; i < n; i++)
		check_within(quantile_type7(x, n, y[i]), x[0] - 1e-9, x[n - 1] + 1e-9);
}

static void
check_adjusted(const double p[], size_t n)
{
	double adjusted[SERIES_MAX];

	multiplicity_holm(p, n, adjusted);
	for (size_t i = 0; i < n; i++)
		check_within(adjusted[i], p[i], 1);
	multiplicity_benjamini_hochberg(p, n, adjusted);
	for (size_t i = 0; i < n; i++)
		check_within(adjusted[i], p[i], 1);
}

static void
check_series(struct input *in)
{
	double x[SERIES_MAX], y[SERIES_MAX];
	const size_t n = read_series(in, x, y);
	struct ewma_rule rule = { 5, .2, 3 };
	struct ewma_point points[SERIES_MAX];
	struct similarity s = similarity_of(x, y, n);

	CHECK((s.refused == REFUSED_NOT) == !isnan(s.r) && !(s.distance < 0));
	check_within(s.r, -1, 1);
	check_within(s.rho, -1, 1);
	ewma_follow(x, y, n, &rule, points);
	for (size_t i = 0; i < n; i++) {
		check_within(points[i].level, 0, 10);
		CHECK(points[i].limits.lo <= rule.target && rule.target <= points[i].limits.hi);
	}
	check_adjusted(y, n);
	check_order(x, y, n);
}

static void
check_belief(struct input *in)
{
	struct summary s = { 1 + (size_t)between(in, 0, 20), between(in, 1, 5), between(in, 0, 4) };
	struct estimate e = welch_mean(&s);
	struct colouring c = colour_of(&e, 4, 2);
	struct reliable r = reliable_change(s.mean, between(in, 1, 5), s.variance, between(in, -.5, 1.5));

	check_within(c.p_target, 0, 1);
	check_within(c.p_floor, 0, 1 - (isnan(c.p_target) ? 0 : c.p_target) + 1e-9);
	CHECK((r.refused == REFUSED_NOT) == !isnan(r.index) && !(r.least < 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct input in = { bytes, n };

	check_beta(&in);
	check_univariate(&in);
	check_bivariate(&in);
	check_noncentral(&in);
	check_shares(&in);
	check_belief(&in);
	check_series(&in);
	return 0;
}
