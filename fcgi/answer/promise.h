/* promise.h - what a respondent is promised, made from the wave's settings and never wider than the truth */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWER_PROMISE_H
#define ANSWER_PROMISE_H

struct html;
struct sitting;

/* A list: what is done, what is shown to whom, and what nobody can promise. */
void promise_render(struct html *, const struct sitting *);

/* The items of that list in a wave about a person (promise_person.c). */
void promise_person(struct html *, const struct sitting *);
/* Whose the profile is and who sees it, as sentences; in a wave about a person only. */
void promise_readers(struct html *, const struct sitting *);
/* While the wave is open a link leads to its answers; at close that is destroyed. */
void promise_link(struct html *);

#endif
