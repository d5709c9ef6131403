/* nomination.h - who is asked about an alliance manager, and in which rater group */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_NOMINATION_H
#define FIELDWORK_NOMINATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ctx;
struct msgs;
struct wave;

struct nomination {
	const char *party, *name, *email, *group;
	bool approved;
	bool invited;			/* has a link that opens */
};

/* The member of an alliance with this address. E_MISSING; E_CONFLICT when two parties know it. */
bool nomination_member(struct ctx *, int64_t alliance_id, const char *email, int64_t *person_id_r);

/* The person assessed proposes raters: a table with the columns email and group. Who has no link yet may change
 * group, and has to be approved again. All rows or none: each bad one is a message with its line, then this
 * fails with E_INVALID. Needs a wave about a person that is draft or open. */
bool nomination_import(struct ctx *, const struct wave *, const char *csv, size_t n, struct msgs *, size_t *n_r);

/* The alliance office approves one address, as often as it likes, or for NULL everybody who is not approved yet. n_r: how
 * many. E_MISSING when that address was not proposed. */
bool nomination_approve(struct ctx *, const struct wave *, const char *email, size_t *n_r);

/* By group, then by name. */
bool nomination_list(struct ctx *, const struct wave *, struct nomination **list_r, size_t *n_r);

#endif
