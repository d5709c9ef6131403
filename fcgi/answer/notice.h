/* notice.h - pages that say why there is no questionnaire here, and what to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWER_NOTICE_H
#define ANSWER_NOTICE_H

struct visit;

/* Language for pages without a questionnaire, from the browser's wishes. */
const char *notice_language(const struct visit *);

/* The page for a sitting that is not ready: unknown, withdrawn, not open yet, handed in, closed. */
void notice_state(struct visit *);

/* The page for an HTTP error. What was typed is on it, with a button to send it again, when the trouble may
 * pass. */
void notice_explain(struct visit *, int status);

#endif
