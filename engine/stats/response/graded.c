/* graded.c - the graded response model: how items tell people apart along one trait */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/graded.h"

#include <math.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/response/calibration.h"
#include "engine/stats/response/item_curve.h"

static void
blank(struct graded_item *item)
{
	for (size_t k = 0; k < CATEGORIES_POINTS_MAX; k++)
		item->parameter[k] = item->se[k] = item->threshold[k] = item->threshold_se[k] = NAN;
}

static void
refuse(struct graded *g, enum refusal why, size_t item)
{
	g->refused = why;
	g->refused_item = item;
}

/* Categories of every item, and the items that cannot be fitted. */
static void
look_at_items(struct graded *g, const struct ratings *r)
{
	for (size_t i = g->items; i-- > 0;) {
		size_t frequency[CATEGORIES_POINTS_MAX + 1];

		calibration_frequency(r, i, NULL, 0, frequency);
		blank(&g->item[i]);
		g->item[i].categories = categories_merge(frequency, r->points);
		if (frequency[0] == r->people)
			refuse(g, REFUSED_EMPTY, i);
		else if (g->item[i].categories.n < 2)
			refuse(g, REFUSED_NO_SPREAD, i);
	}
}

/* Delta method: threshold = -intercept / slope. */
static void
report_thresholds(struct graded_item *item, const double *covariance, size_t n, size_t first)
{
	double slope = item->parameter[0];

	for (size_t k = 1; k < item->categories.n; k++) {
		double b = -item->parameter[k] / slope, by_slope = -b / slope, by_intercept = -1 / slope;
		const double *c0 = covariance + first * n + first, *ck = covariance + (first + k) * n + first;

		item->threshold[k] = b;
		item->threshold_se[k] = sqrt(by_slope * by_slope * c0[0] + 2 * by_slope * by_intercept * ck[0]
		    + by_intercept * by_intercept * ck[k]);
	}
}

static void
report(struct graded *g, const struct marginal *m, const double *covariance)
{
	size_t n = m->parameters;

	g->log_likelihood = m->log_likelihood;
	for (size_t i = 0; i < g->items; i++) {
		struct graded_item *item = &g->item[i];
		size_t first = m->column[i].first;

		for (size_t k = 0; k < m->column[i].parameters; k++) {
			item->parameter[k] = m->parameter[first + k];
			item->se[k] = sqrt(covariance[(first + k) * n + first + k]);
		}
		report_thresholds(item, covariance, n, first);
	}
}

/* Blames the item with the steepest curves. */
static void
refuse_ascent(struct graded *g, const struct marginal *m, enum refusal why)
{
	size_t steepest = 0;

	for (size_t i = 1; i < g->items; i++)
		if (fabs(m->parameter[m->column[i].first]) > fabs(m->parameter[m->column[steepest].first]))
			steepest = i;
	refuse(g, why, steepest);
}

static void
fit(struct graded *g, const struct ratings *r)
{
	struct arena *scratch = arena_new();
	struct categories *categories = arena_make_n(scratch, g->items, struct categories);
	struct calibration c = { .ratings = r, .categories = categories };
	struct marginal *m;
	double *covariance;
	enum refusal refused = REFUSED_TOO_FEW;

	for (size_t i = 0; i < g->items; i++)
		categories[i] = g->item[i].categories;
	m = calibration_model(scratch, &c, arena_make_n(scratch, g->items, size_t));
	covariance = arena_make_n(scratch, m->parameters * m->parameters, double);
	g->people = m->patterns.people;
	g->patterns = m->patterns.n;
	if (g->people >= GRADED_PEOPLE_LEAST)
		refused = marginal_ascend(m, covariance, &g->convergence);
	if (refused == REFUSED_NOT)
		report(g, m, covariance);
	else if (refused == REFUSED_TOO_FEW)
		refuse(g, refused, g->items);
	else
		refuse_ascent(g, m, refused);
	arena_free(scratch);
}

struct graded
graded_fit(struct arena *arena, const struct ratings *r)
{
	struct graded g = { .refused_item = r->items, .items = r->items, .log_likelihood = NAN,
		.convergence = { 0, NAN, NAN } };

	CHECK(r->points >= 1 && r->points <= CATEGORIES_POINTS_MAX);
	g.item = arena_make_n(arena, r->items, struct graded_item);
	look_at_items(&g, r);
	if (r->items < GRADED_ITEMS_LEAST)
		refuse(&g, REFUSED_TOO_FEW, r->items);
	if (g.refused == REFUSED_NOT)
		fit(&g, r);
	return g;
}

double
graded_item_information(const struct graded *g, size_t item, double theta)
{
	double p[CATEGORIES_POINTS_MAX], slope[CATEGORIES_POINTS_MAX];

	CHECK(item < g->items);
	return g->refused != REFUSED_NOT ? NAN
	    : item_curve_at(g->item[item].parameter, g->item[item].categories.n, theta, p, slope);
}

double
graded_information(const struct graded *g, double theta)
{
	double sum = 0;

	for (size_t i = 0; i < g->items; i++)
		sum += graded_item_information(g, i, theta);
	return sum;
}
