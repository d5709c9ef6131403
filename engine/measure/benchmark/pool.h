/* pool.h - the releases a benchmark is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_POOL_H
#define MEASURE_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/measure/benchmark/comparable.h"
#include "engine/measure/benchmark/contribution.h"

struct arena;
struct benchmark_choice;
struct form;

struct pool_wave {
	const char *key, *name;
	int64_t closed;
	size_t form;			/* in pool->forms */
	bool old;			/* stored without figures */
	struct contribution figures;
};

struct pool_alliance {
	int64_t alliance_id;
	const char *key, *name, *type, *stage;
	size_t n_waves, room;
	struct pool_wave *waves;	/* oldest first after pool_prepare */
	size_t n_crosses;
	const struct contribution_cross *crosses;	/* of the newest release of the reference form */
	size_t crosses_form;
};

/* One of a manager's profiles; nobody's name. entered: the order in which they were released. */
struct pool_profile {
	int64_t person_id, entered;
	size_t form;
	struct contribution figures;
};

/* The sums of one scale over everybody: a row of the reference form. */
struct pool_scale {
	size_t row, alliances;
	struct shape shape;
	struct tally *sum;
};

struct pool {
	struct arena *arena;
	size_t n_forms, forms_room;
	const struct form **forms;	/* each once */
	size_t n_alliances, alliances_room;
	struct pool_alliance *alliances;	/* by key after pool_prepare */
	size_t n_profiles, profiles_room;
	struct pool_profile *profiles;

	/* set by pool_prepare */
	size_t reference;		/* in forms */
	bool empty;			/* no release of an alliance is left */
	const struct form *const *versions;	/* published ones of the reference form, ascending */
	size_t n_versions;
	struct related **related;	/* by form: to the rows of the reference */
	size_t n_scales;
	struct pool_scale *scales;
	size_t **scale_of;		/* by form: which of its own scales each of these is, or SIZE_MAX */
	struct pool_alliance **by_id;
};

struct pool *pool_new(struct arena *);
/* The alliance that was added last must be that of `id`, or there is a new one: releases come alliance by alliance. */
struct pool_alliance *pool_add_alliance(struct pool *, int64_t id, const char *key, const char *name, const char *type,
	const char *stage);
struct pool_wave *pool_add_wave(struct pool *, struct pool_alliance *);
struct pool_profile *pool_add_profile(struct pool *);

/* The id of the form whose releases make the rows: the one asked for, else that of most alliances (alphabetically
 * first of equals) among the releases that fulfil the choice; NULL when there is none. */
const char *pool_form_id(const struct pool *, const struct benchmark_choice *);

/* Drops what the choice does not want, orders the rest, and says how all forms relate to the reference, the newest
 * version of this id that occurs. versions: all published of that id, ascending. */
void pool_prepare(struct pool *, const struct benchmark_choice *, const char *form_id,
	const struct form *const *versions, size_t n_versions);

/* Tallies and crosses of a release of `form`, of an alliance in the pool. A scale whose shape or items are not those
 * of the reference adds nothing. */
void pool_add_tallies(struct pool *, size_t form, const struct tallies *);
void pool_set_crosses(struct pool *, struct pool_alliance *, size_t form, const struct contribution_cross *, size_t n);
/* NULL: not in the pool. After pool_prepare. */
struct pool_alliance *pool_find(const struct pool *, int64_t alliance_id);

#endif
