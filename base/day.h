/* day.h - a day of the calendar in the words of a language */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdint.h>

struct arena;

/* The day, in UTC, that holds this second, in the language of lang_set(): "22 November 2026", "22. November
 * 2026", "22 novembre 2026", "1er mars 2026". The words are ours: no locale need be installed. For people;
 * what programs read is written by utc_date. */
const char *day_words(struct arena *, int64_t seconds);

#endif
