/* cross.c - sums of squares and products of one alliance's people, to be stored and added */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/drivers/cross.h"

#include <math.h>

#include "base/check.h"

static bool
complete(const double *const column[], size_t variables, size_t person)
{
	for (size_t i = 0; i < variables; i++)
		if (isnan(column[i][person]))
			return false;
	return true;
}

struct cross
cross_of(const double *const column[], size_t variables, size_t from, size_t to)
{
	struct cross c = { .variables = variables };

	CHECK(variables > 0 && variables <= CROSS_MAX);
	for (size_t p = from; p < to; p++) {
		if (!complete(column, variables, p))
			continue;
		c.n++;
		for (size_t i = 0; i < variables; i++)
			c.mean[i] += (column[i][p] - c.mean[i]) / (double)c.n;
	}
	for (size_t p = from; p < to; p++) {
		if (!complete(column, variables, p))
			continue;
		for (size_t i = 0; i < variables; i++)
			for (size_t j = 0; j <= i; j++)
				c.products[i][j] += (column[i][p] - c.mean[i]) * (column[j][p] - c.mean[j]);
	}
	return c;
}

static void
add_products(struct cross *c, const struct cross *part)
{
	for (size_t i = 0; i < c->variables; i++)
		for (size_t j = 0; j <= i; j++)
			c->products[i][j] += part->products[i][j];
}

void
cross_merge(struct cross *c, const struct cross *part)
{
	double n = (double)c->n, m = (double)part->n, apart[CROSS_MAX];

	CHECK(c->variables == part->variables);
	if (part->n == 0)
		return;
	add_products(c, part);
	for (size_t i = 0; i < c->variables; i++) {
		apart[i] = part->mean[i] - c->mean[i];
		for (size_t j = 0; j <= i; j++)
			c->products[i][j] += apart[i] * apart[j] * n * m / (n + m);
	}
	for (size_t i = 0; i < c->variables; i++)
		c->mean[i] += apart[i] * m / (n + m);
	c->n += part->n;
}

static void
add_means(struct cross *c, const struct cross *part)
{
	c->n += part->n;
	for (size_t i = 0; i < c->variables; i++)
		c->mean[i] += (part->mean[i] - c->mean[i]) * (double)part->n / (double)c->n;
}

struct cross
cross_pool(const struct cross alliances[], const size_t pick[], size_t n_picks, bool within)
{
	struct cross pool = { 0 };
	size_t occupied = 0;

	CHECK(n_picks > 0);
	pool.variables = alliances[0].variables;
	for (size_t k = 0; k < n_picks; k++) {
		const struct cross *part = &alliances[pick == NULL ? k : pick[k]];

		CHECK(part->variables == pool.variables);
		if (part->n == 0)
			continue;
		occupied++;
		if (within) {
			add_products(&pool, part);
			add_means(&pool, part);
		} else {
			cross_merge(&pool, part);
		}
	}
	if (within && occupied > 0)
		pool.n -= occupied - 1;
	return pool;
}

/* Rounding of a mean leaves a constant variable a spread of about 1e-32 of its square. */
static bool
spreads(const struct cross *c, size_t i)
{
	return c->products[i][i] > 1e-24 * (double)c->n * c->mean[i] * c->mean[i];
}

enum refusal
cross_correlation(const struct cross *c, double r_r[])
{
	if (c->n < 2)
		return c->n == 0 ? REFUSED_EMPTY : REFUSED_TOO_FEW;
	for (size_t i = 0; i < c->variables; i++) {
		if (!spreads(c, i))
			return REFUSED_NO_SPREAD;
		for (size_t j = 0; j <= i; j++) {
			double scale = sqrt(c->products[i][i] * c->products[j][j]);
			double r = i == j ? 1 : c->products[i][j] / scale;

			r_r[i * c->variables + j] = r;
			r_r[j * c->variables + i] = r;
		}
	}
	return REFUSED_NOT;
}
