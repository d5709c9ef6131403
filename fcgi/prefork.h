/* prefork.h - a supervisor and its pools of single-threaded workers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FCGI_PREFORK_H
#define FCGI_PREFORK_H

#include <stdbool.h>
#include <stddef.h>

struct ctx;

struct pool {
	const char *name;
	const char *socket_path;	/* made with mode 0660, unless inherited */
	int workers;
	int fd;				/* filled in by prefork_run */
};

/* Listen and keep the workers running until SIGTERM or SIGINT; then each finishes its request.
 * SIGHUP replaces the workers one after the other. A worker that dies is replaced at once, one that keeps
 * dying after a growing pause. Sockets handed over by a service manager (LISTEN_FDS, in the order of the
 * pools) are used instead of new ones. work runs in the worker, which ends when it returns. Fails with
 * E_SYSTEM when it cannot listen. */
bool prefork_run(struct ctx *, struct pool *pools, size_t n_pools, void (*work)(const struct pool *, void *),
	void *arg);

#endif
