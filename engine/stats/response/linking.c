/* linking.c - two models of different people on one scale, by the items they share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/linking.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/response/graded.h"
#include "engine/stats/response/grid.h"
#include "engine/stats/response/item_curve.h"

enum { STEPS_MAX = 200, HALVINGS = 40 };

#define TOLERANCE 1e-12
#define ROUNDING 1e-13

struct link {
	const struct graded *from, *to;
	const struct linking_pair *pair;
	size_t pairs;
	struct grid grid;
	double at[2];		/* slope, intercept */
	/* There: the criterion, half its gradient, and J' W J of the residuals, 00 01 11; all per item. */
	double height, gradient[2], curvature[3];
};

/* Parameters and categories of a common item in one of the models. */
static const struct graded_item *
side(const struct graded *g, size_t item)
{
	CHECK(item < g->items);
	return &g->item[item];
}

static bool
comparable(const struct link *l, size_t k)
{
	const struct graded_item *a = side(l->from, l->pair[k].from), *b = side(l->to, l->pair[k].to);

	return memcmp(&a->categories, &b->categories, sizeof a->categories) == 0;
}

/* Residuals of one item at one node: the curves of `here` at theta less those of `there` at `moved`, which
 * changes by `by` with slope and intercept. */
static void
add_residuals(struct link *l, const struct graded_item *here, const struct graded_item *there, double theta,
    double moved, const double by[2], double weight)
{
	double p[CATEGORIES_POINTS_MAX], q[CATEGORIES_POINTS_MAX], unused[CATEGORIES_POINTS_MAX];
	double slope[CATEGORIES_POINTS_MAX];

	item_curve_at(here->parameter, here->categories.n, theta, p, unused);
	item_curve_at(there->parameter, there->categories.n, moved, q, slope);
	for (unsigned c = 0; c < here->categories.n; c++) {
		double residual = p[c] - q[c], a = -slope[c] * by[0], b = -slope[c] * by[1];

		l->height += weight * residual * residual;
		l->gradient[0] += weight * residual * a;
		l->gradient[1] += weight * residual * b;
		l->curvature[0] += weight * a * a;
		l->curvature[1] += weight * a * b;
		l->curvature[2] += weight * b * b;
	}
}

static void
evaluate(struct link *l, size_t common)
{
	double a = l->at[0], b = l->at[1];

	l->height = l->gradient[0] = l->gradient[1] = l->curvature[0] = l->curvature[1] = l->curvature[2] = 0;
	for (size_t k = 0; k < l->pairs; k++) {
		const struct graded_item *from = side(l->from, l->pair[k].from), *to = side(l->to, l->pair[k].to);

		for (size_t q = 0; q < GRID_NODES && comparable(l, k); q++) {
			double theta = l->grid.node[q], back = (theta - b) / a, weight = l->grid.weight[q] / (double)common;

			add_residuals(l, to, from, theta, back, (double[]){ -back / a, -1 / a }, weight);
			add_residuals(l, from, to, theta, a * theta + b, (double[]){ theta, 1 }, weight);
		}
	}
}

/* Equal curves have slope_from = A slope_to and intercept_from = intercept_to + B slope_to: least squares in
 * both, over the items. false: they run against each other. */
static bool
start(struct link *l)
{
	double products = 0, squares = 0, differences = 0, steps = 0;

	for (size_t k = 0; k < l->pairs; k++) {
		const struct graded_item *from = side(l->from, l->pair[k].from), *to = side(l->to, l->pair[k].to);

		if (!comparable(l, k))
			continue;
		products += from->parameter[0] * to->parameter[0];
		squares += to->parameter[0] * to->parameter[0];
		for (unsigned c = 1; c < to->categories.n; c++) {
			differences += (from->parameter[c] - to->parameter[c]) * to->parameter[0];
			steps += to->parameter[0] * to->parameter[0];
		}
	}
	l->at[0] = products / squares;
	l->at[1] = differences / steps;
	return l->at[0] > 0;
}

/* Gauss-Newton, half the step until it does not go up. */
static bool
step(struct link *l, size_t common)
{
	struct link from = *l;
	const double *h = from.curvature, *g = from.gradient;
	double determinant = h[0] * h[2] - h[1] * h[1], size = 1;

	for (int i = 0; i < HALVINGS; i++, size /= 2) {
		l->at[0] = from.at[0] - size * (h[2] * g[0] - h[1] * g[1]) / determinant;
		l->at[1] = from.at[1] - size * (h[0] * g[1] - h[1] * g[0]) / determinant;
		if (!(l->at[0] > 0))
			continue;
		evaluate(l, common);
		if (l->height <= from.height * (1 + ROUNDING))
			return true;
	}
	*l = from;
	return false;
}

static enum refusal
minimise(struct link *l, size_t common, struct convergence *c)
{
	if (!start(l))
		return REFUSED_IMPROPER;
	evaluate(l, common);
	for (c->iterations = 0; c->iterations < STEPS_MAX; c->iterations++) {
		c->gradient = 2 * fmax(fabs(l->gradient[0]), fabs(l->gradient[1]));
		if (c->gradient <= c->tolerance)
			return REFUSED_NOT;
		if (!step(l, common))
			break;
	}
	return REFUSED_NOT_CONVERGED;
}

static void
report(struct linking *r, struct link *l)
{
	struct arena *scratch = arena_new();

	l->grid = grid_new(scratch);
	r->convergence.tolerance = TOLERANCE;
	r->refused = minimise(l, r->common, &r->convergence);
	if (r->refused == REFUSED_NOT) {
		r->slope = l->at[0];
		r->intercept = l->at[1];
		r->distance = sqrt(l->height / 2);
	}
	arena_free(scratch);
}

struct linking
linking_fit(const struct graded *from, const struct graded *to, const struct linking_pair *pair, size_t pairs)
{
	struct linking r = { .slope = NAN, .intercept = NAN, .distance = NAN };
	struct link l = { .from = from, .to = to, .pair = pair, .pairs = pairs };

	for (size_t k = 0; k < pairs; k++)
		r.common += comparable(&l, k);
	r.left_out = pairs - r.common;
	if (from->refused != REFUSED_NOT || to->refused != REFUSED_NOT)
		r.refused = from->refused != REFUSED_NOT ? from->refused : to->refused;
	else if (r.common == 0)
		r.refused = REFUSED_UNLINKED;
	else
		report(&r, &l);
	return r;
}
