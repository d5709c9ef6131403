/* bytes.h - numbers and texts as bytes: what is stored, and read back without trusting it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;

/* Little endian; size 1 to 8 bytes of x. A double is its 64 bits. */
void bytes_write(struct buf *, uint64_t x, int size);
void bytes_write_double(struct buf *, double);
/* Its length in 4 bytes, then the text; NULL is the length 2^32 - 1. */
void bytes_write_text(struct buf *, const char *);

/* What is left to read. Once there was too little, or something else was wrong, `damaged` stays set,
 * nothing more is read, and everything is 0, NAN or NULL. */
struct bytes {
	const uint8_t *at, *end;
	bool damaged;
};

uint64_t bytes_read(struct bytes *, int size);
double bytes_read_double(struct bytes *);
/* UTF-8 (str_is_text), or it is damaged; NULL for NULL. */
const char *bytes_read_text(struct bytes *, struct arena *);
/* How many parts of `least` bytes or more are said to follow, in 4 bytes; damaged when there is no room for
 * them. So nobody makes room for parts that are not there. */
size_t bytes_read_count(struct bytes *, size_t least);

#endif
