/* pool.c - the releases a benchmark is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/benchmark/pool.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/str.h"
#include "engine/measure/benchmark/benchmark.h"
#include "forms/form.h"

struct pool *
pool_new(struct arena *a)
{
	struct pool *pool = arena_make(a, struct pool);

	pool->arena = a;
	return pool;
}

/* A list that holds one more; it doubles when it is full. */
static void *
grown(struct arena *a, void *list, size_t n, size_t *room, size_t size)
{
	void *larger;

	if (n < *room)
		return list;
	*room = *room == 0 ? 4 : 2 * *room;
	larger = arena_array(a, *room, size);
	if (n > 0)
		memcpy(larger, list, n * size);
	return larger;
}

struct pool_alliance *
pool_add_alliance(struct pool *p, int64_t id, const char *key, const char *name, const char *type, const char *stage)
{
	struct pool_alliance *last = p->n_alliances == 0 ? NULL : &p->alliances[p->n_alliances - 1];

	if (last != NULL && last->alliance_id == id)
		return last;
	p->alliances = grown(p->arena, p->alliances, p->n_alliances, &p->alliances_room, sizeof(*p->alliances));
	last = &p->alliances[p->n_alliances++];
	*last = (struct pool_alliance){ .alliance_id = id, .key = arena_strdup(p->arena, key),
		.name = arena_strdup(p->arena, name), .type = arena_strdup(p->arena, type),
		.stage = arena_strdup(p->arena, stage) };
	return last;
}

struct pool_wave *
pool_add_wave(struct pool *p, struct pool_alliance *a)
{
	a->waves = grown(p->arena, a->waves, a->n_waves, &a->room, sizeof(*a->waves));
	return &a->waves[a->n_waves++];
}

struct pool_profile *
pool_add_profile(struct pool *p)
{
	p->profiles = grown(p->arena, p->profiles, p->n_profiles, &p->profiles_room, sizeof(*p->profiles));
	return &p->profiles[p->n_profiles++];
}

static bool
is_chosen(const struct pool_alliance *a, const struct benchmark_choice *c)
{
	return (c->type == NULL || str_eq(a->type, c->type)) && (c->stage == NULL || str_eq(a->stage, c->stage));
}

static bool
uses(const struct pool *p, const struct pool_alliance *a, const struct benchmark_choice *c, const char *form_id)
{
	for (size_t w = 0; is_chosen(a, c) && w < a->n_waves; w++)
		if (a->waves[w].closed >= c->since && str_eq(p->forms[a->waves[w].form]->id, form_id))
			return true;
	return false;
}

const char *
pool_form_id(const struct pool *p, const struct benchmark_choice *c)
{
	const char *best = NULL;
	size_t most = 0;

	for (size_t f = 0; f < p->n_forms; f++) {
		const char *id = p->forms[f]->id;
		size_t n = 0;

		if (p->forms[f]->subject != SUBJECT_ALLIANCE || (c->form_id != NULL && !str_eq(id, c->form_id)))
			continue;
		for (size_t i = 0; i < p->n_alliances; i++)
			n += uses(p, &p->alliances[i], c, id);
		if (n > most || (n == most && n > 0 && strcmp(id, best) < 0)) {
			best = id;
			most = n;
		}
	}
	return best;
}

static int
by_closing(const void *a, const void *b)
{
	const struct pool_wave *v = a, *w = b;

	return v->closed != w->closed ? (v->closed > w->closed) - (v->closed < w->closed) : strcmp(v->key, w->key);
}

static int
by_key(const void *a, const void *b)
{
	return strcmp(((const struct pool_alliance *)a)->key, ((const struct pool_alliance *)b)->key);
}

static void
keep_chosen(struct pool *p, const struct benchmark_choice *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < p->n_alliances; i++) {
		struct pool_alliance *a = &p->alliances[i];
		size_t waves = 0;

		for (size_t w = 0; is_chosen(a, c) && w < a->n_waves; w++)
			if (a->waves[w].closed >= c->since)
				a->waves[waves++] = a->waves[w];
		a->n_waves = waves;
		if (waves == 0)
			continue;
		qsort(a->waves, waves, sizeof(*a->waves), by_closing);
		p->alliances[kept++] = *a;
	}
	p->n_alliances = kept;
	if (kept > 0)
		qsort(p->alliances, kept, sizeof(*p->alliances), by_key);
}

