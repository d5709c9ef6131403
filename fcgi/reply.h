/* reply.h - what goes back: a status, a few headers, one body */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FCGI_REPLY_H
#define FCGI_REPLY_H

#include <stdbool.h>

struct buf;

struct reply {
	int status;
	const char *location;		/* a path of this site, with 303 */
	const char *cookie;		/* value of Set-Cookie */
	int retry_after;		/* seconds; 0: no such header */
	struct buf *body;		/* HTML */
};

/* 303 See Other: the browser GETs path. */
void reply_see_other(struct reply *, const char *path);
/* Headers and body as one text. Every page gets the same security headers: nothing foreign is loaded, no
 * script runs, nothing is stored on the way and no address leaks. */
void reply_emit(const struct reply *, bool head, struct buf *out);

#endif
