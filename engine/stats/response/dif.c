/* dif.c - do items mean the same to two groups of people? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/dif.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/response/calibration.h"
#include "engine/stats/response/graded.h"
#include "engine/stats/response/item_curve.h"
#include "engine/stats/response/population.h"

#define ALPHA 0.05
#define NCDIF_CUT 0.006
/* More freedom cannot fit worse, but for rounding: one of the two fits is at a lesser maximum. */
#define WORSE (-1e-5)

/* A fitted model: which column belongs to which item, and how the fit went. */
struct fit {
	const struct marginal *m;
	size_t *column;
	enum refusal refused;
};

struct study {
	struct arena *arena;	/* of the present round */
	struct calibration c;
	bool *freed;		/* what c.freed points to */
	struct fit base;	/* with the items freed that are no anchors */
};

static double *
parameters_of(const struct fit *f, size_t item, size_t group, bool freed)
{
	return f->m->parameter + f->m->column[f->column[item] + (freed ? group : 0)].first;
}

static double *
population_of(const struct fit *f)
{
	return f->m->parameter + f->m->column[f->m->patterns.columns - 1].first;
}

/* Starts where a nearly equal model ended. */
static void
start_from(const struct study *s, const struct fit *from, const bool *from_freed, struct fit *f)
{
	for (size_t i = 0; i < s->c.ratings->items; i++)
		for (size_t g = 0; g <= (s->freed[i] ? 1 : 0); g++)
			memcpy(parameters_of(f, i, g, s->freed[i]), parameters_of(from, i, g, from_freed[i]),
			    s->c.categories[i].n * sizeof(double));
	memcpy(population_of(f), population_of(from), POPULATION_PARAMETERS * sizeof(double));
}

/* With the items that are freed now. */
static struct fit
fit_model(const struct study *s, struct arena *arena, const struct fit *from, const bool *from_freed)
{
	struct fit f = { .column = arena_make_n(arena, s->c.ratings->items, size_t) };
	struct marginal *m = calibration_model(arena, &s->c, f.column);
	struct convergence convergence;

	f.m = m;
	if (from != NULL)
		start_from(s, from, from_freed, &f);
	f.refused = marginal_ascend(m, NULL, &convergence);
	return f;
}

/* Of the item's mean answer, over the thetas of group 1. */
static void
report_distance(const struct fit *f, size_t i, struct dif_item *item)
{
	const double *a = parameters_of(f, i, 0, true), *b = parameters_of(f, i, 1, true);
	const double *ratio = marginal_row(f->m, f->m->curves, f->m->patterns.columns - 1, 1);
	double sum = 0, squares = 0;
	unsigned n = item->categories.n;

	for (size_t q = 0; q < GRID_NODES; q++) {
		double theta = f->m->grid.node[q], share = ratio[q] * f->m->grid.weight[q];
		double d = item_curve_mean(b, n, theta) - item_curve_mean(a, n, theta);

		sum += share * d;
		squares += share * d * d;
	}
	item->shift = sum;
	item->distance = sqrt(squares);
}

static void
report_item(const struct fit *free, const struct fit *equal, size_t i, struct dif_item *item)
{
	double ratio = 2 * (free->m->log_likelihood - equal->m->log_likelihood);

	item->refused = free->refused != REFUSED_NOT ? free->refused : equal->refused;
	if (item->refused == REFUSED_NOT && ratio < WORSE)
		item->refused = REFUSED_NOT_CONVERGED;
	item->likelihood_ratio = item->p = item->shift = item->distance = NAN;
	item->degrees = item->categories.n;
	if (item->refused != REFUSED_NOT)
		return;
	item->likelihood_ratio = fmax(0, ratio);
	item->p = chi_squared_q(item->likelihood_ratio, item->degrees);
	report_distance(free, i, item);
}

/* Against the present base, in which the item is free already or not. */
static void
test_item(struct study *s, size_t i, struct dif_item *item)
{
	struct arena *scratch = arena_new();
	bool *base_freed = arena_memdup(scratch, s->freed, s->c.ratings->items * sizeof *s->freed);
	struct fit other;

	s->freed[i] = !base_freed[i];
	other = fit_model(s, scratch, &s->base, base_freed);
	s->freed[i] = base_freed[i];
	report_item(s->freed[i] ? &s->base : &other, s->freed[i] ? &other : &s->base, i, item);
	arena_free(scratch);
}

static void
judge(struct arena *scratch, struct dif *d)
{
	double *p = arena_make_n(scratch, d->items, double);

	for (size_t i = 0; i < d->items; i++)
		p[i] = d->item[i].p;
	multiplicity_benjamini_hochberg(p, d->items, p);
	for (size_t i = 0; i < d->items; i++) {
		struct dif_item *item = &d->item[i];
		double range = item->categories.n - 1;

		item->adjusted_p = p[i];
		item->found = p[i] < ALPHA && item->distance * item->distance > NCDIF_CUT * range * range;
	}
}

