/* closing.h - from the last answer of a wave to its release: count, measure, save, seal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_CLOSING_H
#define FIELDWORK_CLOSING_H

#include <stdbool.h>
#include <stdint.h>

struct ctx;

/* Within the caller's transaction, so that a wave is released and sealed or still closing, never half. What was handed in counts;
 * what was only saved does not, and is destroyed. Afterwards the wave is closed. */
bool closing_finish(struct ctx *, int64_t alliance_id, int64_t wave_id);

#endif
