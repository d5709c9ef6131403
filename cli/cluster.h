/* cluster.h - the private PostgreSQL cluster of `attune serve` */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CLUSTER_H
#define CLI_CLUSTER_H

#include <stdbool.h>

struct ctx;

struct cluster {
	const char *data;	/* the cluster's own directory */
	const char *run;	/* where its Unix socket is: no network, and only this user can enter */
	const char *log_dir;
};

/* Create the cluster when it is not there. Fails with E_SYSTEM naming the log. */
bool cluster_create(struct ctx *, const struct cluster *);
/* The command line that runs it in the foreground. */
const char *const *cluster_argv(struct ctx *, const struct cluster *);
/* Wait until it answers, then create the database when it is not there. Fails with E_SYSTEM after 60 s. */
bool cluster_ready(struct ctx *, const struct cluster *);

#endif
