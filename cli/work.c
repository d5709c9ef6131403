/* work.c - attune work: take jobs from the queue until told to end */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <getopt.h>
#include <signal.h>
#include <time.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "base/log.h"
#include "cli/cli.h"
#include "engine/fieldwork/job.h"
#include "engine/fieldwork/wave.h"
#include "forms/load.h"
#include "sql/db.h"

static volatile sig_atomic_t told_to_end;

static void
note_signal(int signal_number)
{
	told_to_end = signal_number;
}

/* The job at hand is finished first. */
static void
catch_signals(void)
{
	struct sigaction act = { .sa_handler = note_signal };

	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGINT, &act, NULL);
}

/* Do `what` while there is something to do, each time in memory of its own. */
static bool
repeat(struct ctx *c, struct arena *job_arena, bool (*what)(struct ctx *, bool *found_r))
{
	bool found = true, good = true;

	while (found && good && told_to_end == 0) {
		struct ctx job = { .arena = job_arena, .db = c->db };

		good = what(&job, &found);
		if (!good)
			fail(c, job.failure, "%s", job.failure_text);
		arena_reset(job_arena);
	}
	return good;
}

static bool
work(struct ctx *c, bool once)
{
	const struct timespec pause = { 1, 0 };
	struct arena *job_arena = arena_new();
	bool good;

	while ((good = repeat(c, job_arena, wave_close_due) && repeat(c, job_arena, job_work),
	    !once && told_to_end == 0)) {
		fail_clear(c);
		nanosleep(&pause, NULL);
	}
	arena_free(job_arena);
	return good;
}

static bool
run_work(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	static const struct option options[] = { { "once", no_argument, NULL, 'o' }, { NULL, 0, NULL, 0 } };
	int option = getopt_long(argc, argv, "", options, NULL);

	if (option == '?' || optind != argc)
		return cli_usage(c, &work_command);
	catch_signals();
	forms_init();
	c->db = db_new(c->arena, conf->database, "attune_work");
	log_info("started");
	return work(c, option == 'o');
}

const struct command work_command = {
	"work",
	"[--once]",
	"Do the jobs that are due, for ever or once",
	run_work,
};
