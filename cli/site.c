/* site.c - nginx in front of the programs of `attune serve` */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/site.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/str.h"

#include "deploy/nginx.conf.inc"	/* nginx_conf */

enum { READY_SECONDS = 30 };

static struct sockaddr_in
loopback(int port)
{
	return (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons((uint16_t)port),
		.sin_addr = { htonl(INADDR_LOOPBACK) } };
}

/* The port bound, or 0. */
static int
try_bind(int port)
{
	struct sockaddr_in address = loopback(port);
	socklen_t size = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), yes = 1, bound = 0;

	if (fd < 0)
		return 0;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
	if (bind(fd, (struct sockaddr *)&address, sizeof(address)) == 0 && listen(fd, 1) == 0
	    && getsockname(fd, (struct sockaddr *)&address, &size) == 0)
		bound = ntohs(address.sin_port);
	close(fd);
	return bound;
}

bool
site_port_is_free(int port)
{
	return try_bind(port) != 0;
}

bool
site_port(struct ctx *c, int wanted, int *port_r)
{
	*port_r = try_bind(wanted);
	if (*port_r != 0)
		return true;
	return fail(c, E_CONFLICT, "Port %d of 127.0.0.1 is in use; set another `port`, or 0 for any.",
	    wanted);
}

/* Where nginx finds answer.css: beside the sources in a build tree, else where it was installed. */
static const char *
static_dir(void)
{
	const char *dir = getenv("ATTUNE_STATICDIR");

	return dir != NULL ? dir : PKGDATADIR "/static";
}

/* Replace every @NAME@ of the template. */
static const char *
filled(struct ctx *c, const char *run, const char *listen_at)
{
	const char *const values[][2] = { { "@RUN@", run }, { "@LISTEN@", listen_at },
		{ "@STATIC@", static_dir() } };
	struct buf *out = buf_new(c->arena);

	for (const char *s = nginx_conf; *s != '\0'; ) {
		size_t i = 0;

		while (i < 3 && !str_starts(s, values[i][0]))
			i++;
		if (i < 3)
			buf_puts(out, values[i][1]);
		else
			buf_putc(out, *s);
		s += i < 3 ? strlen(values[i][0]) : 1;
	}
	return out->bytes;
}

static const char *
conf_path(struct ctx *c, const char *run)
{
	return arena_printf(c->arena, "%s/nginx.conf", run);
}

bool
site_configure(struct ctx *c, const char *run, int port)
{
	const char *text = filled(c, run, arena_printf(c->arena, "127.0.0.1:%d", port));

	return str_write_file(conf_path(c, run), text, strlen(text))
	    || fail(c, E_SYSTEM, "%s: %s", conf_path(c, run), strerror(errno));
}

const char *const *
site_argv(struct ctx *c, const char *run)
{
	const char *const argv[] = { NGINX, "-e", "stderr", "-p", run, "-c", conf_path(c, run), "-g",
		"daemon off;", NULL };

	return arena_memdup(c->arena, argv, sizeof(argv));
}

/* Did a GET of a page come back with something other than "unavailable"? */
static bool
page_comes_back(int port)
{
	static const char request[] = "GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";
	struct sockaddr_in address = loopback(port);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	char reply[13] = "";
	bool good = fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0
		&& write(fd, request, sizeof(request) - 1) == (ssize_t)(sizeof(request) - 1)
		&& read(fd, reply, sizeof(reply) - 1) == (ssize_t)(sizeof(reply) - 1);

	if (fd >= 0)
		close(fd);
	return good && str_starts(reply, "HTTP/1.") && reply[9] != '5';
}

bool
site_ready(struct ctx *c, const char *run, int port)
{
	const struct timespec step = { 0, 50 * 1000 * 1000 };

	for (int i = 0; i < READY_SECONDS * 20; i++) {
		if (page_comes_back(port))
			return true;
		nanosleep(&step, NULL);
	}
	return fail(c, E_SYSTEM,
	    "No page came back through nginx within %d seconds; see the logs in %s and beside it.",
	    READY_SECONDS, run);
}
