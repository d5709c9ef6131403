/* alliance.h - relationships of two or more organisations */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_ALLIANCE_H
#define FIELDWORK_ALLIANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ctx;

struct party {
	const char *id;			/* a, b, ... */
	const char *organisation;
	int64_t organisation_id;
	int64_t people;
};

struct alliance {
	int64_t alliance_id;
	const char *key, *name;
	const char *type, *stage;	/* "": not told */
	size_t n_parties;
	const struct party *parties;
};

/* Keys of alliances and waves: lower-case letters, digits, - and _, at most 63. */
bool key_is_valid(const char *);

/* What kind of alliance it is and where in its life, for comparing like with like: one of the words, "" or NULL (not
 * told; of alliance_set: as it is). */
struct alliance_kind {
	const char *type;	/* reseller codevelopment technology licensing venture consortium */
	const char *stage;	/* start build run renew */
};

/* E_INVALID, with the words there are, for any other. */
bool alliance_kind_check(struct ctx *, const struct alliance_kind *);

/* A new alliance; organisations become its parties a, b, ... in this order and are made when they are not known by name.
 * E_INVALID for a bad key or name or fewer than 2 or more than 8 organisations, E_CONFLICT when the key is taken. */
bool alliance_add(struct ctx *, const char *key, const char *name, const struct alliance_kind *,
	const char *const *organisations, size_t n, struct alliance *alliance_r);

/* From now on; benchmarks that were made keep what it was. */
bool alliance_set(struct ctx *, const char *key, const struct alliance_kind *);

/* Fails with E_MISSING. */
bool alliance_get(struct ctx *, const char *key, struct alliance *alliance_r);

/* The party of this id, or NULL. */
const struct party *alliance_party(const struct alliance *, const char *id);

#endif
