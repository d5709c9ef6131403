/* encoding.h - tallies as bytes that can be stored, sent, and added elsewhere */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_ENCODING_H
#define ENGINE_STATS_PORTFOLIO_ENCODING_H

#include <stddef.h>
#include <stdint.h>

#include "engine/stats/portfolio/tallies.h"

struct arena;
struct buf;
struct bytes;

/* Version 1. Whole numbers of fixed size are little endian.
 *
 * bytes  what
 * 7      "ATTALLY"
 * 1      version, 1
 * 4      number of scales S
 * 4      number of groups G
 * 4 S    of each scale: items, points, min_valid (one byte each), 0
 * ...    of each group, of each scale: people, complete; number, sum and sum of squares of the scores; the
 *        sums of items, the sums of products, the counts (in the order of tally.h), each in the shortest
 *        LEB128: seven bits a byte, lowest first, the top bit set on all bytes but the last
 * 8      64-bit FNV-1a hash of all bytes before (offset basis 14695981039346656037, prime 1099511628211)
 *
 * The same tallies are always the same bytes. Which questions the items are, and whose the groups, is for
 * whoever stores them to say. 55 to 75 bytes for 10 to 100 people and five items. Newer versions may add to
 * this, and a reader of this version refuses them. */
void encoding_write(const struct tallies *, struct buf *);

enum encoding {
	ENCODING_READ,
	ENCODING_FOREIGN,	/* does not begin with "ATTALLY" */
	ENCODING_NEWER,		/* another version */
	ENCODING_DAMAGED	/* cut, changed, or tallies that cannot have been counted (tally_possible) */
};

/* Bytes from anywhere. Takes no more memory than ten times their number. Unless ENCODING_READ, *tallies_r is
 * not set. */
enum encoding encoding_read(struct arena *, const uint8_t *bytes, size_t n, struct tallies *tallies_r);

/* A sentence without full stop, in English; "" for ENCODING_READ. */
const char *encoding_reason(enum encoding);

/* The envelope, for whatever else is stored: a magic word, a version of one byte, what is written next (base/bytes.h),
 * and the hash of all that. encoding_begin returns what encoding_end wants. Unless ENCODING_READ, *body_r is not set. */
size_t encoding_begin(struct buf *, const char *magic, uint8_t version);
void encoding_end(struct buf *, size_t start);
enum encoding encoding_open(const uint8_t *bytes, size_t n, const char *magic, uint8_t version, struct bytes *body_r);

/* The hash of n bytes. */
uint64_t encoding_hash(const uint8_t *bytes, size_t n);

#endif
