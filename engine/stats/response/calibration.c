/* calibration.c - the marginal model of a set of ratings, of one group of people or of two */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/calibration.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/response/population.h"

void
calibration_frequency(const struct ratings *r, size_t item, const uint8_t *group, uint8_t of,
    size_t *frequency_r)
{
	size_t all[256] = { 0 };

	for (size_t p = 0; p < r->people; p++)
		if (group == NULL || group[p] == of)
			all[r->column[item][p]]++;
	memcpy(frequency_r, all, (r->points + 1) * sizeof *all);
	for (size_t code = r->points + 1; code < 256; code++)
		CHECK(all[code] == 0);
}

/* Columns of a model under construction, and the codes people have in them. */
struct draft {
	const struct calibration *c;
	struct column *column;
	const uint8_t **codes;
	size_t n;
};

static void
add_item(struct arena *arena, struct draft *d, size_t item, bool one_group, uint8_t group)
{
	const struct ratings *r = d->c->ratings;
	const struct categories *k = &d->c->categories[item];
	uint8_t *codes = arena_make_n(arena, r->people, uint8_t);

	for (size_t p = 0; p < r->people; p++)
		codes[p] = one_group && d->c->group[p] != group ? 0 : k->of[r->column[item][p]];
	d->codes[d->n] = codes;
	d->column[d->n++] = (struct column){ .kind = COLUMN_ITEM, .categories = k->n, .parameters = k->n };
}

static void
add_population(struct draft *d)
{
	d->codes[d->n] = d->c->group;
	d->column[d->n++] = (struct column){ .kind = COLUMN_POPULATION, .categories = 1,
		.parameters = POPULATION_PARAMETERS };
}

/* With slope 1, the share above a threshold is about that of a logistic with variance pi^2 / 3 + 1. */
static void
start_item(const uint8_t *codes, size_t people, unsigned categories, double *parameter_r)
{
	const double wider = sqrt(1 + 3 / (M_PI * M_PI));
	size_t all[256] = { 0 }, above = 0, answered;

	for (size_t p = 0; p < people; p++)
		all[codes[p]]++;
	CHECK(all[1] > 0);
	answered = people - all[0];
	parameter_r[0] = 1;
	for (unsigned k = categories - 1; k > 0; k--) {
		CHECK(all[k + 1] > 0);
		above += all[k + 1];
		parameter_r[k] = wider * log((double)above / (double)(answered - above));
	}
}

static void
start(struct marginal *m, const struct draft *d)
{
	for (size_t i = 0; i < d->n; i++) {
		double *parameter = m->parameter + d->column[i].first;

		if (d->column[i].kind == COLUMN_ITEM)
			start_item(d->codes[i], d->c->ratings->people, d->column[i].categories, parameter);
		else
			parameter[1] = -.5;
	}
}

struct marginal *
calibration_model(struct arena *arena, const struct calibration *c, size_t *column_r)
{
	size_t items = c->ratings->items;
	struct draft d = { .c = c };
	struct patterns patterns;
	struct marginal *m;

	d.column = arena_make_n(arena, 2 * items + 1, struct column);
	d.codes = arena_make_n(arena, 2 * items + 1, const uint8_t *);
	for (size_t i = 0; i < items; i++) {
		bool freed = c->freed != NULL && c->freed[i];

		column_r[i] = d.n;
		add_item(arena, &d, i, freed, 0);
		if (freed)
			add_item(arena, &d, i, true, 1);
	}
	items = d.n;
	if (c->group != NULL)
		add_population(&d);
	patterns_group(arena, d.codes, d.n, items, c->ratings->people, &patterns);
	m = marginal_new(arena, &patterns, d.column);
	start(m, &d);
	return m;
}
