/* promise.h - what a respondent is promised, made from the wave's settings and never wider than the truth */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWER_PROMISE_H
#define ANSWER_PROMISE_H

struct html;
struct sitting;

/* A list: what is done, what is shown to whom, and what nobody can promise. */
void promise_render(struct html *, const struct sitting *);

#endif