/* Items found that still were anchors cease to be. */
static bool
free_found(struct study *s, struct dif *d)
{
	bool more = false;

	for (size_t i = 0; i < d->items; i++)
		if (d->item[i].found && d->item[i].anchor) {
			d->item[i].anchor = false;
			s->freed[i] = more = true;
			d->anchors--;
		}
	return more;
}

static void
refuse(struct dif *d, enum refusal why, size_t item)
{
	d->refused = why;
	d->refused_item = item;
	d->mean = d->sd = NAN;
	for (size_t i = 0; i < d->items; i++)
		d->item[i] = (struct dif_item){ .refused = why, .categories = d->item[i].categories,
			.likelihood_ratio = NAN, .p = NAN, .adjusted_p = NAN, .shift = NAN, .distance = NAN };
}

/* One round with the anchors there are. Says whether there are fewer now. */
static bool
round_of_tests(struct study *s, struct dif *d)
{
	s->base = fit_model(s, s->arena, NULL, NULL);
	if (s->base.refused != REFUSED_NOT) {
		refuse(d, s->base.refused, d->items);
		return false;
	}
	d->mean = population_mean(population_of(&s->base));
	d->sd = population_sd(population_of(&s->base));
	for (size_t i = 0; i < d->items; i++)
		test_item(s, i, &d->item[i]);
	judge(s->arena, d);
	return free_found(s, d);
}

static void
study(struct dif *d, const struct ratings *r, const uint8_t *group)
{
	struct arena *scratch = arena_new();
	struct categories *categories = arena_make_n(scratch, d->items, struct categories);
	struct study s = { .arena = arena_new(), .c = { r, categories, group, NULL } };

	s.c.freed = s.freed = arena_make_n(scratch, d->items, bool);
	for (size_t i = 0; i < d->items; i++)
		categories[i] = d->item[i].categories;
	while (round_of_tests(&s, d)) {
		arena_reset(s.arena);
		if (d->anchors == 0) {
			refuse(d, REFUSED_UNLINKED, d->items);
			break;
		}
	}
	arena_free(s.arena);
	arena_free(scratch);
}

static enum refusal
look_at_item(const struct dif *d, const struct ratings *r, const uint8_t *group, size_t i,
    struct categories *k_r)
{
	size_t frequency[2][CATEGORIES_POINTS_MAX + 1], fewer[CATEGORIES_POINTS_MAX + 1];

	for (uint8_t g = 0; g < 2; g++)
		calibration_frequency(r, i, group, g, frequency[g]);
	for (unsigned code = 0; code <= r->points; code++)
		fewer[code] = frequency[frequency[1][code] < frequency[0][code]][code];
	*k_r = categories_merge(fewer, r->points);
	if (frequency[0][0] == d->members[0] || frequency[1][0] == d->members[1])
		return REFUSED_EMPTY;
	return k_r->n < 2 ? REFUSED_NO_SPREAD : REFUSED_NOT;
}

/* The first item that cannot be compared is the one to blame. */
static void
look_at_items(struct dif *d, const struct ratings *r, const uint8_t *group)
{
	bool few = d->members[0] < DIF_MEMBERS_LEAST || d->members[1] < DIF_MEMBERS_LEAST;
	enum refusal refused = REFUSED_NOT;
	size_t blame = d->items;

	for (size_t i = d->items; i-- > 0;) {
		enum refusal why = look_at_item(d, r, group, i, &d->item[i].categories);

		d->item[i].anchor = true;
		if (why != REFUSED_NOT) {
			refused = why;
			blame = i;
		}
	}
	if (d->items < GRADED_ITEMS_LEAST || few) {
		refused = REFUSED_TOO_FEW;
		blame = d->items;
	}
	if (refused != REFUSED_NOT)
		refuse(d, refused, blame);
}

struct dif
dif_test(struct arena *arena, const struct ratings *r, const uint8_t *group)
{
	struct dif d = { .refused_item = r->items, .items = r->items, .anchors = r->items };

	CHECK(r->points >= 1 && r->points <= CATEGORIES_POINTS_MAX);
	for (size_t p = 0; p < r->people; p++) {
		CHECK(group[p] <= 1);
		d.members[group[p]]++;
	}
	d.item = arena_make_n(arena, r->items, struct dif_item);
	look_at_items(&d, r, group);
	if (d.refused == REFUSED_NOT)
		study(&d, r, group);
	return d;
}
