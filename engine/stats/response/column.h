/* column.h - one column of a marginal model: the curves of an item, or the distribution of a group */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RESPONSE_COLUMN_H
#define ENGINE_STATS_RESPONSE_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/stats/response/grid.h"

/* A person has a code 0..categories in each column, 0 = missing, and given the trait theta the codes are
 * independent: the likelihood of a person is the sum over the nodes of weight times the product of the
 * curves. An item's curve of code c is P(c | theta) (item_curve.h). The distribution of a group is a column
 * as well: its members have code 1, whose curve is the ratio of the group's density to the standard normal
 * (population.h). So one machinery serves one group and two. */
enum column_kind { COLUMN_ITEM, COLUMN_POPULATION };

struct column {
	enum column_kind kind;
	unsigned categories, parameters;
	size_t first;		/* of its parameters among those of the model */
};

/* What the logarithm of one curve is made of. At most three parameters of a column touch a code: place[k]
 * says which, score[k] is the derivative with respect to it over the nodes, curvature the second
 * derivatives in the order 00 01 02 11 12 22. Places that are not used have zeros. */
struct derivative {
	unsigned place[3];
	double score[3][GRID_LANES], curvature[6][GRID_LANES];
};

/* Are these parameters inside the model: falling intercepts, a positive variance? */
bool column_proper(const struct column *, const double *parameter);
/* rows_r: categories + 1 rows of GRID_LANES, code 0 first; that row is ones. parameter: the column's own. */
void column_curves(const struct column *, const double *parameter, const struct grid *, double *rows_r);
/* code 1..categories. */
void column_derivative(const struct column *, const double *parameter, const struct grid *, unsigned code,
    struct derivative *derivative_r);

/* Derivatives of sum of expected[c][q] log curve[c][q], the column's part of the expected complete-data
 * log-likelihood. expected: rows as those of column_curves. gradient_r: `parameters` numbers; hessian_r:
 * parameters x parameters, symmetric, or NULL. */
enum { COLUMN_PARAMETERS_MAX = 11 };
void column_sums(const struct column *, const double *parameter, const struct grid *, const double *expected,
    double *gradient_r, double *hessian_r);

#endif
