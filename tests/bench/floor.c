/* floor.c - the least a page can cost: same statements, same bytes, one buffer; no form, rules, checks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: floor SOCKET WORKERS CONNINFO KEY_FILE PAGE_FILE PAGE
 * GET sends the bytes of PAGE_FILE; POST saves the codes that were posted for that page and redirects. */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fcgiapp.h>
#include <libpq-fe.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/str.h"
#include "base/token.h"
#include "tests/bench/statement.h"

enum { MAX_BODY = 64 * 1024 };

static PGconn *db;
static unsigned char key[TOKEN_KEY_BYTES];
static const char *page, *page_number;

/* The ticket is the value of the only cookie. */
static void
hash_cookie(const char *cookie, unsigned char hash_r[TOKEN_HASH_BYTES])
{
	const char *equals = cookie == NULL ? NULL : strchr(cookie, '=');

	token_hash(key, "ticket", equals == NULL ? "" : equals + 1, hash_r);
}

/* Looks at every byte as escaping would, and escapes none: the page is escaped already. */
static void
copy_looking(struct buf *out, const char *s)
{
	static const char never[] = "\001\002\003\004\005";

	while (*s != '\0') {
		size_t plain = strcspn(s, never);

		buf_add(out, s, plain);
		s += plain;
	}
}

static void
show(struct buf *out)
{
	buf_puts(out, "Content-Type: text/html; charset=utf-8\r\n\r\n");
	copy_looking(out, page);
}

static int
revision_of(const char *body)
{
	const char *at = strstr(body, "_revision=");

	CHECK(at != NULL);
	return atoi(at + strlen("_revision="));
}

/* &q1=2&q2=2 becomes {2,2}. */
static const char *
codes_of(struct arena *a, const char *body)
{
	struct buf *out = buf_new(a);

	buf_putc(out, '{');
	for (const char *s = body; (s = strstr(s, "&q")) != NULL; s++) {
		const char *value = strchr(s, '=') + 1;

		if (out->n > 1)
			buf_putc(out, ',');
		buf_add(out, value, strcspn(value, "&"));
	}
	buf_putc(out, '}');
	return out->bytes;
}

static void
save(struct arena *a, FCGX_Request *request, const unsigned char *hash, struct buf *out)
{
	char *body = arena_alloc(a, MAX_BODY);

	FCGX_GetStr(body, MAX_BODY - 1, request->in);
	CHECK(statement_save(db, hash, page_number, revision_of(body), codes_of(a, body)));
	buf_puts(out, "Status: 303 See Other\r\nLocation: /next\r\nContent-Type: text/html\r\n\r\n");
}

static _Noreturn void
work(int socket_fd, const char *conninfo)
{
	struct arena *a = arena_new();
	unsigned char hash[TOKEN_HASH_BYTES];
	FCGX_Request request;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	db = statement_connect(conninfo);
	FCGX_Init();
	FCGX_InitRequest(&request, socket_fd, 0);
	while (FCGX_Accept_r(&request) == 0) {
		struct buf *out = buf_new(a);

		hash_cookie(FCGX_GetParam("HTTP_COOKIE", request.envp), hash);
		statement_load(db, hash);
		if (strcmp(FCGX_GetParam("REQUEST_METHOD", request.envp), "POST") == 0)
			save(a, &request, hash, out);
		else
			show(out);
		FCGX_PutStr(out->bytes, (int)out->n, request.out);
		FCGX_Finish_r(&request);
		arena_reset(a);
	}
	exit(1);
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	size_t n;
	int fd;

	CHECK(argc == 7);
	token_init();
	CHECK(token_key_load(argv[4], key));
	page = str_read_file(a, argv[5], 1024 * 1024, &n);
	page_number = argv[6];
	CHECK(page != NULL);
	fd = FCGX_OpenSocket(argv[1], 1024);
	CHECK(fd >= 0 && chmod(argv[1], 0660) == 0);
	for (int i = 0; i < atoi(argv[2]); i++)
		if (fork() == 0)
			work(fd, argv[3]);
	pause();
	return 0;
}
