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

/* A common item as the two models see it. */
struct both {
	const struct graded_item *from, *to;
};

struct link {
	const struct both *item;
	size_t items;
	struct grid grid;
	double at[2];		/* slope, intercept */
	/* There: the criterion, half its gradient, and J' W J of the residuals, 00 01 11; all per item. */
	double height, gradient[2], curvature[3];
};

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
evaluate(struct link *l)
{
	double a = l->at[0], b = l->at[1];

	l->height = l->gradient[0] = l->gradient[1] = 0;
	l->curvature[0] = l->curvature[1] = l->curvature[2] = 0;
	for (size_t k = 0; k < l->items; k++) {
		const struct both *i = &l->item[k];

		for (size_t q = 0; q < GRID_NODES; q++) {
			double theta = l->grid.node[q], back = (theta - b) / a;
			double weight = l->grid.weight[q] / (double)l->items;

			add_residuals(l, i->to, i->from, theta, back, (double[]){ -back / a, -1 / a }, weight);
			add_residuals(l, i->from, i->to, theta, a * theta + b, (double[]){ theta, 1 }, weight);
		}
	}
}

/* Equal curves have slope_from = A slope_to and intercept_from = intercept_to + B slope_to: least squares in
 * both, over the items. false: they run against each other. */
static bool
start(struct link *l)
{
	double products = 0, squares = 0, differences = 0, steps = 0;

	for (size_t k = 0; k < l->items; k++) {
		const double *from = l->item[k].from->parameter, *to = l->item[k].to->parameter;

		products += from[0] * to[0];
		squares += to[0] * to[0];
		for (unsigned c = 1; c < l->item[k].to->categories.n; c++) {
			differences += (from[c] - to[c]) * to[0];
			steps += to[0] * to[0];
		}
	}
	l->at[0] = products / squares;
	l->at[1] = differences / steps;
	return l->at[0] > 0;
}

/* Gauss-Newton, half the step until it does not go up. */
static bool
step(struct link *l)
{
	struct link from = *l;
	const double *h = from.curvature, *g = from.gradient;
	double determinant = h[0] * h[2] - h[1] * h[1], size = 1;

	for (int i = 0; i < HALVINGS; i++, size /= 2) {
		l->at[0] = from.at[0] - size * (h[2] * g[0] - h[1] * g[1]) / determinant;
		l->at[1] = from.at[1] - size * (h[0] * g[1] - h[1] * g[0]) / determinant;
		if (!(l->at[0] > 0))
			continue;
		evaluate(l);
		if (l->height <= from.height * (1 + ROUNDING))
			return true;
	}
	*l = from;
	return false;
}

static enum refusal
minimise(struct link *l, struct convergence *c)
{
	if (!start(l))
		return REFUSED_IMPROPER;
	evaluate(l);
	for (c->iterations = 0; c->iterations < STEPS_MAX; c->iterations++) {
		c->gradient = 2 * fmax(fabs(l->gradient[0]), fabs(l->gradient[1]));
		if (c->gradient <= c->tolerance)
			return REFUSED_NOT;
		if (!step(l))
			break;
	}
	return REFUSED_NOT_CONVERGED;
}

static void
report(struct linking *r, struct link *l, struct arena *scratch)
{
	l->grid = grid_new(scratch);
	r->convergence.tolerance = TOLERANCE;
	r->refused = minimise(l, &r->convergence);
	if (r->refused == REFUSED_NOT) {
		r->slope = l->at[0];
		r->intercept = l->at[1];
		r->distance = sqrt(l->height / 2);
	}
}

static bool
same_categories(const struct both *i)
{
	return memcmp(&i->from->categories, &i->to->categories, sizeof i->from->categories) == 0;
}

/* The pairs whose categories are the same on both sides. */
static size_t
common_items(const struct graded *from, const struct graded *to, const struct linking_pair *pair,
    size_t pairs, struct both *items_r)
{
	size_t n = 0;

	for (size_t k = 0; k < pairs; k++) {
		CHECK(pair[k].from < from->items && pair[k].to < to->items);
		items_r[n] = (struct both){ &from->item[pair[k].from], &to->item[pair[k].to] };
		n += same_categories(&items_r[n]);
	}
	return n;
}

struct linking
linking_fit(const struct graded *from, const struct graded *to, const struct linking_pair *pair, size_t pairs)
{
	struct linking r = { .slope = NAN, .intercept = NAN, .distance = NAN };
	struct arena *scratch = arena_new();
	struct both *items = arena_make_n(scratch, pairs, struct both);
	struct link l = { .item = items, .items = common_items(from, to, pair, pairs, items) };

	r.common = l.items;
	r.left_out = pairs - l.items;
	if (from->refused != REFUSED_NOT || to->refused != REFUSED_NOT)
		r.refused = from->refused != REFUSED_NOT ? from->refused : to->refused;
	else if (r.common == 0)
		r.refused = REFUSED_UNLINKED;
	else
		report(&r, &l, scratch);
	arena_free(scratch);
	return r;
}
