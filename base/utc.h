/* utc.h - dates and times, always UTC */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_UTC_H
#define BASE_UTC_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

int64_t utc_now(void);				/* seconds since 1970 */
char *utc_iso(struct arena *, int64_t seconds);	/* 2026-03-01T09:00:00Z */
char *utc_date(struct arena *, int64_t seconds);	/* 2026-03-01 */
/* YYYY-MM-DD that exists in the calendar; the time of day is 00:00. */
bool utc_parse_date(const char *, int64_t *seconds_r);

#endif
