/* information.c - marginal.h: the exact observed information */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "engine/stats/response/marginal.h"
#include "engine/stats/response/posterior.h"

/* Posteriors of so many patterns stay in the second-level cache while the pairs of columns pass over them; of
 * so many rows for pairs a table is made at a time (64 MB), or of what one column needs. */
enum { BLOCK = 128, JOINT_ROWS = 128 * 1024 };

/* For the codes of all columns, numbered i * stride + c: three scores over the nodes, and the parameters they
 * are derivatives by; code 0 has zeros. For pairs of the columns from <= i < to with columns j < i: how many
 * people are expected to have both codes, over the nodes. The products of people's gradients have rows of
 * `width` vectors. */
struct work {
	const struct marginal *m;
	double *score;
	size_t (*place)[3];
	size_t from, to;
	double *joint, *block;
	double *gradient, *products;
	size_t width;
};

static size_t
joint_rows(const struct marginal *m, size_t from, size_t to)
{
	return (to * (to - 1) - from * (from - 1)) / 2 * m->stride * m->stride;
}

/* The table that begins with this column. */
static void
extend(struct work *w, size_t from)
{
	w->from = from;
	w->to = from + 1;
	while (w->to < w->m->patterns.columns && joint_rows(w->m, from, w->to + 1) <= JOINT_ROWS)
		w->to++;
}

static size_t
largest_table(struct work *w)
{
	size_t rows = 0;

	for (extend(w, 1); w->from < w->m->patterns.columns; extend(w, w->to))
		if (joint_rows(w->m, w->from, w->to) > rows)
			rows = joint_rows(w->m, w->from, w->to);
	return rows;
}

static struct work
work_new(struct arena *scratch, const struct marginal *m)
{
	size_t columns = m->patterns.columns, codes = columns * m->stride;
	struct work w = { .m = m, .width = (m->parameters + 7) / 8 };
	struct derivative d;

	w.score = grid_rows(scratch, 3 * codes);
	w.place = arena_array(scratch, codes, sizeof *w.place);
	w.joint = grid_rows(scratch, largest_table(&w));
	w.block = grid_rows(scratch, BLOCK);
	w.gradient = grid_rows(scratch, w.width / 8 + 1);
	w.products = grid_rows(scratch, w.width * m->parameters / 8 + 1);
	for (size_t i = 0; i < columns; i++)
		for (unsigned c = 1; c <= m->column[i].categories; c++) {
			size_t code = i * m->stride + c;

			column_derivative(&m->column[i], m->parameter + m->column[i].first, &m->grid, c, &d);
			memcpy(w.score + 3 * code * GRID_LANES, d.score, sizeof d.score);
			for (size_t k = 0; k < 3; k++)
				w.place[code][k] = m->column[i].first + d.place[k];
		}
	return w;
}

/* The k-th score of a code over the nodes. */
static inline const double *
score_of(const struct work *w, size_t code, size_t k)
{
	return w->score + (3 * code + k) * GRID_LANES;
}

/* A person's gradient E[s], and its product with itself. The lower triangle, in whole vectors. */
LANES_INLINE void
add_products(struct work *w, const uint8_t *codes, const double *row, double count)
{
	const struct marginal *m = w->m;
	lanes *g = (lanes *)w->gradient;

	memset(w->gradient, 0, w->width * sizeof *g);
	for (size_t i = 0; i < m->patterns.columns; i++) {
		size_t code = i * m->stride + codes[i];

		for (size_t k = 0; k < 3 && codes[i] != 0; k++)
			w->gradient[w->place[code][k]] += lanes_dot(row, score_of(w, code, k));
	}
	for (size_t a = 0; a < m->parameters; a++) {
		double x = count * w->gradient[a];
		lanes *product = (lanes *)w->products + a * w->width;

		if (x != 0)
			for (size_t b = 0; b <= a / 8; b++)
				product[b] += x * g[b];
	}
}

