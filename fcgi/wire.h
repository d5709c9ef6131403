/* wire.h - the FastCGI connection: all that is known of libfcgi */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FCGI_WIRE_H
#define FCGI_WIRE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct wire;

/* Once per worker, after its signal handlers are in place: libfcgi keeps those it finds. */
struct wire *wire_new(struct arena *, int listen_fd);
/* The next request, waiting for it; false when the worker shall end. Between the test for that and the wait
 * is a gap in libfcgi, so who wants a worker to end repeats the signal until it has. */
bool wire_accept(struct wire *);
/* NULL when absent or empty. Good until wire_reply. */
const char *wire_param(struct wire *, const char *name);
/* Exactly n bytes of the body; false when the web server did not send them. */
bool wire_body(struct wire *, char *bytes, size_t n);
/* The whole reply, headers (at least one) and body; ends the request. False when the web server does not take it. */
bool wire_reply(struct wire *, const char *bytes, size_t n);

/* For the handler of SIGTERM: the current request is finished, then wire_accept returns false. */
void wire_stop(void);

#endif
