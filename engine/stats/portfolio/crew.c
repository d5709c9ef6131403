/* crew.c - work divided among threads */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/crew.h"

#include <pthread.h>
#include <stdatomic.h>

#include "base/check.h"

enum { THREADS_MAX = 64 };

struct crew {
	void (*work)(void *job, size_t part);
	void *job;
	size_t parts;
	atomic_size_t next;
};

static void *
take_parts(void *crew_)
{
	struct crew *crew = crew_;
	size_t part;

	while ((part = atomic_fetch_add(&crew->next, 1)) < crew->parts)
		crew->work(crew->job, part);
	return NULL;
}

void
crew_work(void (*work)(void *job, size_t part), void *job, size_t parts, unsigned threads)
{
	struct crew crew = { work, job, parts, 0 };
	pthread_t others[THREADS_MAX];
	unsigned n = 0;

	while (n + 1 < threads && n < THREADS_MAX && pthread_create(&others[n], NULL, take_parts, &crew) == 0)
		n++;
	take_parts(&crew);
	while (n > 0)
		CHECK(pthread_join(others[--n], NULL) == 0);
}
