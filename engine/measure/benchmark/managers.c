/* managers.c - what alliance managers can do, as a map of the whole team: nothing of a single person */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "engine/measure/benchmark/benchmarking.h"
#include "engine/measure/score.h"
#include "engine/stats/gap/welch.h"
#include "engine/stats/groups/group.h"

static int
by_entry(const void *a, const void *b)
{
	int64_t x = ((const struct pool_profile *)a)->entered, y = ((const struct pool_profile *)b)->entered;

	return (x > y) - (x < y);
}

static bool
is_replaced(const struct pool_profile *list, size_t n, size_t i)
{
	for (size_t later = i + 1; later < n; later++)
		if (list[later].person_id == list[i].person_id)
			return true;
	return false;
}

/* The newest profile of each manager among those released so far by fives. Profiles that wait for others to enter with
 * them are left out: two maps, one before and one after, differ by five profiles or by none, so that the difference
 * is not one manager's. */
static size_t
settle(const struct benchmarking *b, struct pool_profile *list_r)
{
	const struct pool *p = b->pool;
	size_t settled = p->n_profiles - p->n_profiles % BENCHMARK_MANAGERS, n = 0;

	if (p->n_profiles > 0)
		memcpy(list_r, p->profiles, p->n_profiles * sizeof(*list_r));
	qsort(list_r, p->n_profiles, sizeof(*list_r), by_entry);
	for (size_t i = 0; i < settled; i++)
		if (!is_replaced(list_r, settled, i))
			list_r[n++] = list_r[i];
	return n;
}

/* The newest version of the form that most profiles used, the alphabetically first of equals. */
static const struct form *
choose_form(const struct pool *p)
{
	const struct form *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < p->n_profiles; i++) {
		const struct form *f = p->forms[p->profiles[i].form];
		size_t n = 0;
		int order = best == NULL ? -1 : strcmp(f->id, best->id);

		for (size_t j = 0; j < p->n_profiles; j++)
			n += str_eq(p->forms[p->profiles[j].form]->id, f->id);
		if (n > most || (n == most && (order < 0 || (order == 0 && f->version > best->version)))) {
			best = f;
			most = n;
		}
	}
	return best;
}

static double
mean_of(const struct contribution *c, size_t row)
{
	for (size_t i = 0; i < c->parties[0].n_figures; i++)
		if (c->parties[0].figures[i].row == row)
			return c->parties[0].figures[i].mean;
	return NAN;
}

/* The same competency in all profiles it is taken from. */
static size_t
gather(const struct pool_profile *list, size_t n_list, size_t row, struct related *const related[], double *means_r)
{
	size_t n = 0;

	for (size_t i = 0; i < n_list; i++) {
		const struct related *r = &related[list[i].form][row];
		double mean = NAN;

		if (r->relation == RELATION_SAME && list[i].figures.n_parties == 1)
			mean = mean_of(&list[i].figures, r->row);
		if (!isnan(mean))
			means_r[n++] = mean;
	}
	return n;
}

static struct benchmark_competency
competency(const struct benchmarking *b, const struct form *form, size_t row, const double *means, size_t n)
{
	struct group g = group_of(means, n);
	struct summary s = { n, g.mean, n < 2 ? NAN : g.within / (double)(n - 1) };
	struct estimate e = welch_mean(&s);
	struct scorer scorer = scorer_new(b->arena, form, &form->dimensions[row]);
	struct benchmark_competency x = { comparable_id(form, row), REFUSED_TOO_FEW, n, NAN, scorer.min, scorer.max,
		{ NAN, NAN } };

	if (n < BENCHMARK_MANAGERS)
		return x;
	x.refused = REFUSED_NOT;
	x.mean = g.mean;
	x.ci95 = e.ci95;
	return x;
}

void
benchmark_fill_managers(struct benchmarking *b)
{
	struct pool_profile *profiles = arena_make_n(b->arena, b->pool->n_profiles, struct pool_profile);
	size_t n_profiles = settle(b, profiles);
	const struct form *form = choose_form(b->pool);
	struct benchmark_competency *list;
	struct related **related;
	double *means;

	if (form == NULL)
		return;
	related = arena_make_n(b->arena, b->pool->n_forms, struct related *);
	means = arena_make_n(b->arena, n_profiles, double);
	list = arena_make_n(b->arena, form->n_dimensions, struct benchmark_competency);
	for (size_t f = 0; f < b->pool->n_forms; f++)
		if (b->pool->forms[f]->subject == SUBJECT_MANAGER)
			related[f] = comparable_rows(b->arena, b->pool->forms[f], form, NULL, 0);
	for (size_t d = 0; d < form->n_dimensions; d++) {
		size_t n = gather(profiles, n_profiles, d, related, means);

		list[b->out->n_competencies++] = competency(b, form, d, means, n);
	}
	b->out->manager_form = form;
	b->out->competencies = list;
}
