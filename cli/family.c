/* family.c - long-running programs kept alive together and ended together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/family.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/ctx.h"
#include "base/log.h"
#include "base/process.h"
#include "base/utc.h"

enum { LONGEST_PAUSE = 30, SETTLED = 60, STOP_SECONDS = 15 };

void
family_begin(struct family *f, struct ctx *c, const char *log_dir)
{
	sigset_t set = process_signals();

	*f = (struct family){ .ctx = c, .log_dir = log_dir };
	sigprocmask(SIG_BLOCK, &set, NULL);
}

static bool
start(struct family *f, struct member *m)
{
	m->started = utc_now();
	return process_start(f->ctx, m->argv, arena_printf(f->ctx->arena, "%s/%s.log", f->log_dir, m->name),
	    m->stop_signal, &m->pid);
}

bool
family_start(struct family *f, const char *name, const char *const *argv, int stop_signal)
{
	CHECK(f->n < FAMILY_MAX);
	f->members[f->n] = (struct member){ .name = name, .argv = argv, .stop_signal = stop_signal };
	return start(f, &f->members[f->n++]);
}

/* 1, 2, 4 ... 30 seconds; who ran for a minute starts afresh. */
static void
plan_restart(struct member *m)
{
	int64_t now = utc_now();
	int pause;

	m->failures = now - m->started >= SETTLED ? 1 : m->failures + 1;
	pause = m->failures > 5 ? LONGEST_PAUSE : 1 << (m->failures - 1);
	m->pid = 0;
	m->restart_at = now + pause;
	log_error("member_ended", "name", m->name);
}

static void
reap(struct family *f)
{
	pid_t pid;

	while ((pid = waitpid(-1, NULL, WNOHANG)) > 0)
		for (size_t i = 0; i < f->n; i++)
			if (f->members[i].pid == pid)
				plan_restart(&f->members[i]);
}

static void
restart_due(struct family *f)
{
	for (size_t i = 0; i < f->n; i++) {
		struct member *m = &f->members[i];

		if (m->pid != 0 || utc_now() < m->restart_at)
			continue;
		if (!start(f, m)) {
			fail_clear(f->ctx);
			plan_restart(m);
		}
	}
}

void
family_watch(struct family *f)
{
	const struct timespec second = { 1, 0 };
	const sigset_t set = process_signals();

	for (;;) {
		int got = sigtimedwait(&set, NULL, &second);

		if (got == SIGTERM || got == SIGINT || got == SIGHUP)
			return;
		reap(f);
		restart_due(f);
	}
}

void
family_stop(struct family *f)
{
	for (size_t i = f->n; i-- > 0; ) {
		struct member *m = &f->members[i];
		int status;

		if (m->pid == 0)
			continue;
		kill(m->pid, m->stop_signal);
		if (!process_wait(m->pid, STOP_SECONDS, &status)) {
			log_error("member_killed", "name", m->name);
			kill(-m->pid, SIGKILL);
			process_wait(m->pid, 1, &status);
		}
		m->pid = 0;
	}
}
