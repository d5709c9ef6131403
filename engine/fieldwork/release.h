/* release.h - the frozen results of a closed wave, in the database */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_RELEASE_H
#define FIELDWORK_RELEASE_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/measure/cell.h"

struct ctx;
struct wave;

struct wave_answers;

/* With what it brings into a pool (measure/benchmark/contribution.h), from the answers that it was made of. Within the
 * caller's transaction; never changed afterwards. */
bool release_save(struct ctx *, const struct wave *, const struct release *, const struct wave_answers *);

/* What was released of a wave, exactly as it was saved. Fails with E_MISSING when nothing was (yet). */
bool release_load(struct ctx *, const struct wave *, struct release *release_r);

/* The same of a wave about a person, for one reader: the person, who was declared a reader at launch, or to whom the
 * person has opened it. Fails with E_DENIED for anybody else. Who has read it goes into the log. */
bool release_read(struct ctx *, const struct wave *, const char *email, struct release *release_r);

/* The person opens the profile, and with it the changes since an earlier one, to somebody else; it stays open. E_CONFLICT
 * in a wave about an alliance, E_INVALID when that is no address. */
bool release_open_to(struct ctx *, const struct wave *, const char *email);

#endif
