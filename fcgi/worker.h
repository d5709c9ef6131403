/* worker.h - one worker: request after request, until it shall end */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FCGI_WORKER_H
#define FCGI_WORKER_H

struct db;
struct program;
struct site;

/* One log line per request, with the route's pattern: never a ticket, an answer or an address. */
void worker_run(const struct program *, const struct site *, struct db *, int listen_fd);

#endif
