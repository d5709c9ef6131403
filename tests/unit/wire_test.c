/* wire_test.c - requests and replies over a FastCGI connection, the web server's end played by a child */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "fcgi/wire.h"

enum { BEGIN = 1, END = 3, PARAMS = 4, INPUT = 5, OUTPUT = 6, HEADER = 8, MOST = 65535 };

static char directory[] = "/tmp/attune-wire.XXXXXX";
static struct sockaddr_un address = { .sun_family = AF_UNIX };
static struct arena *arena;
static struct wire *wire;

static void
add_record(struct buf *out, int type, const char *bytes, size_t n)
{
	const unsigned char header[HEADER] = { 1, (unsigned char)type, 0, 1, (unsigned char)(n >> 8), (unsigned char)n };

	buf_add(out, header, HEADER);
	buf_add(out, bytes, n);
}

static struct buf *
request(size_t body)
{
	struct buf *out = buf_new(arena);
	char *bytes = arena_alloc(arena, MOST);

	memset(bytes, 'q', MOST);
	add_record(out, BEGIN, "\0\1\0\0\0\0\0\0", 8);
	add_record(out, PARAMS, "\x0e\4REQUEST_METHODPOST", 20);
	add_record(out, PARAMS, "", 0);
	for (; body > MOST; body -= MOST)
		add_record(out, INPUT, bytes, MOST);
	if (body > 0)
		add_record(out, INPUT, bytes, body);
	add_record(out, INPUT, "", 0);
	return out;
}

/* What came back until the connection ended: the bytes of the reply, when its records are sound. */
static struct buf *
reply_of(const struct buf *records)
{
	const unsigned char *at = (unsigned char *)records->bytes, *end = at + records->n;
	struct buf *reply = buf_new(arena);

	for (; end - at >= HEADER && at[0] == 1 && at[1] == OUTPUT; at += HEADER + at[4] * 256 + at[5] + at[6])
		buf_add(reply, at + HEADER, (size_t)at[4] * 256 + at[5]);
	return end - at == HEADER + 8 && at[1] == END && at[HEADER + 4] == 0 ? reply : NULL;
}

/* The child: sends a request, takes its time, and ends with success when the reply is n bytes of 'a'. */
static pid_t
web_server(size_t body, size_t n)
{
	struct buf *out = request(body), *in = buf_new(arena), *reply;
	char some[4096];
	ssize_t got;
	pid_t child = fork();
	int fd;

	if (child != 0)
		return child;
	fd = socket(AF_UNIX, SOCK_STREAM, 0);
	if (connect(fd, (struct sockaddr *)&address, sizeof(address)) != 0
	    || write(fd, out->bytes, out->n) != (ssize_t)out->n)
		_exit(2);
	usleep(100 * 1000);
	while ((got = read(fd, some, sizeof(some))) > 0)
		buf_add(in, some, (size_t)got);
	reply = got < 0 ? NULL : reply_of(in);
	_exit(reply == NULL || reply->n != n || strspn(reply->bytes, "a") != n);
}

static void
replies(size_t body, size_t read, size_t n)
{
	char *reply = arena_alloc(arena, n), *bytes = arena_alloc(arena, body + 1);
	pid_t child = web_server(body, n);
	int status;

	memset(reply, 'a', n);
	assert_true(wire_accept(wire));
	assert_string_equal(wire_param(wire, "REQUEST_METHOD"), "POST");
	assert_null(wire_param(wire, "HTTP_COOKIE"));
	if (read > 0)
		assert_true(wire_body(wire, bytes, read));
	assert_true(wire_reply(wire, reply, n));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void
a_reply_of_any_length_arrives(void **state)
{
	(void)state;
	replies(0, 0, 1);
	replies(30, 30, 20000);
	replies(30, 30, MOST);
	replies(30, 30, MOST + 1);
	replies(200000, 200000, 5 * MOST + 17);
}

/* A connection closed with something unread in it takes the reply along. */
static void
a_reply_arrives_though_its_request_was_not_read(void **state)
{
	(void)state;
	replies(100000, 0, 20000);
	replies(100000, 99999, 200000);
}

static void
a_web_server_that_has_gone_is_no_trouble(void **state)
{
	pid_t child = fork();
	char *reply = arena_alloc(arena, 5 * 1024 * 1024);
	int status;

	(void)state;
	if (child == 0) {
		struct buf *out = request(0);
		int fd = socket(AF_UNIX, SOCK_STREAM, 0);

		_exit(connect(fd, (struct sockaddr *)&address, sizeof(address)) != 0
			|| write(fd, out->bytes, out->n) != (ssize_t)out->n);
	}
	assert_true(wire_accept(wire));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_false(wire_reply(wire, reply, 5 * 1024 * 1024));
	replies(30, 30, 20000);
}

static int
listen_there(void **state)
{
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	(void)state;
	assert_non_null(mkdtemp(directory));
	snprintf(address.sun_path, sizeof(address.sun_path), "%s/socket", directory);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_int_equal(listen(fd, 8), 0);
	arena = arena_new();
	wire = wire_new(arena, fd);
	return 0;
}

static int
leave(void **state)
{
	(void)state;
	arena_free(arena);
	unlink(address.sun_path);
	return rmdir(directory);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reply_of_any_length_arrives),
		cmocka_unit_test(a_reply_arrives_though_its_request_was_not_read),
		cmocka_unit_test(a_web_server_that_has_gone_is_no_trouble),
	};

	return cmocka_run_group_tests(tests, listen_there, leave);
}
