/* encoding.c - tallies as bytes that can be stored, sent, and added elsewhere */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/encoding.h"

#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"

#define MAGIC "ATTALLY"
enum { FORMAT = 1, HEAD = 16, SCALE = 4, HASH = 8, NUMBER_MAX = 9 };

uint64_t
encoding_hash(const uint8_t *bytes, size_t n)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ bytes[i]) * 1099511628211u;
	return hash;
}

static void
write_fixed(struct buf *out, uint64_t x, int size)
{
	for (int i = 0; i < size; i++)
		buf_putc(out, (char)(x >> (8 * i) & 0xff));
}

static void
write_number(struct buf *out, int64_t x)
{
	uint64_t left = (uint64_t)x;
	uint8_t bytes[NUMBER_MAX];
	size_t n = 0;

	do {
		bytes[n++] = (uint8_t)(left & 0x7f) | (left > 0x7f ? 0x80 : 0);
		left >>= 7;
	} while (left > 0);
	buf_add(out, bytes, n);
}

static void
write_tally(struct buf *out, const struct shape *s, const struct tally *t)
{
	const int *counts = tally_counts_of(s, t);

	write_number(out, t->people);
	write_number(out, t->complete);
	write_number(out, t->scores.n);
	write_number(out, t->scores.sum);
	write_number(out, t->scores.squares);
	for (size_t i = 0; i < s->items + shape_pairs(s); i++)
		write_number(out, t->parts[i]);
	for (size_t i = 0; i < shape_counts(s); i++)
		write_number(out, counts[i]);
}

void
encoding_write(const struct tallies *t, struct buf *out)
{
	size_t start = out->n;

	CHECK(t->n_scales <= UINT32_MAX && t->groups <= UINT32_MAX);
	buf_puts(out, MAGIC);
	write_fixed(out, FORMAT, 1);
	write_fixed(out, t->n_scales, 4);
	write_fixed(out, t->groups, 4);
	for (size_t s = 0; s < t->n_scales; s++) {
		const struct shape *shape = &t->shapes[s];

		write_fixed(out, shape->items | shape->points << 8 | shape->min_valid << 16, SCALE);
	}
	for (size_t g = 0; g < t->groups; g++)
		for (size_t s = 0; s < t->n_scales; s++)
			write_tally(out, &t->shapes[s], tallies_at(t, s, g));
	write_fixed(out, encoding_hash((const uint8_t *)out->bytes + start, out->n - start), HASH);
}

static uint64_t
fixed(const uint8_t *bytes, int size)
{
	uint64_t x = 0;

	for (int i = 0; i < size; i++)
		x |= (uint64_t)bytes[i] << (8 * i);
	return x;
}

/* What is left to read; once something was wrong, nothing is. */
struct reading {
	const uint8_t *at, *end;
	bool damaged;
};

/* At most nine bytes, 63 bits, and in the shortest form. */
static int64_t
read_number(struct reading *r)
{
	uint64_t x = 0;

	for (int i = 0; i < NUMBER_MAX && r->at < r->end; i++) {
		uint8_t byte = *r->at++;

		x |= (uint64_t)(byte & 0x7f) << (7 * i);
		if (byte & 0x80)
			continue;
		r->damaged |= i > 0 && byte == 0;
		return (int64_t)x;
	}
	r->damaged = true;
	return 0;
}

static int
read_count(struct reading *r)
{
	int64_t x = read_number(r);

	r->damaged |= x > INT_MAX;
	return x > INT_MAX ? 0 : (int)x;
}

static void
read_tally(struct reading *r, const struct shape *s, struct tally *t)
{
	int *counts = tally_counts(s, t);

	t->people = read_number(r);
	t->complete = read_number(r);
	t->scores.n = read_number(r);
	t->scores.sum = read_number(r);
	t->scores.squares = read_number(r);
	for (size_t i = 0; i < s->items + shape_pairs(s); i++)
		t->parts[i] = read_number(r);
	for (size_t i = 0; i < shape_counts(s); i++)
		counts[i] = read_count(r);
	r->damaged |= !tally_possible(s, t);
}

/* Returns how many numbers a group has on all scales, 0 when a shape is impossible. */
static size_t
read_shapes(struct reading *r, struct shape shapes_r[], size_t n)
{
	size_t numbers = 0;

	for (size_t s = 0; s < n; s++, r->at += SCALE) {
		shapes_r[s] = (struct shape){ .items = r->at[0], .points = r->at[1], .min_valid = r->at[2] };
		if (!shape_possible(&shapes_r[s]) || r->at[3] != 0)
			return 0;
		numbers += 5 + shapes_r[s].items + shape_pairs(&shapes_r[s]) + shape_counts(&shapes_r[s]);
	}
	return numbers;
}

/* Sizes are held against the bytes there are, of which each number takes one at least, before any room is
 * made. */
static bool
read_body(struct arena *a, struct reading *r, size_t scales, size_t groups, struct tallies *tallies_r)
{
	struct shape *shapes;
	size_t numbers, left = (size_t)(r->end - r->at);

	if (scales > left / SCALE)
		return false;
	shapes = arena_make_n(a, scales, struct shape);
	numbers = read_shapes(r, shapes, scales);
	left = (size_t)(r->end - r->at);
	if (scales > 0 ? numbers == 0 || groups > left / numbers : groups > 0)
		return false;
	*tallies_r = tallies_new(a, shapes, scales, groups);
	for (size_t g = 0; g < groups; g++)
		for (size_t s = 0; s < scales && !r->damaged; s++)
			read_tally(r, &shapes[s], tallies_at(tallies_r, s, g));
	return !r->damaged && r->at == r->end;
}

enum encoding
encoding_read(struct arena *a, const uint8_t *bytes, size_t n, struct tallies *tallies_r)
{
	struct reading r = { NULL, NULL, false };
	struct tallies t;

	if (n < strlen(MAGIC) + 1 || memcmp(bytes, MAGIC, strlen(MAGIC)) != 0)
		return ENCODING_FOREIGN;
	if (bytes[strlen(MAGIC)] != FORMAT)
		return ENCODING_NEWER;
	if (n < HEAD + HASH || fixed(bytes + n - HASH, HASH) != encoding_hash(bytes, n - HASH))
		return ENCODING_DAMAGED;
	r.at = bytes + HEAD;
	r.end = bytes + n - HASH;
	if (!read_body(a, &r, fixed(bytes + 8, 4), fixed(bytes + 12, 4), &t))
		return ENCODING_DAMAGED;
	*tallies_r = t;
	return ENCODING_READ;
}

const char *
encoding_reason(enum encoding e)
{
	switch (e) {
	case ENCODING_READ: return "";
	case ENCODING_FOREIGN: return "these are no stored sums of answers";
	case ENCODING_NEWER: return "these sums were stored by another version";
	case ENCODING_DAMAGED: return "the stored sums are damaged";
	}
	return "";
}
