/* index.c - indexes: weighted dimensions, made of figures that are released already */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "engine/measure/measuring.h"

/* An index stands on at least this share of its declared weight. */
#define INDEX_COVERAGE .6

/* The row of a dimension of the form, or NULL. */
static const struct row *
row_of(const struct measuring *m, size_t dimension)
{
	for (size_t i = 0; i < m->n_rows; i++)
		if (m->rows[i].scores == &m->dimensions[dimension])
			return &m->rows[i];
	return NULL;
}

/* Is any dimension of the index shown for the group? */
static bool
group_in_play(const struct measuring *m, const struct index *index, size_t p)
{
	for (size_t i = 0; i < index->n_dimensions; i++) {
		const struct row *row = row_of(m, index->dimensions[i]);

		if (row != NULL && row->groups[p].shown == SHOWN)
			return true;
	}
	return false;
}

/* The weights of the dimensions that are shown for every group for which anything is shown, others 0: so
 * the groups' indexes are about the same things, and say nothing that is not released already. Returns the
 * share of the declared weight. */
static double
index_weights(const struct measuring *m, const struct index *index, double *weights_r)
{
	double kept = 0, declared = 0;

	for (size_t i = 0; i < index->n_dimensions; i++) {
		const struct row *row = row_of(m, index->dimensions[i]);
		bool usable = row != NULL;

		for (size_t p = 0; usable && p <= m->wave->n_parties; p++)
			usable = !group_in_play(m, index, p) || row->groups[p].shown == SHOWN;
		weights_r[i] = usable ? index->weights[i] : 0;
		kept += weights_r[i];
		declared += index->weights[i];
	}
	for (size_t i = 0; kept > 0 && i < index->n_dimensions; i++)
		weights_r[i] /= kept;
	return declared > 0 ? kept / declared : 0;
}

/* What the person adds to the deviation of the party's index: sum over dimensions of w (x - mean) / n. */
static double
influence(const struct measuring *m, const struct index *index, const double *weights, size_t r,
	bool *scored_r)
{
	size_t p = m->wave->responses[r].party;
	double sum = 0;

	for (size_t i = 0; i < index->n_dimensions; i++) {
		const struct row *row = row_of(m, index->dimensions[i]);

		double score, mean;

		if (weights[i] <= 0 || !row->scores->scored[r])
			continue;
		*scored_r = true;
		score = row_percent(row, row->scores->values[r]);
		mean = row_percent(row, row->groups[p].summary.mean);
		sum += weights[i] * (score - mean) / (double)row->groups[p].summary.n;
	}
	return sum;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The index of a party is the weighted mean of its dimension means. Its variance by linearisation
 * (Woodruff 1971), which with complete answers is that of the mean of the persons' indexes; summed by
 * size, so that the order of people cannot matter. */
static void
index_party(const struct measuring *m, const struct index *index, const double *weights, size_t p,
	struct group *g)
{
	double *squares = arena_make_n(m->arena, m->wave->n_responses, double), sum = 0;
	size_t n = 0;

	for (size_t i = 0; i < index->n_dimensions; i++) {
		const struct row *row = row_of(m, index->dimensions[i]);

		if (weights[i] <= 0)
			continue;
		g->summary.mean += weights[i] * row_percent(row, row->groups[p].summary.mean);
		g->mean += weights[i] * row_percent(row, row->groups[p].mean);
		g->capped |= row->groups[p].capped;
		g->band |= row->groups[p].band;
	}
	for (size_t r = 0; r < m->wave->n_responses; r++) {
		bool scored = false;
		double part;

		if (m->wave->responses[r].party != p)
			continue;
		part = influence(m, index, weights, r, &scored);
		squares[n] = part * part;
		n += scored;
	}
	qsort(squares, n, sizeof(*squares), by_size);
	for (size_t i = 0; i < n; i++)
		sum += squares[i];
	g->summary.n = n;
	g->summary.variance = n < 2 ? NAN : sum * (double)n * (double)n / (double)(n - 1);
}

/* Half a point of each dimension, in points of the index. */
static double
index_margin(const struct measuring *m, const struct index *index, const double *weights)
{
	double margin = 0;

	for (size_t i = 0; i < index->n_dimensions; i++) {
		const struct row *row = row_of(m, index->dimensions[i]);

		if (weights[i] > 0)
			margin += weights[i] * 100 * row->margin / (row->max - row->min);
	}
	return margin;
}

static enum shown
index_shown(const struct measuring *m, const struct index *index, size_t p, double coverage)
{
	if (group_in_play(m, index, p))
		return coverage >= INDEX_COVERAGE ? SHOWN : HIDDEN_RULE;
	for (size_t i = 0; i < index->n_dimensions; i++) {
		const struct row *row = row_of(m, index->dimensions[i]);

		if (row != NULL && row->groups[p].shown == HIDDEN_COMPLEMENT)
			return HIDDEN_COMPLEMENT;
	}
	return HIDDEN_SMALL;
}

void
index_row(struct measuring *m, const struct index *index, struct row *row)
{
	double *weights = arena_make_n(m->arena, index->n_dimensions, double);
	double coverage = index_weights(m, index, weights);
	size_t n_parties = m->wave->n_parties;

	*row = (struct row){ .of = index->id, .role = ROLE_DRIVER, .max = 100,
		.margin = index_margin(m, index, weights),
		.groups = arena_make_n(m->arena, n_parties + 1, struct group) };
	for (size_t p = 0; p < n_parties; p++)
		index_party(m, index, weights, p, &row->groups[p]);
	row_join(m, row);
	for (size_t p = 0; p <= n_parties; p++)
		row->groups[p].shown = index_shown(m, index, p, coverage);
}
