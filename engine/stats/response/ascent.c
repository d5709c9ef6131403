/* ascent.c - marginal.h: up to the maximum */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "engine/stats/cholesky.h"
#include "engine/stats/response/marginal.h"

enum { EM_STEPS = 6, STEPS_MAX = 1000, HALVINGS = 8 };

#define TOLERANCE 1e-11
#define SLOPE_MAX 10.0
/* Where Newton is tried at once, as from the parameters of a model that is nearly this one. */
#define NEAR 0.02
/* Newton's gradient shrinks by at least this with each step, or the information is computed afresh. */
#define WORTH_KEEPING 0.1
#define DAMPING_MAX 1e3
/* Near the maximum the likelihood itself changes by less than its rounding. */
#define ROUNDING 1e-12

struct ascent {
	struct marginal *m;
	struct convergence convergence;
	double *information, *factor, *step, *from;
	bool factored;		/* the last information had a factor, at these parameters or near them */
};

static void
evaluate(struct ascent *a)
{
	struct marginal *m = a->m;
	double largest = 0, people = (double)m->patterns.people;

	marginal_evaluate(m);
	for (size_t k = 0; k < m->parameters; k++)
		largest = fmax(largest, fabs(m->gradient[k]));
	a->convergence.gradient = isfinite(m->log_likelihood) ? largest / people : INFINITY;
	a->convergence.iterations++;
}

static bool
arrived(const struct ascent *a)
{
	return a->convergence.gradient <= a->convergence.tolerance;
}

/* Of the information with this share of its diagonal (and of a thousandth of the people) added. */
static bool
factor(struct ascent *a, double damping)
{
	size_t n = a->m->parameters;

	memcpy(a->factor, a->information, n * n * sizeof *a->factor);
	for (size_t k = 0; k < n * n; k += n + 1)
		a->factor[k] += damping * (fabs(a->factor[k]) + 1e-3 * (double)a->m->patterns.people);
	return cholesky_factor(a->factor, n);
}

static bool
factor_information(struct ascent *a)
{
	marginal_information(a->m, a->information);
	return a->factored = factor(a, 0);
}

/* Half the step until it goes up. If it never does, stays. */
static bool
newton_step(struct ascent *a)
{
	struct marginal *m = a->m;
	double before = m->log_likelihood, size = 1;

	memcpy(a->step, m->gradient, m->parameters * sizeof *a->step);
	memcpy(a->from, m->parameter, m->parameters * sizeof *a->from);
	cholesky_solve(a->factor, m->parameters, a->step);
	for (int i = 0; i < HALVINGS; i++, size /= 2) {
		for (size_t k = 0; k < m->parameters; k++)
			m->parameter[k] = a->from[k] + size * a->step[k];
		if (!marginal_proper(m))
			continue;
		evaluate(a);
		if (m->log_likelihood >= before - ROUNDING * fabs(before))
			return true;
	}
	memcpy(m->parameter, a->from, m->parameters * sizeof *a->from);
	evaluate(a);
	return false;
}

/* Where the likelihood is not concave, the least damping that makes it so leads up, and faster than EM. */
static void
newton(struct ascent *a)
{
	while (!arrived(a) && a->convergence.iterations < STEPS_MAX) {
		bool concave = factor_information(a), factored = concave;
		double before;

		for (double damping = 1e-3; !factored && damping < DAMPING_MAX; damping *= 4)
			factored = factor(a, damping);
		do {
			before = a->convergence.gradient;
			if (!factored || !newton_step(a))
				return;
		} while (concave && !arrived(a) && a->convergence.gradient < WORTH_KEEPING * before);
	}
}

static void
expectation_maximisation(struct ascent *a)
{
	for (int i = 0; i < EM_STEPS && !arrived(a); i++) {
		marginal_maximise(a->m);
		evaluate(a);
	}
}

/* A slope that runs away takes along that of the item that says the same. */
static enum refusal
judge_slopes(const struct marginal *m)
{
	size_t beyond = 0, steep = 0;

	for (size_t i = 0; i < m->patterns.columns; i++)
		if (m->column[i].kind == COLUMN_ITEM) {
			double slope = fabs(m->parameter[m->column[i].first]);

			beyond += slope > SLOPE_MAX;
			steep += slope > SLOPE_MAX / 2;
		}
	return beyond == 0 ? REFUSED_NOT : steep > 1 ? REFUSED_SINGULAR : REFUSED_IMPROPER;
}

/* exact: the factor must be that of the information at the maximum itself. */
static enum refusal
ascend(struct ascent *a, bool exact)
{
	enum refusal refused;

	evaluate(a);
	if (a->convergence.gradient <= NEAR)
		newton(a);
	while ((refused = judge_slopes(a->m)) == REFUSED_NOT && !arrived(a)) {
		if (a->convergence.iterations >= STEPS_MAX)
			return REFUSED_NOT_CONVERGED;
		expectation_maximisation(a);
		newton(a);
	}
	if (refused == REFUSED_NOT && (exact || !a->factored) && !factor_information(a))
		refused = REFUSED_SINGULAR;
	return refused;
}

enum refusal
marginal_ascend(struct marginal *m, double *covariance_r, struct convergence *convergence_r)
{
	struct arena *scratch = arena_new();
	struct ascent a = { .m = m, .convergence.tolerance = TOLERANCE };
	enum refusal refused;

	a.information = arena_make_n(scratch, m->parameters * m->parameters, double);
	a.factor = arena_make_n(scratch, m->parameters * m->parameters, double);
	a.step = arena_make_n(scratch, m->parameters, double);
	a.from = arena_make_n(scratch, m->parameters, double);
	refused = ascend(&a, covariance_r != NULL);
	if (refused == REFUSED_NOT && covariance_r != NULL)
		cholesky_invert(a.factor, m->parameters, covariance_r);
	*convergence_r = a.convergence;
	arena_free(scratch);
	return refused;
}
