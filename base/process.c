/* process.c - other programs as children: never through a shell, never left behind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/ctx.h"

sigset_t
process_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	return set;
}

static _Noreturn void
become(const char *const *argv, int log, int death_signal, pid_t parent)
{
	sigset_t none;
	int empty = open("/dev/null", O_RDONLY | O_CLOEXEC);

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	prctl(PR_SET_PDEATHSIG, death_signal);
	if (getppid() != parent)	/* it died before we asked to be told */
		_exit(127);
	setpgid(0, 0);
	dup2(empty, STDIN_FILENO);
	dup2(log, STDOUT_FILENO);
	dup2(log, STDERR_FILENO);
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	dprintf(STDERR_FILENO, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

bool
process_start(struct ctx *c, const char *const *argv, const char *log_path, int death_signal, pid_t *pid_r)
{
	int log = open(log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	pid_t parent = getpid();

	if (log < 0)
		return fail(c, E_SYSTEM, "%s: %s", log_path, strerror(errno));
	/* Ignored, as some parents hand it down, it would take the exit status with it. */
	signal(SIGCHLD, SIG_DFL);
	*pid_r = fork();
	if (*pid_r == 0)
		become(argv, log, death_signal, parent);
	close(log);
	return *pid_r > 0 || fail(c, E_SYSTEM, "%s cannot be started: %s", argv[0], strerror(errno));
}

bool
process_wait(pid_t pid, int seconds, int *status_r)
{
	const struct timespec step = { 0, 10 * 1000 * 1000 };
	struct timespec now, end;

	clock_gettime(CLOCK_MONOTONIC, &end);
	end.tv_sec += seconds;
	do {
		pid_t done = waitpid(pid, status_r, WNOHANG);

		if (done == pid || (done < 0 && errno == ECHILD))
			return true;
		nanosleep(&step, NULL);
		clock_gettime(CLOCK_MONOTONIC, &now);
	} while (now.tv_sec < end.tv_sec || (now.tv_sec == end.tv_sec && now.tv_nsec < end.tv_nsec));
	return false;
}

bool
process_run(struct ctx *c, const char *const *argv, const char *log_path, int seconds)
{
	int status = 0;
	pid_t pid;

	if (!process_start(c, argv, log_path, SIGKILL, &pid))
		return false;
	if (!process_wait(pid, seconds, &status)) {
		kill(-pid, SIGKILL);
		waitpid(pid, &status, 0);
		return fail(c, E_SYSTEM, "%s did not end within %d seconds; see %s.", argv[0], seconds,
			log_path);
	}
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	return fail(c, E_SYSTEM, "%s failed; see %s.", argv[0], log_path);
}
