/* contribution.h - what one release brings into a pool, stored with it when its wave closes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_CONTRIBUTION_H
#define MEASURE_CONTRIBUTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/stats/drivers/cross.h"
#include "engine/stats/portfolio/encoding.h"

struct arena;
struct buf;
struct form;
struct release;
struct wave_answers;

enum contribution_agreement { AGREEMENT_UNKNOWN, AGREEMENT_ALIGNED, AGREEMENT_MIXED, AGREEMENT_SPLIT };

/* The score of one party on one row, which the release shows with a figure. row: the dimension's place in the form, or
 * n_dimensions + that of an index. mean: as shown, in points, coded where the release codes it. within: sum of squares
 * about the mean of the n people, points squared; `spread`: the release shows an interval, so what depends on this
 * party's spread alone may be told; otherwise it enters pooled variances only. */
struct contribution_figure {
	uint16_t row;
	uint8_t agreement;
	bool spread;
	uint32_t n;
	double mean, within;
};

struct contribution_party {
	const char *id;
	uint32_t invited, answered;
	size_t n_figures;
	const struct contribution_figure *figures;	/* ascending by row */
};

/* signals: early-warning facts, of those the release counts, which at least a third of all people report. */
struct contribution {
	size_t n_parties;
	const struct contribution_party *parties;
	uint32_t signals;
};

/* Of the parties together: sums of squares and products of the drivers and one outcome, listwise within a party, all
 * of whose rows are shown and of whom at least k are complete. drivers: places in the form, at most CROSS_MAX - 1. */
struct contribution_cross {
	size_t outcome, n_drivers, drivers[CROSS_MAX - 1];
	struct cross cross;
};

/* Everything from release and answers of the same wave: what the release hides is left out.
 * A profile of a manager has one party, "others", and its figures have no spread. */
struct contribution contribution_of(struct arena *, const struct wave_answers *, const struct release *);

/* Scales are the dimensions of at least two items that are scored as a plain mean (all weights alike, one scale of
 * answers, no ideal point), those of contribution_places; groups are the parties, none when there is no such scale; a
 * party of whom a dimension is not shown has an empty tally. Points 1.. are the scale's, in its order; reversed items
 * are turned. */
struct tallies contribution_tallies(struct arena *, const struct wave_answers *, const struct release *);
/* The dimensions of the form that are such scales, ascending. */
size_t *contribution_places(struct arena *, const struct form *, size_t *n_r);
struct contribution_cross *contribution_crosses(struct arena *, const struct wave_answers *, const struct release *,
	size_t *n_r);

/* "ATTFIGS", "ATTCROS", each version 1 in the envelope of encoding.h. Bytes from anywhere: what cannot have been
 * measured is ENCODING_DAMAGED. */
void contribution_write(const struct contribution *, struct buf *);
enum encoding contribution_read(struct arena *, const uint8_t *bytes, size_t n, struct contribution *contribution_r);
void contribution_write_crosses(const struct contribution_cross *, size_t n, struct buf *);
enum encoding contribution_read_crosses(struct arena *, const uint8_t *bytes, size_t n,
	struct contribution_cross **crosses_r, size_t *n_r);

#endif
