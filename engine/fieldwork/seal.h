/* seal.h - answers cut loose from the people who gave them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_SEAL_H
#define FIELDWORK_SEAL_H

#include <stdbool.h>
#include <stddef.h>

struct ctx;
struct form;
struct wave;
struct wave_party;
struct wave_response;

/* Within the caller's transaction, while the wave is closing: the responses are written in random order, packed
 * (packing.h), as many of one party in a row as fill a block; written comments apart from them in another random
 * order; and everything of the open period is destroyed: the link between tickets and answers, and the files the
 * answers were in. */
bool seal_answers(struct ctx *, const struct wave *, const struct form *, const struct wave_party *,
	size_t n_parties, const struct wave_response *, size_t n);

#endif
