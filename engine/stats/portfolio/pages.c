/* pages.c - room for millions of numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/pages.h"

#include <stdint.h>
#include <sys/mman.h>

#include "base/arena.h"
#include "base/check.h"

#ifdef ATTUNE_SANITIZE
#define SMALL SIZE_MAX	/* overruns are caught in the arena */
#else
#define SMALL (1024 * 1024)
#endif
#define LARGE_PAGE ((size_t)2 * 1024 * 1024)

struct mapping {
	void *at;
	size_t size;
};

static void
release(void *mapping_)
{
	struct mapping *m = mapping_;

	CHECK(munmap(m->at, m->size) == 0);
}

/* From the first large page on; what the advice is worth is up to the system. */
static void *
map(struct arena *a, size_t size)
{
	struct mapping *m = arena_make(a, struct mapping);
	uintptr_t start;

	CHECK(size <= SIZE_MAX - LARGE_PAGE);
	m->size = size + LARGE_PAGE;
	m->at = mmap(NULL, m->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(m->at != MAP_FAILED);
	arena_defer(a, release, m);
	start = ((uintptr_t)m->at + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
	madvise((void *)start, size, MADV_HUGEPAGE);
	return (void *)start;
}

void *
pages_array(struct arena *a, size_t n, size_t size)
{
	CHECK(size == 0 || n <= SIZE_MAX / size);
	return n * size < SMALL ? arena_alloc(a, n * size) : map(a, n * size);
}
