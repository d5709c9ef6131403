/* clock.h - how long something took, and the figure in the middle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BENCH_CLOCK_H
#define BENCH_CLOCK_H

#include <stddef.h>

double clock_seconds(void);	/* that have passed, since some moment */
double clock_cpu_ms(void);	/* that this process has computed */
/* Of n > 0 numbers; sorts them. */
double clock_median(double *, size_t n);

#endif
