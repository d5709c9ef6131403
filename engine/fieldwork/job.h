/* job.h - work that is queued in the same transaction as its cause, and tried until it succeeds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_JOB_H
#define FIELDWORK_JOB_H

#include <stdbool.h>
#include <stdint.h>

struct ctx;

/* JOB_BENCHMARK: the portfolio after a release; whichever is done last holds them all. */
enum job_kind { JOB_MEASURE, JOB_BENCHMARK, N_JOB_KINDS };

/* Within the caller's transaction. */
bool job_add(struct ctx *, int64_t alliance_id, int64_t wave_id, enum job_kind);

/* Take the job that has been due longest and do it, all in one transaction: a worker that dies leaves everything as it was, and
 * the job is due again after 5, 10, 20, ... seconds, at most an hour. A job that fails is logged, its trouble kept with it,
 * and this returns true all the same. *found_r: there was one. Fails when the database does. Needs the role attune_work. */
bool job_work(struct ctx *, bool *found_r);

#endif
