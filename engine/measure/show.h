/* show.h - what may be shown about a group of n people, before the audit is asked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_SHOW_H
#define MEASURE_SHOW_H

#include <stdbool.h>
#include <stddef.h>

enum showing {
	SHOWING_PART,			/* to be one part of a joint figure, whatever k */
	SHOWING_BAND,			/* a mean in words of five bands */
	SHOWING_MEAN,			/* with its interval */
	SHOWING_COMPARISON,		/* gap, verdict, weaker party, colour, perception */
	SHOWING_AGREEMENT_WORD,
	SHOWING_HOLM,			/* the adjusted p as a number; the verdict always uses it */
	SHOWING_AGREEMENT,		/* AD and rwg(j) as numbers */
	SHOWING_ITEM,			/* the mean of one item */
	SHOWING_ITEM_SPREAD,		/* an interval that tells the spread of one item */
	SHOWING_COUNT,			/* how many gave an answer */
	SHOWING_COMMENT,
	SHOWING_NPS,
	SHOWING_ITEM_INTERVAL,
	N_SHOWINGS
};

/* Comments are shown, and their party told, from this many people on; the respondents are promised it. */
enum { SHOW_COMMENTS_FROM = 10 };

/* n at least what the table in show.c says, and n >= k for everything but SHOWING_PART. */
bool show_at(enum showing, size_t n, int k);

/* The mean of one item moved to an eighth of the range from the end it lies nearer to: 1.5 and 4.5 on 1-5. */
double show_coded(double mean, double min, double max);

/* very-low, low, middle, high, very-high: fifths of 0-100. */
const char *show_band(double percent);

#endif
