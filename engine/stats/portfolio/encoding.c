/* encoding.c - tallies as bytes that can be stored, sent, and added elsewhere */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/encoding.h"

#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/check.h"

#define MAGIC "ATTALLY"
enum { FORMAT = 1, SCALE = 4, HASH = 8, NUMBER_MAX = 9 };

uint64_t
encoding_hash(const uint8_t *bytes, size_t n)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ bytes[i]) * 1099511628211u;
	return hash;
}

size_t
encoding_begin(struct buf *out, const char *magic, uint8_t version)
{
	size_t start = out->n;

	buf_puts(out, magic);
	bytes_write(out, version, 1);
	return start;
}

void
encoding_end(struct buf *out, size_t start)
{
	bytes_write(out, encoding_hash((const uint8_t *)out->bytes + start, out->n - start), HASH);
}

enum encoding
encoding_open(const uint8_t *bytes, size_t n, const char *magic, uint8_t version, struct bytes *body_r)
{
	size_t head = strlen(magic) + 1;
	struct bytes hash;

	if (n < head || memcmp(bytes, magic, head - 1) != 0)
		return ENCODING_FOREIGN;
	if (bytes[head - 1] != version)
		return ENCODING_NEWER;
	if (n < head + HASH)
		return ENCODING_DAMAGED;
	hash = (struct bytes){ bytes + n - HASH, bytes + n, false };
	if (bytes_read(&hash, HASH) != encoding_hash(bytes, n - HASH))
		return ENCODING_DAMAGED;
	*body_r = (struct bytes){ bytes + head, bytes + n - HASH, false };
	return ENCODING_READ;
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
	size_t start;

	CHECK(t->n_scales <= UINT32_MAX && t->groups <= UINT32_MAX);
	start = encoding_begin(out, MAGIC, FORMAT);
	bytes_write(out, t->n_scales, 4);
	bytes_write(out, t->groups, 4);
	for (size_t s = 0; s < t->n_scales; s++) {
		const struct shape *shape = &t->shapes[s];

		bytes_write(out, shape->items | shape->points << 8 | shape->min_valid << 16, SCALE);
	}
	for (size_t g = 0; g < t->groups; g++)
		for (size_t s = 0; s < t->n_scales; s++)
			write_tally(out, &t->shapes[s], tallies_at(t, s, g));
	encoding_end(out, start);
}

/* At most nine bytes, 63 bits, and in the shortest form. */
static int64_t
read_number(struct bytes *r)
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
read_count(struct bytes *r)
{
	int64_t x = read_number(r);

	r->damaged |= x > INT_MAX;
	return x > INT_MAX ? 0 : (int)x;
}

static void
read_tally(struct bytes *r, const struct shape *s, struct tally *t)
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
read_shapes(struct bytes *r, struct shape shapes_r[], size_t n)
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
read_body(struct arena *a, struct bytes *r, struct tallies *tallies_r)
{
	size_t scales = bytes_read(r, 4), groups = bytes_read(r, 4), numbers, left = (size_t)(r->end - r->at);
	struct shape *shapes;

	if (r->damaged || scales > left / SCALE)
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
	struct bytes r;
	struct tallies t;
	enum encoding result = encoding_open(bytes, n, MAGIC, FORMAT, &r);

	if (result != ENCODING_READ)
		return result;
	if (!read_body(a, &r, &t))
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
