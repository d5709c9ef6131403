/* pages.h - the respondents' pages, one handler per route, and the page that two of them show */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWER_PAGES_H
#define ANSWER_PAGES_H

#include <stdbool.h>
#include <stddef.h>

struct answers;
struct fields;
struct msgs;
struct program;
struct visit;

extern const struct program answer_program;

bool welcome_link(struct visit *);	/* GET /i/TICKET */
bool welcome_home(struct visit *);	/* GET / */
bool welcome_begin(struct visit *);	/* POST /i/TICKET and POST / */

bool page_get(struct visit *);		/* GET /p/PAGE */
bool page_save(struct visit *);		/* POST /p/PAGE */
bool finish_check(struct visit *);	/* GET /check */
bool finish_submit(struct visit *);	/* POST /submit */
bool finish_done(struct visit *);	/* GET /done */
bool finish_later(struct visit *);	/* GET /later */

/* The page's index in the form, or -1 when there is none of this id. */
int page_index(const struct visit *, const char *id);
/* One page of the questionnaire; typed and msgs as in forms/render.h. */
void page_show(struct visit *, size_t page, int status, const struct fields *typed, const struct msgs *);

/* Two windows saved the same page: both versions side by side, and the respondent decides. action: what the
 * button was that tried to save. */
void stale_show(struct visit *, size_t page, const char *action, const struct answers *here,
	const struct answers *other);

/* Thank-you, and what happens next. */
void finish_thank(struct visit *);

#endif
