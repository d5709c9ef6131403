/* conf.h - settings as `name = value`, from one table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CONF_H
#define BASE_CONF_H

#include <stdbool.h>

struct arena;
struct buf;
struct msgs;

enum conf_type { CONF_TEXT, CONF_INT, CONF_PATH };

/* One row of conf_table in conf.c: it gives the parser, `attune config` and the section of attune.conf(5). */
struct conf_setting {
	const char *name;
	enum conf_type type;
	const char *fallback;
	long min, max;			/* of a CONF_INT */
	const char *help;
};

/* Limits of k wherever it is set: fewer people are no group to hide in, and for more the audit cannot
 * reckon. */
enum { K_LEAST = 3, K_MOST = 40 };

struct conf {
	const char *data_dir;		/* database, sockets, logs, keys, reports of `attune serve` */
	const char *database;		/* libpq connection string without user and password */
	const char *base_url;		/* public address, without trailing slash; links are made from it */
	const char *ticket_key_file;
	int port;			/* of nginx on loopback; 0 picks a free one */
	int read_workers, write_workers;
	int k;				/* default for new waves */
};

extern const struct conf_setting conf_table[];

/* Defaults, then the file when path is not NULL, then environment variables ATTUNE_<NAME>. An unknown name
 * or a value out of range is a message. data_dir comes back absolute; other relative paths are taken from
 * it. */
bool conf_load(struct arena *, const char *path, struct msgs *, struct conf *conf_r);
/* The settings in force, in the syntax of the file, each with its help as comment. */
void conf_print(const struct conf *, struct buf *);

#endif
