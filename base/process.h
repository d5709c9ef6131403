/* process.h - other programs as children: never through a shell, never left behind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>

struct ctx;

/* What somebody who looks after children waits for: SIGCHLD, SIGTERM, SIGINT and SIGHUP. */
sigset_t process_signals(void);

/* Start argv[0] (searched in PATH when it has no slash), output appended to log_path, standard input empty,
 * in a process group of its own. It receives death_signal if this process dies. Fails with E_SYSTEM. */
bool process_start(struct ctx *, const char *const *argv, const char *log_path, int death_signal,
	pid_t *pid_r);

/* Start and wait. Fails with E_SYSTEM when it does not end with exit code 0 within the seconds; it is then
 * killed, and the failure names the program and the log. */
bool process_run(struct ctx *, const char *const *argv, const char *log_path, int seconds);

/* Wait for the child at most so long. False when it still runs; then status_r is untouched. */
bool process_wait(pid_t, int seconds, int *status_r);

#endif
