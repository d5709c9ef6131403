/* noncentral_t.c - the noncentral t distribution, and the noncentrality for a given probability */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/noncentral_t.h"

#include <math.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"

#define NEGLIGIBLE (-41.5)
#define PROBIT_END 1e-14

/* The nodes of the integral over s for one t and df: t s and the weights, which add up to 1. */
struct nodes {
	size_t n;
	double *ts, *weight;
};

/* log of the density of u = log s, apart from a constant that makes the peak at u = 0 a zero; rest = e^u -
 * 1. */
static double
log_density(double u, double rest, double df)
{
	return df * (u - rest * (2 + rest) / 2);
}

/* How far from 0 the density has died out, going one way. */
static double
reach(double df, double direction)
{
	double u = 0, width = direction / sqrt(2 * df);

	while (log_density(u, expm1(u), df) > NEGLIGIBLE)
		u += width;
	return u;
}

/* Dividing by the sum of the weights replaces the density's constant, at the same exponential accuracy. The
 * step resolves both factors of the integrand: the density is about 1/sqrt(2 df) wide, Phi rises over about
 * 1/delta; the 20 serves the density's double exponential end when df is small. */
static struct nodes
nodes_make(struct arena *arena, double t, double df, double delta_most)
{
	double step = .6 / sqrt(2 * df + t * t + delta_most * delta_most + 20), mass = 0, from, to;
	struct nodes nodes;

	CHECK(df >= 1 && isfinite(t) && isfinite(delta_most));
	from = reach(df, -1);
	to = reach(df, 1);
	nodes.n = (size_t)((to - from) / step) + 1;
	nodes.ts = arena_make_n(arena, nodes.n, double);
	nodes.weight = arena_make_n(arena, nodes.n, double);
	for (size_t i = 0; i < nodes.n; i++) {
		double u = from + step * (double)i, rest = expm1(u);

		nodes.ts[i] = t * (1 + rest);
		mass += nodes.weight[i] = exp(log_density(u, rest, df));
	}
	for (size_t i = 0; i < nodes.n; i++)
		nodes.weight[i] /= mass;
	return nodes;
}

static double
p_at(const struct nodes *nodes, double delta)
{
	double below = 0;

	for (size_t i = 0; i < nodes->n; i++)
		below += nodes->weight[i] * erfc((delta - nodes->ts[i]) * M_SQRT1_2) / 2;
	return below;
}

/* -dP / d delta. */
static double
fall_at(const struct nodes *nodes, double delta)
{
	double fall = 0;

	for (size_t i = 0; i < nodes->n; i++) {
		double z = delta - nodes->ts[i];

		fall += nodes->weight[i] * exp(-z * z / 2);
	}
	return fall / sqrt(2 * M_PI);
}

double
noncentral_t_p(double t, double df, double delta)
{
	struct arena *scratch = arena_new();
	struct nodes nodes = nodes_make(scratch, t, df, delta);
	double p = p_at(&nodes, delta);

	arena_free(scratch);
	return p;
}

/* Newton's step on the probit scale; NAN where P is so near 0 or 1 that this scale has no digits. */
static double
newton_step(const struct nodes *nodes, double delta, double p, double z)
{
	double z_now;

	if (p < PROBIT_END || p > 1 - PROBIT_END)
		return NAN;
	z_now = normal_inv(p);
	return (z_now - z) * exp(-z_now * z_now / 2) / sqrt(2 * M_PI) / fall_at(nodes, delta);
}

/* P falls as delta grows. Outside the bracket, or without a step: halve it, or go on outwards while it is
 * open on that side. */
static double
solve(const struct nodes *nodes, double delta, double z)
{
	double lo = -INFINITY, hi = INFINITY, p_wanted = normal_p(z), outwards = 1;

	for (int i = 0; i < 200; i++) {
		double p = p_at(nodes, delta), next = delta + newton_step(nodes, delta, p, z);

		if (p > p_wanted)
			lo = delta;
		else
			hi = delta;
		if (fabs(next - delta) <= 1e-8 * (1 + fabs(delta)))
			return next;
		if (!(next > lo && next < hi)) {
			next = isfinite(hi - lo) ? (lo + hi) / 2 : delta + (p > p_wanted ? outwards : -outwards);
			outwards *= 2;
		}
		delta = next;
	}
	return delta;
}

/* The start is the normal approximation, T - delta sqrt(chi2 / df) having variance about 1 + t^2 / (2
 * df). */
double
noncentral_t_delta(double t, double df, double p)
{
	double z = normal_inv(p), spread = sqrt(1 + t * t / (2 * df)), delta;
	struct arena *scratch = arena_new();
	struct nodes nodes = nodes_make(scratch, t, df, fabs(t) + (fabs(z) + 1) * spread);

	delta = solve(&nodes, t - z * spread, z);
	arena_free(scratch);
	return delta;
}
