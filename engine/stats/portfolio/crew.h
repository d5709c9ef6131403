/* crew.h - work divided among threads */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_CREW_H
#define ENGINE_STATS_PORTFOLIO_CREW_H

#include <stddef.h>

/* Calls work(job, part) once for each part < parts, on this thread and up to threads - 1 others; returns when
 * all are done. Which thread takes which part is left to chance, so a part may write only what is its own. A
 * thread that cannot be started is done without. */
void crew_work(void (*work)(void *job, size_t part), void *job, size_t parts, unsigned threads);

#endif
