/* arena.c - memory that lives exactly as long as one request, job or cached form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"

enum { FIRST_BLOCK = 16 * 1024, LARGEST_STEP = 1024 * 1024, MOST_KEPT = 256 * 1024 };

struct block {
	struct block *older;
	size_t size, used;
	alignas(max_align_t) char bytes[];
};

struct deferred {
	struct deferred *older;
	void (*release)(void *);
	void *object;
};

struct arena {
	struct block *newest;
	struct deferred *deferred;
};

static struct block *
block_new(size_t size, struct block *older)
{
	struct block *b;

	CHECK(size <= SIZE_MAX - sizeof(*b));
	b = malloc(sizeof(*b) + size);
	CHECK(b != NULL);
	b->older = older;
	b->size = size;
	b->used = 0;
	return b;
}

struct arena *
arena_new(void)
{
	struct arena *a = malloc(sizeof(*a));

	CHECK(a != NULL);
	a->newest = NULL;
	a->deferred = NULL;
	return a;
}

/* A deferred call may itself defer or allocate, so take them off one at a time. */
static void
run_deferred(struct arena *a)
{
	while (a->deferred != NULL) {
		struct deferred *d = a->deferred;

		a->deferred = d->older;
		d->release(d->object);
	}
}

/* Under the sanitizer nothing is, so that whoever uses memory of an earlier request is caught. */
static bool
is_worth_keeping(const struct block *b)
{
#ifdef ATTUNE_SANITIZE
	(void)b;
	return false;
#else
	return b->size <= MOST_KEPT;
#endif
}

/* The newest block that is not too large is the largest of those: the next request will hardly need another. */
void
arena_reset(struct arena *a)
{
	struct block *kept = NULL;

	run_deferred(a);
	while (a->newest != NULL) {
		struct block *b = a->newest;

		a->newest = b->older;
		if (kept == NULL && is_worth_keeping(b))
			kept = b;
		else
			free(b);
	}
	if (kept == NULL)
		return;
	kept->older = NULL;
	kept->used = 0;
	a->newest = kept;
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	free(a->newest);
	free(a);
}

/* Blocks grow with the arena; under the sanitizer each object is its own block, so overruns are caught. */
static size_t
next_block_size(const struct arena *a, size_t need)
{
#ifdef ATTUNE_SANITIZE
	(void)a;
	return need;
#else
	size_t size = a->newest == NULL ? FIRST_BLOCK : a->newest->size * 2;

	if (size > LARGEST_STEP)
		size = LARGEST_STEP;
	return need > size ? need : size;
#endif
}

void *
arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	size_t need;
	char *p;

	CHECK(size <= SIZE_MAX - align);
	need = (size + align - 1) / align * align;
	if (a->newest == NULL || a->newest->size - a->newest->used < need)
		a->newest = block_new(next_block_size(a, need), a->newest);
	p = a->newest->bytes + a->newest->used;
	a->newest->used += need;
	return memset(p, 0, size);
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	CHECK(size == 0 || n <= SIZE_MAX / size);
	return arena_alloc(a, n * size);
}

void *
arena_memdup(struct arena *a, const void *p, size_t n)
{
	void *copy = arena_alloc(a, n);

	if (n > 0)
		memcpy(copy, p, n);
	return copy;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_alloc(a, n + 1);

	memcpy(copy, s, n);
	return copy;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_join(struct arena *a, const char *first, ...)
{
	size_t n = 0;
	va_list ap;
	char *joined, *end;

	va_start(ap, first);
	for (const char *s = first; s != NULL; s = va_arg(ap, const char *))
		n += strlen(s);
	va_end(ap);
	joined = end = arena_alloc(a, n + 1);
	va_start(ap, first);
	for (const char *s = first; s != NULL; s = va_arg(ap, const char *))
		end = stpcpy(end, s);
	va_end(ap);
	return joined;
}

char *
arena_vprintf(struct arena *a, const char *format, va_list ap)
{
	char first[128], *s;
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(first, sizeof(first), format, ap);
	CHECK(n >= 0);
	s = arena_alloc(a, (size_t)n + 1);
	if ((size_t)n < sizeof(first))
		memcpy(s, first, (size_t)n);
	else
		vsnprintf(s, (size_t)n + 1, format, again);
	va_end(again);
	return s;
}

char *
arena_printf(struct arena *a, const char *format, ...)
{
	va_list ap;
	char *s;

	va_start(ap, format);
	s = arena_vprintf(a, format, ap);
	va_end(ap);
	return s;
}

void
arena_defer(struct arena *a, void (*release)(void *), void *object)
{
	struct deferred *d = arena_make(a, struct deferred);

	d->older = a->deferred;
	d->release = release;
	d->object = object;
	a->deferred = d;
}
