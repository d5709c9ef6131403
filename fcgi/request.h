/* request.h - one request, copied and bounded, so that nothing later meets the outside world */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FCGI_REQUEST_H
#define FCGI_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/urlenc.h"

struct arena;

/* A body holds what a page can take (PAGE_MAX_CHARACTERS in forms/form.h), every character as four encoded
 * bytes, and more than its other fields. deploy/nginx.conf.in has the same limit. */
enum { REQUEST_MAX_PARAM = 4096, REQUEST_MAX_BODY = 1024 * 1024 };

enum method { METHOD_GET, METHOD_POST };

struct request {
	enum method method;		/* HEAD is a GET without body */
	bool head;
	const char *path;		/* decoded, begins with / */
	struct fields query, posted;
	/* NULL when absent */
	const char *id, *cookies, *origin, *fetch_site, *accept_language;
};

/* Where a request comes from. param gives NULL when there is none; body gives exactly n bytes or false. */
struct request_source {
	const char *(*param)(void *, const char *name);
	bool (*body)(void *, char *bytes, size_t n);
	void *arg;
};

/* 0, or the HTTP status that says what is wrong with it; then only method, head and id may be used. */
int request_read(struct arena *, const struct request_source *, struct request *request_r);

/* Value of the cookie, or NULL. A name given twice is nobody's: NULL. */
const char *request_cookie(struct arena *, const struct request *, const char *name);

#endif
