/* cluster.c - the private PostgreSQL cluster of `attune serve` */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cluster.h"

#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "base/process.h"

enum { READY_SECONDS = 60, CREATE_SECONDS = 120 };

static const char *
log_of(struct ctx *c, const struct cluster *k)
{
	return arena_printf(c->arena, "%s/cluster.log", k->log_dir);
}

/* Created beside its place and renamed, so that an interrupted start does not leave half a cluster behind. */
bool
cluster_create(struct ctx *c, const struct cluster *k)
{
	const char *half = arena_printf(c->arena, "%s.half", k->data);
	const char *const clear[] = { "rm", "-rf", half, NULL };
	const char *const create[] = { PG_BINDIR "/initdb", "-D", half, "-U", "postgres", "-A", "trust", "-E",
		"UTF8", "--locale=C.UTF-8", NULL };
	const char *const place[] = { "mv", "-T", half, k->data, NULL };

	if (access(arena_printf(c->arena, "%s/PG_VERSION", k->data), F_OK) == 0)
		return true;
	return process_run(c, clear, log_of(c, k), CREATE_SECONDS)
	    && process_run(c, create, log_of(c, k), CREATE_SECONDS)
	    && process_run(c, place, log_of(c, k), CREATE_SECONDS);
}

const char *const *
cluster_argv(struct ctx *c, const struct cluster *k)
{
	const char *const argv[] = { PG_BINDIR "/postgres", "-D", k->data, "-k", k->run, "-c",
		"listen_addresses=", "-c", "unix_socket_permissions=0700", NULL };

	return arena_memdup(c->arena, argv, sizeof(argv));
}

static bool
answers(struct ctx *c, const struct cluster *k)
{
	const char *const ask[] = { PG_BINDIR "/pg_isready", "-q", "-h", k->run, NULL };
	bool ready = process_run(c, ask, log_of(c, k), 5);

	fail_clear(c);
	return ready;
}

/* createdb says nothing useful about "exists already", so ask first. */
static bool
create_database(struct ctx *c, const struct cluster *k)
{
	const char *const exists[] = { PG_BINDIR "/psql", "-qh", k->run, "-U", "postgres", "-d",
		"attune", "-c", "", NULL };
	const char *const create[] = { PG_BINDIR "/createdb", "-h", k->run, "-U", "postgres", "attune",
		NULL };

	if (process_run(c, exists, log_of(c, k), 10))
		return true;
	fail_clear(c);
	return process_run(c, create, log_of(c, k), 30);
}

bool
cluster_ready(struct ctx *c, const struct cluster *k)
{
	const struct timespec step = { 0, 100 * 1000 * 1000 };

	for (int i = 0; i < READY_SECONDS * 10; i++) {
		if (answers(c, k))
			return create_database(c, k);
		nanosleep(&step, NULL);
	}
	return fail(c, E_SYSTEM, "The database did not answer within %d seconds; see %s/postgres.log.",
	    READY_SECONDS, k->log_dir);
}
