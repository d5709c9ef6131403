/* worker.c - one worker: request after request, until it shall end */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/worker.h"

#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/ctx.h"
#include "base/log.h"
#include "fcgi/reply.h"
#include "fcgi/request.h"
#include "fcgi/route.h"
#include "fcgi/wire.h"

/* Nearly every page fits, so that it need not be moved while it is written. */
enum { USUAL_PAGE = 30 * 1024 };

static const char *
param(void *wire, const char *name)
{
	return wire_param(wire, name);
}

static bool
body(void *wire, char *bytes, size_t n)
{
	return wire_body(wire, bytes, n);
}

static long
microseconds_since(const struct timespec *start)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - start->tv_sec) * 1000000 + (now.tv_nsec - start->tv_nsec) / 1000;
}

static void
log_request(const struct visit *v, const char *pattern, long microseconds)
{
	struct arena *a = v->c->arena;

	log_info("request", "request", v->request->id, "method",
		v->request->method == METHOD_POST ? "POST" : v->request->head ? "HEAD" : "GET",
		"route", pattern, "status", arena_printf(a, "%d", v->reply->status),
		"us", arena_printf(a, "%ld", microseconds),
		"failure", v->c->failure == E_NONE ? NULL : failure_name(v->c->failure));
}

static void
answer(const struct program *program, const struct site *site, struct ctx *c, struct wire *wire)
{
	const struct request_source source = { param, body, wire };
	struct request request;
	struct reply reply = { .status = 200, .body = buf_new(c->arena) };
	struct visit visit = { .c = c, .site = site, .request = &request, .reply = &reply };
	struct buf *out = buf_new(c->arena);
	struct timespec start;
	const char *pattern;
	int status;

	clock_gettime(CLOCK_MONOTONIC, &start);
	buf_room(reply.body, USUAL_PAGE);
	status = request_read(c->arena, &source, &request);
	check_context(request.id != NULL ? request.id : "-");
	pattern = route_answer(program, &visit, status);
	reply_emit(&reply, request.head, out);
	wire_reply(wire, out->bytes, out->n);
	log_request(&visit, pattern, microseconds_since(&start));
	check_context("-");
}

void
worker_run(const struct program *program, const struct site *site, struct db *db, int listen_fd)
{
	struct arena *life = arena_new(), *request = arena_new();
	struct wire *wire = wire_new(life, listen_fd);

	while (wire_accept(wire)) {
		struct ctx c = { .arena = request, .db = db };

		answer(program, site, &c, wire);
		arena_reset(request);
	}
	arena_free(request);
	arena_free(life);
}
