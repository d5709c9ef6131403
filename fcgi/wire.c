/* wire.c - the FastCGI connection: all that is known of libfcgi */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/wire.h"

#include <errno.h>
#include <fastcgi.h>
#include <fcgiapp.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <sys/uio.h>
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

static FCGI_Header
header(const struct wire *w, unsigned char type, size_t n)
{
	return (FCGI_Header){ .version = FCGI_VERSION_1, .type = type,
		.requestIdB1 = (unsigned char)(w->request.requestId >> 8),
		.requestIdB0 = (unsigned char)w->request.requestId,
		.contentLengthB1 = (unsigned char)(n >> 8), .contentLengthB0 = (unsigned char)n };
}

static bool
send_all(int fd, struct iovec *parts, int n)
{
	while (n > 0) {
		ssize_t sent = writev(fd, parts, n);

		if (sent < 0 && errno == EINTR)
			continue;
		if (sent < 0)
			return false;
		for (; n > 0 && (size_t)sent >= parts->iov_len; parts++, n--)
			sent -= (ssize_t)parts->iov_len;
		if (n > 0) {
			parts->iov_base = (char *)parts->iov_base + sent;
			parts->iov_len -= (size_t)sent;
		}
	}
	return true;
}

/* libfcgi would send 8 KB at a time, and each time wake the web server. */
static bool
send_records(const struct wire *w, const char *bytes, size_t n)
{
	const int fd = w->request.ipcFd;
	FCGI_EndRequestRecord end = { header(w, FCGI_END_REQUEST, sizeof(end.body)),
		{ .protocolStatus = FCGI_REQUEST_COMPLETE } };
	FCGI_Header full = header(w, FCGI_STDOUT, FCGI_MAX_LENGTH), last, no_more = header(w, FCGI_STDOUT, 0);

	for (; n > FCGI_MAX_LENGTH; bytes += FCGI_MAX_LENGTH, n -= FCGI_MAX_LENGTH)
		if (!send_all(fd, (struct iovec[]){ { &full, sizeof(full) }, { (char *)bytes, FCGI_MAX_LENGTH } }, 2))
			return false;
	last = header(w, FCGI_STDOUT, n);
	return send_all(fd, (struct iovec[]){ { &last, sizeof(last) }, { (char *)bytes, n },
		{ &no_more, sizeof(no_more) }, { &end, sizeof(end) } }, 4);
}

/* libfcgi would shut the connection down and wait until the web server has closed it, so that nothing unread
 * destroys the reply on its way. When all was read there is nothing to wait for. */
static void
end_request(struct wire *w)
{
	if (FCGX_GetChar(w->request.in) == EOF && FCGX_GetError(w->request.in) == 0)
		FCGX_Detach(&w->request);
	FCGX_Free(&w->request, !w->request.keepConnection);
}

bool
wire_reply(struct wire *w, const char *bytes, size_t n)
{
	bool sent;

	CHECK(n > 0);
	sent = send_records(w, bytes, n);
	end_request(w);
	return sent;
}