LANES_INLINE void
add_joint(struct work *w, const uint8_t *codes, size_t n)
{
	size_t columns = w->m->patterns.columns, stride = w->m->stride;
	double *pair = w->joint;

	for (size_t i = w->from; i < w->to; i++)
		for (size_t j = 0; j < i; j++, pair += stride * stride * GRID_LANES)
			for (size_t p = 0; p < n; p++) {
				size_t both = codes[p * columns + i] * stride + codes[p * columns + j];

				lanes_add(pair + both * GRID_LANES, w->block + p * GRID_LANES);
			}
}

FOR_EACH_PROCESSOR static void
pass_over_people(struct work *w)
{
	const struct marginal *m = w->m;
	const struct patterns *p = &m->patterns;

	for (size_t first = 0; first < p->n; first += BLOCK) {
		size_t n = p->n - first < BLOCK ? p->n - first : BLOCK;

		for (size_t k = 0; k < n; k++) {
			const uint8_t *codes = p->codes + (first + k) * p->columns;
			double *row = w->block + k * GRID_LANES;

			posterior(m->grid.weight, m->curves, m->stride, codes, p->columns, row);
			if (w->from == 1)
				add_products(w, codes, row, p->count[first + k]);
			lanes_scale(row, p->count[first + k]);
		}
		add_joint(w, p->codes + first * p->columns, n);
	}
}

/* information -= sum over nodes of joint s s', for one code of each of two columns. */
LANES_INLINE void
subtract_scores(const struct work *w, const double *joint, size_t code, size_t other, double *information)
{
	size_t n = w->m->parameters;
	_Alignas(64) double row[GRID_LANES];

	for (size_t k = 0; k < 3; k++) {
		lanes_multiply(joint, score_of(w, code, k), row);
		for (size_t l = 0; l < 3; l++)
			information[w->place[code][k] * n + w->place[other][l]] -=
			    lanes_dot(row, score_of(w, other, l));
	}
}

FOR_EACH_PROCESSOR static void
subtract_joint(const struct work *w, double *information)
{
	const struct column *c = w->m->column;
	size_t stride = w->m->stride;
	const double *pair = w->joint;

	for (size_t i = w->from; i < w->to; i++)
		for (size_t j = 0; j < i; j++, pair += stride * stride * GRID_LANES)
			for (size_t x = 1; x <= c[i].categories; x++)
				for (size_t y = 1; y <= c[j].categories; y++)
					subtract_scores(w, pair + (x * stride + y) * GRID_LANES, i * stride + x,
					    j * stride + y, information);
}

/* A column with itself: a person has one code in it. */
static void
subtract_own(const struct work *w, size_t i, double *information)
{
	const struct marginal *m = w->m;
	const struct column *c = &m->column[i];
	const double *expected = marginal_row(m, m->expected, i, 0);
	double gradient[COLUMN_PARAMETERS_MAX], hessian[COLUMN_PARAMETERS_MAX * COLUMN_PARAMETERS_MAX];
	double *own = information + c->first * m->parameters + c->first;

	column_sums(c, m->parameter + c->first, &m->grid, expected, gradient, hessian);
	for (size_t k = 0; k < c->parameters; k++)
		for (size_t l = 0; l < c->parameters; l++)
			own[k * m->parameters + l] -= hessian[k * c->parameters + l];
	for (size_t x = 1, code = i * m->stride + 1; x <= c->categories; x++, code++)
		subtract_scores(w, expected + x * GRID_LANES, code, code, information);
}

void
marginal_information(const struct marginal *m, double *information_r)
{
	struct arena *scratch = arena_new();
	struct work w = work_new(scratch, m);

	memset(information_r, 0, m->parameters * m->parameters * sizeof *information_r);
	for (size_t i = 0; i < m->patterns.columns; i++)
		subtract_own(&w, i, information_r);
	for (extend(&w, 1); w.from < m->patterns.columns; extend(&w, w.to)) {
		memset(w.joint, 0, joint_rows(m, w.from, w.to) * GRID_LANES * sizeof *w.joint);
		pass_over_people(&w);
		subtract_joint(&w, information_r);
	}
	for (size_t a = 0; a < m->parameters; a++)
		for (size_t b = 0; b <= a; b++)
			information_r[a * m->parameters + b] += w.products[a * w.width * 8 + b];
	arena_free(scratch);
}
