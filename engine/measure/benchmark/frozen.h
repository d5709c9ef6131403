/* frozen.h - a benchmark as bytes: stored with its date, read as it was made */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_FROZEN_H
#define MEASURE_FROZEN_H

#include <stddef.h>
#include <stdint.h>

#include "engine/stats/portfolio/encoding.h"

struct arena;
struct benchmark;
struct buf;

/* "ATTBMRK", version 1, in the envelope of encoding.h. One that was refused is stored as well as any other. */
void frozen_write(const struct benchmark *, struct buf *);

/* form, manager_form: the fingerprints of the benchmark's forms, 32 bytes each or NULL; whoever has the forms sets
 * them. Later versions of this program read what this one wrote. */
struct frozen {
	struct benchmark *benchmark;
	const unsigned char *form, *manager_form;
};

enum encoding frozen_read(struct arena *, const uint8_t *bytes, size_t n, struct frozen *frozen_r);

#endif
