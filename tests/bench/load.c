/* load.c - a load generator: connections repeat a request for some seconds, and say how long it took */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: load PORT SECONDS CONNECTIONS REQUEST RESPONDENTS
 * Each connection goes through its own share of the respondents and has one request under way. Every request that
 * succeeds raises its respondent's revision; if it was a POST the revisions are written back, so that the next run
 * goes on from there.
 * Prints: requests errors per_second p50_ms p99_ms. */
#include "config.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/str.h"
#include "tests/bench/clock.h"
#include "tests/bench/respondent.h"

struct connection {
	struct pollfd *poll;
	size_t who, got;
	double sent_at;
	bool busy;
	char reply[256 * 1024];
};

struct load {
	const char *template;
	struct respondent_line *respondents;
	size_t n_respondents, n_connections;
	struct connection *connections;
	struct pollfd *polls;
	int port;
	double end, *seconds;
	size_t n, room, errors, busy;
};

static int
connected(int port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port),
		.sin_addr = { htonl(INADDR_LOOPBACK) } };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), yes = 1;

	CHECK(connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0);
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
	return fd;
}

static void
send_request(struct load *l, struct connection *c)
{
	struct arena *a = arena_new();
	struct buf *out = buf_new(a);

	respondent_request(&l->respondents[c->who], l->template, out);
	c->got = 0;
	c->sent_at = clock_seconds();
	CHECK(write(c->poll->fd, out->bytes, out->n) == (ssize_t)out->n);
	arena_free(a);
}

/* A reply ends with its Content-Length or with its last chunk. */
static bool
is_whole(const struct connection *c)
{
	const char *end = memmem(c->reply, c->got, "\r\n\r\n", 4), *length;

	if (end == NULL)
		return false;
	if (memmem(c->reply, (size_t)(end - c->reply), "chunked", 7) != NULL)
		return memmem(end, c->got - (size_t)(end - c->reply), "\r\n0\r\n\r\n", 7) != NULL;
	length = memmem(c->reply, (size_t)(end - c->reply), "Content-Length: ", 16);
	return length != NULL && c->got >= (size_t)(end + 4 - c->reply) + strtoul(length + 16, NULL, 10);
}

static void
note(struct load *l, struct connection *c)
{
	bool good = c->reply[9] == '2' || c->reply[9] == '3';

	if (l->n == l->room) {
		l->room = l->room * 2 + 4096;
		l->seconds = realloc(l->seconds, l->room * sizeof(double));
		CHECK(l->seconds != NULL);
	}
	l->seconds[l->n++] = clock_seconds() - c->sent_at;
	l->errors += !good;
	l->respondents[c->who].revision += good;
}

static void
reconnect(const struct load *l, struct connection *c)
{
	close(c->poll->fd);
	c->poll->fd = connected(l->port);
}

static void
receive(struct load *l, struct connection *c)
{
	ssize_t n = read(c->poll->fd, c->reply + c->got, sizeof(c->reply) - c->got);

	CHECK(n > 0);
	c->got += (size_t)n;
	if (!is_whole(c))
		return;
	note(l, c);
	if (memmem(c->reply, c->got, "Connection: close", 17) != NULL)	/* nginx does so after a thousand requests */
		reconnect(l, c);
	c->who += l->n_connections;
	if (c->who >= l->n_respondents)
		c->who %= l->n_connections;
	c->busy = clock_seconds() < l->end;
	l->busy -= !c->busy;
	if (c->busy)
		send_request(l, c);
}

static void
open_connections(struct load *l)
{
	for (size_t i = 0; i < l->n_connections; i++) {
		l->polls[i] = (struct pollfd){ connected(l->port), POLLIN, 0 };
		l->connections[i].poll = &l->polls[i];
		l->connections[i].who = i;
		l->connections[i].busy = true;
	}
}

static void
run(struct load *l, double seconds)
{
	l->end = clock_seconds() + seconds;
	l->busy = l->n_connections;
	for (size_t i = 0; i < l->n_connections; i++)
		send_request(l, &l->connections[i]);
	while (l->busy > 0) {
		CHECK(poll(l->polls, (nfds_t)l->n_connections, 10000) > 0);
		for (size_t i = 0; i < l->n_connections; i++)
			if (l->connections[i].busy && l->connections[i].poll->revents != 0)
				receive(l, &l->connections[i]);
	}
}

static void
print(struct load *l, double seconds)
{
	double middle = clock_median(l->seconds, l->n);

	printf("%zu %zu %.1f %.3f %.3f\n", l->n, l->errors, (double)l->n / seconds, middle * 1e3,
	    l->seconds[l->n * 99 / 100] * 1e3);
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct load l = { .template = NULL };
	size_t n;

	CHECK(argc == 6);
	l.n_connections = (size_t)atoi(argv[3]);
	l.template = str_read_file(a, argv[4], 1024 * 1024, &n);
	l.respondents = respondent_read(a, argv[5], &l.n_respondents);
	CHECK(l.template != NULL && l.n_connections > 0 && l.n_connections <= l.n_respondents);
	l.connections = arena_make_n(a, l.n_connections, struct connection);
	l.polls = arena_make_n(a, l.n_connections, struct pollfd);
	l.port = atoi(argv[1]);
	open_connections(&l);
	run(&l, atof(argv[2]));
	print(&l, atof(argv[2]));
	if (str_starts(l.template, "POST"))
		respondent_write(a, argv[5], l.respondents, l.n_respondents);
	free(l.seconds);
	arena_free(a);
	return 0;
}
