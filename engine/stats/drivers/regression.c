/* regression.c - how predictors together explain an outcome: least squares, seen along principal axes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/drivers/regression.h"

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>
#include <math.h>

#include "base/check.h"

static void
decompose(const double correlation[], struct axes *x)
{
	size_t p = x->predictors;
	double copy[PREDICTORS_MAX * PREDICTORS_MAX], vectors[PREDICTORS_MAX * PREDICTORS_MAX];
	gsl_matrix_view r = gsl_matrix_view_array(copy, p, p), v = gsl_matrix_view_array(vectors, p, p);
	gsl_vector_view values = gsl_vector_view_array(x->values, p);
	gsl_eigen_symmv_workspace *room = gsl_eigen_symmv_alloc(p);

	CHECK(room != NULL);
	for (size_t i = 0; i < p; i++)
		for (size_t j = 0; j < p; j++)
			copy[i * p + j] = correlation[i * (p + 1) + j];
	CHECK(gsl_eigen_symmv(&r.matrix, &values.vector, &v.matrix, room) == 0);
	CHECK(gsl_eigen_symmv_sort(&values.vector, &v.matrix, GSL_EIGEN_SORT_VAL_ASC) == 0);
	gsl_eigen_symmv_free(room);
	for (size_t k = 0; k < p; k++) {
		x->values[k] = fmax(0, x->values[k]);
		x->along[k] = 0;
		for (size_t i = 0; i < p; i++) {
			x->axis[k][i] = vectors[i * p + k];
			x->along[k] += x->axis[k][i] * x->r[i];
		}
	}
}

struct axes
axes_of(const struct cross *c)
{
	struct axes x = { .people = c->n, .predictors = c->variables - 1 };
	double correlation[CROSS_MAX * CROSS_MAX];

	CHECK(c->variables >= 2);
	x.refused = cross_correlation(c, correlation);
	if (x.refused == REFUSED_NOT && c->n < c->variables + 1)
		x.refused = REFUSED_TOO_FEW;
	if (x.refused != REFUSED_NOT)
		return x;
	for (size_t i = 0; i < c->variables; i++) {
		x.mean[i] = c->mean[i];
		x.spread[i] = sqrt(c->products[i][i] / (double)c->n);
	}
	for (size_t i = 0; i < x.predictors; i++)
		x.r[i] = correlation[x.predictors * c->variables + i];
	decompose(correlation, &x);
	return x;
}

double
regression_in_points(const struct axes *x, const double beta[], double coefficient_r[])
{
	double constant = x->mean[x->predictors];

	for (size_t i = 0; i < x->predictors; i++) {
		coefficient_r[i] = beta[i] * x->spread[x->predictors] / x->spread[i];
		constant -= coefficient_r[i] * x->mean[i];
	}
	return constant;
}

static void
refuse(struct regression *f, enum refusal why)
{
	f->refused = why;
	f->r2 = f->adjusted_r2 = f->condition = f->intercept = NAN;
	for (size_t i = 0; i < PREDICTORS_MAX; i++)
		f->r[i] = f->beta[i] = f->coefficient[i] = f->vif[i] = f->unique[i] = NAN;
}

static size_t
heaviest(const double axis[], size_t n)
{
	size_t best = 0;

	for (size_t i = 1; i < n; i++)
		if (fabs(axis[i]) > fabs(axis[best]))
			best = i;
	return best;
}

static void
solve(const struct axes *x, struct regression *f)
{
	for (size_t i = 0; i < x->predictors; i++) {
		for (size_t k = 0; k < x->predictors; k++) {
			f->beta[i] += x->axis[k][i] * x->along[k] / x->values[k];
			f->vif[i] += x->axis[k][i] * x->axis[k][i] / x->values[k];
		}
		f->r[i] = x->r[i];
		f->r2 += f->beta[i] * x->r[i];
		f->unique[i] = f->beta[i] * f->beta[i] / f->vif[i];
	}
}

struct regression
regression_fit(const struct axes *x)
{
	struct regression f = { .people = x->people, .predictors = x->predictors, .culprit = x->predictors };
	double n = (double)x->people, p = (double)x->predictors;

	if (x->refused != REFUSED_NOT) {
		refuse(&f, x->refused);
		return f;
	}
	if (x->values[0] < 1e-9) {
		refuse(&f, REFUSED_SINGULAR);
		f.culprit = heaviest(x->axis[0], x->predictors);
		return f;
	}
	solve(x, &f);
	f.r2 = fmin(1, f.r2);
	f.adjusted_r2 = 1 - (1 - f.r2) * (n - 1) / (n - p - 1);
	f.condition = x->values[x->predictors - 1] / x->values[0];
	f.intercept = regression_in_points(x, f.beta, f.coefficient);
	return f;
}
