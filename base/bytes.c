/* bytes.c - numbers and texts as bytes: what is stored, and read back without trusting it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/bytes.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/str.h"

enum { COUNT = 4 };

void
bytes_write(struct buf *out, uint64_t x, int size)
{
	char bytes[8];

	for (int i = 0; i < size; i++)
		bytes[i] = (char)(x >> (8 * i) & 0xff);
	buf_add(out, bytes, (size_t)size);
}

void
bytes_write_double(struct buf *out, double x)
{
	uint64_t bits;

	memcpy(&bits, &x, sizeof(bits));
	bytes_write(out, bits, sizeof(bits));
}

void
bytes_write_text(struct buf *out, const char *text)
{
	size_t n = text == NULL ? UINT32_MAX : strlen(text);

	CHECK(text == NULL || n < UINT32_MAX);
	bytes_write(out, n, COUNT);
	if (text != NULL)
		buf_add(out, text, n);
}

static bool
has(struct bytes *b, size_t n)
{
	b->damaged |= (size_t)(b->end - b->at) < n;
	return !b->damaged;
}

uint64_t
bytes_read(struct bytes *b, int size)
{
	uint64_t x = 0;

	if (!has(b, (size_t)size))
		return 0;
	for (int i = 0; i < size; i++)
		x |= (uint64_t)b->at[i] << (8 * i);
	b->at += size;
	return x;
}

double
bytes_read_double(struct bytes *b)
{
	uint64_t bits = bytes_read(b, sizeof(bits));
	double x;

	memcpy(&x, &bits, sizeof(x));
	return b->damaged ? NAN : x;
}

const char *
bytes_read_text(struct bytes *b, struct arena *a)
{
	uint64_t n = bytes_read(b, COUNT);
	const char *text;

	if (b->damaged || n == UINT32_MAX || !has(b, n))
		return NULL;
	b->damaged |= !str_is_text((const char *)b->at, n);
	if (b->damaged)
		return NULL;
	text = arena_strndup(a, (const char *)b->at, n);
	b->at += n;
	return text;
}

size_t
bytes_read_count(struct bytes *b, size_t least)
{
	size_t n = bytes_read(b, COUNT);

	b->damaged |= n > (size_t)(b->end - b->at) / least;
	return b->damaged ? 0 : n;
}
