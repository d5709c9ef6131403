/* packing_test.c - packed codes: every code comes back, in as few bytes as it can */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include "engine/fieldwork/packing.h"
#include "forms/form.h"

enum { CODES = UINT16_MAX + 1 };

static bool
is_small(int code)
{
	return code == ANSWER_NONE || (code >= -1005 && code <= -1001) || (code >= -100 && code <= 149);
}

static void
test_every_code_comes_back(void **state)
{
	static int16_t codes[CODES], back[CODES];
	static unsigned char bytes[2 * CODES];

	(void)state;
	for (int i = 0; i < CODES; i++)
		codes[i] = (int16_t)(INT16_MIN + i);
	assert_int_equal(packing_width(codes, CODES), 2);
	packing_pack(codes, CODES, 2, bytes);
	packing_unpack(bytes, CODES, 2, back);
	assert_memory_equal(back, codes, sizeof(codes));
}

static void
test_small_codes_take_a_byte(void **state)
{
	int16_t codes[256], back[256];
	unsigned char bytes[256];
	size_t n = 0;

	(void)state;
	for (int code = INT16_MIN; code <= INT16_MAX; code++) {
		const int16_t one = (int16_t)code;

		assert_int_equal(packing_width(&one, 1), is_small(code) ? 1 : 2);
		if (is_small(code))
			codes[n++] = one;
	}
	assert_int_equal(n, 256);
	assert_int_equal(packing_width(codes, n), 1);
	packing_pack(codes, n, 1, bytes);
	packing_unpack(bytes, n, 1, back);
	assert_memory_equal(back, codes, sizeof(codes));
	codes[255] = 150;
	assert_int_equal(packing_width(codes, n), 2);
}

/* What is stored stays readable: these bytes are in databases. */
static void
test_bytes_are_these(void **state)
{
	static const int16_t codes[] = { ANSWER_NONE, MISSING_NA, MISSING_DK, MISSING_REFUSED, MISSING_SKIPPED, MISSING_NOT_SHOWN,
		-100, 0, 5, 149 };
	static const unsigned char one[] = { 0, 1, 2, 3, 4, 5, 6, 106, 111, 255 };
	static const unsigned char two[] = { 0x80, 0, 0xfc, 0x17, 0xfc, 0x16, 0xfc, 0x15, 0xfc, 0x14, 0xfc, 0x13, 0xff, 0x9c, 0, 0,
		0, 5, 0, 149 };
	unsigned char bytes[sizeof(two)];

	(void)state;
	packing_pack(codes, sizeof(one), 1, bytes);
	assert_memory_equal(bytes, one, sizeof(one));
	packing_pack(codes, sizeof(one), 2, bytes);
	assert_memory_equal(bytes, two, sizeof(two));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_code_comes_back),
		cmocka_unit_test(test_small_codes_take_a_byte),
		cmocka_unit_test(test_bytes_are_these),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
