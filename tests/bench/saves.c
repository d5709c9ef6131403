/* saves.c - the most saves a database takes: connections repeat the bare statement, nothing else happens */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: saves CONNINFO SECONDS CONNECTIONS PAGE ITEMS RESPONDENTS
 * Prints: saves errors per_second. The revisions are written back. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "tests/bench/clock.h"
#include "tests/bench/respondent.h"
#include "tests/bench/statement.h"

/* Written by all processes. */
struct tally {
	size_t saves, errors;
};

struct order {
	const char *conninfo, *page;
	double seconds;
	size_t connections, items, n_respondents;
	struct respondent_line *respondents;
	struct tally *tallies;
};

static void *
shared(size_t n, size_t size)
{
	void *memory = mmap(NULL, n * size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	CHECK(memory != MAP_FAILED);
	return memory;
}

static const char *
codes(struct arena *a, char code, size_t n)
{
	struct buf *out = buf_new(a);

	for (size_t i = 0; i < n; i++)
		buf_printf(out, "%c%c", i == 0 ? '{' : ',', code);
	buf_putc(out, '}');
	return out->bytes;
}

static _Noreturn void
repeat(const struct order *o, size_t number)
{
	struct arena *a = arena_new();
	const char *const turns[] = { codes(a, '2', o->items), codes(a, '4', o->items) };
	PGconn *db = statement_connect(o->conninfo);
	double end = clock_seconds() + o->seconds;

	for (size_t who = number; clock_seconds() < end; who += o->connections) {
		struct respondent_line *r;
		unsigned char hash[TOKEN_HASH_BYTES];
		bool good;

		if (who >= o->n_respondents)
			who = number;
		r = &o->respondents[who];
		token_unhex(r->hash, hash, sizeof(hash));
		good = statement_save(db, hash, o->page, r->revision, turns[r->revision % 2]);
		r->revision += good;
		o->tallies[number].saves++;
		o->tallies[number].errors += !good;
	}
	PQfinish(db);
	_exit(0);
}

static struct tally
run(const struct order *o)
{
	struct tally total = { 0, 0 };
	int status;

	for (size_t i = 0; i < o->connections; i++)
		if (fork() == 0)
			repeat(o, i);
	while (wait(&status) > 0)
		CHECK(status == 0);
	for (size_t i = 0; i < o->connections; i++) {
		total.saves += o->tallies[i].saves;
		total.errors += o->tallies[i].errors;
	}
	return total;
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct order o = { .conninfo = argv[1] };
	const struct respondent_line *list;
	struct tally t;

	CHECK(argc == 7);
	o.seconds = atof(argv[2]);
	o.connections = (size_t)atoi(argv[3]);
	o.page = argv[4];
	o.items = (size_t)atoi(argv[5]);
	list = respondent_read(a, argv[6], &o.n_respondents);
	o.respondents = memcpy(shared(o.n_respondents, sizeof(*list)), list, o.n_respondents * sizeof(*list));
	o.tallies = shared(o.connections, sizeof(*o.tallies));
	t = run(&o);
	respondent_write(a, argv[6], o.respondents, o.n_respondents);
	printf("%zu %zu %.1f\n", t.saves, t.errors, (double)t.saves / o.seconds);
	arena_free(a);
	return 0;
}
