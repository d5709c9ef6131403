/* sealed.c - what it costs to bring sealed answers into memory, against read() of the same bytes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: sealed CONNINFO FILE...
 * The files are those of the table, still in the system's memory. Prints: ms floor_ms ratio, medians of what passed. */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/ctx.h"
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
	struct memory *m = arg;

	if (m->n + row->codes.n > m->room) {
		m->room = m->room * 2 + row->codes.n;
		m->codes = realloc(m->codes, m->room * sizeof(*m->codes));
		CHECK(m->codes != NULL);
	}
	memcpy(m->codes + m->n, row->codes.list, row->codes.n * sizeof(*m->codes));
	m->n += row->codes.n;
	arena_reset(c->arena);
	return true;
}

static double
product(struct ctx *c)
{
	struct memory m = { 0, 0, NULL };
	double begin = clock_seconds();

	CHECK(q_sealed_stream(c, keep, &m));
	free(m.codes);
	return (clock_seconds() - begin) * 1e3;
}

static void
read_whole(const char *path)
{
	static char piece[PIECE];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	CHECK(fd >= 0);
	while ((n = read(fd, piece, sizeof(piece))) > 0)
		continue;
	CHECK(n == 0);
	close(fd);
}

static double
bare(char **paths)
{
	double begin = clock_seconds();

	for (; *paths != NULL; paths++)
		read_whole(*paths);
	return (clock_seconds() - begin) * 1e3;
}

int
main(int argc, char **argv)
{
	struct arena *life = arena_new();
	struct ctx c = { .arena = arena_new() };
	double ours[TIMES], floor[TIMES], ratio[TIMES];

	CHECK(argc >= 3);
	c.db = db_new(life, argv[1], NULL);
	product(&c);
	for (int i = 0; i < TIMES; i++) {
		ours[i] = product(&c);
		floor[i] = bare(argv + 2);
		ratio[i] = ours[i] / floor[i];
	}
	printf("%.0f %.0f %.1f\n", clock_median(ours, TIMES), clock_median(floor, TIMES), clock_median(ratio, TIMES));
	arena_free(c.arena);
	arena_free(life);
	return 0;
}
