/* stats_encoding_test.c - stored tallies come back as they were, or not at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "engine/stats/portfolio/encoding.h"
#include "tests/stats/fixture.h"
#include "tests/unit/answers.h"

static const struct shape mixed[] = { { 5, 5, 3 }, { 1, 11, 1 }, { 13, 7, 8 }, { 2, 101, 1 } };

static struct tallies
sample(uint64_t seed, size_t groups, size_t most)
{
	struct columns c = answers_random(arena, seed, mixed, 4, groups, most, 9);

	return answers_tallies(arena, &c);
}

static struct buf *
encoded(const struct tallies *t)
{
	struct buf *out = buf_new(arena);

	encoding_write(t, out);
	return out;
}

static enum encoding
read_bytes(const struct buf *b, struct tallies *t_r)
{
	return encoding_read(arena, (const uint8_t *)b->bytes, b->n, t_r);
}

static void
what_was_written_is_read(void **state)
{
	const size_t groups[] = { 0, 1, 2, 7, 40 };

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		struct tallies t = sample(i, groups[i], 300), back;
		struct buf *b = encoded(&t);

		assert_int_equal(read_bytes(b, &back), ENCODING_READ);
		assert_int_equal(back.groups, groups[i]);
		assert_int_equal(back.n_scales, 4);
		for (size_t s = 0; s < 4; s++) {
			assert_true(shape_same(&back.shapes[s], &mixed[s]));
			assert_memory_equal(back.scales[s], t.scales[s], groups[i] * tally_size(&mixed[s]));
		}
		assert_int_equal(encoded(&back)->n, b->n);
		assert_memory_equal(encoded(&back)->bytes, b->bytes, b->n);
	}
}

/* By hand: one scale of two items of three points, one group of two people who answered 3 3 and 1 0. The
 * scores are 180 and 60, which is 240 and 36000 together. */
static const uint8_t by_hand[] = { 'A', 'T', 'T', 'A', 'L', 'L', 'Y', 1, 1, 0, 0, 0, 1, 0, 0, 0, 2, 3, 1, 0,
	2, 1, 2, 0xf0, 1, 0xa0, 0x99, 2, 3, 3, 9, 9, 9, 1, 0, 1, 0, 0, 1 };

static void
the_bytes_are_as_documented(void **state)
{
	const uint8_t one[] = { 3, 1 }, two[] = { 3, 0 };
	const struct scale scale = { { 2, 3, 1 }, (const size_t[]){ 0, 1 }, (const bool[]){ false, false } };
	const struct columns c = { (const uint8_t *const[]){ one, two }, 2, 2, 1, (const size_t[]){ 0, 2 }, &scale, 1 };
	struct tallies t = answers_tallies(arena, &c);
	struct buf *b = encoded(&t);
	uint64_t hash = encoding_hash(by_hand, sizeof by_hand);

	(void)state;
	assert_int_equal(tallies_at(&t, 0, 0)->scores.sum, 240);
	assert_int_equal(tallies_at(&t, 0, 0)->scores.squares, 36000);
	assert_int_equal(b->n, sizeof by_hand + 8);
	assert_memory_equal(b->bytes, by_hand, sizeof by_hand);
	for (size_t i = 0; i < 8; i++)
		assert_int_equal((uint8_t)b->bytes[sizeof by_hand + i], hash >> (8 * i) & 0xff);
	/* Published test vectors of FNV-1a. */
	assert_true(encoding_hash((const uint8_t *)"", 0) == 0xcbf29ce484222325u);
	assert_true(encoding_hash((const uint8_t *)"foobar", 6) == 0x85944171f73967e8u);
}

static void
every_cut_and_every_changed_byte_is_refused(void **state)
{
	struct tallies t = sample(5, 2, 6), back;
	struct buf *b = encoded(&t);
	uint8_t *bytes = arena_memdup(arena, b->bytes, b->n);

	(void)state;
	for (size_t n = 0; n < b->n; n++)
		assert_int_equal(encoding_read(arena, arena_memdup(arena, bytes, n), n, &back),
		    n < 8 ? ENCODING_FOREIGN : ENCODING_DAMAGED);
	for (size_t i = 0; i < b->n; i++)
		for (int bit = 0; bit < 8; bit++) {
			bytes[i] ^= (uint8_t)(1 << bit);
			assert_int_equal(encoding_read(arena, bytes, b->n, &back),
			    i < 7 ? ENCODING_FOREIGN : i == 7 ? ENCODING_NEWER : ENCODING_DAMAGED);
			bytes[i] ^= (uint8_t)(1 << bit);
		}
}

