/* family.h - long-running programs kept alive together and ended together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_FAMILY_H
#define CLI_FAMILY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct ctx;

enum { FAMILY_MAX = 8 };

struct member {
	const char *name;		/* also of its log file */
	const char *const *argv;
	int stop_signal;		/* asks it to finish its work and end */
	pid_t pid;			/* 0: not running */
	int failures;			/* in a row: each start waits longer */
	int64_t started, restart_at;	/* UTC seconds */
};

struct family {
	struct ctx *ctx;
	const char *log_dir;
	size_t n;
	struct member members[FAMILY_MAX];
};

/* Block the signals family_watch waits for; before the first start. */
void family_begin(struct family *, struct ctx *, const char *log_dir);
/* Start one more; members are ended in the reverse of this order. Fails with E_SYSTEM. */
bool family_start(struct family *, const char *name, const char *const *argv, int stop_signal);
/* Restart whoever ends, with growing pauses, until this process is told to end (SIGTERM, SIGINT, SIGHUP). */
void family_watch(struct family *);
/* End everybody, newest first; who does not end in time is killed. */
void family_stop(struct family *);

#endif
