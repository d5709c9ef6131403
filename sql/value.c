/* value.c - values in PostgreSQL's binary format, which is big-endian */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <endian.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/ctx.h"
#include "sql/call.h"

enum { OID_SMALLINT = 21, OID_TEXT = 25 };

static uint16_t
load16(const char *s)
{
	uint16_t x;

	memcpy(&x, s, sizeof(x));
	return be16toh(x);
}

static uint32_t
load32(const char *s)
{
	uint32_t x;

	memcpy(&x, s, sizeof(x));
	return be32toh(x);
}

static uint64_t
load64(const char *s)
{
	uint64_t x;

	memcpy(&x, s, sizeof(x));
	return be64toh(x);
}

static char *
store16(char *s, uint16_t x)
{
	x = htobe16(x);
	memcpy(s, &x, sizeof(x));
	return s + sizeof(x);
}

static char *
store32(char *s, uint32_t x)
{
	x = htobe32(x);
	memcpy(s, &x, sizeof(x));
	return s + sizeof(x);
}

static char *
store64(char *s, uint64_t x)
{
	x = htobe64(x);
	memcpy(s, &x, sizeof(x));
	return s + sizeof(x);
}

static void
put(struct call *call, const char *bytes, size_t n)
{
	CHECK(call->n < call->statement->n_in && n <= INT32_MAX);
	call->values[call->n] = bytes;
	call->lengths[call->n] = (int)n;
	call->formats[call->n++] = 1;
}

void
put_bigint(struct call *call, int64_t value)
{
	char *s = arena_alloc(call->c->arena, 8);

	store64(s, (uint64_t)value);
	put(call, s, 8);
}

void
put_integer(struct call *call, int32_t value)
{
	char *s = arena_alloc(call->c->arena, 4);

	store32(s, (uint32_t)value);
	put(call, s, 4);
}

void
put_smallint(struct call *call, int16_t value)
{
	char *s = arena_alloc(call->c->arena, 2);

	store16(s, (uint16_t)value);
	put(call, s, 2);
}

void
put_boolean(struct call *call, bool value)
{
	put(call, value ? "\1" : "\0", 1);
}

void
put_text(struct call *call, const char *value)
{
	put(call, value, value == NULL ? 0 : strlen(value));
}

void
put_bytea(struct call *call, struct db_bytes value)
{
	put(call, (const char *)value.bytes, value.n);
}

void
put_double(struct call *call, double value)
{
	char *s = arena_alloc(call->c->arena, 8);
	uint64_t bits;

	memcpy(&bits, &value, sizeof(bits));
	store64(s, bits);
	put(call, isnan(value) ? NULL : s, 8);
}

/* Header of a one-dimensional array: dimensions, has NULLs, element type, length, lower bound. */
enum { ARRAY_HEADER = 20 };

static char *
store_array(char *s, bool nulls, uint32_t element, size_t n)
{
	s = store32(s, 1);
	s = store32(s, nulls);
	s = store32(s, element);
	s = store32(s, (uint32_t)n);
	return store32(s, 1);
}

void
put_codes(struct call *call, struct db_codes value)
{
	char *start = arena_alloc(call->c->arena, ARRAY_HEADER + value.n * 6), *s = start;
	bool nulls = false;

	for (size_t i = 0; i < value.n; i++)
		nulls |= value.list[i] == DB_NO_CODE;
	s = store_array(s, nulls, OID_SMALLINT, value.n);
	for (size_t i = 0; i < value.n; i++)
		if (value.list[i] == DB_NO_CODE)
			s = store32(s, UINT32_MAX);
		else
			s = store16(store32(s, 2), (uint16_t)value.list[i]);
	put(call, value.list == NULL ? NULL : start, (size_t)(s - start));
}

void
put_texts(struct call *call, struct db_texts value)
{
	size_t room = ARRAY_HEADER;
	bool nulls = false;
	char *start, *s;

	for (size_t i = 0; i < value.n; i++) {
		nulls |= value.list[i] == NULL;
		room += 4 + (value.list[i] == NULL ? 0 : strlen(value.list[i]));
	}
	start = arena_alloc(call->c->arena, room);
	s = store_array(start, nulls, OID_TEXT, value.n);
	for (size_t i = 0; i < value.n; i++) {
		size_t n = value.list[i] == NULL ? 0 : strlen(value.list[i]);

		s = store32(s, value.list[i] == NULL ? UINT32_MAX : (uint32_t)n);
		if (n > 0)
			memcpy(s, value.list[i], n);
		s += n;
	}
	put(call, value.list == NULL ? NULL : start, room);
}

int64_t
get_bigint(struct arena *a, struct db_field f)
{
	(void)a;
	return f.n < 0 ? 0 : (int64_t)load64(f.bytes);
}

int32_t
get_integer(struct arena *a, struct db_field f)
{
	(void)a;
	return f.n < 0 ? 0 : (int32_t)load32(f.bytes);
}

int16_t
get_smallint(struct arena *a, struct db_field f)
{
	(void)a;
	return f.n < 0 ? 0 : (int16_t)load16(f.bytes);
}

bool
get_boolean(struct arena *a, struct db_field f)
{
	(void)a;
	return f.n > 0 && *f.bytes != 0;
}

const char *
get_text(struct arena *a, struct db_field f)
{
	return f.n < 0 ? NULL : arena_strndup(a, f.bytes, (size_t)f.n);
}

struct db_bytes
get_bytea(struct arena *a, struct db_field f)
{
	if (f.n < 0)
		return (struct db_bytes){ 0 };
	return (struct db_bytes){ arena_memdup(a, f.bytes, (size_t)f.n), (size_t)f.n };
}

double
get_double(struct arena *a, struct db_field f)
{
	uint64_t bits;
	double value;

	(void)a;
	if (f.n < 0)
		return NAN;
	bits = load64(f.bytes);
	memcpy(&value, &bits, sizeof(value));
	return value;
}

/* Elements of a one-dimensional array; an empty array has no dimension. */
static size_t
array_length(struct db_field f)
{
	uint32_t dimensions = load32(f.bytes);

	CHECK(dimensions <= 1);
	return dimensions == 0 ? 0 : load32(f.bytes + 12);
}

struct db_codes
get_codes(struct arena *a, struct db_field f)
{
	size_t n = f.n < 0 ? 0 : array_length(f);
	int16_t *list = arena_make_n(a, n, int16_t);
	const char *s = f.bytes + ARRAY_HEADER;

	if (f.n < 0)
		return (struct db_codes){ 0 };
	for (size_t i = 0; i < n; i++) {
		bool null = load32(s) == UINT32_MAX;

		s += 4;
		list[i] = null ? DB_NO_CODE : (int16_t)load16(s);
		s += null ? 0 : 2;
	}
	return (struct db_codes){ list, n };
}

struct db_texts
get_texts(struct arena *a, struct db_field f)
{
	size_t n = f.n < 0 ? 0 : array_length(f);
	const char **list = arena_make_n(a, n, const char *);
	const char *s = f.bytes + ARRAY_HEADER;

	if (f.n < 0)
		return (struct db_texts){ 0 };
	for (size_t i = 0; i < n; i++) {
		uint32_t length = load32(s);

		s += 4;
		if (length == UINT32_MAX)
			continue;
		list[i] = arena_strndup(a, s, length);
		s += length;
	}
	return (struct db_texts){ list, n };
}
