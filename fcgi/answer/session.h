/* session.h - a respondent at the door: the ticket, what it opens, and the guards of the pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWER_SESSION_H
#define ANSWER_SESSION_H

#include <stdbool.h>

#include "engine/fieldwork/sitting.h"
#include "forms/flow.h"

struct visit;

/* There is no session table: the cookie carries the ticket, so that nothing is lost when the database
 * crashes. */
struct session {
	const char *ticket;
	const char *token;		/* for the hidden field of our forms */
	struct sitting sitting;
	struct flow flow;		/* of the answers as loaded; only when the sitting is ready */
};

/* Guards. All load the sitting and set the language. */
bool session_by_link(struct visit *);		/* /i/TICKET: knows whose link it is, in any state */
bool session_by_link_posted(struct visit *);	/* ... and the form was ours */
bool session_by_cookie(struct visit *);		/* in any state; no cookie: SITTING_UNKNOWN */
bool session_by_cookie_posted(struct visit *);
bool session_begun(struct visit *);		/* ready and begun; else a page that helps */
bool session_begun_posted(struct visit *);

/* Where this respondent goes on: the first page that is open, /check when there is none. */
const char *session_resume(struct visit *);

#endif
