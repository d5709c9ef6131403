/* route.h - which page answers which address, and what it demands of the visitor */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FCGI_ROUTE_H
#define FCGI_ROUTE_H

#include <stdbool.h>

#include "fcgi/request.h"

struct ctx;
struct reply;
struct session;		/* who is visiting: each program has its own */
struct site;

enum { ROUTE_MAX_ARGS = 3 };

/* One request on its way through a program. */
struct visit {
	struct ctx *c;
	const struct site *site;
	const struct request *request;
	const char *args[ROUTE_MAX_ARGS];	/* what stood for each star of the pattern */
	struct session *session;		/* made by the guard */
	struct reply *reply;
};

/* What a page requires is declared here and nowhere else. The guard runs first; false means that it has
 * replied already, or that the operation failed. A handler writes the reply, or fails. */
struct route {
	enum method method;
	const char *pattern;		/* a star is one segment that is not empty */
	bool (*guard)(struct visit *);
	bool (*handle)(struct visit *);
};

/* A FastCGI program: its pages, and how it says that something went wrong. */
struct program {
	const char *name;
	const struct route *routes;	/* ended by a NULL pattern */
	/* A whole page with the reply's status set; c->failure says why, or it is E_NONE when the request
	 * itself was no good. */
	void (*explain)(struct visit *, int status);
};

/* From a bounded request to a reply. status is what request_read returned. Returns the pattern, for the log;
 * "-" when there is none. */
const char *route_answer(const struct program *, struct visit *, int status);

#endif
