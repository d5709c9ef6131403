/* packing.c - codes of sealed responses as bytes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/packing.h"

#include <limits.h>
#include <stdbool.h>

#include "base/check.h"
#include "forms/form.h"

enum { FIRST_VALUE = 6, BYTES = UCHAR_MAX + 1 };

_Static_assert(FIRST_VALUE + PACKING_VALUE_MAX - PACKING_VALUE_MIN == UCHAR_MAX, "values fill what missing codes leave");
_Static_assert(MISSING_NA - MISSING_NOT_SHOWN == FIRST_VALUE - 2, "missing codes lie side by side");

static bool
fits_byte(int code)
{
	return code == ANSWER_NONE || (code <= MISSING_NA && code >= MISSING_NOT_SHOWN)
	    || (code >= PACKING_VALUE_MIN && code <= PACKING_VALUE_MAX);
}

static int
byte_of(int code)
{
	if (code == ANSWER_NONE)
		return 0;
	return code <= MISSING_NA ? 1 + MISSING_NA - code : FIRST_VALUE + code - PACKING_VALUE_MIN;
}

static int
code_of(int byte)
{
	if (byte == 0)
		return ANSWER_NONE;
	return byte < FIRST_VALUE ? MISSING_NA + 1 - byte : PACKING_VALUE_MIN + byte - FIRST_VALUE;
}

size_t
packing_width(const int16_t *codes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!fits_byte(codes[i]))
			return 2;
	return 1;
}

void
packing_pack(const int16_t *codes, size_t n, size_t width, unsigned char *bytes_r)
{
	for (size_t i = 0; i < n; i++) {
		const uint16_t bits = (uint16_t)codes[i];

		if (width == 2) {
			bytes_r[2 * i] = (unsigned char)(bits >> 8);
			bytes_r[2 * i + 1] = (unsigned char)(bits & UCHAR_MAX);
		} else {
			CHECK(fits_byte(codes[i]));
			bytes_r[i] = (unsigned char)byte_of(codes[i]);
		}
	}
}

/* By table: nothing is decided for each code. */
static void
unpack_bytes(const unsigned char *bytes, size_t n, int16_t *codes_r)
{
	int16_t codes[BYTES];

	for (int byte = 0; byte < BYTES; byte++)
		codes[byte] = (int16_t)code_of(byte);
	for (size_t i = 0; i < n; i++)
		codes_r[i] = codes[bytes[i]];
}

void
packing_unpack(const unsigned char *bytes, size_t n, size_t width, int16_t *codes_r)
{
	if (width == 1)
		unpack_bytes(bytes, n, codes_r);
	else
		for (size_t i = 0; i < n; i++)
			codes_r[i] = (int16_t)(bytes[2 * i] << 8 | bytes[2 * i + 1]);
}
