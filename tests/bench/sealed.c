/* sealed.c - what it costs to bring sealed answers into memory, against read() of the same bytes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: sealed CONNINFO FILE...
 * The files are those of the table, still in the system's memory. Both sides end with everything in memory of their own that they
 * have used before: the product with codes it can count with, the floor with the bytes of the files.
 * Prints: ms floor_ms ratio, medians of what passed. */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/ctx.h"
#include "engine/fieldwork/packing.h"
#include "sql/db.h"
#include "tests/bench/clock.h"
#include "tests/bench/sealed_q.h"

enum { TIMES = 5, PIECE = 256 * 1024 };

struct memory {
	size_t n, room;
	int16_t *codes;
};

static bool
keep(struct ctx *c, void *arg, const struct q_sealed_stream *row)
{
	const size_t n = (size_t)row->responses * (size_t)row->slots;
	struct memory *m = arg;

	if (m->n + n > m->room) {
		m->room = m->room * 2 + n;
		m->codes = realloc(m->codes, m->room * sizeof(*m->codes));
		CHECK(m->codes != NULL);
	}
	packing_unpack(row->codes.bytes, n, (size_t)row->width, m->codes + m->n);
	m->n += n;
	arena_reset(c->arena);
	return true;
}

static double
product(struct ctx *c, struct memory *m)
{
	double begin = clock_seconds();

	m->n = 0;
	CHECK(q_sealed_stream(c, keep, m));
	return (clock_seconds() - begin) * 1e3;
}

static size_t
file_size(const char *path)
{
	struct stat about;

	CHECK(stat(path, &about) == 0);
	return (size_t)about.st_size;
}

static double
bare(char **paths, char *memory)
{
	double begin = clock_seconds();

	for (; *paths != NULL; paths++) {
		int fd = open(*paths, O_RDONLY | O_CLOEXEC);
		ssize_t n;

		CHECK(fd >= 0);
		while ((n = read(fd, memory, PIECE)) > 0)
			memory += n;
		CHECK(n == 0);
		close(fd);
	}
	return (clock_seconds() - begin) * 1e3;
}

int
main(int argc, char **argv)
{
	struct arena *life = arena_new();
	struct ctx c = { .arena = arena_new() };
	struct memory codes = { 0, 0, NULL };
	double ours[TIMES], floor[TIMES], ratio[TIMES];
	size_t size = PIECE;
	char *bytes;

	CHECK(argc >= 3);
	for (int i = 2; i < argc; i++)
		size += file_size(argv[i]);
	bytes = arena_alloc(life, size);
	c.db = db_new(life, argv[1], NULL);
	product(&c, &codes);
	bare(argv + 2, bytes);
	for (int i = 0; i < TIMES; i++) {
		ours[i] = product(&c, &codes);
		floor[i] = bare(argv + 2, bytes);
		ratio[i] = ours[i] / floor[i];
	}
	printf("%.1f %.1f %.1f\n", clock_median(ours, TIMES), clock_median(floor, TIMES), clock_median(ratio, TIMES));
	free(codes.codes);
	arena_free(c.arena);
	arena_free(life);
	return 0;
}
