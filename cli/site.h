/* site.h - nginx in front of the programs of `attune serve` */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SITE_H
#define CLI_SITE_H

#include <stdbool.h>

struct ctx;

/* A loopback port nobody listens on: the wanted one, or any for 0.
 * Fails with E_CONFLICT when the wanted one is taken. */
bool site_port(struct ctx *, int wanted, int *port_r);
/* Is this loopback port free? */
bool site_port_is_free(int port);

/* Write run/nginx.conf for this port; sockets, logs and temporary files are in run. */
bool site_configure(struct ctx *, const char *run, int port);
/* The command line that runs nginx in the foreground with that file. */
const char *const *site_argv(struct ctx *, const char *run);
/* Wait until a page comes back through nginx and the answering program. Fails with E_SYSTEM after 30 s. */
bool site_ready(struct ctx *, const char *run, int port);

#endif
