/* release.h - the frozen results of a closed wave, in the database */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_RELEASE_H
#define FIELDWORK_RELEASE_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/measure/cell.h"

struct ctx;
struct wave;

/* Within the caller's transaction; never changed afterwards. */
bool release_save(struct ctx *, const struct wave *, const struct release *);

/* What was released of a wave, exactly as it was saved. Fails with E_MISSING when nothing was (yet). */
bool release_load(struct ctx *, const struct wave *, struct release *release_r);

#endif
