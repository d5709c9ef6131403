/* covariance.c - how items vary together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/covariance.h"

#include <math.h>
#include <stdbool.h>

#include "base/arena.h"
#include "engine/stats/whole.h"

/* 65,536 products of two codes fit into 32 bits, which the processor adds eight at a time. */
#define BLOCK 65536

/* Sums over the people who answered both of two items. */
struct products {
	int64_t people, x, y, xy;
};

static void
products_add(struct products *sum, const uint8_t x[], const uint8_t y[], size_t people)
{
	uint32_t both = 0, sum_x = 0, sum_y = 0, sum_xy = 0;

	for (size_t p = 0; p < people; p++) {
		uint32_t a = x[p], b = y[p], answered = (a != 0) & (b != 0);

		both += answered;
		sum_x += answered * a;
		sum_y += answered * b;
		sum_xy += a * b;
	}
	sum->people += both;
	sum->x += sum_x;
	sum->y += sum_y;
	sum->xy += sum_xy;
}

static struct products
products_of(const struct ratings *r, size_t i, size_t j)
{
	struct products sum = { 0 };

	for (size_t p = 0; p < r->people; p += BLOCK)
		products_add(&sum, r->column[i] + p, r->column[j] + p, r->people - p < BLOCK ? r->people - p : BLOCK);
	return sum;
}

static double
products_covariance(const struct products *s)
{
	whole128 n = s->people, top = n * s->xy - (whole128)s->x * s->y;

	return s->people < 2 ? NAN : (double)top / ((double)s->people * (double)(s->people - 1));
}

/* Whether every pair of items has a covariance. */
static bool
fill(struct covariance *c, const struct ratings *r)
{
	bool known = true;

	for (size_t i = 0; i < c->items; i++)
		for (size_t j = 0; j <= i; j++) {
			struct products sum = products_of(r, i, j);
			double entry = products_covariance(&sum);

			if (i == j)
				c->mean[i] = (double)sum.x / (double)sum.people;
			c->matrix[i * c->items + j] = c->matrix[j * c->items + i] = entry;
			known &= !isnan(entry);
		}
	return known;
}

static struct covariance
covariance_new(struct arena *arena, size_t people, size_t items)
{
	return (struct covariance){ REFUSED_NOT, people, items, arena_make_n(arena, items, double),
		arena_make_n(arena, items * items, double) };
}

static void
refuse(struct covariance *c, enum refusal reason)
{
	c->refused = reason;
	for (size_t i = 0; i < c->items * c->items; i++)
		c->matrix[i] = NAN;
}

static struct covariance
checked(struct covariance c, bool known)
{
	if (!known || c.people < 2)
		refuse(&c, c.people == 0 ? REFUSED_EMPTY : REFUSED_TOO_FEW);
	return c;
}

struct covariance
covariance_listwise(struct arena *arena, const struct ratings *r)
{
	struct ratings complete = ratings_complete(arena, r);
	struct covariance c = covariance_new(arena, complete.people, r->items);

	return checked(c, fill(&c, &complete));
}

static size_t
answered_any(const struct ratings *r)
{
	size_t people = 0;

	for (size_t p = 0; p < r->people; p++) {
		size_t i = 0;

		while (i < r->items && r->column[i][p] == 0)
			i++;
		people += i < r->items;
	}
	return people;
}

struct covariance
covariance_pairwise(struct arena *arena, const struct ratings *r)
{
	struct covariance c = covariance_new(arena, answered_any(r), r->items);

	return checked(c, fill(&c, r));
}

struct covariance
covariance_from_sums(struct arena *arena, int64_t people, size_t items, const int64_t sums[],
    const int64_t products[])
{
	struct covariance c = covariance_new(arena, (size_t)people, items);

	for (size_t i = 0; i < items; i++) {
		c.mean[i] = (double)sums[i] / (double)people;
		for (size_t j = 0; j <= i; j++) {
			struct products sum = { people, sums[i], sums[j], *products++ };

			c.matrix[i * items + j] = c.matrix[j * items + i] = products_covariance(&sum);
		}
	}
	return checked(c, true);
}

static bool
all_vary(const struct covariance *c)
{
	for (size_t i = 0; i < c->items; i++)
		if (!(c->matrix[i * c->items + i] > 0))
			return false;
	return true;
}

struct covariance
covariance_standardised(struct arena *arena, const struct covariance *c)
{
	struct covariance s = covariance_new(arena, c->people, c->items);
	size_t n = c->items;

	if (c->refused != REFUSED_NOT || !all_vary(c)) {
		refuse(&s, c->refused != REFUSED_NOT ? c->refused : REFUSED_NO_SPREAD);
		return s;
	}
	for (size_t i = 0; i < n; i++) {
		s.matrix[i * n + i] = 1;
		for (size_t j = 0; j < i; j++)
			s.matrix[i * n + j] = s.matrix[j * n + i] =
			    c->matrix[i * n + j] / sqrt(c->matrix[i * n + i] * c->matrix[j * n + j]);
	}
	return s;
}

double
covariance_total(const struct covariance *c)
{
	double total = 0;

	for (size_t i = 0; i < c->items * c->items; i++)
		total += c->matrix[i];
	return total;
}

double
covariance_trace(const struct covariance *c)
{
	double trace = 0;

	for (size_t i = 0; i < c->items; i++)
		trace += c->matrix[i * c->items + i];
	return trace;
}