/* The newest version of the form in what was kept; false when it is not there. */
static bool
find_reference(struct pool *p, const char *form_id)
{
	int version = 0;

	for (size_t i = 0; i < p->n_alliances; i++)
		for (size_t w = 0; w < p->alliances[i].n_waves; w++) {
			const struct form *f = p->forms[p->alliances[i].waves[w].form];

			if (!str_eq(f->id, form_id) || f->version <= version)
				continue;
			version = f->version;
			p->reference = p->alliances[i].waves[w].form;
		}
	return version > 0;
}

/* The same items one after the other: sums of products stand at places. */
static bool
same_order(const struct form *f, size_t d, const struct form *g, size_t e)
{
	const struct dimension *x = &f->dimensions[d], *y = &g->dimensions[e];

	for (size_t i = 0; i < x->n_items; i++)
		if (i >= y->n_items || !str_eq(f->items[x->items[i]].id, g->items[y->items[i]].id))
			return false;
	return x->n_items == y->n_items;
}

static size_t
scale_in(struct pool *p, size_t form, size_t row, const size_t *places, size_t n)
{
	const struct related *r = &p->related[form][row];

	for (size_t s = 0; r->relation == RELATION_SAME && s < n; s++)
		if (places[s] == r->row && same_order(p->forms[p->reference], row, p->forms[form], r->row))
			return s;
	return SIZE_MAX;
}

static void
make_scales(struct pool *p)
{
	size_t n, *places = contribution_places(p->arena, p->forms[p->reference], &p->n_scales);

	p->scales = arena_make_n(p->arena, p->n_scales, struct pool_scale);
	p->scale_of = arena_make_n(p->arena, p->n_forms, size_t *);
	for (size_t s = 0; s < p->n_scales; s++)
		p->scales[s].row = places[s];
	for (size_t f = 0; f < p->n_forms; f++) {
		places = contribution_places(p->arena, p->forms[f], &n);
		p->scale_of[f] = arena_make_n(p->arena, p->n_scales, size_t);
		for (size_t s = 0; s < p->n_scales; s++)
			p->scale_of[f][s] = scale_in(p, f, p->scales[s].row, places, n);
	}
}

static int
by_id(const void *a, const void *b)
{
	int64_t i = (*(struct pool_alliance *const *)a)->alliance_id, j = (*(struct pool_alliance *const *)b)->alliance_id;

	return (i > j) - (i < j);
}

void
pool_prepare(struct pool *p, const struct benchmark_choice *c, const char *form_id,
	const struct form *const *versions, size_t n_versions)
{
	keep_chosen(p, c);
	p->versions = versions;
	p->n_versions = n_versions;
	p->empty = form_id == NULL || !find_reference(p, form_id);
	if (p->empty)
		return;
	p->related = arena_make_n(p->arena, p->n_forms, struct related *);
	for (size_t f = 0; f < p->n_forms; f++)
		p->related[f] = comparable_rows(p->arena, p->forms[f], p->forms[p->reference], versions, n_versions);
	make_scales(p);
	p->by_id = arena_make_n(p->arena, p->n_alliances, struct pool_alliance *);
	for (size_t i = 0; i < p->n_alliances; i++)
		p->by_id[i] = &p->alliances[i];
	qsort(p->by_id, p->n_alliances, sizeof(*p->by_id), by_id);
}

static void
add_scale(struct pool *p, struct pool_scale *to, const struct tallies *t, size_t scale)
{
	bool anybody = false;

	if (to->sum == NULL) {
		to->shape = t->shapes[scale];
		to->sum = arena_alloc(p->arena, tally_size(&to->shape));
	}
	if (!shape_same(&to->shape, &t->shapes[scale]))
		return;
	for (size_t g = 0; g < t->groups; g++) {
		const struct tally *part = tallies_at(t, scale, g);

		anybody |= part->people > 0;
		tally_pool(&to->shape, to->sum, part);
	}
	to->alliances += anybody;
}

void
pool_add_tallies(struct pool *p, size_t form, const struct tallies *t)
{
	for (size_t s = 0; s < p->n_scales; s++)
		if (p->scale_of[form][s] < t->n_scales)
			add_scale(p, &p->scales[s], t, p->scale_of[form][s]);
}

void
pool_set_crosses(struct pool *p, struct pool_alliance *a, size_t form, const struct contribution_cross *crosses, size_t n)
{
	CHECK(form < p->n_forms);
	a->crosses = crosses;
	a->n_crosses = n;
	a->crosses_form = form;
}

struct pool_alliance *
pool_find(const struct pool *p, int64_t alliance_id)
{
	struct pool_alliance wanted = { .alliance_id = alliance_id }, *key = &wanted, **found;

	found = p->empty ? NULL : bsearch(&key, p->by_id, p->n_alliances, sizeof(*p->by_id), by_id);
	return found == NULL ? NULL : *found;
}
