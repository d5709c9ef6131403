/* job.c - work that is queued in the same transaction as its cause, and tried until it succeeds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/job.h"

#include "base/arena.h"
#include "base/check.h"
#include "base/ctx.h"
#include "base/log.h"
#include "base/str.h"
#include "engine/fieldwork/closing.h"
#include "engine/fieldwork/portfolio.h"
#include "sql/db.h"
#include "sql/q.h"

static const struct {
	const char *name;
	bool (*run)(struct ctx *, int64_t alliance_id, int64_t wave_id);
	bool at_once;		/* one does the work of all that wait */
} kinds[N_JOB_KINDS] = {
	[JOB_MEASURE] = { "measure", closing_finish, false },
	[JOB_BENCHMARK] = { "benchmark", portfolio_refresh, true },
};

bool
job_add(struct ctx *c, int64_t alliance_id, int64_t wave_id, enum job_kind kind)
{
	return q_job_add(c, alliance_id, wave_id, kinds[kind].name);
}

static bool
run(struct ctx *c, const struct q_job_claim *job)
{
	for (size_t i = 0; i < N_JOB_KINDS; i++)
		if (str_eq(kinds[i].name, job->kind))
			return (!kinds[i].at_once || q_job_drop_benchmarks(c, job->alliance_id, job->job_id))
			    && kinds[i].run(c, job->alliance_id, job->wave_id);
	return fail(c, E_SYSTEM, "this program does not know the job %s", job->kind);
}

static bool
finish(struct ctx *c, void *arg)
{
	const struct q_job_claim *job = arg;
	const struct q_job_lock *locked;

	if (!q_job_lock(c, job->alliance_id, job->job_id, &locked))
		return false;
	return locked == NULL || (run(c, job) && q_job_done(c, job->alliance_id, job->job_id));
}

static bool
note_trouble(struct ctx *c, const struct q_job_claim *job)
{
	const char *trouble = c->failure_text;

	log_error("job", "kind", job->kind, "trouble", trouble);
	fail_clear(c);
	return q_job_failed(c, job->alliance_id, job->job_id, trouble);
}

bool
job_work(struct ctx *c, bool *found_r)
{
	const struct q_job_claim *claimed;
	struct q_job_claim job;
	bool good;

	if (!q_job_claim(c, &claimed))
		return false;
	*found_r = claimed != NULL;
	if (claimed == NULL)
		return true;
	job = *claimed;
	check_context(arena_printf(c->arena, "job %s of wave %lld", job.kind, (long long)job.wave_id));
	good = db_transaction(c, finish, &job) || note_trouble(c, &job);
	check_context("-");
	return good;
}
