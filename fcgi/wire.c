/* wire.c - the FastCGI connection: all that is known of libfcgi */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/wire.h"

#include <fastcgi.h>
#include <fcgiapp.h>
#include <limits.h>
#include <signal.h>
#include <time.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/log.h"

enum { MOST_FAILURES = 20 };

struct wire {
	FCGX_Request request;
};

static volatile sig_atomic_t stopping;

void
wire_stop(void)
{
	stopping = 1;
	FCGX_ShutdownPending();
}

static void
release(void *w)
{
	FCGX_Free(&((struct wire *)w)->request, 1);
}

struct wire *
wire_new(struct arena *a, int listen_fd)
{
	struct wire *w = arena_make(a, struct wire);

	CHECK(FCGX_Init() == 0);
	CHECK(FCGX_InitRequest(&w->request, listen_fd, FCGI_FAIL_ACCEPT_ON_INTR) == 0);
	arena_defer(a, release, w);
	return w;
}

static bool
is_sound(struct wire *w)
{
	return w->request.role == FCGI_RESPONDER && FCGX_GetError(w->request.in) == 0;
}

bool
wire_accept(struct wire *w)
{
	const struct timespec pause = { 0, 50 * 1000 * 1000 };

	for (int failures = 0; !stopping && failures < MOST_FAILURES; failures++) {
		if (FCGX_Accept_r(&w->request) == 0) {
			if (is_sound(w))
				return true;
			FCGX_Finish_r(&w->request);
		} else if (!stopping) {
			nanosleep(&pause, NULL);
		}
	}
	if (!stopping)
		log_error("accept_failed");
	return false;
}

const char *
wire_param(struct wire *w, const char *name)
{
	const char *value = FCGX_GetParam(name, w->request.envp);

	return value == NULL || *value == '\0' ? NULL : value;
}

bool
wire_body(struct wire *w, char *bytes, size_t n)
{
	CHECK(n <= INT_MAX);
	return FCGX_GetStr(bytes, (int)n, w->request.in) == (int)n && FCGX_GetError(w->request.in) == 0;
}

bool
wire_write(struct wire *w, const char *bytes, size_t n)
{
	CHECK(n <= INT_MAX);
	return FCGX_PutStr(bytes, (int)n, w->request.out) == (int)n;
}

void
wire_finish(struct wire *w)
{
	FCGX_Finish_r(&w->request);
}
