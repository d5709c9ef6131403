/* prefork.c - a supervisor and its pools of single-threaded workers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/prefork.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "base/log.h"
#include "base/process.h"
#include "base/str.h"
#include "base/utc.h"
#include "fcgi/wire.h"

enum { BACKLOG = 1024, FIRST_INHERITED = 3, SETTLED = 10, LONGEST_PAUSE = 30, STOP_SECONDS = 25 };

struct worker {
	const struct pool *pool;
	pid_t pid;			/* 0: not running */
	int64_t started, restart_at;
	int failures;			/* in a row, each soon after its start */
};

struct supervisor {
	size_t n;
	struct worker *workers;
	void (*work)(const struct pool *, void *);
	void *arg;
};

static bool
listen_at(struct ctx *c, struct pool *pool)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };

	if (strlen(pool->socket_path) >= sizeof(address.sun_path))
		return fail(c, E_SYSTEM, "The path of the socket is too long: %s", pool->socket_path);
	memcpy(address.sun_path, pool->socket_path, strlen(pool->socket_path));
	pool->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	unlink(pool->socket_path);
	if (pool->fd < 0 || bind(pool->fd, (struct sockaddr *)&address, sizeof(address)) != 0
	    || chmod(pool->socket_path, 0660) != 0 || listen(pool->fd, BACKLOG) != 0)
		return fail(c, E_SYSTEM, "%s: %s", pool->socket_path, strerror(errno));
	return true;
}

static bool
are_inherited(size_t n_pools)
{
	const char *pid = getenv("LISTEN_PID"), *fds = getenv("LISTEN_FDS");
	int64_t value;

	return pid != NULL && fds != NULL && str_to_int(pid, getpid(), getpid(), &value)
		&& str_to_int(fds, (int64_t)n_pools, (int64_t)n_pools, &value);
}

static bool
open_sockets(struct ctx *c, struct pool *pools, size_t n, bool inherited)
{
	for (size_t i = 0; i < n; i++)
		if (inherited)
			pools[i].fd = FIRST_INHERITED + (int)i;
		else if (!listen_at(c, &pools[i]))
			return false;
	return true;
}

static void
on_stop(int signal_number)
{
	(void)signal_number;
	wire_stop();
}

/* A worker dies with its supervisor, and leaves Ctrl-C at the terminal to it. */
static _Noreturn void
become_worker(const struct supervisor *s, const struct worker *w, pid_t supervisor)
{
	struct sigaction stop = { .sa_handler = on_stop };
	sigset_t set = process_signals();

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	signal(SIGINT, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	signal(SIGCHLD, SIG_DFL);
	signal(SIGPIPE, SIG_IGN);
	sigaction(SIGTERM, &stop, NULL);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	if (getppid() == supervisor)
		s->work(w->pool, s->arg);
	exit(0);
}

static void
start(struct supervisor *s, struct worker *w)
{
	pid_t self = getpid(), pid = fork();

	if (pid == 0)
		become_worker(s, w, self);
	w->started = utc_now();
	if (pid > 0) {
		w->pid = pid;
		return;
	}
	log_error("fork_failed", "pool", w->pool->name);
	w->restart_at = w->started + 1;
}

/* The first death costs no time: people are waiting. */
static void
plan_restart(struct worker *w)
{
	int64_t now = utc_now();
	int pause;

	w->failures = now - w->started >= SETTLED ? 0 : w->failures + 1;
	pause = w->failures <= 1 ? 0 : w->failures > 6 ? LONGEST_PAUSE : 1 << (w->failures - 2);
	w->restart_at = now + pause;
	w->pid = 0;
}

static void
report(const struct worker *w, int status)
{
	char number[16];

	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return;
	snprintf(number, sizeof(number), "%d", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
	log_error("worker_died", "pool", w->pool->name, WIFSIGNALED(status) ? "signal" : "code", number);
}

static void
reap(struct supervisor *s)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (size_t i = 0; i < s->n; i++)
			if (s->workers[i].pid == pid) {
				report(&s->workers[i], status);
				plan_restart(&s->workers[i]);
			}
}

static void
start_due(struct supervisor *s)
{
	int64_t now = utc_now();

	for (size_t i = 0; i < s->n; i++)
		if (s->workers[i].pid == 0 && s->workers[i].restart_at <= now)
			start(s, &s->workers[i]);
}

static size_t
signal_running(struct worker *workers, size_t n, int signal_number)
{
	size_t running = 0;

	for (size_t i = 0; i < n; i++)
		if (workers[i].pid != 0) {
			kill(workers[i].pid, signal_number);
			running++;
		}
	return running;
}

/* SIGTERM, again and again because a worker may be on its way into accept; SIGKILL when it is stuck. */
static void
stop(struct supervisor *s, struct worker *workers, size_t n)
{
	const struct timespec step = { 0, 50 * 1000 * 1000 };

	for (int i = 0; i < STOP_SECONDS * 20 && signal_running(workers, n, SIGTERM) > 0; i++) {
		nanosleep(&step, NULL);
		reap(s);
	}
	signal_running(workers, n, SIGKILL);
}

static void
replace_all(struct supervisor *s)
{
	for (size_t i = 0; i < s->n; i++) {
		stop(s, &s->workers[i], 1);
		s->workers[i].failures = 0;
		start(s, &s->workers[i]);
	}
}

static void
watch(struct supervisor *s)
{
	const struct timespec second = { 1, 0 };
	const sigset_t set = process_signals();

	for (;;) {
		int got = sigtimedwait(&set, NULL, &second);

		if (got == SIGTERM || got == SIGINT)
			return;
		if (got == SIGHUP)
			replace_all(s);
		reap(s);
		start_due(s);
	}
}

static struct supervisor
hire(struct arena *a, const struct pool *pools, size_t n_pools)
{
	struct supervisor s = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < n_pools; i++)
		n += (size_t)pools[i].workers;
	s.workers = arena_make_n(a, n, struct worker);
	for (size_t i = 0; i < n_pools; i++)
		for (int j = 0; j < pools[i].workers; j++)
			s.workers[s.n++].pool = &pools[i];
	return s;
}

bool
prefork_run(struct ctx *c, struct pool *pools, size_t n_pools, void (*work)(const struct pool *, void *),
	void *arg)
{
	bool inherited = are_inherited(n_pools);
	struct supervisor s = hire(c->arena, pools, n_pools);
	sigset_t set = process_signals();

	s.work = work;
	s.arg = arg;
	if (!open_sockets(c, pools, n_pools, inherited))
		return false;
	sigprocmask(SIG_BLOCK, &set, NULL);
	start_due(&s);
	log_info("started");
	watch(&s);
	stop(&s, s.workers, s.n);
	for (size_t i = 0; !inherited && i < n_pools; i++)
		unlink(pools[i].socket_path);
	log_info("stopped");
	return true;
}
