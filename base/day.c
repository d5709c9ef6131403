/* day.c - a day of the calendar in the words of a language */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/day.h"

#include <time.h>

#include "base/arena.h"
#include "base/lang.h"

static const char *const months[] = {
	N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
	N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};

const char *
day_words(struct arena *a, int64_t seconds)
{
	time_t t = (time_t)seconds;
	struct tm day;

	gmtime_r(&t, &day);
	if (day.tm_mday == 1)
		/* TRANSLATORS: the first day of a month: name of the month, year */
		return arena_printf(a, _("1 %s %d"), _(months[day.tm_mon]), day.tm_year + 1900);
	/* TRANSLATORS: a date: day, name of the month, year */
	return arena_printf(a, _("%d %s %d"), day.tm_mday, _(months[day.tm_mon]), day.tm_year + 1900);
}