/* The bytes as they are with the hash made to fit: what is refused here is refused for what it says. */
static enum encoding
read_forged(uint8_t *bytes, size_t n)
{
	uint64_t hash = encoding_hash(bytes, n - 8);
	struct tallies back;

	for (size_t i = 0; i < 8; i++)
		bytes[n - 8 + i] = (uint8_t)(hash >> (8 * i));
	return encoding_read(arena, bytes, n, &back);
}

enum { SCALES_AT = 8, GROUPS_AT = 12, ITEMS_AT = 16, PEOPLE_AT = 20, LAST = 38, FORGED = 47 };

static void
forge(uint8_t bytes_r[FORGED])
{
	memset(bytes_r, 0, FORGED);
	memcpy(bytes_r, by_hand, sizeof by_hand);
}

static void
what_cannot_have_been_counted_is_refused(void **state)
{
	static const struct { size_t at; uint8_t value; } lies[] = {
		{ SCALES_AT, 0 }, { SCALES_AT, 2 }, { SCALES_AT + 3, 255 }, { GROUPS_AT, 0 }, { GROUPS_AT, 2 },
		{ GROUPS_AT + 3, 255 }, { ITEMS_AT, 0 }, { ITEMS_AT, 101 }, { ITEMS_AT, 1 }, { ITEMS_AT + 1, 1 },
		{ ITEMS_AT + 1, 102 }, { ITEMS_AT + 2, 0 }, { ITEMS_AT + 2, 3 }, { ITEMS_AT + 3, 1 },
		{ PEOPLE_AT, 1 }, { PEOPLE_AT + 1, 0 }, { PEOPLE_AT + 1, 2 }, { PEOPLE_AT + 2, 0 }, { PEOPLE_AT + 2, 1 },
		{ PEOPLE_AT + 2, 3 }, { 24, 0 }, { 24, 3 }, { 27, 1 }, { 27, 3 }, { 28, 4 }, { 28, 0 }, { 30, 8 },
		{ 30, 10 }, { 31, 10 }, { 31, 0 }, { 32, 8 }, { 33, 3 }, { 35, 0 }, { LAST, 0 }, { LAST, 0x80 },
	};
	uint8_t bytes[FORGED];

	(void)state;
	forge(bytes);
	assert_int_equal(read_forged(bytes, FORGED), ENCODING_READ);
	for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
		forge(bytes);
		bytes[lies[i].at] = lies[i].value;
		if (read_forged(bytes, FORGED) != ENCODING_DAMAGED)
			print_error("byte %zu as %u was believed\n", lies[i].at, lies[i].value);
		assert_int_equal(read_forged(bytes, FORGED), ENCODING_DAMAGED);
	}
}

/* A zero written in two bytes; a number of ten bytes; a count beyond an int. */
static void
numbers_not_in_their_shortest_form_are_refused(void **state)
{
	uint8_t bytes[FORGED + 12];

	(void)state;
	forge(bytes);
	bytes[LAST] = 0x81;
	bytes[LAST + 1] = 0;
	assert_int_equal(read_forged(bytes, FORGED + 1), ENCODING_DAMAGED);
	forge(bytes);
	memset(bytes + LAST, 0xff, 9);
	bytes[LAST + 9] = 0;
	assert_int_equal(read_forged(bytes, FORGED + 9), ENCODING_DAMAGED);
	forge(bytes);
	memset(bytes + LAST, 0xff, 4);
	bytes[LAST + 4] = 0x7f;
	assert_int_equal(read_forged(bytes, FORGED + 4), ENCODING_DAMAGED);
}

static void
reasons(void **state)
{
	(void)state;
	assert_string_equal(encoding_reason(ENCODING_READ), "");
	for (int e = ENCODING_FOREIGN; e <= ENCODING_DAMAGED; e++)
		assert_true(strlen(encoding_reason((enum encoding)e)) > 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_written_is_read),
		cmocka_unit_test(the_bytes_are_as_documented),
		cmocka_unit_test(every_cut_and_every_changed_byte_is_refused),
		cmocka_unit_test(what_cannot_have_been_counted_is_refused),
		cmocka_unit_test(numbers_not_in_their_shortest_form_are_refused),
		cmocka_unit_test(reasons),
	};

	return cmocka_run_group_tests_name("stats_encoding", tests, begin, end);
}
