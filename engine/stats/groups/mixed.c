/* mixed.c - a random intercept for every unit, fitted by REML from sums */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/mixed.h"

#include <math.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/groups/jet.h"
#include "engine/stats/groups/ratio.h"

/* SIZES: up to here units of equal n share a class. PRODUCTS: of 1, a predictor and y, in the order of
 * product(). */
enum { SIZES = 256, PRODUCTS = 6 };

/* All units of n observations: sums of products of their means, the constant 1 included. */
struct class {
	double n, products[PRODUCTS];
};

struct mixed {
	size_t fixed, units, observations, classes;
	struct class *class;
	struct class *of_size[SIZES];
	double within[PRODUCTS];
};

static size_t
product(size_t row, size_t column)
{
	return row * (row + 1) / 2 + column;
}

struct mixed *
mixed_new(struct arena *arena, size_t fixed, size_t units)
{
	struct mixed *m = arena_make(arena, struct mixed);

	CHECK(fixed == 1 || fixed == 2);
	m->fixed = fixed;
	m->class = arena_make_n(arena, units, struct class);
	return m;
}

static struct class *
class_of(struct mixed *m, size_t n)
{
	struct class *c;

	if (n < SIZES && m->of_size[n] != NULL)
		return m->of_size[n];
	c = &m->class[m->classes++];
	c->n = (double)n;
	if (n < SIZES)
		m->of_size[n] = c;
	return c;
}

void
mixed_add(struct mixed *m, size_t n, const double mean[], const double within[])
{
	struct class *c = class_of(m, n);
	size_t from = 0;

	CHECK(n > 0);
	m->units++;
	m->observations += n;
	c->products[0]++;
	for (size_t i = 1; i <= m->fixed; i++) {
		c->products[product(i, 0)] += mean[i - 1];
		for (size_t j = 1; j <= i; j++) {
			c->products[product(i, j)] += mean[i - 1] * mean[j - 1];
			m->within[product(i, j)] += within[from++];
		}
	}
}

/* At one ratio: sum log(1 + n r) + log |X'WX|, the residual y'Py, and for the last fixed effect X'WX and X'Wy
 * after the others are taken out. */
struct reduced {
	struct jet log_determinants, residual, information, product;
};

static void
sums(const struct mixed *m, struct jet ratio, struct jet sum_r[PRODUCTS], struct jet *log_determinant_r)
{
	size_t terms = product(m->fixed, m->fixed) + 1;

	for (size_t k = 0; k < terms; k++)
		sum_r[k] = jet_constant(m->within[k]);
	*log_determinant_r = jet_constant(0);
	for (size_t i = 0; i < m->classes; i++) {
		const struct class *c = &m->class[i];
		struct jet spread = jet_add(jet_constant(1), c->n, ratio);
		struct jet weight = jet_scale(jet_inverse(spread), c->n);

		*log_determinant_r = jet_add(*log_determinant_r, c->products[0], jet_log(spread));
		for (size_t k = 0; k < terms; k++)
			sum_r[k] = jet_add(sum_r[k], c->products[k], weight);
	}
}

static struct reduced
reduce(const struct mixed *m, struct jet ratio)
{
	struct reduced r;
	struct jet sum[PRODUCTS];

	sums(m, ratio, sum, &r.log_determinants);
	for (size_t k = 0; k < m->fixed; k++) {
		struct jet pivot = sum[product(k, k)], inverse = jet_inverse(pivot);

		r.information = pivot;
		r.product = sum[product(m->fixed, k)];
		r.log_determinants = jet_add(r.log_determinants, 1, jet_log(pivot));
		for (size_t i = k + 1; i <= m->fixed; i++) {
			struct jet share = jet_multiply(sum[product(i, k)], inverse);

			for (size_t j = k + 1; j <= i; j++)
				sum[product(i, j)] = jet_add(sum[product(i, j)], -1,
					jet_multiply(share, sum[product(j, k)]));
		}
	}
	r.residual = sum[product(m->fixed, m->fixed)];
	return r;
}

static double
freedom(const struct mixed *m)
{
	return (double)(m->observations - m->fixed);
}

static struct jet
profiled(const void *data, double ratio)
{
	const struct mixed *m = data;
	struct reduced r = reduce(m, jet_x(ratio));

	return jet_add(r.log_determinants, freedom(m), jet_log(r.residual));
}

/* Within units, after a predictor is taken out. */
static double
residual_within(const struct mixed *m)
{
	double yy = m->within[product(m->fixed, m->fixed)], tt = m->within[product(1, 1)];

	if (m->fixed == 1 || tt == 0)
		return yy;
	return yy - m->within[product(2, 1)] * m->within[product(2, 1)] / tt;
}

static enum refusal
refuse(const struct mixed *m)
{
	double within = residual_within(m), total, mean;
	struct jet sum[PRODUCTS], ignored;

	if (m->observations == 0)
		return REFUSED_EMPTY;
	if (m->units < 2 || m->observations < m->units + m->fixed)
		return REFUSED_TOO_FEW;
	sums(m, jet_constant(0), sum, &ignored);
	mean = sum[product(1, 0)].v / sum[0].v;
	if (m->fixed == 2 && !(sum[product(1, 1)].v - sum[0].v * mean * mean > 0))
		return REFUSED_SINGULAR;
	total = sum[product(m->fixed, m->fixed)].v;
	return within > 1e-9 * total ? REFUSED_NOT : REFUSED_NO_SPREAD;
}

/* The whole deviance in x = tau2, y = sigma2: its Hessian is twice the observed information. */
static double
satterthwaite(const struct mixed *m, double tau2, double sigma2)
{
	struct jet residual_variance = jet_y(sigma2), inverse = jet_inverse(residual_variance);
	struct reduced r = reduce(m, jet_multiply(jet_x(tau2), inverse));
	struct jet deviance = jet_add(r.log_determinants, freedom(m), jet_log(residual_variance));
	struct jet v = jet_multiply(residual_variance, jet_inverse(r.information));
	double determinant, spread;

	if (tau2 == 0)
		return freedom(m);
	deviance = jet_add(deviance, 1, jet_multiply(r.residual, inverse));
	determinant = deviance.xx * deviance.yy - deviance.xy * deviance.xy;
	spread = v.x * v.x * deviance.yy - 2 * v.x * v.y * deviance.xy + v.y * v.y * deviance.xx;
	return v.v * v.v * determinant / spread;
}

struct mixed_fit
mixed_fit(const struct mixed *m)
{
	struct mixed_fit f = { refuse(m), m->units, m->observations, NAN, NAN, NAN, NAN, NAN, NAN, NAN,
		{ 0, NAN, NAN } };
	struct ratio best;
	struct reduced r;

	if (f.refused != REFUSED_NOT)
		return f;
	best = ratio_minimise(profiled, m, m->observations);
	f.refused = best.refused;
	f.convergence = best.convergence;
	if (f.refused != REFUSED_NOT)
		return f;
	r = reduce(m, jet_constant(best.ratio));
	f.sigma2 = r.residual.v / freedom(m);
	f.tau2 = best.ratio * f.sigma2;
	f.icc = best.ratio / (1 + best.ratio);
	f.effect = r.product.v / r.information.v;
	f.se = sqrt(f.sigma2 / r.information.v);
	f.df = satterthwaite(m, f.tau2, f.sigma2);
	f.log_likelihood = -(freedom(m) * (log(2 * M_PI * f.sigma2) + 1) + r.log_determinants.v) / 2;
	return f;
}
