/* utc.c - dates and times, always UTC */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/utc.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"

int64_t
utc_now(void)
{
	return (int64_t)time(NULL);
}

char *
utc_date(struct arena *a, int64_t seconds)
{
	time_t t = (time_t)seconds;
	struct tm tm;

	gmtime_r(&t, &tm);
	return arena_printf(a, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

char *
utc_iso(struct arena *a, int64_t seconds)
{
	time_t t = (time_t)seconds;
	struct tm tm;

	gmtime_r(&t, &tm);
	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday,
		tm.tm_hour, tm.tm_min, tm.tm_sec);
}

static bool
has_date_shape(const char *s)
{
	if (strlen(s) != 10)
		return false;
	for (int i = 0; i < 10; i++)
		if (i == 4 || i == 7 ? s[i] != '-' : s[i] < '0' || s[i] > '9')
			return false;
	return true;
}

/* timegm turns 30 February into 1 or 2 March: a date that changes does not exist. */
bool
utc_parse_date(const char *s, int64_t *seconds_r)
{
	struct tm tm = { 0 }, same;
	time_t t;

	if (!has_date_shape(s) || sscanf(s, "%4d-%2d-%2d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday) != 3)
		return false;
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	same = tm;
	t = timegm(&same);
	if (same.tm_year != tm.tm_year || same.tm_mon != tm.tm_mon || same.tm_mday != tm.tm_mday)
		return false;
	*seconds_r = (int64_t)t;
	return true;
}
